"""The expert page: one module a section; `page.py` puts them in order."""
