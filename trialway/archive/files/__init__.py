"""Files of raw records → single records, whatever they are wrapped in, without ever holding a whole file."""
