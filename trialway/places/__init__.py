"""Places on the Earth: what somebody typed ─reading▶ **Where** ─▶ Query; and how far one is from another.

Works without Django, without the index and without any service: names and postcodes lie in ``data/``.
"""
