"""Search, in the order of reading:

    Trial ─document/▶ Document ─▶ engine/ ◀─ SearchPlan ─▶ results/ ─▶ Answer ─▶ page, JSON, terminal
                                               ▲
                     address ─query/▶ Query ─interpretation/▶ Query as understood

- ``document/``: what any engine takes in of a trial, and what a hit is shown from
- ``query/``: what is asked: Query, its parameters, the syntax of the search box
- ``language/``: terms, spelling, synonyms, suggestions; what the index teaches about words
- ``geo/``: the sites of all trials as columns: distance, status and place on one site, towns, map points
- ``columns.py``: the store of columns that ``geo/`` and ``related/`` keep theirs in
- ``engine/``: the ``Engine`` protocol, the index on the disk, building it, opening it
- ``tantivy_engine/``: the one engine there is; nothing but ``engine/backends.py`` imports it
- ``interpretation/``: a sentence read as filters, and names of places
- ``results/``: SearchPlan, Answer, alternatives for a search that finds little, snippets, facets
- ``related/``: trials that resemble one, and trials that name it
"""
