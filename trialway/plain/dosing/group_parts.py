"""Which parts make one schedule, and what they mean together: parts ─▶ **Schedule** ─▶ read_schedules."""

import re
from itertools import pairwise
from typing import Any

import msgspec

from trialway.plain.dosing.group_rules import GROUPING
from trialway.plain.dosing.parts import SchedulePart
from trialway.plain.dosing.schedule import Schedule

_FURTHEST = 60
_BREAK = GROUPING["dosing.group.break"]
_ANOTHER_DOSE = GROUPING["dosing.group.another-dose"]
_NOT_GIVEN = GROUPING["dosing.group.not-given"]
_CHANGES = GROUPING["dosing.group.changes"]
_GIVEN = GROUPING["dosing.group.given"]
_PHASES = tuple((phase, GROUPING[f"dosing.phase.{phase}"]) for phase in ("loading", "maintenance"))
_EITHER = GROUPING["dosing.group.either"]
_ONLY_IF = GROUPING["dosing.group.only-if"]
_IS_DONE = GROUPING["dosing.group.is-done"]
_FOUND_ON = GROUPING["dosing.group.found-on"]
_GOES_ON = GROUPING["dosing.group.goes-on"]
SENTENCE_END = GROUPING["dosing.group.sentence-end"]
_FIRST_CYCLE = GROUPING["dosing.group.first-cycle"]
_THEREAFTER = GROUPING["dosing.group.thereafter"]


def group_parts(text: str, parts: list[SchedulePart]) -> list[list[SchedulePart]]:
    groups: list[list[SchedulePart]] = []
    for part in _without_contradictions(text, parts):
        if groups and _belongs(text, groups[-1], part):
            groups[-1].append(part)
        else:
            groups.append([part])
    return groups


def _without_contradictions(text: str, parts: list[SchedulePart]) -> list[SchedulePart]:
    """The parts, without two that contradict each other: ``once daily, 5 times per week``."""
    kept = list(parts)
    for place, (one, other) in enumerate(pairwise(parts)):
        if (
            one.kind == other.kind == "times"
            and _contradict(one, other)
            and len(text[one.end : other.start].strip(" ,(")) == 0
        ):
            kept[place] = SchedulePart("stop", one.start, one.end, True)
            kept[place + 1] = SchedulePart("stop", other.start, other.end, True)
    return kept


def _is_every_day(part: SchedulePart) -> bool:
    """``at the same time each day`` adds nothing to "once daily" before it."""
    return part.kind == "times" and part.value[0] == 0


def _contradict(one: SchedulePart, other: SchedulePart) -> bool:
    """``daily (twice a day)`` says one thing, the second time in full."""
    (times, per), (times_again, per_again) = one.value, other.value
    return per != per_again or (times != times_again and bool(times) and bool(times_again))


def _belongs(text: str, group: list[SchedulePart], part: SchedulePart) -> bool:
    last = group[-1]
    gap = text[last.end : part.start]
    if part.kind == "stop" or last.kind == "stop":
        # An unclear word spoils what it touches.
        return len(gap) <= 12 and not _BREAK.search(gap)
    if any(one.kind == part.kind and one.value == part.value for one in group) and len(gap) <= 3:
        return True
    if _is_every_day(part) and any(one.kind == "times" and one.value[1] == part.value[1] for one in group):
        return len(gap) <= 45 and not _BREAK.search(gap) and not _ANOTHER_DOSE.search(gap)
    if last.kind == "until" or any(one.kind == part.kind for one in group):
        return False
    if part.kind == "until":
        return (
            len(gap) <= 120
            and not re.search(r"[;\n]", gap)
            and (not SENTENCE_END.search(gap) or bool(_GOES_ON.search(gap)))
        )
    if re.search(r"\band\b", gap):
        return False
    return len(gap) <= _FURTHEST and not _BREAK.search(gap) and not _ANOTHER_DOSE.search(gap)


def without_first_cycles(text: str, groups: list[list[SchedulePart]]) -> list[list[SchedulePart]]:
    """``Day 1 Cycle 1 and thereafter on Day 1 of each 21-day cycle`` is one schedule, the second."""
    kept: list[list[SchedulePart]] = []
    for place, group in enumerate(groups):
        following = groups[place + 1] if place + 1 < len(groups) else None
        if following and [part.kind for part in group] == ["days"]:
            gap = text[group[-1].end : following[0].start]
            first = _FIRST_CYCLE.match(gap)
            if first and _THEREAFTER.fullmatch(gap[first.end() :]) and following[0].value == group[0].value:
                continue
        kept.append(group)
    return kept


def schedule_of(text: str, group: list[SchedulePart]) -> Schedule | None:
    kinds = {part.kind: part.value for part in group if not _is_every_day(part)} | {
        part.kind: part.value for part in group if _is_every_day(part) and not _times_in(group)
    }
    start, end = group[0].start, group[-1].end
    lead = _lead(text, start)
    if (
        "stop" in kinds
        or _NOT_GIVEN.search(lead)
        or _changes(lead)
        or (
            {"days"} == set(kinds) and _speaks_of_else(lead + text[end : end + 60].split(". ", maxsplit=1)[0])
        )
        or (group[0].kind == "days" and _FOUND_ON.search(lead))
        or _EITHER.search(lead)
        or _ONLY_IF.search(lead)
        or (group[-1].kind == "times" and _IS_DONE.match(text[end : end + 80]))
    ):
        return None
    values: dict[str, Any] = {"start": start, "end": end, "phase": _phase(lead)}
    if "times" in kinds:
        values["times"], values["per"] = kinds["times"]
    if "at" in kinds:
        values["at"], values["at_unit"] = kinds["at"]
    if "on_off" in kinds:
        values["days"], values["cycle"] = kinds["on_off"]
    for kind in ("days", "cycle", "every", "length", "until", "once"):
        if kind in kinds:
            values[kind] = kinds[kind]
    if "choice" in kinds:
        values |= kinds["choice"]
    return _tidy(Schedule(**values))


def _changes(lead: str) -> bool:
    found = list(_CHANGES.finditer(lead))
    return bool(found) and not re.search(
        r"\b(?:administered|given|received?|taken|oral(?:ly)?|intravenous(?:ly)?|subcutaneous(?:ly)?|iv"
        r"|sc|po)\b",
        found[-1]["rest"],
        re.IGNORECASE,
    )


def _speaks_of_else(around: str) -> bool:
    """Whether a sentence has days but no word of giving anything."""
    return len(around.split()) > 3 and not _GIVEN.search(around)


def _times_in(group: list[SchedulePart]) -> bool:
    return any(part.kind == "times" and not _is_every_day(part) for part in group)


def _phase(lead: str) -> str:
    """The phase that is named last before the schedule: loading or maintenance."""
    found = [(match.start(), name) for name, pattern in _PHASES for match in pattern.finditer(lead)]
    return max(found)[1] if found else ""


def _lead(text: str, start: int) -> str:
    """The words before, back to the last end of a sentence or semicolon."""
    before = text[max(0, start - 200) : start]
    return re.split(r"[;\n]|\.\s+(?=[A-Z])|:\s", before)[-1]


def _tidy(one: Schedule) -> Schedule | None:
    """The two parts as one, or nothing when they contradict each other."""
    one = _with_its_cycle(one)
    runs = one.days == tuple(range(one.days[0], one.days[-1] + 1)) if one.days else False
    if one.days and one.cycle and max(one.days) > one.cycle:
        return None
    if one.per == "week" and runs and len(one.days) > 7:
        # "weekly for 3 weeks, then 1 week off": not every day of the 3 weeks, and which day is not said.
        return None
    one = _without_doubles(_without_double_weeks(one))
    return _so_long_every(one) if one.every and one.per else one


def _with_its_cycle(one: Schedule) -> Schedule:
    """``day 1 Q3W`` is day 1 of a 21-day cycle; ``Q3W in 21-day cycles`` is every 3 weeks."""
    if one.every is None:
        return one
    if one.days and (one.cycle or one.every.days >= max(one.days)):
        return msgspec.structs.replace(one, cycle=one.cycle or one.every.days, every=None)
    same = bool(one.every.days) and one.every.days == one.cycle
    return msgspec.structs.replace(one, cycle=0) if same else one


def _without_double_weeks(one: Schedule) -> Schedule:
    """``QW`` beside days 1, 8 and 15 of a cycle is no news; ``weekly on days 1 and 4`` is a cycle."""
    if one.per != "week" or not one.days:
        return one
    if not one.cycle and max(one.days) <= 7:
        return msgspec.structs.replace(one, times=0, per="", cycle=7)
    apart = all(later - earlier >= 6 for earlier, later in pairwise(one.days))
    no_news = one.times <= 1 and len(one.days) > 1 and bool(one.cycle) and apart
    return msgspec.structs.replace(one, times=0, per="") if no_news else one


def _without_doubles(one: Schedule) -> Schedule:
    if one.per == "day" and not one.times and one.days:
        one = msgspec.structs.replace(one, per="")
    if one.once and (one.per or one.every or one.cycle):
        # "twice a day, a single dose is packaged in sachets"
        return msgspec.structs.replace(one, once=False)
    return msgspec.structs.replace(one, length=None, until="") if one.once else one


def _so_long_every(one: Schedule) -> Schedule | None:
    """``daily for 5 days every 3 weeks``; "twice every 3 weeks" is no way of giving that we can tell."""
    every, length = one.every, one.length
    if every and length and one.per == "day" and length.unit == "day" and 1 < length.days < every.days:
        days = tuple(range(1, length.days + 1))
        times = {"times": 0, "per": ""} if one.times <= 1 else {}
        return msgspec.structs.replace(one, days=days, cycle=every.days, every=None, length=None, **times)
    return None if one.times > 1 or one.length else msgspec.structs.replace(one, times=0, per="")
