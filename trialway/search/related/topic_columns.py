"""TopicColumns: vectors and headings of all trials as columns on the disk.

A folder beside the engine's files, written whole and put in its place in one step. Rows are in the order of
their cluster, so that the points of a cluster lie side by side; a daily change writes all of it anew, which
for 600,000 trials takes a few seconds.
"""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import cached_property
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import numpy.typing as npt
from msgspec import Struct

from trialway.search.columns import map_array, save_arrays
from trialway.search.related.heading_sets import HeadingNames, HeadingSets
from trialway.search.related.inferred_headings import InferredHeadings
from trialway.search.related.semantic_vectors import Floats, SemanticSpace

FOLDER = "related"
# Raise it whenever what is written changes.
FORMAT = 2


class TopicState(Struct, frozen=True):
    """``upto``: the highest Trial.change taken in; ``trained_on``: how many trials there were when the space
    was made."""

    format: int
    upto: int
    trained_on: int


@dataclass(frozen=True)
class TrialTable:
    """A row for each trial; ``points`` have length 1, or 0 where no word was known."""

    numbers: npt.NDArray[np.uint32]
    points: Floats
    recruiting: npt.NDArray[np.bool_]
    conditions: HeadingSets
    treatments: HeadingSets

    @classmethod
    def of_parts(cls, parts: Sequence["TrialTable"], known: int) -> "TrialTable":
        """The rows of all parts, one after the other; ``known``: how many headings there are."""
        return cls(
            numbers=np.concatenate([part.numbers for part in parts]),
            points=np.concatenate([part.points for part in parts]),
            recruiting=np.concatenate([part.recruiting for part in parts]),
            conditions=HeadingSets.of_parts([part.conditions for part in parts], known),
            treatments=HeadingSets.of_parts([part.treatments for part in parts], known),
        )

    def taken(self, order: npt.NDArray[np.integer], known: int) -> "TrialTable":
        """These rows, in this order."""
        return TrialTable(
            numbers=self.numbers[order],
            points=self.points[order],
            recruiting=self.recruiting[order],
            conditions=self.conditions.taken(order, known),
            treatments=self.treatments.taken(order, known),
        )


@dataclass(frozen=True, eq=False)
class TopicColumns:
    """``bounds[c]`` to ``bounds[c + 1]`` are the rows of the table in cluster ``c``."""

    table: TrialTable
    bounds: npt.NDArray[np.int64]
    centres: Floats
    names: HeadingNames
    learned: InferredHeadings

    @classmethod
    def of(
        cls,
        table: TrialTable,
        clusters: npt.NDArray[np.integer],
        centres: Floats,
        names: HeadingNames,
        learned: InferredHeadings,
    ) -> "TopicColumns":
        """The table in the order of the clusters that its rows are in."""
        order = np.argsort(clusters, kind="stable")
        bounds = np.searchsorted(clusters[order], np.arange(len(centres) + 1))
        return cls(table.taken(order, len(names)), bounds, centres, names, learned)

    @property
    def clusters(self) -> npt.NDArray[np.integer]:
        """The cluster of each row."""
        return np.repeat(np.arange(len(self.centres)), np.diff(self.bounds))

    def __len__(self) -> int:
        return len(self.table.numbers)

    @cached_property
    def _by_number(self) -> npt.NDArray[np.intp]:
        return np.argsort(self.table.numbers)

    def row(self, number: int) -> int | None:
        """Where a trial stands; None when it is not there."""
        # As what the column holds: else numpy makes a copy of all of it first.
        at = int(np.searchsorted(self.table.numbers, np.uint32(number), sorter=self._by_number))
        row = int(self._by_number[at]) if at < len(self) else -1
        return row if row >= 0 and int(self.table.numbers[row]) == number else None


def save(generation: Path, columns: TopicColumns, space: SemanticSpace, state: TopicState) -> None:
    """Put these in the place of those before; readers that have them open keep theirs."""
    new, old = generation / f"{FOLDER}.new", generation / f"{FOLDER}.old"
    shutil.rmtree(new, ignore_errors=True)
    shutil.rmtree(old, ignore_errors=True)
    save_arrays(new, _arrays(columns, space))
    (new / "vocabulary.json").write_bytes(msgspec.json.encode(space.vocabulary))
    (new / "names.json").write_bytes(msgspec.json.encode(columns.names.names))
    (new / "learned.json").write_bytes(msgspec.json.encode(columns.learned))
    (new / "state.json").write_bytes(msgspec.json.encode(state))
    if (generation / FOLDER).exists():
        (generation / FOLDER).rename(old)
    new.rename(generation / FOLDER)
    shutil.rmtree(old, ignore_errors=True)


def _arrays(columns: TopicColumns, space: SemanticSpace) -> dict[str, npt.NDArray[Any]]:
    table = columns.table
    found: dict[str, npt.NDArray[Any]] = {
        "numbers": table.numbers,
        "points": table.points,
        "recruiting": table.recruiting,
    }
    for name, headed in (("conditions", table.conditions), ("treatments", table.treatments)):
        found |= {f"{name}-{part.name}": getattr(headed, part.name) for part in fields(HeadingSets)}
    found |= {"bounds": columns.bounds, "centres": columns.centres}
    return found | {"idf": space.idf, "axes": space.axes}


def read_state(generation: Path) -> TopicState | None:
    """What was written last; None when nothing was, or by another program."""
    try:
        state = msgspec.json.decode((generation / FOLDER / "state.json").read_bytes(), type=TopicState)
    except (OSError, msgspec.DecodeError):
        return None
    return state if state.format == FORMAT else None


def read_columns(generation: Path) -> TopicColumns:
    """The columns as they are on the disk, read as they are needed. FileNotFoundError when there are none."""
    folder = generation / FOLDER
    names = HeadingNames(msgspec.json.decode((folder / "names.json").read_bytes(), type=list[str]))
    table = TrialTable(
        numbers=map_array(folder, "numbers"),
        points=map_array(folder, "points"),
        recruiting=map_array(folder, "recruiting"),
        conditions=_headed(folder, "conditions"),
        treatments=_headed(folder, "treatments"),
    )
    learned = msgspec.json.decode((folder / "learned.json").read_bytes(), type=dict[str, tuple[str, ...]])
    return TopicColumns(table, map_array(folder, "bounds"), map_array(folder, "centres"), names, learned)


def _headed(folder: Path, name: str) -> HeadingSets:
    return HeadingSets(*(map_array(folder, f"{name}-{part.name}") for part in fields(HeadingSets)))


def read_space(generation: Path) -> SemanticSpace:
    """The space that the points are in."""
    folder = generation / FOLDER
    vocabulary = msgspec.json.decode((folder / "vocabulary.json").read_bytes(), type=dict[str, int])
    return SemanticSpace(vocabulary, map_array(folder, "idf"), map_array(folder, "axes"))
