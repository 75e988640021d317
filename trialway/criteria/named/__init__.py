"""Illnesses, medicines, procedures and stages that a criterion names, with what it says about them.

In the order of the work: ``mentions.py`` finds names of the list of concepts in a criterion, and nouns for
what it does not have (``generic_rules.py``); ``leads.py`` reads the words before a name ("no history of
severe") with the table ``lead_rules.py``, ``tails.py`` those behind it with ``tail_rules.py``; ``claims.py``
tells where both leave open what is meant. ``statements.py`` makes of them findings with expressions, as the
readers do of other kinds, and ``source_words.py`` gives them the registry's spelling. ``unread_beside.py``
takes their claim from names beside words that nobody read.
"""
