"""What each group gets, drug by drug: arm and interventions ─▶ **regimens** ─▶ section ``given``.

The words between one drug's name and the next are that drug's. What stands beside no name is the group's.
"""

import re
from collections import Counter
from collections.abc import Iterator

import msgspec
from msgspec import Struct

from trialway.plain.routes import dose_of, route_of
from trialway.plain.schedule import Schedule, same
from trialway.plain.schedule_reading import fuller, read_schedules
from trialway.plain.wording import bare, is_dummy, line
from trialway.record import Arm, Intervention, TrialRecord

DRUGS = ("drug", "biological", "dietary_supplement", "combination_product", "genetic", "radiation")
_NAME_WORD = re.compile(r"[A-Za-z][\w-]{3,}")
# Words in names that any text may use for something else.
_COMMON = {
    "drug",
    "treatment",
    "tablet",
    "tablets",
    "capsule",
    "capsules",
    "injection",
    "infusion",
    "oral",
    "dose",
    "study",
    "standard",
    "care",
    "therapy",
    "group",
    "control",
    "matching",
    "with",
    "plus",
    "combination",
    "solution",
    "vaccine",
    "high",
    "low",
}
# "on day 1 for Arms A and B, on day 22 for Arm C": an intervention's words that tell groups apart.
_OTHER_GROUPS = re.compile(
    r"\b(?:arms?|cohorts?|groups?|parts?|stages?|phases?|periods?) (?:[A-Z]\b|\d|I)", re.IGNORECASE
)
# "placebo matching atezolizumab" is placebo, and no atezolizumab.
_MATCHING = re.compile(
    r"\b(?:match(?:ed|ing|es)?|identical|similar|placebo)(?: to| with| for)?(?: the)? $", re.IGNORECASE
)
# What is done to look, and not to treat: its days are days of checks.
_CHECKS = re.compile(
    r"\b(?:samples?|sampling|scores?|questionnaires?|assess\w*|measure\w*|scans?|imaging|mri|pet|ct|echocardio\w*|tests?|biops\w*|withdrawal|analys[ei]s|surveys?|interviews?|monitor\w*|diar\w+|visits?|tubes?|pumps?|catheters?)\b",
    re.IGNORECASE,
)


class Regimen(Struct, frozen=True, kw_only=True):
    """``name`` as the record has it, empty for "the treatment"; ``source``: the words read, of ``field``."""

    name: str = ""
    dose: str = ""
    route: str = ""
    schedules: tuple[Schedule, ...] = ()
    source: str = ""
    field: str = "arms.description"


def regimens(record: TrialRecord, arm: Arm) -> tuple[Regimen, ...]:
    """What the group gets, in the order of its interventions; then what no drug's name stands beside."""
    given = list(_of_arm(record, arm))
    text = line(arm.description)
    pieces = _segments(text, given)
    found: list[Regimen] = []
    for one in given:
        words = [segment for owner, segment in pieces if owner is one]
        read = _read(
            one,
            " … ".join(words),
            "arms.description",
            schedules=[read_schedules(segment) for segment in words],
        )
        described = _described(one)
        told = _fuller(read, described)
        named = _named(one, arm if len(given) == 1 else None)
        told = named if named.schedules and not told.schedules else told
        found.append(told if _can_be_given(one) else msgspec.structs.replace(told, schedules=()))
    loose = [schedule for owner, segment in pieces if owner is None for schedule in read_schedules(segment)]
    if loose:
        found.append(Regimen(schedules=_distinct(loose), source=text))
    return tuple(found)


def _of_arm(record: TrialRecord, arm: Arm) -> Iterator[Intervention]:
    """The interventions that the group lists, or that list the group."""
    listed = {line(name).casefold() for name in arm.interventions} | {
        bare(name).casefold() for name in arm.interventions
    }
    names = Counter(line(one.name).casefold() for one in record.interventions)
    for one in record.interventions:
        name = line(one.name).casefold()
        # Where one name stands for several interventions, only those that list the group are meant.
        if (name in listed and (names[name] == 1 or not one.arms or arm.label in one.arms)) or (
            not listed and arm.label and arm.label in one.arms
        ):
            yield one


def _segments(text: str, given: list[Intervention]) -> list[tuple[Intervention | None, str]]:
    """The text cut where another drug's name begins; what stands before the first name is nobody's."""
    if not text:
        return []
    if len(given) == 1:
        return [(given[0], text)]
    marks = sorted(
        (match.start(), place)
        for place, one in enumerate(given)
        for match in _mentions(one, text)
        if not _MATCHING.search(text[: match.start()])
    )
    if not marks:
        return [(None, text)]
    pieces: list[tuple[Intervention | None, str]] = [(None, text[: marks[0][0]])] if marks[0][0] else []
    for number, (start, place) in enumerate(marks):
        end = marks[number + 1][0] if number + 1 < len(marks) else len(text)
        pieces.append((given[place], text[start:end]))
    return pieces


def _mentions(one: Intervention, text: str) -> Iterator[re.Match[str]]:
    names = [bare(one.name or "")]
    words = [word for word in _NAME_WORD.findall(names[0]) if word.lower() not in _COMMON]
    names += [words[0]] if words else []
    pattern = "|".join(re.escape(name) for name in sorted(set(names), key=len, reverse=True) if len(name) > 2)
    if pattern:
        yield from re.finditer(rf"(?<!\w)(?:{pattern})(?!\w)", text, re.IGNORECASE)


def _read(one: Intervention, text: str, field: str, schedules: list[tuple[Schedule, ...]]) -> Regimen:
    name = bare(one.name or "")
    return Regimen(
        name=name,
        dose=dose_of(text),
        route=route_of(text),
        schedules=_distinct([each for some in schedules for each in some]),
        source=text,
        field=field,
    )


def _described(one: Intervention) -> Regimen:
    text = line(one.description)
    schedules = read_schedules(text)
    if len(schedules) > 1 and _OTHER_GROUPS.search(text):
        schedules = ()
    return _read(one, text, "interventions.description", schedules=[schedules])


def _named(one: Intervention, arm: Arm | None) -> Regimen:
    """What names alone say: ``K-877 0.2 mg (once daily)``; the group's name only where it gets one thing."""
    told = _read(one, line(one.name), "interventions.name", schedules=[read_schedules(line(one.name))])
    if told.schedules or arm is None:
        return told
    return _read(one, line(arm.label), "arms.label", schedules=[read_schedules(line(arm.label))])


def _fuller(arm: Regimen, described: Regimen) -> Regimen:
    """The group's own words win over those of the intervention unless these say more; the two are not mixed."""
    if len(arm.schedules) == len(described.schedules) == 1 and fuller(arm.schedules[0], described.schedules[0]):
        return described if bool(described.dose) >= bool(arm.dose) else arm
    if arm.schedules or (arm.dose and not described.schedules):
        return arm
    if described.schedules or described.dose or described.route:
        return described
    return arm


def _distinct(schedules: list[Schedule]) -> tuple[Schedule, ...]:
    found: list[Schedule] = []
    for schedule in schedules:
        if not any(same(schedule, other) for other in found):
            found.append(schedule)
    return tuple(found)


def _can_be_given(one: Intervention) -> bool:
    checks = one.kind is not None and one.kind.code == "diagnostic_test"
    return not checks and not _CHECKS.search(one.name or "")


def is_drug(one: Intervention) -> bool:
    return bool(one.kind and one.kind.code in DRUGS) or is_dummy(one.name or "")
