"""What each group gets, drug by drug: arm and interventions ─▶ **regimens** ─▶ section ``given``.

The words between one drug's name and the next are that drug's. What stands beside no name is the group's.
"""

import re

import msgspec
from msgspec import Struct

from trialway.arms import GroupInterventions, bare_name
from trialway.plain.attribute_text import attribute_text, find_names, own_words
from trialway.plain.dosing.compare_schedules import fuller, says_no_more
from trialway.plain.dosing.parts import find_parts
from trialway.plain.dosing.read_schedules import only_cycle, read_schedules
from trialway.plain.dosing.schedule import Schedule
from trialway.plain.dosing.unparsed_time_words import contradicts, speaks_of_order
from trialway.plain.dosing_reader import DosingReader
from trialway.plain.drugs import can_be_given
from trialway.plain.intervention_rules import INTERVENTION_WORDS
from trialway.plain.named import Names
from trialway.plain.phrases import is_dummy, line
from trialway.plain.routes import is_other_route
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


class RegimenReader:
    """The regimens of one record's groups; the interventions that groups share are read once."""

    def __init__(self, record: TrialRecord) -> None:
        self._interventions = GroupInterventions(record)
        self._dosing = DosingReader()
        # By the identity of what is given; the names keep it, so that no identity is used twice.
        self._names: dict[tuple[int, ...], Names] = {}
        self._by_description: dict[tuple[int, int], Regimen] = {}

    def of(self, arm: Arm) -> tuple[Regimen, ...]:
        """What the group gets, in the order of its interventions; then what no drug's name stands beside."""
        text = line(arm.description)
        given = [part for one in self._interventions.of(arm) for part in _parts_of(one, text)]
        names = self._names.setdefault(tuple(map(id, given)), Names(given))
        pieces = attribute_text(text, names)
        cycle = only_cycle(text)
        words = _by_owner(pieces)
        nobodys = words.get(None, [])
        found = [
            self._regimen(one, arm, text, words.get(id(one), []), nobodys, cycle, names) for one in given
        ]
        loose = [
            schedule
            for schedule in self._dosing.read(tuple(nobodys), cycle).schedules
            if not any(says_no_more(schedule, told) for one in found for told in one.schedules)
        ]
        # Beside drugs that are named, or several that are not, nobody could tell what "the treatment" is.
        named = any(owner is not None for owner, _ in pieces) or _SEVERAL_AT_ONCE.search(text)
        if loose and (sum(can_be_given(one) for one in given) <= 1 or not named):
            found.append(Regimen(schedules=tuple(loose), source=text))
        return tuple(found)

    def _regimen(
        self,
        one: Intervention,
        arm: Arm,
        text: str,
        words: list[str],
        nobodys: list[str],
        cycle: int,
        names: Names,
    ) -> Regimen:
        """Of the group's ``text`` the ``words`` are on this intervention and ``nobodys`` on none."""
        read, described = self._read(one, words, "arms.description", cycle), self._described(one, names)
        told = _with_one_route(_fuller(read, described), read, described)
        if not told.schedules:
            named = self._named(one, arm if len(names.given) == 1 else None)
            told = named if named.schedules else told
        if told.field != "arms.description" and _is_only_looked_like(one, arm):
            return msgspec.structs.replace(told, schedules=(), dose="", route="")
        if not can_be_given(one) or _is_for_some(text, words) or _is_ordered(told, nobodys):
            return msgspec.structs.replace(told, schedules=())
        return told

    def _read(self, one: Intervention, pieces: list[str], field: str, cycle: int = 0) -> Regimen:
        dosing = self._dosing.read(tuple(pieces), cycle)
        return Regimen(
            name=bare_name(one.name),
            dose=dosing.dose,
            route=dosing.route,
            schedules=dosing.schedules,
            source=dosing.source,
            field=field,
            kind=(one.kind.code or "") if one.kind else "",
        )

    def _described(self, one: Intervention, names: Names) -> Regimen:
        """What its own description says; the same in every group that gets the same."""
        key = (id(one), id(names))
        if key not in self._by_description:
            self._by_description[key] = self._read_description(one, names)
        return self._by_description[key]

    def _read_description(self, one: Intervention, names: Names) -> Regimen:
        """But not what it says of the other drugs of the group by their names."""
        text = " ".join(words for _, words in own_words(line(one.description), one))
        own = [words for owner, words in attribute_text(text, names) if owner is None or owner is one]
        told = self._read(one, own if len(names.given) > 1 else [text], "interventions.description")
        loose = any(each.days and not each.cycle for each in told.schedules)
        if (len(told.schedules) > 1 or loose) and _OTHER_GROUPS.search(text):
            return msgspec.structs.replace(told, schedules=())
        return told

    def _named(self, one: Intervention, arm: Arm | None) -> Regimen:
        """What names say: ``K-877 0.2 mg (once daily)``; the group's name only where it gets one thing."""
        told = self._read(one, [line(one.name)], "interventions.name")
        if told.schedules or arm is None:
            return told
        return self._read(one, [line(arm.label)], "arms.label")


def _by_owner(pieces: list[tuple[Intervention | None, str]]) -> dict[int | None, list[str]]:
    """The words of each intervention under its ``id()``; those that belong to none under None."""
    found: dict[int | None, list[str]] = {}
    for owner, words in pieces:
        found.setdefault(None if owner is None else id(owner), []).append(words)
    return found


def _with_one_route(regimen: Regimen, read: Regimen, described: Regimen) -> Regimen:
    """The regimen without a route where two texts state different ones: ``a nasal spray`` in the group's
    words, "under the tongue" in the drug's."""
    differ = is_other_route(read.route, described.route)
    return msgspec.structs.replace(regimen, route="") if differ else regimen


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
    # "Resveratrol, Quercetin, and Curcumin (RQC)" is one thing of three: cut at "and" it has no names.
    if not 2 <= len(names) <= 5 or any(
        not re.search(r"[A-Za-z][\w-]{3}", part) or len(part) > 40 or "," in part for part in names
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


def _fuller(arm: Regimen, described: Regimen) -> Regimen:
    """The group's own words win over those of the intervention unless these say more; they are not mixed."""
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
