"""How times before a moment are written: **the table** ─▶ durations.

An amount of time is in the groups ``an`` and ``au`` (or ``bn`` and ``bu``), a time without a number in
``one`` or ``one2``, a sign before it in ``sign``, ``sign2`` or ``since``.
"""

from trialway.criteria.cues import COUNT, TIME_UNIT
from trialway.language_rules import LanguageRule, RuleTable


def _time(name: str) -> str:
    """An amount of time, in the groups ``<name>n`` and ``<name>u``."""
    return (
        rf"(?:{COUNT} ?(?:-|to) ?)?(?P<{name}n>{COUNT})(?: ?\(\d{{1,3}}\))? ?-?"
        rf"(?:calendar |consecutive |full |complete )?(?P<{name}u>{TIME_UNIT})"
    )


BACK = r"(?:last|past|previous|prior|preceding|most recent)"
_ANCHOR = (
    r"(?: ?\([^)]{1,40}\))?(?: or (?:\w{1,8} )?\w{1,8} half[ -]li(?:ves"
    r"|fe)[^,;.]{0,30})? ?(?:prior|before|preceding|previous to|previously"
    r"|of (?:the )?(?:screening|enrol|random|baseline|study|visit|inclusion|first|index|consent)"
    r"|from (?:the )?(?:screening|enrol|random|baseline|study|visit|first)|ago\b|earlier)"
)

DURATIONS = RuleTable(
    LanguageRule(
        "duration.within.signed",
        rf"\b(?:within|in) (?:the |a |about |approximately )?(?:(?:{BACK}|period of"
        rf"|timeframe of)(?: of)? )?(?P<sign>[≤<]) ?{_time('a')}",
        "Within less than an amount of time.",
        example="within the last ≤ 4 weeks",
        counter_example="within ≤ 4 cm",
    ),
    LanguageRule(
        "duration.within.amount",
        rf"\bwithin (?:the |a |an |about |approximately )?(?:{BACK} |period of )?{_time('b')}",
        "Within an amount of time.",
        example="within the past 6 months",
        counter_example="within 6 cycles",
    ),
    LanguageRule(
        "duration.within.unit-before",
        rf"\bwithin (?:the |a )?(?:{BACK} )?(?P<one>{TIME_UNIT})(?= (?:prior|before|preceding|of))",
        "Within one unit of time before something.",
        example="within a month prior",
        counter_example="within a month after",
    ),
    LanguageRule(
        "duration.within.last-unit",
        rf"\bwithin (?:the )?{BACK} (?P<one2>year|month|week|day)\b",
        "Within the last unit of time.",
        example="within the past year",
        counter_example="within the same year",
    ),
    LanguageRule(
        "duration.last.amount",
        rf"(?:\b(?:in|during|over|for|at|through(?:out)?|any time in|from) )?\b(?:the |his |her "
        rf"|their )?{BACK} (?:(?:[≤<] ?)?{_time('a')}|(?P<one>year|month|week|day|24 h)\b(?! of\b))",
        "In the last amount or unit of time.",
        example="in the past year",
        counter_example="in the first year",
    ),
    LanguageRule(
        "duration.last.number-first",
        rf"\b(?:in|during|over|within|for) (?:the )?(?P<bn>{COUNT}) {BACK} (?P<bu>{TIME_UNIT})",
        "The number stands before last.",
        example="during the 3 previous months",
        counter_example="during the 3 previous cycles",
    ),
    LanguageRule(
        "duration.before",
        rf"(?P<sign>[≤<≥>])? ?\b{_time('a')}(?={_ANCHOR})",
        "An amount of time before something, or ago.",
        example="≤ 28 days before randomization",
        counter_example="28 days after randomization",
    ),
    LanguageRule(
        "duration.the-unit-before",
        r"\b(?:in|during|within) the (?P<one>year|month|week|day)(?= (?:preceding|prior|before))",
        "In the unit of time before something.",
        example="in the month preceding inclusion",
        counter_example="in the month of inclusion",
    ),
    LanguageRule(
        "duration.since",
        rf"(?P<since>[≥>]) ?{_time('a')} ?(?:\([^)]{{1,30}}\) )?(?:has |have |must have "
        rf"|should have )?(?:elapsed |passed )?(?:since|after|from|following) (?:the )?(?:last|prior"
        rf"|previous|completion|end|receiving|any|most recent|stopping|discontinuation|their|surgery"
        r"|treatment|radio|chemo|(?:\w{1,14} ){0,3}transplant\w{0,5}|vaccin|immuni[sz]ation|immunotherap)",
        "At least so long since something.",
        example="≥ 4 weeks since last dose",
        counter_example="≥ 4 weeks of treatment",
    ),
    LanguageRule(
        "duration.wash-out",
        rf"(?P<since>\bwash-? ?out)(?: periods?| phase| times?)?"
        rf"(?: (?:of|for|lasting|is|must be))? ?\(?[≥>]? ?{_time('a')}",
        "A wash-out and how long it lasts.",
        example="washout period of ≥ 4 weeks",
        counter_example="washout of the medicine, 4 weeks",
    ),
    LanguageRule(
        "duration.elapsed",
        rf"\b(?P<since>(?:≥ ?)?){_time('a')} (?:has|have|must have|should have) (?:elapsed|passed)",
        "So much time must have passed.",
        example="3 weeks must have elapsed",
        counter_example="3 weeks must have been completed",
    ),
    LanguageRule(
        "duration.recent",
        rf"\brecent(?:ly)?\b(?:(?!life|surviv)[^.;<≤]){{1,70}}(?P<sign>[<≤]) ?{_time('a')}",
        "Something recent, and in brackets how recent.",
        example="recent stroke (< 3 months)",
        counter_example="recent stroke (3 months)",
    ),
    LanguageRule(
        "duration.less-than.onset",
        rf"\b(?:since|onset|diagnosed|recent) \(?(?P<sign><) ?{_time('a')}",
        "Since less than an amount of time.",
        example="diagnosed < 6 months",
        counter_example="diagnosed at age < 6 years",
    ),
    LanguageRule(
        "duration.less-than.use",
        rf"(?P<sign2><) ?{_time('b')}(?= (?:use|since)\b)",
        "Less than an amount of time of use, or since.",
        example="< 2 months since",
        counter_example="< 2 months old",
    ),
)
