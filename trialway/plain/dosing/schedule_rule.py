"""A row of the tables of schedules: a rule, the kind of part that it finds, and how its match is read.

``false_matches.py``, ``false_doses.py``, ``day_patterns.py``, ``frequency_patterns.py`` and
``length_patterns.py`` ─▶ ``patterns.py``, which joins them in the order in which they are tried.
"""

import re
from collections.abc import Callable

from trialway.language_rules import LanguageRule


class ScheduleRule(LanguageRule, frozen=True, kw_only=True):
    """``kind`` as in ``parts.SchedulePart``; ``read`` gives the part's value, None where there is none."""

    kind: str
    read: Callable[[re.Match[str]], object]
