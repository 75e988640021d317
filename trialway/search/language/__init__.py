"""Words: how text becomes terms, and what else a word can mean.

``analysis.py`` makes terms of any text, British and American spelling alike. Synonyms: ``thesaurus.py``
joins the shipped lists with the ``lexicon.py`` that ``synonym_mining.py`` learns from records;
``synonym_candidates.py`` keeps those worth searching for and ``expansion.py`` puts them into a query.
``spelling.py`` corrects slips, ``suggestions.py`` completes what is typed, ``facet_labels.py`` finds values
of facets. ``index_words.py`` holds all of it for an open index.
"""
