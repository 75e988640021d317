"""The one store of columns: arrays of numbers ─▶ **a folder of .npy files** ─▶ the same arrays, mapped.

Sites with facets (``geo/``) and headings with vectors (``related/``) are kept so. Each array is a file of
numpy's own format, written whole into a new folder and never changed; the owner of the folder puts it in
its place. Mapped arrays are shared by all processes, and to open them reads nothing.

Rows of several values are two arrays: row i goes from ``starts[i]`` to ``starts[i + 1]`` of the values, and
``starts`` has one entry more than there are rows (compressed sparse rows).
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Value = TypeVar("Value", bound=np.generic)
# Starts of 32 or 64 bits, and values.
Rows = tuple[NDArray[np.integer[Any]], NDArray[Value]]


def save_arrays(folder: Path, arrays: Mapping[str, NDArray[Any]]) -> None:
    """Make the folder and write each array into a file of its name."""
    folder.mkdir()
    for name, array in arrays.items():
        np.save(folder / f"{name}.npy", array, allow_pickle=False)


def map_array(folder: Path, name: str) -> NDArray[Any]:
    """An array of a folder, mapped, not read. OSError, EOFError or ValueError: missing or damaged."""
    # Not numpy's own class of maps: each slice of one costs more than the slice.
    return np.asarray(np.load(folder / f"{name}.npy", mmap_mode="r", allow_pickle=False))


def has_array(folder: Path, name: str) -> bool:
    """Whether the folder has an array of that name; those of older programs may lack some."""
    return (folder / f"{name}.npy").exists()


def starts_of(counts: Iterable[int] | NDArray[np.integer[Any]]) -> Ints:
    """How many values each row has → where each begins."""
    given = np.fromiter(counts, np.int64) if not isinstance(counts, np.ndarray) else counts
    starts = np.zeros(len(given) + 1, np.int64)
    np.cumsum(given, out=starts[1:])
    return starts


def rows_of(starts: NDArray[np.integer[Any]], chosen: NDArray[np.integer[Any]]) -> tuple[Ints, Ints]:
    """Of each chosen row all its values: their positions, and for each which of the chosen it is of."""
    begins = starts[chosen].astype(np.int64)
    counts = starts[chosen + 1] - begins
    owner = np.repeat(np.arange(len(chosen)), counts)
    before = np.cumsum(counts) - counts
    return np.arange(int(counts.sum())) - before[owner] + begins[owner], owner


def take_rows(rows: Rows[Value], chosen: NDArray[np.integer[Any]]) -> tuple[Ints, NDArray[Value]]:
    """These rows, in this order."""
    starts, values = rows
    positions, _ = rows_of(starts, chosen)
    return starts_of(np.diff(starts)[chosen]), np.asarray(values)[positions]


def join_rows(parts: Sequence[Rows[Value]]) -> tuple[Ints, NDArray[Value]]:
    """The rows of all parts, one after the other."""
    counts = np.concatenate([np.diff(starts) for starts, _ in parts])
    return starts_of(counts), np.concatenate([values for _, values in parts])
