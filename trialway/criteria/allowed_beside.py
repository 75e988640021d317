"""Limits that the criterion beside them loosens: criteria of one list ─▶ **the same, some marked as
alternatives** ─▶ read_criteria.

"ECOG 0-1", then "ECOG 2 is allowed if due to the disease": each alone would rule out who meets the other.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from trialway.criteria.exception_rules import EXCEPTIONS
from trialway.criteria.exceptions import MEASURED
from trialway.criteria.expressions import Exists, atoms_of
from trialway.criteria.model import Criterion

_LOOSENS = EXCEPTIONS.any_of()
_STARTS = ("exception", "except", "unless")


def with_allowances(criteria: Sequence[Criterion]) -> tuple[Criterion, ...]:
    """The criteria of one list. Those that a neighbour loosens, and the neighbour, rule nobody out alone."""
    marked: set[int] = set()
    for place in range(1, len(criteria)):
        left, right = criteria[place - 1], criteria[place]
        if left.side == right.side and left.scope == right.scope and _loosen(left, right):
            marked |= {place - 1, place}
    return tuple(
        replace(one, alternative=True) if place in marked else one for place, one in enumerate(criteria)
    )


def _loosen(left: Criterion, right: Criterion) -> bool:
    mine = _variables(left)
    if not mine:
        return False
    words = right.text.lower()
    if words.lstrip(" *-").startswith(_STARTS):
        return True
    return bool(mine & _variables(right)) and bool(
        _LOOSENS.search(words) or _LOOSENS.search(left.text.lower())
    )


def _variables(criterion: Criterion) -> frozenset[str]:
    return frozenset(
        atom.variable
        for finding in criterion.findings
        if finding.kind in MEASURED
        for atom in atoms_of(finding.expression)
        if not isinstance(atom, Exists)
    )
