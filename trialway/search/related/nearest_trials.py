"""A trial → the nearest by words and by headings, each list of its own."""

import numpy as np
import numpy.typing as npt

from trialway.search.related.topic_columns import TopicColumns

# Of 800 clusters these hold nearly all of the nearest points.
PROBED = 12
# Of so many times more, the most alike by headings, words decide.
DECIDED = 4
Rows = npt.NDArray[np.intp]
Scores = npt.NDArray[np.float32]


def by_words(columns: TopicColumns, row: int, most: int, recruiting: bool = False) -> list[int]:
    """Numbers of the trials whose words mean the most alike, the nearest first."""
    points = columns.table.points
    own = np.asarray(points[row])
    spans = [(columns.bounds[c], columns.bounds[c + 1]) for c in _clusters_near(columns, own)]
    rows = np.concatenate([np.arange(first, last) for first, last in spans])
    # Span by span, for so nothing is copied.
    scores = np.concatenate([points[first:last] @ own for first, last in spans])
    return _numbers(columns, *_others(columns, rows, scores, row, recruiting), most)


def by_headings(columns: TopicColumns, row: int, most: int, recruiting: bool = False) -> list[int]:
    """Numbers of the trials that share the most telling conditions and treatments, the nearest first.

    Thousands may share one heading and no other, so among the most alike what their words mean counts too.
    """
    table = columns.table
    every = table.conditions.likeness(row) + table.treatments.likeness(row)
    alike = np.flatnonzero(every > 0)
    rows, scores = _others(columns, alike, every[alike], row, recruiting)
    rows, scores = _highest(rows, scores, DECIDED * most)
    return _numbers(columns, rows, scores + table.points[rows] @ np.asarray(table.points[row]), most)


def _clusters_near(columns: TopicColumns, own: Scores) -> Rows:
    if len(columns.centres) <= PROBED:
        return np.arange(len(columns.centres))
    distances = ((columns.centres - own) ** 2).sum(axis=1)
    return np.sort(np.argpartition(distances, PROBED)[:PROBED])


def _others(
    columns: TopicColumns, rows: Rows, scores: Scores, own: int, recruiting: bool
) -> tuple[Rows, Scores]:
    """The rows above zero that may be listed, with their scores."""
    wanted = (scores > 1e-6) & (rows != own)
    if recruiting:
        wanted &= columns.table.recruiting[rows]
    return rows[wanted], scores[wanted]


def _highest(rows: Rows, scores: Scores, most: int) -> tuple[Rows, Scores]:
    """The rows with the highest scores, and all others that share the last of them."""
    if len(rows) <= most:
        return rows, scores
    among = scores >= np.partition(scores, len(scores) - most)[len(scores) - most]
    return rows[among], scores[among]


def _numbers(columns: TopicColumns, rows: Rows, scores: Scores, most: int) -> list[int]:
    """Of the rows with the highest scores, the highest first; equal scores by number."""
    rows, scores = _highest(rows, scores, most)
    numbers = columns.table.numbers[rows]
    return [int(number) for number in numbers[np.lexsort((numbers, -scores))][:most]]
