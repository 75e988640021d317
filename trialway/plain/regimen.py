"""What each group gets, drug by drug: arm and interventions ─▶ **regimens** ─▶ section ``given``.

The words between one drug's name and the next are that drug's. What stands beside no name is the group's.
"""

import re
from collections.abc import Iterator

import msgspec
from msgspec import Struct

from trialway.arms import bare_name, interventions_of
from trialway.plain.routes import dose_of, route_of
from trialway.plain.schedule import Schedule, same
from trialway.plain.schedule_comparing import fuller, one_way, says_no_more
from trialway.plain.schedule_reading import only_cycle, read_schedules
from trialway.plain.wording import is_dummy, line
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
    r"\b(?:arms?|cohorts?|groups?|strat(?:um|a)|parts?|stages?|phases?|periods?) (?:[A-Z]\b|\d|I)",
    re.IGNORECASE,
)
# "placebo matching atezolizumab" is placebo, and no atezolizumab.
_MATCHING = re.compile(
    r"\b(?:match(?:ed|ing|es)?|identical|similar|placebo)(?: to| with| for)?(?: the)? $", re.IGNORECASE
)
# "… target heart rate; 10 mg placebo once daily", but not "10 mg or placebo once daily".
_ITS_PLACEBO = re.compile(
    r"(?<!or )(?<!and )(?<!/)(?<!/ )(?<!or matching )(?<!or matched )(?<!or the )"
    r"(?<!vs )(?<!versus )(?<!no )(?<!double-)"
    r"\bplacebo\b(?!-controlled| controlled|-matched| arm| group)",
    re.IGNORECASE,
)
# Words on the drug that follows: "(days 1 to 30, drug; days 31 to 60, placebo)", "monthly nivolumab".
_OF_NEXT = re.compile(
    r"[(;]\s*days? \d[\d\s–-]*,\s*(?:active )?$"
    r"|\b(?:daily|weekly|monthly)(?: (?!and\b|plus\b|with\b|or\b|then\b|followed\b|combined\b)[\w-]+){1,2} $",
    re.IGNORECASE,
)
_JOINTS = re.compile(r" ?[+;&] ?| plus | and | (?:in )?combin(?:ed|ation) with | with ", re.IGNORECASE)
# "once daily, and a spray as needed": words on more than one thing that name none of them.
_SEVERAL_AT_ONCE = re.compile(r"\b(?:and|plus|with|combin\w*|or|either)\b|[+&]", re.IGNORECASE)
# "twice daily, plus placebo": what stands before is on something else.
_JOINED = re.compile(r"\b(?:plus|with|and|combin\w*|followed|versus|or)\b|[+&]", re.IGNORECASE)
_SENTENCE = re.compile(r"[.;]\s+(?=[A-Z])")
# What is done to look, and not to treat: its days are days of checks.
_CHECKS = re.compile(
    r"\b(?:samples?|sampling|scores?|questionnaires?|assess\w*|measure\w*|scans?|imaging|mri|pet|ct|echocardio\w*|tests?|biops\w*|withdrawal|analys[ei]s|surveys?|interviews?|monitor\w*|diar\w+|visits?|tubes?|pumps?|catheters?)\b",
    re.IGNORECASE,
)


# Names that stand for drugs which they do not name: what is said of one of them does not hold for all.
_SEVERAL_UNNAMED = re.compile(
    r"\b(?:standard|usual|conventional|routine|background|concomitant|guideline[- ]directed|optimal|best)\b"
    r"[^,;]{0,25}\b(?:care|therap(?:y|ies)|treatments?|medications?|medicines?|management)\b"
    r"|^(?:soc|gdmt|omt)\b",
    re.IGNORECASE,
)


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
    """What the group gets, in the order of its interventions; then what no drug's name stands beside."""
    text = line(arm.description)
    given = [part for one in interventions_of(record, arm) for part in _parts_of(one, text)]
    pieces = _segments(text, given)
    cycle = only_cycle(text)
    found = [_regimen(one, arm, pieces, cycle, alone=len(given) == 1) for one in given]
    loose = [
        schedule
        for owner, segment in pieces
        if owner is None
        for schedule in read_schedules(segment, cycle)
        if not any(says_no_more(schedule, told) for one in found for told in one.schedules)
    ]
    # Beside drugs that are named, or several that are not, nobody could tell what "the treatment" is.
    named = any(owner is not None for owner, _ in pieces) or _SEVERAL_AT_ONCE.search(text)
    if one_way(_distinct(loose)) and (sum(_can_be_given(one) for one in given) <= 1 or not named):
        found.append(Regimen(schedules=one_way(_distinct(loose)), source=text))
    return tuple(found)


def _regimen(
    one: Intervention,
    arm: Arm,
    pieces: list[tuple[Intervention | None, str]],
    cycle: int,
    *,
    alone: bool,
) -> Regimen:
    words = [segment for owner, segment in pieces if owner is one]
    read = _read(
        one,
        " … ".join(words),
        "arms.description",
        schedules=[read_schedules(segment, cycle) for segment in words],
    )
    told = _fuller(read, _described(one))
    named = _named(one, arm if alone else None)
    told = named if named.schedules and not told.schedules else told
    return told if _can_be_given(one) else msgspec.structs.replace(told, schedules=())


def _parts_of(one: Intervention, text: str) -> list[Intervention]:
    """``Fluzoparib; Apatinib`` as two, where the words on it speak of each by its name."""
    names = [part.strip() for part in _JOINTS.split(bare_name(one.name))]
    if not 2 <= len(names) <= 5 or any(not _NAME_WORD.search(part) or len(part) > 40 for part in names):
        return [one]
    parts = [msgspec.structs.replace(one, name=part) for part in names]
    words = line(one.description)
    for where in (words, text):
        pieces = _segments(where, parts)
        if all(any(owner is part and read_schedules(piece) for owner, piece in pieces) for part in parts):
            own = {id(owner): piece for owner, piece in pieces} if where is words else {}
            return [msgspec.structs.replace(part, description=own.get(id(part), "")) for part in parts]
    return [one]


def _segments(text: str, given: list[Intervention]) -> list[tuple[Intervention | None, str]]:
    """The text cut where another drug's name begins; what stands before the first name is nobody's."""
    if not text:
        return []
    if len(given) == 1:
        return _alone(text, given[0])
    marks = sorted(
        (match.start(), place)
        for place, one in enumerate(given)
        for match in _mentions(one, text)
        if not _MATCHING.search(text[: match.start()])
    )
    if not marks:
        drugs = [one for one in given if is_drug(one) and _can_be_given(one)]
        return [(drugs[0] if len(drugs) == 1 else None, text)]
    marks = _from_their_sentences(text, marks)
    pieces: list[tuple[Intervention | None, str]] = [(None, text[: marks[0][0]])] if marks[0][0] else []
    for number, (start, place) in enumerate(marks):
        end = marks[number + 1][0] if number + 1 < len(marks) else len(text)
        piece = text[start:end]
        last = number + 1 == len(marks)
        owner = given[place] if place >= 0 else None
        pieces.append((owner, piece if last else _OF_NEXT.sub("", piece)))
    return pieces


def _from_their_sentences(text: str, marks: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """``On day 1, people receive X. On day 2, …``: words before the only name of a sentence are on it.

    Words before the first of several names are nobody's (-1).
    """
    starts = [0, *(match.end() for match in _SENTENCE.finditer(text))]
    ends = [*starts[1:], len(text)]
    moved: list[tuple[int, int]] = []
    for begin, end in zip(starts, ends, strict=True):
        named = [mark for mark in marks if begin <= mark[0] < end]
        only = len({place for _, place in named}) == 1 and not _JOINED.search(text[begin : named[0][0]])
        moved += [(begin, named[0][1] if only else -1)] if named and named[0][0] > begin else []
        moved += named[1:] if only and moved and moved[-1][0] == begin else named
    return moved


def _alone(text: str, one: Intervention) -> list[tuple[Intervention | None, str]]:
    """All words are the only drug's, but not those on a placebo that the record does not list beside it."""
    other = None if is_dummy(one.name or "") else _ITS_PLACEBO.search(text)
    return [(one, text[: other.start()])] if other else [(one, text)]


def _mentions(one: Intervention, text: str) -> Iterator[re.Match[str]]:
    names = [bare_name(one.name)]
    words = [word for word in _NAME_WORD.findall(names[0]) if word.lower() not in _COMMON]
    names += [words[0]] if words else []
    pattern = "|".join(re.escape(name) for name in sorted(set(names), key=len, reverse=True) if len(name) > 2)
    if pattern:
        yield from re.finditer(rf"(?<!\w)(?:{pattern})(?!\w)", text, re.IGNORECASE)


def _read(one: Intervention, text: str, field: str, schedules: list[tuple[Schedule, ...]]) -> Regimen:
    name = bare_name(one.name)
    return Regimen(
        name=name,
        dose=dose_of(text),
        route=route_of(text),
        schedules=one_way(_distinct([each for some in schedules for each in some])),
        source=text,
        field=field,
        kind=(one.kind.code or "") if one.kind else "",
    )


def _described(one: Intervention) -> Regimen:
    text = " ".join(words for _, words in _alone(line(one.description), one))
    schedules = read_schedules(text)
    loose = any(each.days and not each.cycle for each in schedules)
    if (len(schedules) > 1 or loose) and _OTHER_GROUPS.search(text):
        schedules = ()
    return _read(one, text, "interventions.description", schedules=[schedules])


def _named(one: Intervention, arm: Arm | None) -> Regimen:
    """What names alone say: ``K-877 0.2 mg (once daily)``; the group's name only where it gets one thing."""
    told = _read(one, line(one.name), "interventions.name", schedules=[read_schedules(line(one.name))])
    if told.schedules or arm is None:
        return told
    return _read(one, line(arm.label), "arms.label", schedules=[read_schedules(line(arm.label))])


def _fuller(arm: Regimen, described: Regimen) -> Regimen:
    """The group's own words win over those of the intervention unless these say more; they are not mixed."""
    if len(arm.schedules) == len(described.schedules) == 1 and fuller(
        arm.schedules[0], described.schedules[0]
    ):
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
    return not checks and not _CHECKS.search(one.name or "") and not _SEVERAL_UNNAMED.search(one.name or "")


def is_drug(one: Intervention) -> bool:
    return bool(one.kind and one.kind.code in DRUGS) or is_dummy(one.name or "")
