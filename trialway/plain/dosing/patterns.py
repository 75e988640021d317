"""How times are written in registries: the table of **patterns and what they mean** ─▶ schedule_parts.

What stands first takes its words first: a range of days before a list of days, what only looks like a
schedule before anything else.
"""

from trialway.plain.dosing.false_matches import LOOKALIKES, Rule
from trialway.plain.dosing.values import (
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

RULES: tuple[Rule, ...] = (
    *LOOKALIKES,
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
            rf"(?<!\d )(?<!\d-)(?<!per )(?<!each )(?<!a )(?<!/)\b(?:on |at )?(?:the )?(?:study "
            rf"|treatment |cycle )?days? "
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
    (
        "every",
        rf"(?:(?<=doses )|(?<=injections )|(?<=administrations ))(?P<n>{N})[- ](?P<u>{UNIT}) apart\b",
        read_every,
    ),
    ("every", rf"\b(?:once )?(?:every|each) (?P<n>{N}) ?-? ?(?P<u>{UNIT})\b(?![ -]periods?\b)", read_every),
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
            r"\b(?:(?:administered|given|injected|infused|taken|dosed)(?: (?!be|been|at|every)\w+){0,2} "
            r"once\b"
            r"(?= (?:before|during|at the (?:start|end|beginning) of|immediately|on (?:study )?day)|[.;,]|$)"
            r"|(?:an? |one )?single(?:[ -](?:oral|intravenous|iv|sc|"
            r"subcutaneous|im|intramuscular|intravitreal|intrathecal|intracoronary|intra-?articular|slow|bolus|"
            r"[\d.,]+ ?[a-zµ]+(?:/[a-z]+)?)){0,3}[ -](?:dose|injection|infusion|"
            r"administration|vaccination|bolus)\b(?![ -](?:levels?|escalation|"
            r"cohorts?|vial|ascending|\(sd\))))"
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
