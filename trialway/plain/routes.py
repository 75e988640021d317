"""How and how much is given: words of a regimen ─▶ **route in plain words, dose as stated** ─▶ ``given``."""

from functools import lru_cache

from trialway.plain.dose_rules import DOSE_WORDS, DOSES
from trialway.plain.route_rules import ROUTE_TABLE, ROUTES

_ROUTES = tuple((ROUTE_TABLE[row.id], row.words) for row in ROUTES)
_DRIP, _VEIN = (row.words for row in ROUTES if row.id in ("route.drip", "route.vein"))
_AT_ONCE = ROUTE_TABLE["route-words.at-once"]
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


@lru_cache(maxsize=1 << 10)
def route_of(text: str) -> str:
    """The one way that a text states, in plain words; empty when it states none, or several."""
    text = _OTHER_DRUGS.sub(" ", _BESIDE.split(text, maxsplit=1)[0])
    stated: list[str] = []
    for pattern, words in _ROUTES:
        if pattern.search(text):
            stated.append(words)
            text = pattern.sub(" ", text)
    if stated == [_DRIP, _VEIN] and not _AT_ONCE.search(text):
        # "Intravenous administration", and elsewhere "intravenous infusion".
        return _DRIP
    return stated[0] if len(stated) == 1 else ""


def is_other_route(one: str, other: str) -> bool:
    """Whether two routes cannot both be meant; "into a vein" leaves open whether it is a drip."""
    return bool(one and other) and one != other and {one, other} != {_DRIP, _VEIN}


@lru_cache(maxsize=1 << 10)
def dose_of(text: str) -> str:
    """The one dose that a text states, as it states it; empty when it states none, or several."""
    text = _SOLVENT.sub(" ", _BESIDE.split(text, maxsplit=1)[0])
    if _CHANGES.search(text):
        return ""
    stated = list(_DOSE.finditer(text))
    if _ANY_DOSE.search(_DOSE.sub(" ", text)):
        return ""
    doses = {" ".join(match[0].split()).lower() for match in stated}
    if len(doses) != 1 or any(
        _UNSURE.search(text[: match.start()]) or _ANOTHER_NUMBER.match(text[match.end() :])
        for match in stated
    ):
        return ""
    return " ".join(stated[0][0].replace("\\", "").split())
