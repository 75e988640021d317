"""Dosing schedules in a registry's words: text ─▶ parts ─▶ **schedules** ─▶ section ``given``.

Parts that are close together without a break make one schedule. What is unclear is left out: a schedule
that is shown must be right, one that is missed can be read in the record.
"""

import re

import msgspec

from trialway.plain.dosing.compare_schedules import one_way, without_repeats
from trialway.plain.dosing.group_parts import group_parts, schedule_of, without_first_cycles
from trialway.plain.dosing.parts import SchedulePart, find_parts
from trialway.plain.dosing.relate_schedules import relate_schedules
from trialway.plain.dosing.schedule import Schedule
from trialway.plain.dosing.whole_text_rules import WHOLE_TEXT

_AFTER_OR = WHOLE_TEXT["dosing.text.after-or"]
_LEVELS = WHOLE_TEXT["dosing.text.levels"]
_STEPS = WHOLE_TEXT.any_of("dosing.text.steps.")
# "days 1 and 15, then every months": what comes after was not read, and without it the rest is wrong.
_GOES_ON = WHOLE_TEXT["dosing.text.goes-on"]
_IN_TIME = WHOLE_TEXT["dosing.text.in-time"]
_NOTHING_GIVEN = WHOLE_TEXT.any_of("dosing.text.nothing-given.")
_CYCLES = WHOLE_TEXT["dosing.text.cycles"]
_NUMBERED_CYCLE = WHOLE_TEXT["dosing.text.numbered-cycle"]
_OF_EACH_CYCLE = WHOLE_TEXT["dosing.text.of-each-cycle"]
_OF_A_CYCLE = WHOLE_TEXT["dosing.text.of-a-cycle"]
_NUMBER_OF_CYCLES = WHOLE_TEXT["dosing.text.number-of-cycles"]
_SENTENCE_END = re.compile(r"[.;]\s")


def only_cycle(text: str) -> int:
    """The length of the cycle in days, where the text states one and no other; 0 otherwise."""
    if not _CYCLES.search(text) or _NUMBERED_CYCLE.search(text):
        return 0
    lengths = {part.value for part in find_parts(text) if part.kind == "cycle"}
    return int(str(lengths.pop())) if len(lengths) == 1 else 0


def read_schedules(text: str, cycle: int = 0) -> tuple[Schedule, ...]:
    """The schedules of a text in text order, each with its place; none that states only a duration.

    ``cycle``: the length in days of the cycle that a longer text around this one states.
    """
    every = find_parts(text)
    if not every or any(part.kind == "unsure" for part in every):
        return ()
    parts = [part for part in every if part.kind != "skip"]
    groups = without_first_cycles(text, group_parts(text, parts))
    shared = _share_cycle(text, [schedule_of(text, group) for group in groups])
    shared = [one and _in_cycle(one, cycle) for one in shared]
    found = [one for one in shared if one is not None and one.says_when and not _of_unknown_cycle(text, one)]
    if len(found) > 1:
        # "single injection" beside days of its own is one injection on each of them.
        found = [one for one in found if not one.once or one.days]
    if found and _AFTER_OR.search(text[: found[0].start]):
        # The first of two ways was not read: the second alone would mislead.
        return ()
    if len(found) > 1 and _LEVELS.search(text):
        found = found[:1]
    if _STEPS.search(text):
        found = _of_steps(found, parts)
    related = without_repeats(relate_schedules(text, found))
    if _goes_on_unread(text, [one for one in shared if one is not None], related):
        return ()
    return one_way(related)


def _of_steps(found: list[Schedule], parts: list[SchedulePart]) -> list[Schedule]:
    """Of a dose that is raised or lowered, only what is the same in every step."""
    ways = [part.value for part in parts if part.kind == "times"]
    if all(one.days or one.at or one.once for one in found):
        # "Escalating doses on day 1 of each cycle" are raised from one person to the next.
        return found
    if len({per for _, per in ways}) > 1 or any(one.days or one.at or one.once for one in found):
        return []
    if len({(one.every, one.other, one.cycle) for one in found}) > 1:
        return []
    times = {number for number, _ in ways}
    steady = min(times) if len(times) == 1 else 0
    first = msgspec.structs.replace(found[0], length=None, until="", phase="")
    return [msgspec.structs.replace(first, times=steady) if first.per else first]


def _goes_on_unread(text: str, read: list[Schedule], schedules: list[Schedule]) -> bool:
    for one in schedules:
        after = _GOES_ON.match(text[one.end :])
        if after is None or not _IN_TIME.search(after["rest"]) or _NOTHING_GIVEN.search(after["rest"]):
            continue
        if not any(one.end <= other.start <= one.end + after.end() for other in read):
            return True
    return False


def _in_cycle(one: Schedule, cycle: int) -> Schedule:
    fits = bool(one.days) and not one.cycle and one.days[0] >= 1 and max(one.days) <= cycle
    return msgspec.structs.replace(one, cycle=cycle) if fits else one


def _of_unknown_cycle(text: str, one: Schedule) -> bool:
    """Whether a schedule has days of a cycle whose length is not stated."""
    if not one.days or one.cycle:
        return False
    around = text[max(0, one.start - 30) : one.start] + " " + text[one.end : one.end + 25]
    counted = _NUMBER_OF_CYCLES.search(_SENTENCE_END.split(text[one.end :])[0])
    return bool(counted or _OF_A_CYCLE.search(_SENTENCE_END.split(around)[0]))


def _share_cycle(text: str, found: list[Schedule | None]) -> list[Schedule | None]:
    """The schedules, with a cycle that is stated later given to the days before it: ``… on day 1. Courses
    repeat every 21 days``."""
    cycles = [one for one in found if one is not None and one.cycle and not one.says_when]
    shared = list(found)
    for cycle in cycles:
        for place, one in enumerate(shared):
            if (
                one is None
                or one.cycle
                or (one.end > cycle.start and not _OF_EACH_CYCLE.match(text[one.end :]))
            ):
                continue
            if one.days and max(one.days) <= cycle.cycle and one.days[0] >= 1:
                shared[place] = msgspec.structs.replace(
                    one, cycle=cycle.cycle, until=one.until or cycle.until
                )
    return shared
