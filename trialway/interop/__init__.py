"""Other formats: one a file; trials, cards and answers in, bytes or text out."""
