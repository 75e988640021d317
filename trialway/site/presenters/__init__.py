"""Trial ─**presenters**▶ words, dates and tags that templates and the terminal print as they are; nothing is
fetched here."""
