"""When a treatment is given: words of a record ─**read_schedules.py**▶ Schedule (``schedule.py``).

``patterns.py`` is the table of ways to write times, ``false_matches.py`` what only looks like one;
``parts.py`` finds them in a text and ``values.py`` reads their numbers. ``group_parts.py``,
``compare_schedules.py`` and ``relate_schedules.py`` put parts together, and ``unparsed_time_words.py`` finds
words that could change what was read: then no schedule is told.
"""
