"""The time words of a text that its schedules leave unread: text, schedules ─▶ **words that could change
them** ─▶ regimen.

A wrong calendar is worse than none. The tables of patterns cover some wordings; others are known only to use
words of time, of order and of change. One such word that is neither in a schedule nor known to be harmless,
and no schedule is shown.

How much is harmless depends on the schedule. "Twice a day" stays true through cohorts, dose steps and
durations, unless another frequency is stated; days of a cycle, weeks between doses and a single dose do
not.
"""

import re
from collections.abc import Callable, Sequence
from typing import Any

from trialway.plain.dosing.doubtful_time_words import DOUBTS
from trialway.plain.dosing.harmless_time_words import HARMLESS, HARMLESS_IF
from trialway.plain.dosing.parts import SchedulePart
from trialway.plain.dosing.schedule import Schedule, Span

_HARMLESS = HARMLESS.any_of()
_LASTS = HARMLESS_IF.any_of("dosing.harmless-if.")
_ON_LISTED_DAYS = HARMLESS_IF["dosing.harmless-on-days.doses"]
_ON_A_CHOICE = HARMLESS_IF["dosing.harmless-beside-choice.frequency"]
_PHASE_WORDS = {
    "loading": HARMLESS_IF["dosing.harmless-in-phase.loading"],
    "maintenance": HARMLESS_IF["dosing.harmless-in-phase.maintenance"],
}
_THEN = DOUBTS["dosing.then"]
_PARTED = DOUBTS.any_of("dosing.parted.")
_WHEN = ("times", "every", "days", "at", "cycle", "once", "choice", "on_off")
_DOUBTS = {
    "rhythm": DOUBTS.any_of("dosing.doubt.rhythm."),
    "interval": DOUBTS.any_of("dosing.doubt.rhythm.", "dosing.doubt.order."),
    "point": DOUBTS.any_of("dosing.doubt."),
}


def unparsed_time_words(text: str, schedules: Sequence[Schedule], parts: Sequence[SchedulePart]) -> list[str]:
    """The words of a text, outside its schedules, that could change them."""
    read_spans = [(part.start, part.end) for part in parts if any(_says(one, part) for one in schedules)]
    kind = max((_kind(one) for one in schedules), key=list(_DOUBTS).index)
    unread = _blank(_HARMLESS, _without(text, read_spans))
    unread = _blank(_ON_LISTED_DAYS, unread) if any(len(one.days) > 1 for one in schedules) else unread
    unread = (
        _blank(_ON_A_CHOICE, unread) if any(one.other or one.phase == "or" for one in schedules) else unread
    )
    for phase in {one.phase for one in schedules} & _PHASE_WORDS.keys():
        unread = _blank(_PHASE_WORDS[phase], unread)
    if kind != "point":
        unread = _blank(_LASTS, unread)
    other = [unread[part.start : part.end] for part in parts if part.kind in _WHEN]
    return [words for words in other if words.strip()] + [
        match[0] for match in _DOUBTS[kind].finditer(unread)
    ]


def _blank(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda found: " " * len(found[0]), text)


def contradicts(schedules: Sequence[Schedule], parts: Sequence[SchedulePart]) -> bool:
    """Whether another text on the same treatment states a time of giving that these schedules do not."""
    return any(part.kind in _WHEN and not any(_says(one, part) for one in schedules) for part in parts)


def speaks_of_order(text: str, schedules: Sequence[Schedule]) -> bool:
    """Whether words beside no name put the schedules into one part of the trial."""
    return any(_kind(one) != "rhythm" for one in schedules) and bool(_PARTED.search(_HARMLESS.sub(" ", text)))


def _kind(one: Schedule) -> str:
    """Which words can make a schedule untrue: ``rhythm``, ``interval`` or ``point``."""
    if one.once or one.at or (one.days and not one.cycle):
        return "point"
    daily = one.per == "day" or (one.every is not None and one.every.unit == "hour")
    return "rhythm" if daily and not one.days and not one.cycle else "interval"


def _without(text: str, spans: Sequence[tuple[int, int]]) -> str:
    letters = list(text)
    for start, end in spans:
        letters[start:end] = " " * (end - start)
    return "".join(letters)


def _says(one: Schedule, part: SchedulePart) -> bool:
    if one.start <= part.start and part.end <= one.end and part.kind in _WHEN:
        return True
    reader = _SAID.get(part.kind)
    return reader is not None and reader(one, part.value)


def _says_times(one: Schedule, value: tuple[int, str]) -> bool:
    """``BID`` is said by "every 12 hours", ``daily`` by "twice a day"."""
    if one.every and one.every.unit == "hour":
        return value == (24 / one.every.amount, "day")
    return value in ((one.times, one.per), (0, one.per))


def _says_every(one: Schedule, value: Span) -> bool:
    if value.unit == "hour" and value.amount * one.times == 24:
        return one.per == "day"
    return value == one.every or value.days == one.cycle > 0


def _says_days(one: Schedule, value: tuple[int, ...]) -> bool:
    return value == one.days or (not one.cycle and set(value) <= set(one.days))


_SAID: dict[str, Callable[[Schedule, Any], bool]] = {
    "times": _says_times,
    "every": _says_every,
    "days": _says_days,
    "cycle": lambda one, value: bool(value == one.cycle),
    "once": lambda one, _: one.once or bool(one.days and not one.cycle),
    "length": lambda _one, _value: True,
    "until": lambda _, value: not _THEN.search(value),
}
