"""Illnesses, medicines and what else has names: words ─▶ **concepts**, the same for every part of the
program.

``concept_list.py`` is what others use: ``shipped_concepts().of_name(...)`` for a whole condition or
treatment,
``.find(...)`` for a text. ``words.py`` makes ways of writing alike, ``recognition.py`` finds names,
``whole_names.py`` reads a whole string, ``qualifier_rules.py`` holds the words around names.
``compact_file.py`` opens the list that ``tools/make_concepts.py`` wrote; ``own_tables.py`` reads the
tables in
``tables/``, which people change by hand (docs/concepts.md).
"""
