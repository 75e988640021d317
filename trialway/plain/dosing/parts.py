"""The parts of schedules in a text: text ─▶ **parts with their places** ─▶ read_schedules.

A range of days is tried before a list of days: "Days 1-14" are fourteen days, not two.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from trialway.plain.dosing.part_context_rules import PART_CONTEXT
from trialway.plain.dosing.patterns import ROWS, RULES


@dataclass(frozen=True)
class SchedulePart:
    """``kind``: days, cycle, times, every, at, once, length, until, on_off; ``value`` as the kind needs it.

    ``stop`` is no schedule and invalidates the parts that it touches; ``unsure`` ("every 2 or 4 weeks")
    invalidates the whole text.
    """

    kind: str
    start: int
    end: int
    value: Any


# "from day 0 up to week 48", "beginning on day 1": not the days of a dose.
_NOT_ON = PART_CONTEXT["dosing.context.not-on"]
# "3-5 times a day": the second number of two; "day 1?14": the first.
_TO_THIS = PART_CONTEXT["dosing.context.to-this"]
_FROM_THIS = PART_CONTEXT["dosing.context.from-this"]
# "enough tablets for 3 months": how much is handed out at a time.
_SUPPLY = PART_CONTEXT["dosing.context.supply"]
_OF_A_NOUN = PART_CONTEXT["dosing.context.of-a-noun"]
_A_NOUN = PART_CONTEXT["dosing.context.a-noun"]
_OR_ON = PART_CONTEXT["dosing.context.or-on"]
# No pattern for what stands before looks further back; all of a long text would be read for each part.
_LEAD = 160
_COMPILED = tuple((row.kind, RULES[row.id], row.read) for row in ROWS)


# What every rule needs at least one of; most names have none of it, and are passed over at once.
_OF_TIME = re.compile(
    r"\bd ?\d|\d ?[dwh]\b|/ ?d\b|per d\b|day|dai?ly|cycle|course|wk|hour|hr|month|week|night|year|once"
    r"|twice|thrice|single|booster|needed|required|demand|indicated|prn"
    r"|fortnight|alternate|until|absence|up to|\b[btq]\.?i\.?[dw]|\bq|\bod\b|\bbd\b|tds|every|each|a maximum",
    re.IGNORECASE,
)


@lru_cache(maxsize=1 << 10)
def find_parts(text: str) -> tuple[SchedulePart, ...]:
    """All parts in text order; where rules overlap, the first one takes the words.

    Cached, because the groups of a trial share the words on their interventions.
    """
    taken: list[SchedulePart] = []
    if not _OF_TIME.search(text):
        return ()
    for kind, pattern, read in _COMPILED:
        for match in pattern.finditer(text):
            if any(match.start() < part.end and part.start < match.end() for part in taken):
                continue
            taken += _part(kind, match, read)
    return tuple(_skipped_on(text, sorted(taken, key=lambda part: part.start)))


def _skipped_on(text: str, parts: list[SchedulePart]) -> list[SchedulePart]:
    """The parts, with days after a start and "or" as starts too: ``starting on day 1 of X or day 1 of Y``."""
    found: list[SchedulePart] = []
    for part in parts:
        last = found[-1] if found else None
        if (
            last
            and last.kind == "skip"
            and part.kind == "days"
            and _OR_ON.fullmatch(text[last.end : part.start])
        ):
            part = SchedulePart("skip", part.start, part.end, part.value)
        found.append(part)
    return found


def _part(kind: str, match: re.Match[str], read: Callable[[re.Match[str]], object]) -> Iterator[SchedulePart]:
    value = read(match)
    before = match.string[max(0, match.start() - _LEAD) : match.start()]
    if kind in ("times", "every", "once") and _TO_THIS.search(before):
        value = None
    if kind == "length" and _SUPPLY.search(before):
        return
    if kind == "days" and _FROM_THIS.match(match.string, match.end()):
        value = None
    adverb = kind == "times" and match[0].lower() in ("daily", "weekly", "monthly", "nightly")
    if adverb and _OF_A_NOUN.search(before) and _A_NOUN.match(match.string, match.end()):
        # "their daily glucose plan", "of weekly paclitaxel": of a thing, and perhaps of another one.
        value = None
    if kind == "days" and _NOT_ON.search(before):
        kind = "skip"
    yield SchedulePart(kind if value else "stop", match.start(), match.end(), value)
