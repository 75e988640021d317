"""The trials nearest to one, each part asked alone: columns ─▶ **nearest** ─▶ fusing."""

import numpy as np
import numpy.typing as npt

from trialway.index.related.columns import Columns

# Of 800 clusters these hold nearly all of the nearest points.
PROBED = 12


def by_words(columns: Columns, row: int, most: int, recruiting: bool = False) -> list[int]:
    """Numbers of the trials whose words mean the most alike, the nearest first."""
    points = columns.table.points
    own = np.asarray(points[row])
    spans = [(columns.bounds[c], columns.bounds[c + 1]) for c in _clusters_near(columns, own)]
    rows = np.concatenate([np.arange(first, last) for first, last in spans])
    # Span by span, for so nothing is copied.
    scores = np.concatenate([points[first:last] @ own for first, last in spans])
    return _best(columns, rows, scores, row, most, recruiting)


def by_headings(columns: Columns, row: int, most: int, recruiting: bool = False) -> list[int]:
    """Numbers of the trials that share the most telling conditions and treatments, the nearest first."""
    table = columns.table
    scores = table.conditions.likeness(row) + table.treatments.likeness(row)
    alike = np.flatnonzero(scores > 0)
    return _best(columns, alike, scores[alike], row, most, recruiting)


def _clusters_near(columns: Columns, own: npt.NDArray[np.float32]) -> npt.NDArray[np.intp]:
    if len(columns.centres) <= PROBED:
        return np.arange(len(columns.centres))
    distances = ((columns.centres - own) ** 2).sum(axis=1)
    return np.sort(np.argpartition(distances, PROBED)[:PROBED])


def _best(
    columns: Columns,
    rows: npt.NDArray[np.intp],
    scores: npt.NDArray[np.float32],
    own: int,
    most: int,
    recruiting: bool,
) -> list[int]:
    """The rows with the highest scores above zero as numbers; equal scores by number."""
    wanted = (rows != own) & (scores > 1e-6)
    if recruiting:
        wanted &= columns.table.recruiting[rows]
    rows, scores = rows[wanted], scores[wanted]
    if len(rows) > 4 * most:
        cut = np.partition(scores, len(scores) - most)[len(scores) - most]
        rows, scores = rows[scores >= cut], scores[scores >= cut]
    numbers = columns.table.numbers[rows]
    return [int(number) for number in numbers[np.lexsort((numbers, -scores))][:most]]
