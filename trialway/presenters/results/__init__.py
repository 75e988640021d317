"""The results pages: Trial ─results▶ tables ─**presenters**▶ words and cells that templates only place."""
