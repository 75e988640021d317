"""What looks like a schedule and is none, or more than can be told: **patterns that take their words first**
─▶ schedule_rules.

``unsure`` spoils the whole text, ``stop`` what it touches; a ``choice`` is told as the choice that it is.
"""

import re
from collections.abc import Callable

from trialway.plain.dosing.values import (
    AMOUNT_UNIT,
    DASH,
    DAY,
    UNIT,
    N,
    read_choice_of_every,
    read_choice_of_times,
    read_true,
)

Rule = tuple[str, str, Callable[[re.Match[str]], object]]

LOOKALIKES: tuple[Rule, ...] = (
    (
        "choice",
        (
            rf"\b(?:every|q) ?(?P<n>{N}) ?(?:(?P<u>{UNIT}) ?)?(?:\([^()]{{1,9}}\) ?)?(?P<joint>or|to|-|–) "
            rf"?(?:once )?(?:every |q)?(?P<other>{N}) ?-?(?P<uo>{UNIT})\b"
        ),
        read_choice_of_every,
    ),
    (
        "choice",
        (
            r"\b(?P<n>once|twice|one|two|1|2)(?: times?)?(?: daily| a day| weekly| monthly)? or "
            r"(?P<other>twice|three times|thrice|two times|[23] times)(?: ?a | ?per | )"
            r"(?P<per>day|daily|week|weekly|month|monthly)\b"
        ),
        read_choice_of_times,
    ),
    ("unsure", rf"\b(?:every|each|once|q) ?{N} ?(?:-|–|to|or|or every) ?{N} ?-? ?{UNIT}\b", read_true),
    # "day 0 and week 2", "5 days on with 23 days interval", "booster": more than we can put together.
    ("unsure", rf"\bdays? {DAY} ?(?:,|and|&|\+) ?(?:at |on )?(?:the )?(?:weeks?|months?) \d", read_true),
    ("unsure", r"\b(?:weeks?|months?) \d+ ?(?:,|and|&) ?(?:at |on )?days? \d", read_true),
    ("unsure", rf"\bwith (?:an? )?{N}[ -]?{UNIT} (?:intervals?|rest|breaks?|pauses?|off)\b", read_true),
    # "Day 1: rice; day 2: placebo": the days belong to what follows them.
    ("unsure", rf"\b(?:days?|weeks?|months?) {DAY}(?:{DASH}{DAY})? ?[:=](?! ?\d)", read_true),
    ("unsure", rf"\b(?:at|with) (?:an? )?{N}[ -]?{UNIT}[ -]intervals?\b", read_true),
    ("unsure", r"\bboosters?\b", read_true),
    ("unsure", rf"\bdays? ?\d+{DASH}\d+ or (?:days? )?\d+", read_true),
    (
        "unsure",
        (
            r"\b(?:once|one|two|twice|three times|\d)(?: time)?s?(?: "
            r"?(?:or|to|-|–|and/or) ?)(?:twice|three times|two|three|"
            r"four|\d)(?: times?)?(?: a | per | each |/| )?(?:day|daily|"
            r"week|weekly|month|monthly)\b"
        ),
        read_true,
    ),
    (
        "stop",
        (
            r"\b(?:qd|od|bid|tid|once daily|twice daily|daily) ?(?:or|"
            r"/|-|to) ?(?:once daily|qd|bid|tid|qid|twice daily|three "
            r"times daily)\b"
        ),
        read_true,
    ),
    (
        "stop",
        (
            r"\b(?:up to|maximum(?: of)?|at least|at most|minimum(?: "
            r"of)?|approximately|about) (?:once|twice|thrice|(?:one|two|"
            r"three|four|five|six|\d+) times?) ?(?:a |per |each |/|in "
            r"a )?(?:day|daily|week|weekly|month)\b"
        ),
        read_true,
    ),
    (
        "stop",
        (
            r"\b(?:daily|weekly|monthly) (?:maintenance doses?|dose schedules?|amounts?|"
            r"cumulative)\b|\bdaily (?:doses?(?! of \d)|life|activit\w+|living|"
            r"diar\w+|intake|basis of|total|routine|practice|sessions?|"
            r"record\w*|questionnaire\w*|check\w*|visits?|walk\w*|exercise\w*|"
            r"step\w*|average|mean|limit)\b|\btotal daily\b|\bmaximum "
            r"daily\b|\bevery (?:patient|participant|subject|visit|effort|"
            r"arm|group|one)\b"
        ),
        read_true,
    ),
    (
        "stop",
        (
            r"\b(?:as needed|as required|when needed|if needed|on demand|"
            r"prn|as clinically indicated)\b"
        ),
        read_true,
    ),
    ("stop", r"\b(?:\d|one|two|three|four|five|six) days? ?(?:/|a|per|each|every|in a) ?week\b", read_true),
    # "<50 g/day": a limit, and no dose.
    ("stop", rf"[<>≤≥] ?=? ?\d[\d.,]* ?(?:{AMOUNT_UNIT})(?: ?/ ?| per | a )d(?:ay)?\b", read_true),
)
