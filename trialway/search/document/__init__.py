"""What search keeps of a trial: Trial ─**document.py**▶ Document ─**encode_document.py**▶ any engine.

Its parts, each made by a module: ``areas`` (texts by search area), ``facets`` with ``facet_codes``
(filters and their stable integers), ``sites``, ``dates`` (with ages), ``identifiers``,
``names`` (what records call things), ``topic_profile`` (subject headings, for related trials) and
``result_summary`` (what a list of hits shows).
"""
