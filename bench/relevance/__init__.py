"""How well search finds what it should: 60 real searches, hidden headings, patients' descriptions."""
