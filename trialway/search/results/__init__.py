"""From a query to its answer: ``plan.py`` makes it ready for the engine, ``answer.py`` asks it.

Where few trials match, ``alternatives.py`` collects what could be asked instead (spelling,
``relaxations.py``, ``wider_radius.py``, ``nearest_matches.py``, ``guidance.py``) into one ``Batch``.
``facet_options.py`` and ``facet_value_search.py`` show facets, ``snippets.py`` why a trial matched.
"""
