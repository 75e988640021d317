"""Which parts make one schedule, and what they say together: parts ─▶ **Schedule** ─▶ schedule_reading."""

import re
from itertools import pairwise
from typing import Any

import msgspec

from trialway.plain.schedule import Schedule
from trialway.plain.schedule_parts import Part

_FURTHEST = 60
_BREAK = re.compile(
    (
        r"[;\n]|\.(?=\s+[A-Z(]|\s*$)|\b(?:plus|then|followed|thereafter|"
        r"subsequently|combined|combination|except|versus)\b|\bor\b"
    ),
    re.IGNORECASE,
)
_ANOTHER_DOSE = re.compile(r"\d ?(?:mg|mcg|µg|ug|g|ml|iu|units?)\b", re.IGNORECASE)
# Not the treatment: checks, steps of a dose, what came before.
_NOT_GIVEN = re.compile(
    r"\b(?:total dose|visits?|assess\w*|monitor\w*|scans?|mri|"
    r"ct|samples?|measure\w*|follow(?:ed)?[- ]up|calls?|check\w*|"
    r"examin\w*|evaluat\w*|"
    r"titrat\w*|taper\w*|discontinu\w*|withdraw\w*|increas\w*|"
    r"escalat\w*|reduc\w*|decreas\w*|adjust\w*|doubl\w*|interview\w*|"
    r"questionnaires?|surveys?|exercis\w*|"
    r"train\w*|sessions?|walk\w*|wash-?out|screening|biops\w*|"
    r"reviewed|imaging|hospitali[sz]\w*|prior to|before|enrol\w*|"
    r"weighed|contact\w*|surg\w*|\w+ectomy|operat\w*|transplant\w*|"
    r"observ\w*|collected|interval of|delay\w*|permitted|allowed|"
    r"may be)\b(?:[^.;]|\.(?=\d)){0,60}$",
    re.IGNORECASE,
)
_PHASES = (
    (
        "loading",
        re.compile(r"\bloading(?: doses?)?\b(?=(?:(?!\bthen\b|followed)[^.;]){0,60}$)", re.IGNORECASE),
    ),
    (
        "maintenance",
        re.compile(r"\bmaintenance(?: doses?| therapy| treatment)?\b(?=[^.;]{0,60}$)", re.IGNORECASE),
    ),
)
# "2 x 20 drops daily" is not once a day.
_EITHER = re.compile(r"\beither\b[^.;]{0,60}$", re.IGNORECASE)
# A day on which something is found, not given.
_FOUND_ON = re.compile(
    r"\b(?:negative|positive|respon\w+|eligible|progress\w*|status|baseline|randomi[sz]\w*)\b[^.;,]{0,25}$",
    re.IGNORECASE,
)
_MANY = re.compile(
    (
        r"(?:\d ?[x×*] ?\d[^,;.]{0,25}|\d ?[x×*] [\w ]{0,20}|[x×*] "
        r"?\d+ ?|(?:[2-9]|two|three|four|five|six) (?:\w+ )?(?:capsules|"
        r"tablets|pills|drops|puffs|sprays|sachets|packets|cups|glasses|"
        r"spoons|units|inhalations)(?: \([^)]*\))? ?)$"
    ),
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    (
        r"^\W*\.\s+(?:The )?(?:Study )?(?:Treatment|Therapy|Dosing|"
        r"Participants|Patients)\b[^.]*\bcontinu\w*\b[^.]*$"
    ),
    re.IGNORECASE,
)
SENTENCE_END = re.compile(r"\.\s+[A-Z]")
_FIRST_CYCLE = re.compile(r"\s*(?:of |in |, ?)?\(?cycles? ?(?:1|one)\b\)?(?: only)?", re.IGNORECASE)
_THEREAFTER = re.compile(r"\s*,? ?(?:and )?(?:then |thereafter |subsequently )+(?:on )?", re.IGNORECASE)


def group_parts(text: str, parts: list[Part]) -> list[list[Part]]:
    groups: list[list[Part]] = []
    for part in _without_contradictions(text, parts):
        if groups and _belongs(text, groups[-1], part):
            groups[-1].append(part)
        else:
            groups.append([part])
    return groups


def _without_contradictions(text: str, parts: list[Part]) -> list[Part]:
    """``once daily, 5 times per week``: two ways at once, and neither is told."""
    kept = list(parts)
    for place, (one, other) in enumerate(pairwise(parts)):
        if (
            one.kind == other.kind == "times"
            and one.value != other.value
            and len(text[one.end : other.start].strip(" ,(")) == 0
        ):
            kept[place] = Part("stop", one.start, one.end, True)
            kept[place + 1] = Part("stop", other.start, other.end, True)
    return kept


def _belongs(text: str, group: list[Part], part: Part) -> bool:
    last = group[-1]
    gap = text[last.end : part.start]
    if part.kind == "stop" or last.kind == "stop":
        # An unclear word spoils what it touches.
        return len(gap) <= 12 and not _BREAK.search(gap)
    if any(one.kind == part.kind and one.value == part.value for one in group) and len(gap) <= 3:
        return True
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


def without_first_cycles(text: str, groups: list[list[Part]]) -> list[list[Part]]:
    """``Day 1 Cycle 1 and thereafter on Day 1 of each 21-day cycle`` is one schedule, the second."""
    kept: list[list[Part]] = []
    for place, group in enumerate(groups):
        following = groups[place + 1] if place + 1 < len(groups) else None
        if following and [part.kind for part in group] == ["days"]:
            gap = text[group[-1].end : following[0].start]
            first = _FIRST_CYCLE.match(gap)
            if first and _THEREAFTER.fullmatch(gap[first.end() :]) and following[0].value == group[0].value:
                continue
        kept.append(group)
    return kept


def schedule_of(text: str, group: list[Part]) -> Schedule | None:
    kinds = {part.kind: part.value for part in group}
    start, end = group[0].start, group[-1].end
    lead = _lead(text, start)
    if (
        "stop" in kinds
        or _NOT_GIVEN.search(lead)
        or (group[0].kind == "times" and _MANY.search(lead))
        or (group[0].kind == "days" and _FOUND_ON.search(lead))
        or _EITHER.search(lead)
    ):
        return None
    values: dict[str, Any] = {"start": start, "end": end, "phase": _phase(lead)}
    if "times" in kinds:
        values["times"], values["per"] = kinds["times"]  # type: ignore[misc]
    if "at" in kinds:
        values["at"], values["at_unit"] = kinds["at"]  # type: ignore[misc]
    if "on_off" in kinds:
        values["days"], values["cycle"] = kinds["on_off"]  # type: ignore[misc]
    for kind in ("days", "cycle", "every", "length", "until", "once"):
        if kind in kinds:
            values[kind] = kinds[kind]
    return _tidy(Schedule(**values))


def _phase(lead: str) -> str:
    """The phase that is named last before the schedule."""
    found = [(match.start(), name) for name, pattern in _PHASES for match in pattern.finditer(lead)]
    return max(found)[1] if found else ""


def _lead(text: str, start: int) -> str:
    """The words before, back to the last end of a sentence or semicolon."""
    before = text[max(0, start - 200) : start]
    return re.split(r"[;\n]|\.\s+(?=[A-Z])|:\s", before)[-1]


def _tidy(one: Schedule) -> Schedule | None:
    """What two parts say together: ``day 1 Q3W`` is day 1 of a 21-day cycle; ``QW`` beside days is no news"""
    values: dict[str, Any] = {}
    days, cycle = one.days, one.cycle
    if one.every and days and not cycle and one.every.days >= max(days):
        cycle = one.every.days
        values |= {"cycle": cycle, "every": None}
    elif one.every and cycle:
        if one.every.days and one.every.days == cycle and not days:
            values |= {"cycle": 0}
        elif days:
            values |= {"every": None}
    if days and cycle and max(days) > cycle:
        return None
    if (
        one.per == "week"
        and one.times == 1
        and len(days) > 1
        and cycle
        and all(later - earlier >= 6 for earlier, later in pairwise(days))
    ):
        values |= {"times": 0, "per": ""}
    if one.per == "week" and days and not cycle and max(days) <= 7:
        values |= {"times": 0, "per": "", "cycle": 7}
    if one.once and (one.times or one.every or cycle):
        # "twice a day, a single dose is packaged in sachets"
        values |= {"once": False}
    if one.every and one.times and not values:
        # "twice every 3 weeks" is no way of giving that we can tell.
        return None if one.times > 1 else msgspec.structs.replace(one, times=0, per="")
    return msgspec.structs.replace(one, **values) if values else one
