"""Values: one concept a file, every registry's own words for it side by side."""
