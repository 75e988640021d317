"""The trials nearest to one, each part asked alone: columns ─▶ **nearest** ─▶ fusing."""

import numpy as np
import numpy.typing as npt

from trialway.index.related.columns import Columns

# Of 800 clusters these hold nearly all of the nearest points.
PROBED = 12


def by_words(columns: Columns, row: int, most: int, recruiting: bool = False) -> list[int]:
    """Numbers of the trials whose words mean the most alike, the nearest first."""
    own = np.asarray(columns.table.points[row], dtype=np.float32)
    rows = _rows_near(columns, own)
    scores = np.asarray(columns.table.points[rows], dtype=np.float32) @ own
    return _best(columns, rows, scores, row, most, recruiting)


def by_headings(columns: Columns, row: int, most: int, recruiting: bool = False) -> list[int]:
    """Numbers of the trials that share the most telling conditions and treatments, the nearest first."""
    table = columns.table
    scores = table.conditions.likeness(row) + table.treatments.likeness(row)
    return _best(columns, np.flatnonzero(scores), scores[scores > 0], row, most, recruiting)


def _rows_near(columns: Columns, own: npt.NDArray[np.float32]) -> npt.NDArray[np.intp]:
    if len(columns.centres) == 1:
        return np.arange(len(columns))
    distances = ((columns.centres - own) ** 2).sum(axis=1)
    clusters = np.sort(np.argpartition(distances, PROBED)[:PROBED])
    return np.concatenate([np.arange(columns.bounds[c], columns.bounds[c + 1]) for c in clusters])


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
