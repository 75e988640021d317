"""How schedules of one text relate: **"then" or "or"** ─▶ read_schedules."""

import re
from collections.abc import Iterator

import msgspec

from trialway.plain.dosing.compare_schedules import says_no_more
from trialway.plain.dosing.relation_rules import RELATIONS
from trialway.plain.dosing.schedule import Schedule

_THEN = RELATIONS["dosing.relation.then"]
_OR = RELATIONS["dosing.relation.or"]
_THEN_HERE = RELATIONS["dosing.relation.then-here"]
_FIRST_CYCLE = RELATIONS["dosing.relation.first-cycle"]
_AFTERWARDS = RELATIONS["dosing.relation.afterwards"]
_COMMA = RELATIONS["dosing.relation.comma"]
_NEXT_SENTENCE = RELATIONS["dosing.relation.next-sentence"]
_SENTENCE = re.compile(r"[;\n]|\.\s+(?=[A-Z])")


def relate_schedules(text: str, found: list[Schedule]) -> list[Schedule]:
    """The schedules with their phases: "then" for what follows another, "or" for a choice beside it."""
    return _without_same_choice(_with_every_choice(text, list(_related(text, found))))


def _related(text: str, found: list[Schedule]) -> Iterator[Schedule]:
    """Each schedule with its relation to the one before: ``…, then once daily``, ``…, or once daily``."""
    for place, one in enumerate(found):
        gap = text[found[place - 1].end if place else 0 : one.start]
        if not _NEXT_SENTENCE.search(gap):
            gap = _SENTENCE.split(gap)[-1]
        relation = _relation(gap, first=not place)
        if place and not relation and _AFTERWARDS.match(text[one.end :]):
            relation = "then"
        yield msgspec.structs.replace(one, phase=relation) if relation and not one.phase else one


def _relation(gap: str, *, first: bool) -> str:
    """The relation by the words before a schedule; for the ``first`` one, "then" counts only at either end
    of them."""
    if first and not _THEN.match(gap) and (not _THEN_HERE.search(gap) or _FIRST_CYCLE.search(gap)):
        return ""
    return "then" if _THEN.search(gap) else "or" if _OR.search(gap) else ""


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
