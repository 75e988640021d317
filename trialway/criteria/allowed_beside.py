"""Limits that the criterion beside them loosens: criteria of one list ─▶ **the same, some marked as
alternatives** ─▶ read_criteria.

"ECOG 0-1", then "ECOG 2 is allowed if due to the disease": each alone would rule out who meets the other.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from trialway.criteria.exception_rules import EXCEPTIONS
from trialway.criteria.exceptions import MEASURED
from trialway.criteria.expressions import Exists, Has, atoms_of
from trialway.criteria.model import Criterion

_FOR_SOME = EXCEPTIONS.any_of()
# Among exclusions a limit for some excludes more people; only what is allowed or excepted excludes fewer.
_ALLOWED = EXCEPTIONS.any_of("exception.allowed", "exception.unless")
_LONGEST = 250
_STARTS = ("exception", "except", "unless")


def with_allowances(criteria: Sequence[Criterion]) -> tuple[Criterion, ...]:
    """The criteria of one list. Those that a neighbour loosens, and the neighbour, rule nobody out alone."""
    marked: set[int] = set()
    mine: frozenset[str] = frozenset()
    for place, right in enumerate(criteria):
        left, before = criteria[place - 1], mine
        mine = _variables(right) if right.findings else frozenset()
        if (
            before
            and left.side == right.side
            and left.scope == right.scope
            and _loosen(left, right, before & mine)
        ):
            marked |= {place - 1, place}
    if not marked:
        return tuple(criteria)
    return tuple(
        replace(one, alternative=True) if place in marked else one for place, one in enumerate(criteria)
    )


def _loosen(left: Criterion, right: Criterion, shared: frozenset[str]) -> bool:
    """``shared`` are the measures that both are about."""
    words = right.text.lower()
    if words.lstrip(" *-").startswith(_STARTS):
        return True
    if not shared:
        return False
    loosens = _ALLOWED if left.side == "exclusion" else _FOR_SOME
    # In a long text the words are of something else.
    return any(len(text) <= _LONGEST and loosens.search(text) for text in (words, left.text.lower()))


def _variables(criterion: Criterion) -> frozenset[str]:
    return frozenset(
        atom.variable
        for finding in criterion.findings
        if finding.kind in MEASURED
        for atom in atoms_of(finding.expression)
        if not isinstance(atom, Exists | Has)
    )
