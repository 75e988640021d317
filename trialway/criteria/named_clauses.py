"""What somebody has, takes or went through, in the criterion's own words for it: has ─▶ **clause** ─▶
sentences."""

import re

from msgspec import structs

from trialway.criteria.expressions import Expr, Has
from trialway.criteria.named.statements import IN_A_TIME, WITH_EXCEPTIONS
from trialway.criteria.plain_names import EPONYMS

# "be 18 or older" for "You must …", "are 18 or older" for "You cannot join if you …".
Clause = tuple[str, str]
# "Asthma", not "IgE", "Cheyne-Stokes" or "Burkitt's".
_CAPITALISED = re.compile(r"(?<![\w-])[A-Z][a-z]{1,30}(?![\w'’])(?!-[A-Z])")
_LIMITED = frozenset((IN_A_TIME, WITH_EXCEPTIONS))


def named_clause(state: Has) -> Clause | None:
    """What somebody has, takes or went through, in the criterion's own words for it."""
    if state.when == "unstated" or _LIMITED.intersection((*state.where, *state.perhaps)):
        return None
    words = state.words if state.kind == "medicine" else _running(state.words)
    if state.who == "family":
        return have(f"{words} in your family") if state.kind == "condition" else None
    match state.kind, state.when:
        case "condition", "now":
            return have(words)
        case "condition", "ever":
            return f"have or have had {words}", f"have or have had {words}"
        case ("condition", "past") | ("procedure" | "medicine", "ever"):
            return f"have had {words}", f"have had {words}"
        case "procedure", "planned":
            return be(f"due to have {words}")
        case "medicine", "now":
            return be(f"treated with {words}")
        case "allergy", "now" if not state.where:
            return be(f"allergic to {words}")
        case _:
            return None


def _running(words: str) -> str:
    """Words as they stand inside a sentence: "Crohn's Disease" → "Crohn's disease"; short forms and names of
    people keep their capitals."""
    return _CAPITALISED.sub(lambda word: word[0] if word[0] in EPONYMS else word[0].lower(), words)


def listed_as_one(parts: tuple[Expr, ...]) -> Has | None:
    """Several things of one kind as one: "asthma, COPD or stroke"; None where they differ in more than
    name."""
    things = [part for part in parts if isinstance(part, Has)]
    if len(things) < len(parts) or len({(one.kind, one.when, one.who) for one in things}) > 1:
        return None
    if any(_LIMITED.intersection((*one.where, *one.perhaps)) for one in things):
        return None
    if things[0].kind == "allergy" and any(one.where for one in things):
        return None
    words = [one.words if one.kind == "medicine" else _running(one.words) for one in things]
    return structs.replace(things[0], words=", ".join(words[:-1]) + " or " + words[-1], where=())


def be(words: str) -> Clause:
    return f"be {words}", f"are {words}"


def have(words: str) -> Clause:
    return f"have {words}", f"have {words}"
