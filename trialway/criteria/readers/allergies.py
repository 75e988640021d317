"""Allergies, and what speaks against a treatment: "hypersensitivity to penicillin", "contraindication to
MRI"."""

import re
from collections.abc import Iterator

from trialway.concepts.concept_list import shipped_concepts
from trialway.criteria.cues import RuleMatch, contains_any, find_negation
from trialway.criteria.expressions import AnyOf, Expr, Has, Not
from trialway.criteria.readers.allergy_rules import ALLERGIES

CUES = ("aller", "hyper", "sensi", "intol", "anaph", "contr", "adver", "idios")

_ANY = ALLERGIES.any_of("allergy.")
_END = ALLERGIES["allergy-end.clause"]
_JOINT = ALLERGIES["allergy-list.joint"]
_NEEDLES = ("allerg", "sensitiv", "intoleran", "anaphyla", "contra", "reaction")
# An intolerance is no allergy; an adverse reaction may be one.
_ALLERGIC = ALLERGIES["allergy-kind.allergic"]
_WIDER = ALLERGIES["allergy-kind.wider"]
_SEVERE = ALLERGIES["allergy-kind.severe"]
_MOST = 8


def read(text: str) -> Iterator[RuleMatch]:
    if not contains_any(text, _NEEDLES):
        return
    for match in _ANY.finditer(text):
        group = "object" if match["allergy"] else "of" if match["of"] else "what"
        cut = _END.search(match[group]) if group != "of" else None
        words = match[group][: cut.start()] if cut else match[group]
        end = match.end() if group == "of" else match.start(group) + len(words.rstrip(" ,"))
        words = words.strip(" ,")
        if len(words) < 3 or words.endswith((" or", " and", " the", " any")):
            # The list goes on in lines of its own.
            continue
        expression = _to(words, match["allergy"] or match[0], allergic=group != "what")
        at = find_negation(text, match.start())
        if at is not None:
            yield RuleMatch(at, end, "allergy", Not(part=expression))
        else:
            yield RuleMatch(match.start(), end, "allergy", expression)


def _to(words: str, lead: str, *, allergic: bool) -> Expr:
    """To one thing or to any of several; a list that is long or that nobody can part stays one."""
    names = [name for name in _JOINT.split(words) if name.strip()] if allergic else [words]
    where: tuple[str, ...] = ("severe",) if _SEVERE.search(lead) else ()
    where += ("intolerance",) if allergic and (not _ALLERGIC.search(lead) or _WIDER.search(lead)) else ()
    if not 1 < len(names) <= _MOST or any(len(name) < 3 for name in names):
        names = [words]
    parts: tuple[Expr, ...] = tuple(_atom(name.strip(), where, allergic=allergic) for name in names)
    return parts[0] if len(parts) == 1 else AnyOf(parts=parts)


def _atom(name: str, where: tuple[str, ...], *, allergic: bool) -> Has:
    concept = shipped_concepts().exactly(re.sub(r"^(?:the|any|an|a|other) ", "", name)) if allergic else None
    return Has(
        kind="allergy",
        variable=f"allergy:{concept.id}" if concept else "",
        words=name,
        where=where,
        when="now" if allergic else "unstated",
    )
