"""When a treatment is given: words of a record ─**read_schedules.py**▶ Schedule (``schedule.py``).

``patterns.py`` joins the tables of ways to write times (``day_patterns.py``, ``frequency_patterns.py``,
``length_patterns.py``) and of what only looks like one (``false_matches.py``, ``false_doses.py``);
``parts.py`` finds them in a text and ``values.py`` reads their numbers. ``group_parts.py``,
``compare_schedules.py`` and ``relate_schedules.py`` put parts together, and ``unparsed_time_words.py`` finds
words that could change what was read (``doubtful_time_words.py``, ``harmless_time_words.py``): then no
schedule is told.
"""
