"""Several lists made one, and not ten times the same: nearest ─▶ **fusing** ─▶ neighbours."""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from trialway.search.related.topic_columns import TopicColumns

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
