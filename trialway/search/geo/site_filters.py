"""Query and columns → the sites that match, how far they are, and the trials they belong to.

All that is asked of a site must hold on the same one: the distance, its status, its country, region and city.
"""

from collections.abc import Iterable, Mapping

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from trialway.places.distances import EARTH_KM, kilometres
from trialway.search.columns import Ints, rows_of
from trialway.search.document.facet_codes import FacetCodes, FacetCount
from trialway.search.document.facets import FACETS, OF_SITES, PLACES
from trialway.search.geo.site_columns import (
    NONE,
    SiteColumns,
)
from trialway.search.query.query import Filter, Near, Query

# A degree of latitude, a little short, so that no place is left out by rounding.
DEGREE_KM = np.pi * EARTH_KM / 180 * (1 - 1e-9)


class NearestSite(Struct, frozen=True):
    """The best fitting site of a trial: its place in the trial's list, its tier, and kilometres, None where
    nobody asked for a distance."""

    at: int
    tier: int
    km: float | None


class SiteMatches(Struct, frozen=True):
    """Sites that fit, the nearest first: positions in the columns, kilometres (0 when no point was asked),
    and the place of each."""

    sites: Ints
    km: NDArray[np.float64]
    places: Ints


def matching_sites(
    columns: SiteColumns,
    query: Query,
    trials: NDArray[np.bool_],
    codebook: FacetCodes,
    *but: str,
    among: Mapping[str, Ints | None] | None = None,
) -> SiteMatches:
    """Sites of these trials on which all holds that is asked of a site, save the facets named last; only
    places ``among`` those with one of these values of a facet."""
    places, away = _around(columns, query.near)
    for facet in PLACES:
        chosen = chosen_numbers(query, facet, codebook) if facet not in but else None
        for wanted in (chosen, (among or {}).get(facet)):
            if wanted is None:
                continue
            inside = np.isin(getattr(columns, facet)[places], wanted)
            places, away = places[inside], away[inside]
    sites, owner = rows_of(columns.site_starts, places)
    fit = trials[columns.trial[sites]]
    wanted = chosen_numbers(query, "site_status", codebook) if "site_status" not in but else None
    if wanted is not None:
        fit &= np.isin(columns.status[sites], wanted)
    return SiteMatches(sites[fit], away[owner[fit]], places[owner[fit]])


def _around(columns: SiteColumns, near: Near | None) -> tuple[Ints, NDArray[np.float64]]:
    """Places within reach, the nearest first, and how far they are."""
    if near is None:
        return np.arange(len(columns.lat)), np.zeros(len(columns.lat))
    reach = near.km / DEGREE_KM
    first = int(np.searchsorted(columns.lat, near.lat - reach, side="left"))
    last = int(np.searchsorted(columns.lat, near.lat + reach, side="right"))
    away = kilometres(near.lat, near.lon, columns.lat[first:last], columns.lon[first:last])
    inside = np.flatnonzero(away <= near.km)
    order = inside[np.argsort(away[inside], kind="stable")]
    return order + first, away[order]


def chosen_numbers(query: Query, facet: str, codebook: FacetCodes) -> Ints | None:
    """The codebook's integers of what is chosen in a facet; None when nothing is."""
    codes = query.chosen(facet)
    if not codes:
        return None
    found = (codebook.find(facet, code) for code in codes)
    return np.array([number for number in found if number is not None], np.int64)


def nearest_of(columns: SiteColumns, found: SiteMatches) -> tuple[Ints, Ints]:
    """The trials of the sites, each once: recruiting before not, then the nearer, then the smaller number;
    and for each trial where in ``found`` its best site stands."""
    # Sites come by distance, so a trial's first in its best tier is its best; both steps keep the order.
    order = np.argsort(columns.tier[found.sites], kind="stable")
    place = np.full(len(columns.number), -1, np.int64)
    place[columns.trial[found.sites][order[::-1]]] = order[::-1]  # of several the last written stays
    trials = np.flatnonzero(place >= 0)
    best = place[trials]
    sorted_ = np.lexsort((trials, found.km[best], columns.tier[found.sites[best]]))
    return trials[sorted_], best[sorted_]


def trials_of(columns: SiteColumns, found: SiteMatches) -> Ints:
    """The trials of the sites, each once, by number."""
    kept = np.zeros(len(columns.number), bool)
    kept[columns.trial[found.sites]] = True
    return np.flatnonzero(kept)


def trials_passing(
    columns: SiteColumns, trials: Ints, filters: Iterable[Filter], codebook: FacetCodes
) -> dict[str, NDArray[np.bool_]]:
    """For each facet that is filtered by, which of the trials pass."""
    found = {}
    for item in filters:
        if item.facet in OF_SITES:
            continue
        wanted = [codebook.find(item.facet, code) for code in item.codes]
        values = columns.facets[item.facet]
        positions, owner = rows_of(values.starts, trials)
        hit = np.isin(values.codes[positions], [number for number in wanted if number is not None])
        passes = np.zeros(len(trials), bool)
        passes[owner[hit]] = True
        found[item.facet] = passes
    return found


def counted_values(columns: SiteColumns, facet: str, trials: Ints) -> Ints:
    """How many of the trials have each value, by the values' integers."""
    values = columns.facets[facet]
    positions, _ = rows_of(values.starts, trials)
    return np.bincount(values.codes[positions])


def counted_places(columns: SiteColumns, facet: str, found: SiteMatches) -> Ints:
    """How many trials have one of these sites with each value."""
    values = columns.status[found.sites] if facet == "site_status" else getattr(columns, facet)[found.places]
    stated = values != NONE
    # A trial counts once for a value. Sorted, for numpy's own unique takes ten times as long (2.4.6).
    pairs = values[stated].astype(np.int64) << 32 | columns.trial[found.sites[stated]]
    pairs.sort()
    first = np.append(True, pairs[1:] != pairs[:-1])[: len(pairs)]
    return np.bincount(pairs[first] >> 32)


def most_frequent(facet: str, counts: Ints, chosen: Ints | None) -> tuple[FacetCount, ...]:
    """The most frequent, and what is chosen, however rare: the reader must be able to take it back."""
    order = np.lexsort((np.arange(len(counts)), -counts))
    most = [int(number) for number in order[: FACETS[facet].most] if counts[number]]
    rest = set() if chosen is None else {int(number) for number in chosen} - set(most)
    found = [
        FacetCount(number, int(counts[number]) if number < len(counts) else 0) for number in (*most, *rest)
    ]
    return tuple(sorted(found, key=lambda count: (-count.trials, count.number)))


def counts_among(counts: Ints, numbers: Iterable[int]) -> tuple[FacetCount, ...]:
    """Those of these values that any trial has, the most frequent first."""
    had = (number for number in numbers if number < len(counts) and counts[number])
    found = (FacetCount(number, int(counts[number])) for number in had)
    return tuple(sorted(found, key=lambda count: (-count.trials, count.number)))
