"""What looks like a schedule and is none: **rows that stop what they touch** ─▶ patterns."""

from trialway.plain.dosing.schedule_rule import ScheduleRule
from trialway.plain.dosing.values import AMOUNT_UNIT, read_true


def _stop(rule_id: str, pattern: str, meaning: str, example: str, counter_example: str) -> ScheduleRule:
    return ScheduleRule(
        rule_id,
        pattern,
        meaning,
        example=example,
        counter_example=counter_example,
        kind="stop",
        read=read_true,
    )


FALSE_DOSES = (
    _stop(
        "dosing.stop.either-of-two-times",
        r"\b(?:qd|od|bid|tid|once daily|twice daily|daily) ?(?:or|"
        r"/|-|to) ?(?:once daily|qd|bid|tid|qid|twice daily|three "
        r"times daily)\b",
        "How often in a day, as one of two; in Latin short forms or whole words.",
        "10 mg QD or BID",
        "10 mg QD or placebo BID",
    ),
    _stop(
        "dosing.stop.at-most-so-often",
        r"\b(?:up to|maximum(?: of)?|at least|at most|minimum(?: "
        r"of)?|approximately|about) (?:once|twice|thrice|(?:one|two|"
        r"three|four|five|six|\d+) times?) ?(?:a |per |each |/|in "
        r"a )?(?:day|daily|week|weekly|month)\b",
        "A limit on how often, and no rhythm.",
        "up to 4 times a day",
        "up to 4 weeks",
    ),
    _stop(
        "dosing.stop.adverb-of-a-dose",
        r"\b(?:daily|weekly|monthly) (?:maintenance doses?|dose schedules?|amounts?|cumulative)\b",
        "An adjective of an amount or a scheme, and not of the giving.",
        "a daily maintenance dose",
        "daily at a maintenance dose",
    ),
    _stop(
        "dosing.stop.daily-dose",
        r"\bdaily doses?(?! of \d)",
        "The sum of a day, in we know not how many parts.",
        "the total daily dose is divided",
        "a daily dose of 80 mg",
    ),
    _stop(
        "dosing.stop.daily-life",
        r"\bdaily (?:life|activit\w+|living|basis of|routine|practice|walk\w*|exercise\w*|step\w*)\b",
        "What people do every day.",
        "activities of daily living",
        "daily walnuts",
    ),
    _stop(
        "dosing.stop.daily-noun",
        r"\b(?:daily|weekly|monthly) (?:(?!for\b|after\b|as\b|in\b|and\b|with\b)[\w-]+ )?(?:care"
        r"|management|use|needs|goals?|targets?"
        r"|monitoring|weigh\w+"
        r"|measure\w*|messages?|reminders?|reports?|meetings?|tasks?|contact|calls?|follow[- ]?ups?"
        r"|supervision"
        r"|assessments?|lives|calor\w+|energy|self-\w+|functions?|work|habits?|diet\w*|meals?|food)\b",
        "An adjective of what is no dose.",
        "strategies for daily diabetes care",
        "injected daily after care",
    ),
    _stop(
        "dosing.stop.goal",
        r"\b(?:goals?|targets?|points?|steps|minutes|score|PAI|hours)\b[^.;]{0,30}"
        r"\b(?:on a )?(?:weekly|daily|per week|per day|a week|a day|each week|each day)\b",
        "How much somebody is to reach in a day or a week.",
        "a personal goal on a weekly basis",
        "docetaxel on a weekly basis",
    ),
    _stop(
        "dosing.stop.daily-record",
        r"\bdaily (?:diar\w+|sessions?|record\w*|questionnaire\w*|check\w*|visits?)\b",
        "What is done or written down every day, not given.",
        "a daily diary of symptoms",
        "taken daily with a diary",
    ),
    _stop(
        "dosing.stop.daily-amount",
        r"\bdaily (?:intake|total|average|mean|limit)\b|\btotal daily\b|\bmaximum daily\b",
        "A sum, an average or a limit of a day.",
        "maximum daily amount 4 g",
        "4 g daily at most",
    ),
    _stop(
        "dosing.stop.every-person",
        r"\bevery (?:patient|participant|subject|visit|effort|arm|group|one)\b",
        "Every one of the people, visits or groups.",
        "every patient receives 5 mg",
        "every day",
    ),
    _stop(
        "dosing.stop.as-needed",
        r"\b(?:as needed|as required|when needed|if needed|on demand|prn|as clinically indicated)\b",
        "Given when there is need, at no stated time.",
        "every 6 hours as needed",
        "every 6 hours; help is needed",
    ),
    _stop(
        "dosing.stop.days-of-a-week",
        r"\b(?:\d|one|two|three|four|five|six) days? ?(?:/|a|per|each|every|in a) ?week\b",
        "So many days of a week, and nobody says which.",
        "5 days per week",
        "5 days after week 1",
    ),
    _stop(
        "dosing.stop.limit-of-a-day",
        rf"[<>≤≥] ?=? ?\d[\d.,]* ?(?:{AMOUNT_UNIT})(?: ?/ ?| per | a )d(?:ay)?\b",
        "A limit, and no dose.",
        "alcohol <50 g/day",
        "prednisone 5 mg/day",
    ),
)
