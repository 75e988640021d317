"""Trial ─**presenters**▶ words, dates and tags that pages and terminal print; nothing is fetched here."""
