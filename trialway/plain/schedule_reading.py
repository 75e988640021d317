"""Dosing schedules out of a registry's words: text ─▶ parts ─▶ **read_schedules** ─▶ section ``given``.

Parts that stand close together without a break make one schedule. What is unclear is left out: a schedule
that is told must be right, one that is missed can be read in the record.
"""

import re
from collections.abc import Iterator

import msgspec

from trialway.plain.schedule import Schedule, bare
from trialway.plain.schedule_grouping import SENTENCE_END, group_parts, schedule_of, without_first_cycles
from trialway.plain.schedule_parts import Part, parts_in

# A text with more unrelated schedules than this tells of several parts of a trial.
MOST = 3
_AFTER_OR = re.compile(
    r"\b(?:or|alternatively)(?: [\d.,/()]+ ?(?:mg|mcg|g|µg|ml)?[\w/]*)? ?(?:po |orally |iv )?$", re.IGNORECASE
)
# What follows the first way of giving are the steps down or up from it.
_LEVELS = re.compile(r"\bde-?escalat|\bdose reductions?\b|\breduced dose", re.IGNORECASE)
# The dose does not stay as it is: how long one step lasts is not how long the treatment lasts.
_STEPS = re.compile(r"escalat|increas|titrat|taper|up-?dos|step-?up|build-?up", re.IGNORECASE)
_OF_EACH_CYCLE = re.compile(
    r"\W{0,3}(?:of|in|for|during)? ?(?:each|every|the|a|per)(?: treatment)? cycles?\b", re.IGNORECASE
)
_AND_ANOTHER = re.compile(
    r",? ?(?:and|&)(?: (?:another|a second|again|second|the second|a third|once|one|single|dose|injection|infusion|one|of|the|it))* ",
    re.IGNORECASE,
)
_AFTERWARDS = re.compile(r"[ ,(]*(?:there|here)?after(?:wards)?\b(?! (?:the|a|an|each|meals?|food|breakfast))", re.IGNORECASE)
_RELATIONS = (
    ("then", re.compile(r"\b(?:then|followed by|thereafter|subsequently|after that)\b", re.IGNORECASE)),
    ("or", re.compile(r"\bor\b", re.IGNORECASE)),
)


def read_schedules(text: str) -> tuple[Schedule, ...]:
    """The schedules of a text in its order, each with its place; none that says only how long."""
    parts = parts_in(text)
    if any(part.kind == "unsure" for part in parts):
        return ()
    parts = [part for part in parts if part.kind != "skip"]
    groups = without_first_cycles(text, group_parts(text, parts))
    shared = _share_cycle(text, [schedule_of(text, group) for group in groups])
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
    found = _joined_days(text, _without_totals(text, found))
    related = _without_same_choice(_without_repeats(list(_related(text, found))))
    return (
        tuple(related) if sum(not one.phase for one in related) <= MOST and len(related) <= MOST + 1 else ()
    )


def _of_steps(found: list[Schedule], parts: list[Part]) -> list[Schedule]:
    """Of a dose that is raised or lowered, only what is the same at every step."""
    ways = [part.value for part in parts if part.kind == "times"]
    if all(one.days or one.at or one.once for one in found):
        # "Escalating doses on day 1 of each cycle" are raised from one person to the next.
        return found
    if len({per for _, per in ways}) > 1 or any(one.days or one.at or one.once for one in found):  # type: ignore[misc]
        return []
    if len({(one.every, one.other, one.cycle) for one in found}) > 1:
        return []
    times = {number for number, _ in ways}  # type: ignore[misc]
    steady = min(times) if len(times) == 1 else 0
    first = msgspec.structs.replace(found[0], length=None, until="", phase="")
    return [msgspec.structs.replace(first, times=steady) if first.per else first]


def _joined_days(text: str, found: list[Schedule]) -> list[Schedule]:
    """``one on day 1 and another one on day 3`` are two days of one schedule."""
    joined: list[Schedule] = []
    for one in found:
        last = joined[-1] if joined else None
        if last and _AND_ANOTHER.fullmatch(text[last.end : one.start]) and _only_days(last) and _only_days(one):
            days = tuple(sorted({*last.days, *one.days}))
            joined[-1] = msgspec.structs.replace(one, days=days, start=last.start)
        else:
            joined.append(one)
    return joined


def _only_days(one: Schedule) -> bool:
    return bare(one) == Schedule(days=one.days, once=one.once) and bool(one.days)


def _without_same_choice(found: list[Schedule]) -> list[Schedule]:
    """``100 mg/day or 2 mg/kg/day`` is a choice of doses, and one way of giving."""
    return [
        msgspec.structs.replace(one, phase="") if one.phase == "or" and not place else one
        for place, one in enumerate(found)
    ]


def _of_unknown_cycle(text: str, one: Schedule) -> bool:
    """Days of a cycle whose length no word says."""
    around = text[max(0, one.start - 30) : one.start] + " " + text[one.end : one.end + 25]
    return bool(
        one.days
        and not one.cycle
        and re.search(r"\b(?:cycles?|C1|of weeks?)\b|-cycle", re.split(r"[.;]\s", around)[0], re.IGNORECASE)
    )


def _without_totals(text: str, found: list[Schedule]) -> list[Schedule]:
    """``900 mg daily (300 mg three times daily)``: the first is a total, not a way of giving."""
    return [
        one
        for place, one in enumerate(found)
        if not (
            text[one.start : one.end].lower() == "daily"
            and any(
                other.per == "day"
                and other.times > 1
                and not SENTENCE_END.search(text[one.end : other.start])
                for other in found[place + 1 :]
            )
        )
    ]


def _without_repeats(found: list[Schedule]) -> list[Schedule]:
    """Where one schedule says all that another says, the fuller one stays."""
    return [
        one
        for place, one in enumerate(found)
        if not any(
            _is_part_of(one, other) and (not _is_part_of(other, one) or number < place)
            for number, other in enumerate(found)
            if number != place
        )
    ]


def _is_part_of(one: Schedule, other: Schedule) -> bool:
    return not one.phase and says_no_more(one, other)


def says_no_more(one: Schedule, other: Schedule) -> bool:
    """Whether all that ``one`` says is also said by ``other``; their phases are not compared."""
    one, other = _as_times(one), _as_times(other)
    fields = [field for field in one.__struct_fields__ if field not in ("start", "end", "phase")]
    return all(getattr(one, field) in (getattr(other, field), None, 0, "", (), False) for field in fields)


def _as_times(one: Schedule) -> Schedule:
    """Every 12 hours is twice a day, for comparing."""
    if one.every and one.every.unit == "hour" and one.every.amount in (6, 8, 12, 24) and not one.other:
        return msgspec.structs.replace(one, every=None, times=24 // one.every.amount, per="day")
    return one


def fuller(one: Schedule, other: Schedule) -> bool:
    """Whether ``other`` says all that ``one`` says, and more."""
    return says_no_more(one, other) and not says_no_more(other, one)


def _related(text: str, found: list[Schedule]) -> Iterator[Schedule]:
    """``…, then once daily`` comes after what stands before it, ``…, or once daily`` in its place."""
    for place, one in enumerate(found):
        gap = text[found[place - 1].end if place else 0 : one.start]
        gap = (
            re.split(r"[;\n]|\.\s+(?=[A-Z])", gap)[-1]
            if not re.search(r"\.\s+(?:Then|Thereafter|Subsequently|After)\b", gap)
            else gap
        )
        relation = (
            next((word for word, pattern in _RELATIONS if pattern.search(gap)), "")
            if place or _RELATIONS[0][1].match(gap)
            else ""
        )
        if place and not relation and _AFTERWARDS.match(text[one.end :]):
            relation = "then"
        yield msgspec.structs.replace(one, phase=relation) if relation and not one.phase else one


def _share_cycle(text: str, found: list[Schedule | None]) -> list[Schedule | None]:
    """``… on day 1. Courses repeat every 21 days``: the cycle holds for the days told before it."""
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
