"""Words: how text becomes terms, and what else a word can mean.

``analysis.py`` makes terms of any text with ``spelling_variants.py`` (British and American, Greek letters).
Synonyms: ``thesaurus.py`` joins the shipped lists with the ``lexicon.py`` that ``synonym_mining.py`` and
``abbreviations.py`` learn from records; ``synonym_candidates.py`` keeps those worth searching for and
``expansion.py`` puts them into a query's tree. ``spelling.py`` corrects slips, ``suggestions.py`` completes
what is typed, ``facet_labels.py`` finds values of facets. ``index_words.py`` holds all of it for an open index.
"""
