"""A request read as its reader meant it: address ─**interpret_request.py**▶ InterpretedQuery.

``interpret.py`` takes a status, an age, a place out of a plain sentence, by the rules in ``phrases.py`` and
and with the names of places. Every reading is shown and can be undone.
"""
