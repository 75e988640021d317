"""How far other trials are after the same as one, in the same people: columns of facets ─▶ **aims** ─▶
neighbours.

Who looks for a medicine against a disease is little helped by a trial that teaches those who have it to draw,
and not at all by one for children or for men when the first is for women.
"""

import numpy as np

from trialway.index.codebook import Codebook
from trialway.index.columns import Columns

# What a trial is for, and with what it goes about it.
_COMPARED = ("purpose", "intervention_type")
# Of its score a trial loses this share for each in which the two have nothing in common; who wants to join
# one looks for a treatment more than who reads up on it.
LOST, LOST_OF_RECRUITING = 0.03, 0.2


def aimed(columns: Columns, number: int, scores: dict[int, float], share: float) -> dict[int, float]:
    """The scores less the share for each other aim, the best first; equal scores by number."""
    own = {facet: _of(columns, facet, number) for facet in _COMPARED}
    less = {
        other: score * (1 - share * sum(_differ(own[facet], _of(columns, facet, other)) for facet in own))
        for other, score in scores.items()
    }
    return dict(sorted(less.items(), key=lambda item: (-item[1], item[0])))


def takes_the_same(columns: Columns, codebook: Codebook, number: int, other: int) -> bool:
    """Whether anybody could be of the sex and age that both ask for, as far as both state them."""
    return all(
        _meet(_of(columns, facet, number), _of(columns, facet, other), codebook.find(facet, "all"))
        for facet in ("sex", "age_group")
    )


def _meet(own: frozenset[int], other: frozenset[int], everybody: int | None) -> bool:
    return not own or not other or bool(own & other) or everybody in own | other


def _differ(own: frozenset[int], other: frozenset[int]) -> bool:
    """A study that gives nothing is like another that gives nothing."""
    return not own & other and bool(own or other)


def _of(columns: Columns, facet: str, number: int) -> frozenset[int]:
    """The trial's values; none of a trial that the columns do not know yet."""
    row, values = int(np.searchsorted(columns.number, number)), columns.facets[facet]
    if row == len(columns.number) or columns.number[row] != number:
        return frozenset()
    return frozenset(values.codes[values.starts[row] : values.starts[row + 1]].tolist())
