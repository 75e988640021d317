"""How and how much is given: words of a regimen ─▶ **route in plain words, dose as stated** ─▶ ``given``."""

import re

from trialway.plain.dose_rules import DOSE_WORDS, DOSES
from trialway.plain.route_rules import ROUTE_TABLE, ROUTE_WORDS, ROUTES

_ROUTES = tuple((ROUTE_TABLE[row.id], row.words) for row in ROUTES)
_DRIP, _INFUSION, _VEIN = (
    row.words for row in ROUTES if row.id in ("route.drip", "route.infusion", "route.vein")
)
_AT_ONCE = ROUTE_TABLE["route-words.at-once"]
_NOT_OF_THIS = ROUTE_WORDS.any_of("route-words.other-drug", "route-words.no-giving")
_INFUSED_ELSEWHERE = ROUTE_WORDS["route-words.infused-elsewhere"]
_DOSE = DOSES["dose.amount"]
_SOLVENT = DOSES["dose.solvent"]
_ANY_DOSE = DOSES["dose.any-amount"]
_ANOTHER_NUMBER = DOSES["dose.another-number"]
# "… and participants will also receive": what comes after is on something else.
_BESIDE = DOSE_WORDS["dose.beside"]
_OTHER_DRUGS = DOSE_WORDS["dose.other-drugs"]
_CHANGES = DOSE_WORDS.any_of("dose.changes.")
# "up to 2.5 mg", "1 mg or 2 mg", "from 5 to 10 mg": more than one dose, and not ours to choose from.
_UNSURE = DOSE_WORDS.any_of("dose.unsure.")
# What stands before an amount is looked at so far back.
_LEAD = 80
_NO_DOSE_BEFORE, _NO_DOSE_AFTER = DOSE_WORDS["dose.none.before"], DOSE_WORDS["dose.none.after"]


def route_of(text: str) -> str:
    """The one way that a text states, in plain words; empty when it states none, or several.

    A way that another drug is given by is not told, but it makes doubtful what else is said.
    """
    text = _BESIDE.split(text, maxsplit=1)[0]
    stated = _routes_in(_NOT_OF_THIS.sub(" ", text))
    if len(stated) != 1 or _routes_in(_OTHER_DRUGS.sub(" ", text)) != stated:
        return ""
    if stated == [_INFUSION] and _INFUSED_ELSEWHERE.search(text):
        return ""
    return stated[0]


def _routes_in(text: str) -> list[str]:
    """The routes that a text names; each takes its words, so that no other finds them again."""
    stated: list[str] = []
    for pattern, words in _ROUTES:
        if pattern.search(text):
            stated.append(words)
            text = pattern.sub(" ", text)
    if stated == [_DRIP, _VEIN] and not _AT_ONCE.search(text):
        # "Intravenous administration", and elsewhere "intravenous infusion".
        return [_DRIP]
    return stated


def is_other_route(one: str, other: str) -> bool:
    """Whether two routes cannot both be meant; "into a vein" leaves open whether it is a drip."""
    return bool(one and other) and one != other and {one, other} != {_DRIP, _VEIN}


def dose_of(text: str) -> str:
    """The one dose that a text states, as it states it; empty when it states none, or several."""
    text = _SOLVENT.sub(" ", _BESIDE.split(text, maxsplit=1)[0])
    if _CHANGES.search(text):
        return ""
    stated = list(_DOSE.finditer(text))
    if _ANY_DOSE.search(_DOSE.sub(" ", text)):
        return ""
    doses = {" ".join(match[0].split()).lower() for match in stated}
    if len(doses) != 1 or any(_is_doubtful(match, text) for match in stated):
        return ""
    return " ".join(stated[0][0].replace("\\", "").split())


def _is_doubtful(amount: re.Match[str], text: str) -> bool:
    """Whether it is one of several doses, or a strength, a container, a sample or a limit."""
    before = text[max(0, amount.start() - _LEAD) : amount.start()]
    after = text[amount.end() : amount.end() + _LEAD]
    return bool(
        _UNSURE.search(before)
        or _ANOTHER_NUMBER.match(after)
        or _NO_DOSE_BEFORE.search(before)
        or _NO_DOSE_AFTER.search(after)
    )
