"""How a time ago is written: "within the last 4 weeks", "3 months ago", "at least 28 days since".

words ─▶ **the times in them** ─▶ windows, which asks what each is a time of.
"""

import re
from collections.abc import Iterator

from trialway.criteria.cues import (
    COUNT,
    TIME_UNIT,
    contains_any,
    has_numbers,
    number_positions,
    parse_number,
    time_unit,
)


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
_WINDOWS = (
    # within (the last) 4 weeks (prior to …)
    re.compile(
        rf"\b(?:within|in) (?:the |a |about |approximately )?(?:(?:{BACK}|period of"
        rf"|timeframe of)(?: of)? )?(?P<sign>[≤<]) ?{_time('a')}|\bwithin (?:the |a |an |about "
        rf"|approximately )?(?:{BACK} |period of )?{_time('b')}|\bwithin (?:the "
        rf"|a )?(?:{BACK} )?(?P<one>{TIME_UNIT})(?= (?:prior|before|preceding|of))"
        rf"|\bwithin (?:the )?{BACK} (?P<one2>year|month|week|day)\b"
    ),
    # in the past year; during the last 3 months
    re.compile(
        rf"(?:\b(?:in|during|over|for|at|through(?:out)?|any time in|from) )?\b(?:the |his |her "
        rf"|their )?{BACK} (?:(?:[≤<] ?)?{_time('a')}|(?P<one>year|month|week|day|24 h)\b(?! of\b))"
        rf"|\b(?:in|during|over|within|for) (?:the )?(?P<bn>{COUNT}) {BACK} (?P<bu>{TIME_UNIT})"
    ),
    # ≤ 28 days before; 4 weeks prior to; 3 months ago
    re.compile(rf"(?P<sign>[≤<≥>])? ?\b{_time('a')}(?={_ANCHOR})"),
    # in the month preceding; during the 5 years before
    re.compile(r"\b(?:in|during|within) the (?P<one>year|month|week|day)(?= (?:preceding|prior|before))"),
    # at least 4 weeks since …
    re.compile(
        rf"(?P<since>[≥>]) ?{_time('a')} ?(?:\([^)]{{1,30}}\) )?(?:has |have |must have "
        rf"|should have )?(?:elapsed |passed )?(?:since|after|from|following) (?:the )?(?:last|prior"
        rf"|previous|completion|end|receiving|any|most recent|stopping|discontinuation|their|surgery"
        rf"|treatment|radio|chemo)"
    ),
    re.compile(rf"\b(?P<since>(?:≥ ?)?){_time('a')} (?:has|have|must have|should have) (?:elapsed|passed)"),
    # recent stroke (< 3 months)
    re.compile(rf"\brecent(?:ly)?\b(?:(?!life|surviv)[^.;<≤]){{1,70}}(?P<sign>[<≤]) ?{_time('a')}"),
    # for less than 3 months; < 2 months
    re.compile(
        rf"\b(?:since|onset|diagnosed|recent) \(?(?P<sign><) ?{_time('a')}"
        rf"|(?P<sign2><) ?{_time('b')}(?= (?:use|since)\b)"
    ),
)
# What a text must hold for each pattern to be worth a search; most hold none.
_NEEDLES: tuple[tuple[str, ...], ...] = (
    ("within", "in ≤", "in <"),
    ("last", "past", "previous", "prior", "preceding", "most recent"),
    ("prior", "before", "preced", "previous", "ago", "earlier", " of ", "from"),
    ("the year", "the month", "the week", "the day"),
    ("≥", ">"),
    ("elapsed", "passed"),
    ("recent",),
    ("<",),
)
# A time in full, or short after its number: without one the patterns need not be tried.
_TIMES = ("day", "week", "month", "year", "hour")
_SHORT = re.compile(r"(?:[0-9)]|one|two|three|four|five|six|seven|eight|nine|ten|twelve)[ )-]{0,3}[hdwmy]")
_TIMED = re.compile(rf"(?:{COUNT})[ )-]{{0,3}}(?:\(\d|calendar|full|consecutive|complete|{TIME_UNIT})")
_UNCOUNTED = re.compile(
    r"(?:last|past|previous|prior|preceding|within|within an?|the) (?:year|month|week|day|24 h)"
)


def times_in(text: str) -> Iterator[re.Match[str]]:
    """Every time written in one of these ways, those of one way after those of another; they may overlap."""
    if not _may_tell(text):
        return
    for needles, pattern in zip(_NEEDLES, _WINDOWS, strict=True):
        if contains_any(text, needles):
            # The third starts with the amount itself.
            yield from (
                number_positions(pattern, text, "≤<≥>") if pattern is _WINDOWS[2] else pattern.finditer(text)
            )


def _may_tell(text: str) -> bool:
    if contains_any(text, _TIMES):
        return has_numbers(text) or bool(_UNCOUNTED.search(text))
    if not _SHORT.search(text):
        return False
    return (has_numbers(text) and bool(_TIMED.search(text))) or bool(_UNCOUNTED.search(text))


def length_of(groups: dict[str, str | None]) -> tuple[float, str]:
    """``(4, "week")`` of the groups of a match."""
    unit = groups.get("au") or groups.get("bu") or groups.get("one") or groups.get("one2") or "d"
    return parse_number(groups.get("an") or groups.get("bn") or "one"), time_unit(unit)
