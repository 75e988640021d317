"""Trials and a point → how far the nearest recruiting site of each is, in kilometres."""

from collections.abc import Collection, Mapping

import numpy as np

from trialway.places.distances import kilometres
from trialway.search.columns import Ints, rows_of
from trialway.search.document.sites import TIERS
from trialway.search.geo.site_columns import (
    SiteColumns,
    sites_of_trials,
)

# Places that say they recruit, or of whose trial the record says it and of the place nothing.
_OPEN = TIERS.index("unstated")


def nearest_open(
    columns: SiteColumns, numbers: Collection[int], lat: float, lon: float
) -> Mapping[int, float]:
    """Number → kilometres to the nearest place that recruits or may; trials without one are left out."""
    of_trials = columns.of_trials or sites_of_trials(columns)
    sites = of_trials.codes[rows_of(of_trials.starts, _rows(columns, numbers))[0]]
    sites = sites[columns.tier[sites] <= _OPEN]
    places = np.searchsorted(columns.site_starts, sites, side="right") - 1
    away = kilometres(lat, lon, columns.lat[places], columns.lon[places])
    found: dict[int, float] = {}
    for row, km in zip(columns.trial[sites], away, strict=True):
        number = int(columns.number[row])
        if not np.isnan(km) and km < found.get(number, np.inf):
            found[number] = float(km)
    return found


def _rows(columns: SiteColumns, numbers: Collection[int]) -> Ints:
    """Where the trials stand in the columns; numbers that these do not have are left out."""
    wanted = np.array(sorted(numbers), np.int64)
    rows: Ints = np.searchsorted(columns.number, wanted)
    inside = rows < len(columns.number)
    held: Ints = rows[inside][columns.number[rows[inside]] == wanted[inside]]
    return held
