"""SiteColumns: sites and facet values of all trials as columns of numbers, mapped from the disk.

An engine of words answers "which trials have a site there" badly and "what is the nearest one" not at all.
Here each place where sites stand is one line, however many sites stand on it, and a search looks at places
first.

Trials are called by their place in ``number`` (ascending), places by theirs in ``lat`` (ascending, the
unknown last). ``starts`` have one entry more than what they belong to: entry i goes from starts[i] to
starts[i + 1].
"""

from pathlib import Path

import numpy as np
from msgspec import Struct
from msgspec.structs import replace
from numpy.typing import NDArray
from scipy import sparse

from trialway.search.columns import has_array, map_array, save_arrays
from trialway.search.document.facets import FACETS

# What no site or place states.
NONE = -1


class FacetColumn(Struct, frozen=True):
    """The values of a facet, trial by trial, as the codebook's integers; or the sites, as theirs."""

    starts: NDArray[np.int64]
    codes: NDArray[np.int32]


class SiteColumns(Struct, frozen=True):
    """``newest`` and ``updated`` are keys to sort by; ``days`` has a line of DAYS a trial. ``country``,
    ``region``, ``city`` and ``status`` are the codebook's integers, or NONE. Sites come by place, as
    ``site_starts`` says; ``at`` is where in its trial's list a site stands. ``of_trials``: the sites once
    more, trial by trial; None in columns that are still being made."""

    number: NDArray[np.int64]
    newest: NDArray[np.uint64]
    updated: NDArray[np.uint64]
    days: NDArray[np.int32]
    facets: dict[str, FacetColumn]
    lat: NDArray[np.float64]
    lon: NDArray[np.float64]
    country: NDArray[np.int32]
    region: NDArray[np.int32]
    city: NDArray[np.int32]
    site_starts: NDArray[np.int64]
    trial: NDArray[np.int32]
    at: NDArray[np.int32]
    status: NDArray[np.int32]
    tier: NDArray[np.int8]
    of_trials: FacetColumn | None = None


ARRAYS = tuple(name for name in SiteColumns.__struct_fields__ if name not in {"facets", "of_trials"})
OF_TRIALS = "of_trials"


def save_columns(columns: SiteColumns, folder: Path) -> None:
    """Write every array as a file of its own into a new folder."""
    save_arrays(folder, _arrays(columns, {**columns.facets, OF_TRIALS: sites_of_trials(columns)}))


def load_columns(folder: Path) -> SiteColumns:
    """The arrays of a folder, mapped, not read."""
    arrays = {name: map_array(folder, name) for name in ARRAYS}
    facets = {facet: _values(folder, facet) for facet in FACETS}
    columns = SiteColumns(**arrays, facets=facets, of_trials=None)
    if has_array(folder, f"{OF_TRIALS}.starts"):
        return replace(columns, of_trials=_values(folder, OF_TRIALS))
    # Columns of an older program, until the next update writes them anew.
    return replace(columns, of_trials=sites_of_trials(columns))


def sites_of_trials(columns: SiteColumns) -> FacetColumn:
    """For each trial its sites, as their places in ``trial``: a sparse matrix of both, by rows."""
    count = len(columns.trial)
    every = np.arange(count, dtype=np.int32)
    table = sparse.csr_array((every, (columns.trial, every)), shape=(len(columns.number), max(count, 1)))
    return FacetColumn(table.indptr.astype(np.int64), table.data)


def _arrays(columns: SiteColumns, named: dict[str, FacetColumn]) -> dict[str, NDArray[np.generic]]:
    arrays = {name: getattr(columns, name) for name in ARRAYS}
    for name, values in named.items():
        arrays[f"{name}.starts"], arrays[f"{name}.codes"] = values.starts, values.codes
    return arrays


def _values(folder: Path, name: str) -> FacetColumn:
    return FacetColumn(map_array(folder, f"{name}.starts"), map_array(folder, f"{name}.codes"))
