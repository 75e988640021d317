"""What each group gets, drug by drug: arm and interventions ─▶ **regimens** ─▶ section ``given``.

The words between one drug's name and the next belong to that drug. Words beside no name belong to the
group.
"""

import re
from functools import lru_cache

import msgspec
from msgspec import Struct

from trialway.arms import bare_name, interventions_of
from trialway.plain.attribute_text import attribute_text, find_names, own_words
from trialway.plain.dosing.compare_schedules import fuller, one_way, says_no_more
from trialway.plain.dosing.parts import find_parts
from trialway.plain.dosing.read_schedules import only_cycle, read_schedules
from trialway.plain.dosing.schedule import Schedule, bare, same
from trialway.plain.dosing.unparsed_time_words import contradicts, speaks_of_order, unparsed_time_words
from trialway.plain.drugs import can_be_given
from trialway.plain.intervention_rules import INTERVENTION_WORDS
from trialway.plain.named import Names
from trialway.plain.phrases import is_dummy, line
from trialway.plain.routes import dose_of, is_other_route, route_of
from trialway.record import Arm, Intervention, TrialRecord

# "on day 1 for Arms A and B, on day 22 for Arm C": an intervention's words that tell groups apart.
_OTHER_GROUPS = INTERVENTION_WORDS["intervention.other-groups"]
# What comes after it is not given to everybody.
_IF_NEEDED = INTERVENTION_WORDS["intervention.if-needed"]
_JOINTS = re.compile(r" ?[+;&] ?| plus | and | (?:in )?combin(?:ed|ation) with | with ", re.IGNORECASE)
# "once daily, and a spray as needed": words on more than one thing that name none of them.
_SEVERAL_AT_ONCE = INTERVENTION_WORDS.any_of("intervention.several", "intervention.either")


class Regimen(Struct, frozen=True, kw_only=True):
    """``name`` as the record has it, empty for "the treatment"; ``source``: the words read, of ``field``.

    ``kind`` is that of the intervention: a device is used, a procedure is done, a drug is given.
    """

    name: str = ""
    dose: str = ""
    route: str = ""
    schedules: tuple[Schedule, ...] = ()
    source: str = ""
    field: str = "arms.description"
    kind: str = ""


def regimens(record: TrialRecord, arm: Arm) -> tuple[Regimen, ...]:
    """What the group gets, in the order of its interventions; last, what no drug's name is beside."""
    text = line(arm.description)
    given = [part for one in interventions_of(record, arm) for part in _parts_of(one, text)]
    names = Names(given)
    pieces = attribute_text(text, names)
    cycle = only_cycle(text)
    words = _by_owner(pieces)
    nobodys = words.get(None, [])
    found = [_regimen(one, arm, text, words.get(id(one), []), nobodys, cycle, names) for one in given]
    loose = [
        schedule
        for schedule in _without_doubt(tuple(nobodys), cycle)
        if not any(says_no_more(schedule, other) for one in found for other in one.schedules)
    ]
    # Beside drugs that are named, or several that are not, nobody could tell what "the treatment" is.
    named = any(owner is not None for owner, _ in pieces) or _SEVERAL_AT_ONCE.search(text)
    if loose and (sum(can_be_given(one) for one in given) <= 1 or not named):
        found.append(Regimen(schedules=tuple(loose), source=text))
    return tuple(found)


def _by_owner(pieces: list[tuple[Intervention | None, str]]) -> dict[int | None, list[str]]:
    """The words of each intervention under its ``id()``; those that belong to none under None."""
    found: dict[int | None, list[str]] = {}
    for owner, words in pieces:
        found.setdefault(None if owner is None else id(owner), []).append(words)
    return found


def _regimen(
    one: Intervention,
    arm: Arm,
    text: str,
    words: list[str],
    nobodys: list[str],
    cycle: int,
    names: Names,
) -> Regimen:
    """The regimen of one intervention. ``text`` is all that is written on the group; of it, ``words``
    belong to this one and ``nobodys`` to none."""
    read, described = _read(one, words, "arms.description", cycle), _described(one, names)
    regimen = _with_one_route(_fuller(read, described), read, described)
    named = _named(one, arm if len(names.given) == 1 else None)
    regimen = named if named.schedules and not regimen.schedules else regimen
    if regimen.field != "arms.description" and _is_only_looked_like(one, arm):
        return msgspec.structs.replace(regimen, schedules=(), dose="", route="")
    if not can_be_given(one) or _is_for_some(text, words) or _is_ordered(regimen, nobodys):
        return msgspec.structs.replace(regimen, schedules=())
    return regimen


def _with_one_route(regimen: Regimen, read: Regimen, described: Regimen) -> Regimen:
    """The regimen without a route where two texts state different ones: ``a nasal spray`` in the group's
    words, "under the tongue" in the drug's."""
    return (
        msgspec.structs.replace(regimen, route="") if is_other_route(read.route, described.route) else regimen
    )


def _is_ordered(regimen: Regimen, nobodys: list[str]) -> bool:
    return speaks_of_order(" … ".join(nobodys), regimen.schedules)


def _is_for_some(text: str, words: list[str]) -> bool:
    """Whether the drug is one of a choice, or given only where something asks for it."""
    before = text[: text.find(words[0])] if words else ""
    return _is_choice(text, words) or bool(_IF_NEEDED.search(before))


def _is_only_looked_like(one: Intervention, arm: Arm) -> bool:
    """A group of a placebo, listed with the drug that it looks like: its words are not on the group."""
    of_dummy = (arm.kind is not None and arm.kind.code == "placebo_comparator") or is_dummy(arm.label or "")
    words = f"{line(arm.label)} {line(arm.description)}"
    return of_dummy and not is_dummy(one.name or "") and not find_names(words, Names([one]))


def _is_choice(text: str, words: list[str]) -> bool:
    """``A and B every 2 weeks, or A and C every 3 weeks``: what is said once does not hold always."""
    if len(words) < 2:
        return False
    between = text[text.find(words[0]) + len(words[0]) : text.rfind(words[-1])] + " ".join(words[:-1])
    return bool(re.search(r"\bor\b", between))


def _parts_of(one: Intervention, text: str) -> list[Intervention]:
    """``Fluzoparib; Apatinib`` as two, where the words on it speak of each by its name."""
    names = [part.strip() for part in _JOINTS.split(bare_name(one.name))]
    if not 2 <= len(names) <= 5 or any(
        not re.search(r"[A-Za-z][\w-]{3}", part) or len(part) > 40 for part in names
    ):
        return [one]
    parts = [msgspec.structs.replace(one, name=part) for part in names]
    names_of_parts = Names(parts)
    words = line(one.description)
    for where in (words, text):
        pieces = attribute_text(where, names_of_parts)
        if all(any(owner is part and read_schedules(piece) for owner, piece in pieces) for part in parts):
            own = {id(owner): piece for owner, piece in pieces} if where is words else {}
            return [msgspec.structs.replace(part, description=own.get(id(part), "")) for part in parts]
    return [one]


def _read(one: Intervention, pieces: list[str], field: str, cycle: int = 0) -> Regimen:
    name, text = bare_name(one.name), " … ".join(pieces)
    return Regimen(
        name=name,
        dose=dose_of(text),
        route=route_of(text),
        schedules=_without_doubt(tuple(pieces), cycle),
        source=text,
        field=field,
        kind=(one.kind.code or "") if one.kind else "",
    )


@lru_cache(maxsize=1 << 10)
def _without_doubt(pieces: tuple[str, ...], cycle: int = 0) -> tuple[Schedule, ...]:
    """The schedules of the pieces together, unless a word that was not read could change them.

    Cached, because the groups of a trial share the words on their interventions.
    """
    read = [read_schedules(piece, cycle) for piece in pieces]
    schedules = one_way(_distinct([each for some in read for each in some]))
    for piece, some in zip(pieces, read, strict=True):
        if schedules and unparsed_time_words(
            piece, (*some, *(bare(each) for each in schedules)), find_parts(piece)
        ):
            return ()
    return schedules


def _described(one: Intervention, names: Names) -> Regimen:
    """The regimen in the intervention's own description, without what it says of other drugs of the group."""
    text = " ".join(words for _, words in own_words(line(one.description), one))
    own = [words for owner, words in attribute_text(text, names) if owner is None or owner is one]
    regimen = _read(one, own if len(names.given) > 1 else [text], "interventions.description")
    loose = any(each.days and not each.cycle for each in regimen.schedules)
    if (len(regimen.schedules) > 1 or loose) and _OTHER_GROUPS.search(text):
        return msgspec.structs.replace(regimen, schedules=())
    return regimen


def _named(one: Intervention, arm: Arm | None) -> Regimen:
    """The regimen in the names alone: ``K-877 0.2 mg (once daily)``; the group's name only where it gets
    one thing."""
    regimen = _read(one, [line(one.name)], "interventions.name")
    if regimen.schedules or arm is None:
        return regimen
    return _read(one, [line(arm.label)], "arms.label")


def _fuller(arm: Regimen, described: Regimen) -> Regimen:
    """The group's own words, or those of the intervention where these say more; the two are not mixed."""
    if len(arm.schedules) == len(described.schedules) == 1 and fuller(
        arm.schedules[0], described.schedules[0]
    ):
        return described if bool(described.dose) >= bool(arm.dose) else arm
    if arm.schedules or (arm.dose and not described.schedules):
        return arm
    if described.schedules and contradicts(described.schedules, find_parts(arm.source)):
        return msgspec.structs.replace(described, schedules=())
    if described.schedules or described.dose or described.route:
        return described
    return arm


def _distinct(schedules: list[Schedule]) -> tuple[Schedule, ...]:
    found: list[Schedule] = []
    for schedule in schedules:
        if not any(same(schedule, other) for other in found):
            found.append(schedule)
    return tuple(found)
