"""Illnesses, medicines, procedures and stages that a criterion names, with what it says about them.

In the order of the work: ``mentions.py`` finds the names of the list of concepts in a criterion;
``leads.py`` reads the words before a name ("no history of severe") with the table ``lead_rules.py``;
``tails.py`` reads what follows it, with ``tail_rules.py``; ``statements.py`` makes of both what the readers
make of other kinds: findings with expressions. ``unread_beside.py`` takes their claim from names beside words
that
nobody read.
"""
