"""Search: Trial ─document─▶ **index** ─match(Query)─▶ Answer ─▶ page, JSON, terminal.

Works without Django and without the archive: trials come in as an iterable, answers go out as structs.

    understood = from_query_string("q=asthma&status=recruiting")
    answer(open_index(folder), understood.query, problems=understood.problems)
"""
