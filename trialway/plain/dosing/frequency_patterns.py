"""How often: **rows for the time between two doses, and for so many in a day or week** ─▶ patterns."""

from trialway.plain.dosing.schedule_rule import ScheduleRule
from trialway.plain.dosing.values import (
    AMOUNT_NOUN,
    AMOUNT_UNIT,
    UNIT,
    N,
    read_adverb,
    read_amount_of_a_day,
    read_each,
    read_every,
    read_fortnight,
    read_latin,
    read_other_day,
    read_short_every,
    read_times,
)

FREQUENCY_PATTERNS = (
    ScheduleRule(
        "dosing.every-other-day",
        r"\bevery other day\b|\bevery second day\b|\bqod\b|\bq\.o\.d\.|\bon alternate days\b",
        "Every 2 days.",
        example="100 mg every other day",
        counter_example="every other week",
        kind="every",
        read=read_other_day,
    ),
    ScheduleRule(
        "dosing.every-other-week",
        r"\bevery other week\b|\bevery second week\b|\bfortnightly\b|\bevery fortnight\b",
        "Every 2 weeks.",
        example="40 mg every other week",
        counter_example="every other day",
        kind="every",
        read=read_fortnight,
    ),
    ScheduleRule(
        "dosing.n-weekly",
        r"\b(?P<n>\d|two|three|four)[- ](?P<u>weekly|monthly)\b(?! (?:[\w-]+ ){0,3}(?:doses|injections"
        r"|infusions"
        r"|sessions|treatments|visits|administrations|applications|vaccinations|cycles|shots)\b)",
        'A number before "weekly" or "monthly" is the time between two doses; before "weekly doses" a count.',
        example="3-weekly docetaxel",
        counter_example="Four weekly subcutaneous injections",
        kind="every",
        read=read_every,
    ),
    ScheduleRule(
        "dosing.doses-apart",
        rf"(?:(?<=doses )|(?<=injections )|(?<=administrations ))(?P<n>{N})[- ](?P<u>{UNIT}) apart\b",
        "How far apart doses are.",
        example="two doses 28 days apart",
        counter_example="doses at least 28 days apart",
        kind="every",
        read=read_every,
    ),
    ScheduleRule(
        "dosing.every-n-weeks",
        rf"\b(?:once )?(?:every|each) (?P<n>{N}) ?-? ?(?P<u>{UNIT})\b(?![ -]periods?\b)",
        "The time between two doses, with its number.",
        example="200 mg every 3 weeks",
        counter_example="in each 4-week period",
        kind="every",
        read=read_every,
    ),
    ScheduleRule(
        "dosing.q-n-weeks",
        r"\bq ?\.?(?P<n>\d{1,2}) ?(?P<u>h|hours?|hrs?|d|days?|w|wks?|weeks?|months?|m)\b",
        "The same in the short form of prescriptions.",
        example="1200 mg IV Q3W",
        counter_example="coenzyme Q10 with meals",
        kind="every",
        read=read_short_every,
    ),
    ScheduleRule(
        "dosing.times-a-day",
        r"\b(?P<n>once|twice|thrice|(?:one|two|three|four|five|six|"
        r"\d)(?: ?\(\d\))?(?= ?(?:times?|x)\b))(?: ?(?:times?|x))?(?: "
        r"?(?:a|per|each|every|in a|/))?[ -]?(?P<per>day|daily|week|"
        r"weekly|month|monthly)\b",
        "So many times in a day, a week or a month.",
        example="5 mg twice a day",
        counter_example="twice the dose each day",
        kind="times",
        read=read_times,
    ),
    ScheduleRule(
        "dosing.each-day",
        r"\b(?:every|each) (?P<per>day|night|evening|morning|week|month)\b",
        "Every day, week or month; of a time of day, once a day.",
        example="one tablet every evening",
        counter_example="every 2 days",
        kind="times",
        read=read_each,
    ),
    ScheduleRule(
        "dosing.amount-of-a-day",
        rf"(?:(?<=\d) ?(?:{AMOUNT_UNIT})(?:/kg)?|\b{AMOUNT_NOUN})(?: ?/ ?| per | a | each )d(?:ay)?\b",
        "An amount of a day, in we know not how many parts.",
        example="vitamin D 2,000 IU/d",
        counter_example="2,000 IU in a drop",
        kind="times",
        read=read_amount_of_a_day,
    ),
    ScheduleRule(
        "dosing.daily-dose-of",
        r"\b(?P<per>daily|weekly|monthly) doses? of (?=\d)",
        "The amount of a day, a week or a month.",
        example="a weekly dose of 80 mg",
        counter_example="a weekly dose of docetaxel",
        kind="times",
        read=read_adverb,
    ),
    ScheduleRule(
        "dosing.latin-short-form",
        r"\b(?:q\.?d|b\.?i\.?d|t\.?i\.?d|q\.?i\.?d|q\.?h\.?s|t\.?i\.?w|"
        r"b\.?i\.?w|q\.?w|qm|tds|qds)\b\.?|\bOD\b(?! (?:tablets?|"
        r"capsules?))|(?<![\"“])\bBD\b",
        "Latin short forms of prescriptions.",
        example="300 mg PO BID",
        counter_example="10 mg OD tablets",
        kind="times",
        read=read_latin,
    ),
    ScheduleRule(
        "dosing.adverb",
        r"(?<![-])\b(?P<per>daily|nightly|weekly|monthly)\b(?!-)(?! "
        r"in (?:\w+ )?(?:split|divided)| (?:up-?)?titrat| increas| escalat)",
        "Daily, nightly, weekly, monthly, by itself.",
        example="40 mg subcutaneously weekly",
        counter_example="1500 mg daily in three divided doses",
        kind="times",
        read=read_adverb,
    ),
)
