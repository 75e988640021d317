"""Where the archive meets what is made of it: the search index, related trials, rules, changes in words.

The archive knows nothing of these and they know nothing of the archive; whatever needs both stands here.

catch_up.py    the index and the related trials brought up to date with the archive
documents.py   a stored trial → its document, and the archive's rows that need a record to be read
derive.py      the same for many, with the rows written on the way
quarantine.py  trials that one of these steps failed on, so that they do not stop the others
criteria.py    the rules of trials, kept from before (rules_cache.py) or read now
changes.py     what became current and when, with its changes in words
"""
