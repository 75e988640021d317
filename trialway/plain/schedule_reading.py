"""Dosing schedules out of a registry's words: text ─▶ parts ─▶ **read_schedules** ─▶ section ``given``.

Parts that stand close together without a break make one schedule. What is unclear is left out: a schedule
that is told must be right, one that is missed can be read in the record.
"""

import re
from collections.abc import Iterator, Sequence

import msgspec

from trialway.plain.schedule import Schedule, bare, same
from trialway.plain.schedule_grouping import SENTENCE_END, group_parts, schedule_of, without_first_cycles
from trialway.plain.schedule_parts import Part, parts_in

# A text with more schedules than this tells of several parts of a trial.
MOST = 4
_AFTER_OR = re.compile(
    r"\b(?:or|alternatively)(?: [\d.,/()]+ ?(?:mg|mcg|g|µg|ml)?[\w/]*)? ?(?:po |orally |iv )?$", re.IGNORECASE
)
# What follows the first way of giving are the steps down or up from it.
_LEVELS = re.compile(r"\bde-?escalat|\bdose reductions?\b|\breduced dose", re.IGNORECASE)
# The dose does not stay as it is: how long one step lasts is not how long the treatment lasts.
_STEPS = re.compile(
    r"escalat|increas|titrat|taper|up-?dos|step-?up|build-?up|gradual"
    r"|\b(?:another|additional|further) (?:\d|one|two|three|four|six)",
    re.IGNORECASE,
)
# "days 1 and 15, then every months": what comes after was not read, and without it the rest is wrong.
_GOES_ON = re.compile(
    r"[^.;]{0,40}?\b(?:then|followed by|thereafter|subsequently)\b(?P<rest>[^.;]{0,80})", re.IGNORECASE
)
_IN_TIME = re.compile(r"\b(?:every|each|daily|weekly|monthly|days?|weeks?|months?|once|twice)\b", re.IGNORECASE)
_NOTHING_GIVEN = re.compile(
    r"wash-?out|\brest\b|\boff\b|\bbreak|follow-?up|observ|surg|without|interval|placebo|cross", re.IGNORECASE
)
_THEN_HERE = re.compile(r"\b(?:then|thereafter|subsequently)(?: once| on| at)? $", re.IGNORECASE)
_NUMBERED_CYCLE = re.compile(r"\bcycles? ?#?(?:\d|one\b|two\b)|\bC\d", re.IGNORECASE)
_OF_EACH_CYCLE = re.compile(
    r"\W{0,3}(?:of|in|for|during)? ?(?:each|every|the|a|per)(?: treatment)? cycles?\b", re.IGNORECASE
)
_AND_ANOTHER = re.compile(
    r",? ?(?:and|&)(?: (?:another|a second|again|second|the second|a third|once|one|single|dose|injection|infusion|one|of|the|it))* ",
    re.IGNORECASE,
)
_COMMA = re.compile(r"(?: (?:dosing|doses?|injections?|\([^()]*\)))*,(?: (?:once|a|one))*[ -]")
_AFTERWARDS = re.compile(r"[ ,(]*(?:there|here)?after(?:wards)?\b(?! (?:the|a|an|each|meals?|food|breakfast))", re.IGNORECASE)
_RELATIONS = (
    ("then", re.compile(r"\b(?:then|followed by|thereafter|subsequently|after that)\b", re.IGNORECASE)),
    ("or", re.compile(r"\bor\b", re.IGNORECASE)),
)


def only_cycle(text: str) -> int:
    """The length of the cycle in days, where the text states one and no other; 0 otherwise."""
    if _NUMBERED_CYCLE.search(text):
        return 0
    lengths = {part.value for part in parts_in(text) if part.kind == "cycle"}
    return int(str(lengths.pop())) if len(lengths) == 1 else 0


def read_schedules(text: str, cycle: int = 0) -> tuple[Schedule, ...]:
    """The schedules of a text in its order, each with its place; none that says only how long.

    ``cycle``: days of the cycle that a longer text around this one states.
    """
    parts = parts_in(text)
    if any(part.kind == "unsure" for part in parts):
        return ()
    parts = [part for part in parts if part.kind != "skip"]
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
    found = _joined_days(text, _without_totals(text, found))
    related = _with_every_choice(text, list(_related(text, found)))
    related = _without_same_choice(_without_repeats(related))
    if _goes_on_unread(text, [one for one in shared if one is not None], related):
        return ()
    return one_way(related)


def one_way(found: Sequence[Schedule]) -> tuple[Schedule, ...]:
    """What can be told as one way of giving: at most one schedule that stands for itself, and what follows it
    or can be in its place. Of several that nothing relates, nobody could tell which one is meant."""
    alone = [one for one in found if not one.phase]
    if len(alone) > 1:
        on_days = [one for one in alone if one.days]
        joined = _joined([one for one in alone if not (on_days and _only_daily(one))])
        if joined is None:
            return ()
        found = [joined, *(one for one in found if one.phase)]
    found = _without_news(found)
    return tuple(found) if len(found) <= MOST else ()


def _without_news(found: Sequence[Schedule]) -> list[Schedule]:
    """``every 3 weeks, then every 3 weeks`` at another dose is one way of giving."""
    told: list[Schedule] = []
    for one in found:
        if one.phase == "then" and told and _when(one) == _when(told[-1]):
            told[-1] = msgspec.structs.replace(told[-1], length=None, until="")
        else:
            told.append(one)
    return told


def _when(one: Schedule) -> Schedule:
    return msgspec.structs.replace(bare(one), phase="", length=None, until="")


def _joined(alone: list[Schedule]) -> Schedule | None:
    """``on day 1`` and ``on day 3`` as one; ``every 3 weeks`` and ``day 1 of each 21-day cycle`` as the second;
    what differs only in its length without it."""
    if len(alone) == 1:
        return alone[0]
    if all(_only_days(one) for one in alone):
        days = tuple(sorted({day for one in alone for day in one.days}))
        return msgspec.structs.replace(alone[0], days=days)
    whens = [msgspec.structs.replace(_as_cycle(one), length=None, until="", start=0, end=0) for one in alone]
    fullest = next((when for when in whens if all(says_no_more(other, when) for other in whens)), None)
    return fullest and msgspec.structs.replace(fullest, start=alone[0].start, end=alone[0].end)


def _only_daily(one: Schedule) -> bool:
    """``8 mg per day`` beside "days 1 to 14 of each cycle" says nothing more."""
    return one.per == "day" and not one.times and not one.cycle


def _as_cycle(one: Schedule) -> Schedule:
    """Every 3 weeks is day 1 of a 21-day cycle, for comparing."""
    if one.every and one.every.days > 1 and not one.other and not one.days:
        return msgspec.structs.replace(one, every=None, days=(1,), cycle=one.every.days)
    return one


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
    chosen: list[Schedule] = []
    for one in found:
        if one.phase == "or" and any(same(msgspec.structs.replace(one, phase=""), other) for other in chosen):
            continue
        chosen.append(msgspec.structs.replace(one, phase="") if one.phase == "or" and not chosen else one)
    return chosen


def _with_every_choice(text: str, found: list[Schedule]) -> list[Schedule]:
    """``weekly, every 2 weeks, or monthly``: the second is a choice too."""
    chosen = list(found)
    for place in range(len(found) - 1, 1, -1):
        one, before = chosen[place], chosen[place - 1]
        gap = text[chosen[place - 2].end : before.start]
        if one.phase == "or" and not before.phase and _COMMA.fullmatch(gap):
            chosen[place - 1] = msgspec.structs.replace(before, phase="or")
    return chosen


def _goes_on_unread(text: str, read: list[Schedule], told: list[Schedule]) -> bool:
    for one in told:
        after = _GOES_ON.match(text[one.end :])
        if after is None or not _IN_TIME.search(after["rest"]) or _NOTHING_GIVEN.search(after["rest"]):
            continue
        if not any(one.end <= other.start <= one.end + after.end() for other in read):
            return True
    return False


def _in_cycle(one: Schedule, cycle: int) -> Schedule:
    fits = bool(one.days) and not one.cycle and 1 <= one.days[0] and max(one.days) <= cycle
    return msgspec.structs.replace(one, cycle=cycle) if fits else one


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
    return not one.phase and not other.phase and says_no_more(one, other)


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
            if place or _RELATIONS[0][1].match(gap) or (_THEN_HERE.search(gap) and not _NUMBERED_CYCLE.search(gap))
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
