"""Lists of similar trials → one ranking: reciprocal rank fusion, penalties for other aims, MMR for variety.

Who looks for a medicine against a disease is little helped by a trial that teaches those who have it to draw,
and not at all by one for children or for men when the first is for women.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np

from trialway.search.document.facet_codes import FacetCodes
from trialway.search.geo.site_columns import SiteColumns
from trialway.search.related.topic_columns import TopicColumns

# What a trial is for, and with what it goes about it.
_COMPARED = ("purpose", "intervention_type")
# Of its score a trial loses this share for each in which the two have nothing in common; who wants to join
# one looks for a treatment more than who reads up on it.
LOST, LOST_OF_RECRUITING = 0.03, 0.2


def adjust_scores(
    columns: SiteColumns, number: int, scores: dict[int, float], share: float
) -> dict[int, float]:
    """The scores less the share for each other aim, the best first; equal scores by number."""
    less = dict(scores)
    for facet in _COMPARED:
        own, *others = _values(columns, facet, (number, *scores))
        for other, theirs in zip(scores, others, strict=True):
            less[other] -= share * scores[other] * _differ(own, theirs)
    return dict(sorted(less.items(), key=lambda item: (-item[1], item[0])))


def prefer_same_participants(
    columns: SiteColumns, codebook: FacetCodes, number: int, scores: dict[int, float]
) -> dict[int, float]:
    """The trials that somebody of a sex and age whom this one takes could join, as far as both state them."""
    left = scores
    for facet in ("sex", "age_group"):
        own, *others = _values(columns, facet, (number, *left))
        everybody = codebook.find(facet, "all")
        meet = (not own or not each or bool(own & each) or everybody in own | each for each in others)
        left = {other: left[other] for other, may in zip(left, meet, strict=True) if may}
    return left


def _differ(own: frozenset[int], other: frozenset[int]) -> bool:
    """A study that gives nothing is like another that gives nothing."""
    return not own & other and bool(own or other)


def _values(columns: SiteColumns, facet: str, numbers: Sequence[int]) -> Iterator[frozenset[int]]:
    """Of each trial; none of a trial that the columns do not know yet."""
    values, last = columns.facets[facet], len(columns.number) - 1
    rows = np.minimum(np.searchsorted(columns.number, numbers), last)
    known = (columns.number[rows] == numbers).tolist()
    for first, end, is_known in zip(values.starts[rows], values.starts[rows + 1], known, strict=True):
        yield frozenset(values.codes[first:end].tolist()) if is_known else frozenset()


# Cormack et al. 2009; the lists agree so well on what matters that other values change little.
_SMOOTH = 60
# How much likeness counts against sameness (Carbonell and Goldstein 1998).
LAMBDA = 0.95


def reciprocal_rank_fusion(lists: Sequence[Sequence[int]]) -> dict[int, float]:
    """Reciprocal rank fusion: number → score, the best first; equal scores by number."""
    scores: defaultdict[int, float] = defaultdict(float)
    for one in lists:
        for rank, number in enumerate(one, 1):
            scores[number] += 1 / (_SMOOTH + rank)
    return dict(sorted(scores.items(), key=lambda item: (-item[1], item[0])))


def maximal_marginal_relevance(columns: TopicColumns, scores: dict[int, float], most: int) -> list[int]:
    """Maximal marginal relevance: each next one is like the trial asked for, and unlike those before it."""
    rows = {number: row for number in scores if (row := columns.row(number)) is not None}
    numbers = [number for number in scores if number in rows]
    if not numbers:
        return []
    points = columns.table.points[[rows[number] for number in numbers]]
    gain = np.array([scores[number] for number in numbers]) / max(scores.values())
    same = np.zeros(len(numbers))
    left = np.ones(len(numbers), dtype=bool)
    chosen: list[int] = []
    while left.any() and len(chosen) < most:
        value = np.where(left, LAMBDA * gain - (1 - LAMBDA) * same, -np.inf)
        at = int(value.argmax())
        chosen.append(numbers[at])
        left[at] = False
        same = np.maximum(same, points @ points[at])
    return chosen
