"""What a finding must be to stand for an annotated entity: label ─▶ **role** ─▶ bench.criteria.leaf.

An illness is touched in its role by a finding on illnesses that overlaps it, "severe" by a finding beside it
that says ``where=("severe",)``. Which kinds count for a label stands in ``ROLES``.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from bench.leaf_annotations import Entity
from trialway.criteria.expressions import Expr, Not, atoms_of
from trialway.criteria.model import Finding

LEAD = 5
# "contraindicated" and "contraindication" are one word here.
_STEM = 7
# Kinds of what is called by a name: words beside the name grade it, deny it or say whose it is.
NEW = frozenset(("condition", "medicine", "allergy", "procedure", "stage", "treatment class"))
_TERMS = ("where", "values", "relation")
_WORD = re.compile(r"\w+")
# Where the next criterion begins.
_NEXT = re.compile(r"\n\s*(?:\n|[-–*•·]|\d+[.)])")


class Role(NamedTuple):
    """``kinds`` of findings that count, all when empty; ``new``: those that were made for such entities;
    ``holds`` says whether such a finding and the entity belong together."""

    kinds: frozenset[str]
    new: frozenset[str]
    holds: Callable[[Entity, Finding], bool]

    def takes(self, entity: Entity, finding: Finding) -> bool:
        """Whether the finding stands for the entity."""
        return (not self.kinds or finding.kind in self.kinds) and self.holds(entity, finding)


def overlaps(entity: Entity, finding: Finding) -> bool:
    """Whether they share a letter."""
    return finding.start < entity.end and entity.start < finding.end


def _is_denied(entity: Entity, finding: Finding) -> bool:
    """Whether the finding is a denial, and the entity in it or in the five words before it."""
    lead = finding.start - entity.start
    return isinstance(finding.expression, Not) and (
        overlaps(entity, finding)
        or (lead > 0 and _words_in(entity.text[entity.start : finding.start]) <= LEAD)
    )


def _is_said_beside(entity: Entity, finding: Finding) -> bool:
    """Whether the finding says the entity's word, and no other word stands between them."""
    return _words_between(entity, finding) == 0 and _says(entity, finding)


def _is_said_near(entity: Entity, finding: Finding) -> bool:
    return _words_between(entity, finding) <= LEAD and _says(entity, finding)


def _is_of_family(entity: Entity, finding: Finding) -> bool:
    """Whether the finding is about relatives, and near."""
    whose = {str(getattr(atom, "who", "")) for atom in atoms_of(finding.expression)}
    return "family" in whose and _words_between(entity, finding) <= LEAD


def _says(entity: Entity, finding: Finding) -> bool:
    own = {word[:_STEM] for word in _WORD.findall(entity.words.lower())}
    return not own.isdisjoint(word[:_STEM] for word in _terms(finding.expression))


def _terms(expression: Expr) -> Iterator[str]:
    """The words by which an expression narrows or grades what it is about."""
    for atom in atoms_of(expression):
        for name in _TERMS:
            value = getattr(atom, name, ())
            yield from _WORD.findall((value if isinstance(value, str) else " ".join(value)).lower())


def _words_between(entity: Entity, finding: Finding) -> int:
    """0 where they overlap."""
    start = min(entity.end, finding.end)
    return _words_in(entity.text[start : max(entity.start, finding.start, start)])


def _words_in(text: str) -> int:
    """How many words; more than any lead where another criterion begins."""
    return LEAD + 1 if _NEXT.search(text) else len(_WORD.findall(text))


def _of_kinds(new: tuple[str, ...], others: tuple[str, ...] = ()) -> Role:
    return Role(frozenset((*new, *others)), frozenset(new), overlaps)


def _of_words(holds: Callable[[Entity, Finding], bool]) -> Role:
    return Role(frozenset(), NEW, holds)


_CONDITION = _of_kinds(
    ("condition",),
    ("infection", "CNS metastases", "cancer spread", "pregnancy", "NYHA class", "biomarker", "time window"),
)
_DRUG = _of_kinds(("medicine", "treatment class"), ("prior treatment", "time window"))
_PROCEDURE = _of_kinds(("procedure", "treatment class"), ("prior treatment", "time window"))
_ALLERGY = _of_kinds(("allergy",))
ROLES = {
    "Condition": _CONDITION,
    "Condition-Name": _CONDITION,
    "Drug": _DRUG,
    "Drug-Name": _DRUG,
    "Allergy": _ALLERGY,
    "Allergy-Name": _ALLERGY,
    "Procedure": _PROCEDURE,
    "Procedure-Name": _PROCEDURE,
    "Severity": _of_words(_is_said_beside),
    "Stability": _of_words(_is_said_beside),
    "Negation": _of_words(_is_denied),
    "Contraindication": _of_words(_is_said_near),
    "Exception": _of_words(_is_denied),
    "Family-Member": _of_words(_is_of_family),
}
