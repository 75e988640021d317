"""How a time before a moment is written: "within the last 4 weeks", "3 months ago", "at least 28 days since".

normalised text ─▶ **the times in it** ─▶ time_windows, which decides what each is a time of.
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
from trialway.criteria.readers.duration_rules import DURATIONS

# Each way of writing a time, with letters that a text must hold for it to be worth a search; most hold none.
_WAYS: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (DURATIONS.any_of("duration.within."), ("within", "in ≤", "in <")),
    (
        DURATIONS.any_of("duration.last."),
        ("last", "past", "previous", "prior", "preceding", "most recent"),
    ),
    (
        DURATIONS["duration.before"],
        ("prior", "before", "preced", "previous", "ago", "earlier", " of ", "from"),
    ),
    (DURATIONS["duration.the-unit-before"], ("the year", "the month", "the week", "the day")),
    (DURATIONS["duration.since"], ("≥", ">")),
    (DURATIONS["duration.wash-out"], ("washout", "wash-out", "wash out")),
    (DURATIONS["duration.elapsed"], ("elapsed", "passed")),
    (DURATIONS["duration.recent"], ("recent",)),
    (DURATIONS.any_of("duration.less-than."), ("<",)),
)
_BEFORE = DURATIONS["duration.before"]
# A time in full, or short after its number: without one the patterns need not be tried.
_TIMES = ("day", "week", "month", "year", "hour")
_SHORT = re.compile(r"(?:[0-9)]|one|two|three|four|five|six|seven|eight|nine|ten|twelve)[ )-]{0,3}[hdwmy]")
_TIMED = re.compile(rf"(?:{COUNT})[ )-]{{0,3}}(?:\(\d|calendar|full|consecutive|complete|{TIME_UNIT})")
_UNCOUNTED = re.compile(
    r"(?:last|past|previous|prior|preceding|within|within an?|the) (?:year|month|week|day|24 h)"
)


def times_in(text: str) -> Iterator[re.Match[str]]:
    """All times in a text, ordered by the way they are written; they may overlap."""
    if not _may_tell(text):
        return
    for pattern, needles in _WAYS:
        if contains_any(text, needles):
            # This one starts with the amount itself.
            yield from (
                number_positions(pattern, text, "≤<≥>") if pattern is _BEFORE else pattern.finditer(text)
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
