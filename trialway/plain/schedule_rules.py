"""How times are written in registries: the table of **patterns and what they mean** ─▶ schedule_parts.

What stands first takes its words first: a range of days before a list of days, what only looks like a
schedule before anything else.
"""

import re
from collections.abc import Callable

from trialway.plain.schedule_values import (
    AMOUNT_NOUN,
    AMOUNT_UNIT,
    DASH,
    DAY,
    JOINT,
    ONE,
    UNIT,
    N,
    read_adverb,
    read_at,
    read_choice_of_every,
    read_choice_of_times,
    read_cycle,
    read_days,
    read_each,
    read_every,
    read_fortnight,
    read_latin,
    read_length,
    read_on_off,
    read_other_day,
    read_part_of_cycle,
    read_short_every,
    read_times,
    read_true,
    read_until,
)

RULES: tuple[tuple[str, str, Callable[[re.Match[str]], object]], ...] = (
    # What would look like a schedule and is not one is consumed first.
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
    (
        "on_off",
        (
            rf"\bfor (?:the first )?(?P<on>{N})(?: consecutive)?[ -](?P<uon>days?|"
            rf"weeks?)(?: of treatment)?,? ?(?:\(?days? 1 ?- ?\d+\)? ?)?(?:on,?)? "
            rf"?(?:,|and|then|followed by|/|with)+ ?(?:an? |then )?(?P<off>{N})[ "
            rf"-](?P<uoff>days?|weeks?)(?: ?of)?[ -]?(?:off|rest|break|"
            rf"without|no treatment|interval|treatment-free|holiday)"
        ),
        read_on_off,
    ),
    (
        "on_off",
        (
            rf"\b(?P<on>{N})[ -](?P<uon>days?|weeks?)[ -]on[,/ ]*(?:and|"
            rf"then|followed by)? ?/?(?P<off>{N})[ -](?P<uoff>days?|weeks?)[ "
            rf"-]off\b"
        ),
        read_on_off,
    ),
    (
        "on_off",
        (
            rf"\bfor (?:the first )?(?P<on>{N})(?: consecutive)?[ -](?P<uon>days?|"
            rf"weeks?) (?:of|in|out of|during) (?:each |every |an? |the "
            rf")?(?P<whole>{N})[ -]?(?P<uwhole>days?|weeks?)[ -](?:treatment "
            rf")?(?:cycles?|courses?|schedule)\b"
        ),
        read_part_of_cycle,
    ),
    (
        "cycle",
        (
            rf"\b(?:of|in|for|during|per|with|on) (?:each |every |an? "
            rf"|the |their |repeat(?:ed|ing) |continuous |subsequent )*(?P<a>{N})[ "
            rf"-]?(?P<ua>days?|weeks?)[ -](?:\w+ )?(?:cycles?|courses?|"
            rf"periods? cycle)\b"
            rf"|\b(?:each|every|an?) (?P<b>{N})[ -]?(?P<ub>days?|weeks?)[ "
            rf"-](?:\w+ )?(?:cycles?|courses?)\b"
            rf"|\b(?:treatment )?(?:cycles?|courses?|treatment)(?: \w+){{0,2}} "
            rf"(?:repeats?|(?:is|are|will be) repeated|repeated|repeating|"
            rf"is|are|of) (?:every|each) (?P<c>{N}) (?P<uc>days?|weeks?)\b"
            rf"|\b(?:each|every|one|1|a|the)? ?(?:treatment )?cycles? "
            rf"?(?:lengths? )?(?:\(|is|=|of|lasts?|being|consists of|will "
            rf"be|:|duration) *(?:=|is|of)? ?(?P<d>{N})[ -]?(?P<ud>days?|"
            rf"weeks?)\b\)?"
            rf"|\b(?:every )?(?P<e>{N})[ -]?(?P<ue>days?|weeks?)(?:,? "
            rf"(?:as|is|per) (?:an?|one|each|1)|[ -]+(?:treatment "
            rf")?)[ -]?(?:treatment )?cycles?\b"
        ),
        read_cycle,
    ),
    # "D3" alone is as often a vitamin: the short form is believed in a list, or before its cycle.
    (
        "days",
        (
            rf"(?<!vitamin )(?<!vit )\bd(?P<list>{DAY}(?:{DASH}{DAY})(?:{JOINT}{ONE})*|"
            rf"{DAY}(?:{JOINT}d?{DAY})+|{DAY}(?=[ ,/(]*(?:q\d|every|"
            rf"of each|of a)))(?![\w-])"
        ),
        read_days,
    ),
    (
        "days",
        (
            rf"(?<!\d )(?<!\d-)\b(?:on |at )?(?:the )?(?:study |treatment |cycle )?days? "
            rf"?\(?(?P<list>{DAY}(?:{DASH}{DAY})?(?:{JOINT}{ONE})*)\)?(?![\w-]*(?:hours?|"
            rf"days? cycle))"
        ),
        read_days,
    ),
    (
        "at",
        (
            rf"\b(?:at|on|in) (?:the )?(?P<u>weeks?|months?) (?P<list>{DAY}(?:{JOINT}(?:weeks?"
            rf" |months? )?{DAY})+)\b"
        ),
        read_at,
    ),
    (
        "every",
        (
            r"\bevery other day\b|\bevery second day\b|\bqod\b|\bq\.o\.d\.|"
            r"\bon alternate days\b"
        ),
        read_other_day,
    ),
    (
        "every",
        r"\bevery other week\b|\bevery second week\b|\bfortnightly\b|\bevery fortnight\b",
        read_fortnight,
    ),
    ("every", r"\b(?P<n>\d|two|three|four)[- ](?P<u>weekly|monthly)\b", read_every),
    ("every", rf"\b(?:once )?(?:every|each) (?P<n>{N}) ?-? ?(?P<u>{UNIT})\b", read_every),
    (
        "every",
        (
            r"\bq ?\.?(?P<n>\d{1,2}) ?(?P<u>h|hours?|hrs?|d|days?|w|wks?|"
            r"weeks?|months?|m)\b"
        ),
        read_short_every,
    ),
    (
        "times",
        (
            r"\b(?P<n>once|twice|thrice|(?:one|two|three|four|five|six|"
            r"\d)(?: ?\(\d\))?(?= ?(?:times?|x)\b))(?: ?(?:times?|x))?(?: "
            r"?(?:a|per|each|every|in a|/))?[ -]?(?P<per>day|daily|week|"
            r"weekly|month|monthly)\b"
        ),
        read_times,
    ),
    ("times", r"\b(?:every|each) (?P<per>day|night|evening|morning|week|month)\b", read_each),
    # "2,000 IU/d", "a weekly dose of 80 mg": an amount of a day, in we know not how many parts.
    (
        "times",
        rf"(?:(?<=\d) ?(?:{AMOUNT_UNIT})(?:/kg)?|\b{AMOUNT_NOUN})(?: ?/ ?| per | a | each )d(?:ay)?\b",
        lambda _: (0, "day"),
    ),
    ("times", r"\b(?P<per>daily|weekly|monthly) doses? of (?=\d)", read_adverb),
    (
        "times",
        (
            r"\b(?:q\.?d|b\.?i\.?d|t\.?i\.?d|q\.?i\.?d|q\.?h\.?s|t\.?i\.?w|"
            r"b\.?i\.?w|q\.?w|qm|tds|qds)\b\.?|\bOD\b(?! (?:tablets?|"
            r"capsules?))|(?<![\"“])\bBD\b"
        ),
        read_latin,
    ),
    (
        "times",
        (
            r"(?<![-])\b(?P<per>daily|nightly|weekly|monthly)\b(?!-)(?! "
            r"in (?:\w+ )?(?:split|divided)| (?:up-?)?titrat| increas|"
            r" escalat)"
        ),
        read_adverb,
    ),
    (
        "once",
        (
            r"\b(?:an? |one )?single(?:[ -](?:oral|intravenous|iv|sc|"
            r"subcutaneous|im|intramuscular|intravitreal|bolus|[\d.,]+ "
            r"?[a-zµ]+(?:/[a-z]+)?)){0,3}[ -](?:dose|injection|infusion|"
            r"administration|vaccination|bolus)\b(?![ -](?:levels?|escalation|"
            r"cohorts?|vial|ascending|\(sd\)))"
        ),
        read_true,
    ),
    (
        "length",
        (
            rf"\b(?:for|over|during)(?: a)?(?: total| duration| period)?(?: of)? "
            rf"(?P<most>up to |a maximum of |at most |maximum |no more "
            rf"than |maximum of )?(?:a (?:total|period) of |the first "
            rf")?(?P<n>{N})(?: consecutive)?[ -](?P<u>days?|weeks?|months?|"
            rf"years?|cycles?|courses?|doses?|injections?|infusions?)\b(?! "
            rf"(?:before|prior|after|of follow|follow))"
        ),
        read_length,
    ),
    (
        "length",
        (
            rf"(?P<most>\bup to |\ba maximum of )(?P<n>{N})[ -](?P<u>weeks?|"
            rf"months?|years?|cycles?|courses?)\b"
        ),
        read_length,
    ),
    (
        "until",
        (
            r"\b(?:until|up to the time of|in the absence of) (?P<words>(?:[^.;\n]|"
            r"\.(?=\d)){4,240})"
        ),
        read_until,
    ),
)
