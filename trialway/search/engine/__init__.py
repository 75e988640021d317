"""The index: ``base.py`` has the protocols that an engine fulfils, ``backends.py`` names the one in use.

``build.py`` writes it and keeps it up to date, in folders that ``generations.py`` manages; ``reader.py``
opens it; ``build_lexicon.py`` learns words from it; ``compare_with_archive.py`` checks it. A ``Hit`` is a
matching trial, ``YearCounts`` are matching trials by year.
"""
