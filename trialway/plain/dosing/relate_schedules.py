"""How schedules of one text stand to each other: **then, or** ─▶ schedule_reading."""

import re
from collections.abc import Iterator

import msgspec

from trialway.plain.dosing.compare_schedules import says_no_more
from trialway.plain.dosing.schedule import Schedule

_RELATIONS = (
    ("then", re.compile(r"\b(?:then|followed by|thereafter|subsequently|after that)\b", re.IGNORECASE)),
    ("or", re.compile(r"\bor\b", re.IGNORECASE)),
)
_THEN_HERE = re.compile(r"\b(?:then|thereafter|subsequently)(?: once| on| at)? $", re.IGNORECASE)
_FIRST_CYCLE = re.compile(r"\bcycles? ?#?(?:1\b|one\b)", re.IGNORECASE)
_AFTERWARDS = re.compile(
    r"[ ,(]*(?:there|here)?after(?:wards)?\b(?! (?:the|a|an|each|meals?|food|breakfast))", re.IGNORECASE
)
_COMMA = re.compile(r"(?: (?:dosing|doses?|injections?|\([^()]*\)))*,(?: (?:once|a|one))*[ -]")


def relate_schedules(text: str, found: list[Schedule]) -> list[Schedule]:
    """The schedules with their phases: what follows another, and what is a choice beside it."""
    return _without_same_choice(_with_every_choice(text, list(_related(text, found))))


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
            if place
            or _RELATIONS[0][1].match(gap)
            or (_THEN_HERE.search(gap) and not _FIRST_CYCLE.search(gap))
            else ""
        )
        if place and not relation and _AFTERWARDS.match(text[one.end :]):
            relation = "then"
        yield msgspec.structs.replace(one, phase=relation) if relation and not one.phase else one


def _with_every_choice(text: str, found: list[Schedule]) -> list[Schedule]:
    """``weekly, every 2 weeks, or monthly``: the second is a choice too."""
    chosen = list(found)
    for place in range(len(found) - 1, 1, -1):
        one, before = chosen[place], chosen[place - 1]
        gap = text[chosen[place - 2].end : before.start]
        if one.phase == "or" and not before.phase and _COMMA.fullmatch(gap):
            chosen[place - 1] = msgspec.structs.replace(before, phase="or")
    return chosen


def _without_same_choice(found: list[Schedule]) -> list[Schedule]:
    """``100 mg/day or 2 mg/kg/day`` is a choice of doses, and one way of giving."""
    chosen: list[Schedule] = []
    for one in found:
        bare = msgspec.structs.replace(one, phase="")
        if one.phase == "or" and any(says_no_more(other, bare) for other in chosen):
            continue
        chosen.append(msgspec.structs.replace(one, phase="") if one.phase == "or" and not chosen else one)
    return chosen
