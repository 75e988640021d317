"""What several schedules say together: **one way of giving, or none** ─▶ read_schedules."""

from collections.abc import Sequence

import msgspec

from trialway.plain.dosing.schedule import Schedule, bare

# A text with more schedules than this tells of several parts of a trial.
MOST = 4


def one_way(found: Sequence[Schedule]) -> tuple[Schedule, ...]:
    """The schedules as one way of giving: at most one that is complete in itself, and what follows it or
    can replace it. Of several unrelated ones, nobody could tell which is meant: none."""
    alone = [one for one in found if not one.phase]
    if len(alone) > 1:
        on_days = [one for one in alone if one.days]
        joined = _joined([one for one in alone if not (on_days and _only_daily(one))])
        if joined is None:
            return ()
        found = [joined, *(one for one in found if one.phase)]
    found = _without_news(found)
    return tuple(found) if len(found) <= MOST else ()


def _joined(alone: list[Schedule]) -> Schedule | None:
    """``on day 1`` and ``on day 3`` as one; ``every 3 weeks`` and ``day 1 of each 21-day cycle`` as the
    second; what differs only in its length without it."""
    if len(alone) == 1:
        return alone[0]
    if all(_only_days(one) for one in alone):
        days = tuple(sorted({day for one in alone for day in one.days}))
        return msgspec.structs.replace(alone[0], days=days)
    whens = [msgspec.structs.replace(_as_cycle(one), length=None, until="", start=0, end=0) for one in alone]
    fullest = next((when for when in whens if all(says_no_more(other, when) for other in whens)), None)
    return fullest and msgspec.structs.replace(fullest, start=alone[0].start, end=alone[0].end)


def _only_days(one: Schedule) -> bool:
    return bare(one) == Schedule(days=one.days, once=one.once) and bool(one.days)


def _only_daily(one: Schedule) -> bool:
    """Whether ``8 mg per day`` adds nothing to "days 1 to 14 of each cycle"."""
    return one.per == "day" and not one.times and not one.cycle


def _as_cycle(one: Schedule) -> Schedule:
    """Every 3 weeks is day 1 of a 21-day cycle, for comparing."""
    if one.every and one.every.days > 1 and not one.other and not one.days:
        return msgspec.structs.replace(one, every=None, days=(1,), cycle=one.every.days)
    return one


def _without_news(found: Sequence[Schedule]) -> list[Schedule]:
    """``every 3 weeks, then every 3 weeks`` at another dose is one way of giving."""
    distinct: list[Schedule] = []
    for one in found:
        if one.phase == "then" and distinct and _when(one) == _when(distinct[-1]):
            distinct[-1] = msgspec.structs.replace(distinct[-1], length=None, until="")
        else:
            distinct.append(one)
    return distinct


def _when(one: Schedule) -> Schedule:
    return msgspec.structs.replace(bare(one), phase="", length=None, until="")


def without_repeats(found: list[Schedule]) -> list[Schedule]:
    """The schedules without those that another one includes."""
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


def fuller(one: Schedule, other: Schedule) -> bool:
    """Whether ``other`` says all that ``one`` says, and more."""
    return says_no_more(one, other) and not says_no_more(other, one)


def _as_times(one: Schedule) -> Schedule:
    """Every 12 hours is twice a day, for comparing."""
    if one.every and one.every.unit == "hour" and one.every.amount in (6, 8, 12, 24) and not one.other:
        return msgspec.structs.replace(one, every=None, times=24 // one.every.amount, per="day")
    return one
