"""What the list of concepts knows of the words of records: ``python -m bench.concepts``."""
