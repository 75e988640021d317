"""More than one way of giving: **rows that take their words first** ─▶ patterns.

``unsure`` makes the whole text unread; a ``choice`` is shown as a choice.
"""

from trialway.plain.dosing.schedule_rule import ScheduleRule
from trialway.plain.dosing.values import (
    DASH,
    DAY,
    UNIT,
    N,
    read_choice_of_every,
    read_choice_of_times,
    read_true,
)

FALSE_MATCHES = (
    ScheduleRule(
        "dosing.choice-of-intervals",
        rf"\b(?:every|q) ?(?P<n>{N}) ?(?:(?P<u>{UNIT}) ?)?(?:\([^()]{{1,9}}\) ?)?(?P<joint>or|to|-|–) "
        rf"?(?:once )?(?:every |q)?(?P<other>{N}) ?-?(?P<uo>{UNIT})\b",
        "One interval or another; which one, the record does not say.",
        example="300 mg every 2 or 4 weeks",
        counter_example="300 mg every 2 weeks or more",
        kind="choice",
        read=read_choice_of_every,
    ),
    ScheduleRule(
        "dosing.choice-of-times",
        r"\b(?P<n>once|twice|one|two|1|2)(?: times?)?(?: daily| a day| weekly| monthly)? or "
        r"(?P<other>twice|three times|thrice|two times|[23] times)(?: ?a | ?per | )"
        r"(?P<per>day|daily|week|weekly|month|monthly)\b",
        "So many times in a day, a week or a month, or so many.",
        example="1000 mg once or twice daily",
        counter_example="once daily or placebo twice daily",
        kind="choice",
        read=read_choice_of_times,
    ),
    ScheduleRule(
        "dosing.unsure.range-of-intervals",
        rf"\b(?:every|each|once|q) ?{N} ?(?:-|–|to|or|or every) ?{N} ?-? ?{UNIT}\b",
        "A range of intervals that is no choice of two.",
        example="once 4 to 8 weeks",
        counter_example="every 4 weeks for 8 weeks",
        kind="unsure",
        read=read_true,
    ),
    ScheduleRule(
        "dosing.unsure.day-and-week",
        rf"\bdays? {DAY} ?(?:,|and|&|\+) ?(?:at |on )?(?:the )?(?:weeks?|months?) \d",
        "Days and weeks in one list: more than can be put together.",
        example="on day 0 and week 2",
        counter_example="on days 0 and 14",
        kind="unsure",
        read=read_true,
    ),
    # No record of the samples has it; registries plainly use the wording.
    ScheduleRule(
        "dosing.unsure.week-and-day",
        r"\b(?:weeks?|months?) \d+ ?(?:,|and|&) ?(?:at |on )?days? \d",
        "Weeks and days in one list.",
        example="Week 1, Day 1",
        counter_example="weeks 1 and 3",
        kind="unsure",
        read=read_true,
    ),
    ScheduleRule(
        "dosing.unsure.with-pause",
        rf"\bwith (?:an? )?{N}[ -]?{UNIT} (?:intervals?|rest|breaks?|pauses?|off)\b",
        'A pause between stretches of treatment, joined by "with".',
        example="5 days on with 23 days interval",
        counter_example="with 23 days of treatment",
        kind="unsure",
        read=read_true,
    ),
    ScheduleRule(
        "dosing.unsure.day-label",
        rf"\b(?:days?|weeks?|months?) {DAY}(?:{DASH}{DAY})? ?[:=](?! ?\d)",
        "A day as a heading: it belongs to what follows it, one thing a day.",
        example="Day 1: rice; day 2: placebo",
        counter_example="randomised on day 1 2:1",
        kind="unsure",
        read=read_true,
    ),
    ScheduleRule(
        "dosing.unsure.at-intervals",
        rf"\b(?:at|with) (?:an? )?{N}[ -]?{UNIT}[ -]intervals?\b",
        "Doses so far apart, of which nobody says how many.",
        example="three doses at 4-week intervals",
        counter_example="at intervals set by the doctor",
        kind="unsure",
        read=read_true,
    ),
    ScheduleRule(
        "dosing.unsure.booster",
        r"\bboosters?\b",
        "A dose that comes at a time of its own.",
        example="followed by a booster at month 6",
        counter_example="ritonavir-boosted",
        kind="unsure",
        read=read_true,
    ),
    # No record of the samples has it; registries plainly use the wording.
    ScheduleRule(
        "dosing.unsure.days-or-days",
        rf"\bdays? ?\d+{DASH}\d+ or (?:days? )?\d+",
        "One list of days or another.",
        example="days 1-14 or 1-21",
        counter_example="days 1-14 of each cycle",
        kind="unsure",
        read=read_true,
    ),
    ScheduleRule(
        "dosing.unsure.days-before-unit",
        rf"(?<!days )(?<!day )\b\d{{1,2}} ?[-–~] ?\d{{1,2}} ?days?\b[^.;]{{0,40}}\bevery {N}",
        "A list of days with its word behind it.",
        example="1-14days, every 3 weeks",
        counter_example="on days 1-14 of every 3-week cycle",
        kind="unsure",
        read=read_true,
    ),
    ScheduleRule(
        "dosing.unsure.negated",
        r"\b(?:not|no|without|never) (?!more\b|later\b|less\b|earlier\b)(?:[\w-]+ ){0,5}(?:on |at )?"
        r"(?:days?|weeks?) \d",
        "Days on which it is not given.",
        example="not given on days 1 and 8",
        counter_example="not later than on day 1",
        kind="unsure",
        read=read_true,
    ),
    ScheduleRule(
        "dosing.unsure.several-every",
        rf"\b(?:twice|thrice|(?:two|three|four|[2-9]) times) every (?:{N} ?-? ?)?(?:days|weeks|months)\b",
        "More than once in each of several weeks.",
        example="twice every 3 weeks",
        counter_example="once every 3 weeks",
        kind="unsure",
        read=read_true,
    ),
    ScheduleRule(
        "dosing.unsure.range-of-times",
        r"\b(?:once|one|two|twice|three times|\d)(?: time)?s?(?: "
        r"?(?:or|to|-|–|and/or) ?)(?:twice|three times|two|three|"
        r"four|\d)(?: times?)?(?: a | per | each |/| )?(?:day|daily|"
        r"week|weekly|month|monthly)\b",
        "How often in a day or week, as a range.",
        example="2 to 3 times daily",
        counter_example="2 tablets 3 times daily",
        kind="unsure",
        read=read_true,
    ),
)
