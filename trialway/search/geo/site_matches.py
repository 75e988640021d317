"""Query, columns and the trials that the words find → trials by their matching sites, in order, with counts.

Filters and facets are answered from the columns, for the exact set of sites; the engine of words has said
which trials the words find.
"""

from collections.abc import Iterable, Iterator
from itertools import combinations

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from trialway.search.columns import Ints
from trialway.search.document.facet_codes import FacetCodes, FacetCount
from trialway.search.document.facets import (
    OF_SITES,
    PLACES,
    inner,
    inside,
)
from trialway.search.geo.site_columns import SiteColumns
from trialway.search.geo.site_filters import (
    NearestSite,
    SiteMatches,
    chosen_numbers,
    counted_places,
    counted_values,
    matching_sites,
    most_frequent,
    nearest_of,
    trials_of,
    trials_passing,
)
from trialway.search.query.query import Query


class TextMatches(Struct, frozen=True):
    """Numbers of the trials that words find, and their scores; None when nothing is sorted by them."""

    numbers: Ints
    scores: NDArray[np.float64] | None


class TrialMatches(Struct, frozen=True):
    """The trials in order, each with its best site; ``scores`` is None unless they are sorted by it."""

    columns: SiteColumns
    trials: Ints
    found: SiteMatches
    sites: Ints
    scores: NDArray[np.float64] | None
    near: bool
    counts: dict[str, tuple[FacetCount, ...]]

    @property
    def total(self) -> int:
        return len(self.trials)

    def best(self, first: int, most: int) -> Iterator[tuple[int, float | None, NearestSite]]:
        """Number, score and best site of some of them."""
        for at in range(first, min(first + most, self.total)):
            trial, place = self.trials[at], self.sites[at]
            site = self.found.sites[place]
            km = float(self.found.km[place]) if self.near else None
            nearest = NearestSite(int(self.columns.at[site]), int(self.columns.tier[site]), km)
            score = None if self.scores is None else float(self.scores[at])
            yield int(self.columns.number[trial]), score, nearest


def needs_site_columns(query: Query, facets: Iterable[str] = ()) -> bool:
    """Whether a distance is asked, or several things of one site, or of the sites that fit is to be counted.
    Of one thing alone the engine's own fields tell the same, and sooner; but of towns they know no more than
    each record's own name."""
    places = any(query.chosen(facet) for facet in PLACES)
    status = bool(query.chosen("site_status"))
    counted = set(facets)
    return (
        query.near is not None
        or bool(query.chosen("city"))
        or (places and (status or not counted.isdisjoint({"site_status", "city"})))
        or (status and not counted.isdisjoint(PLACES))
        or not _nested(query)
    )


def _nested(query: Query) -> bool:
    """Whether each chosen place lies in one that is chosen around it, as those do that a page offers."""
    return all(
        inside(code, query.chosen(outer))
        for outer, inner_ in combinations(PLACES, 2)
        for code in query.chosen(inner_)
    )


def match_trials_by_site(
    columns: SiteColumns,
    codebook: FacetCodes,
    query: Query,
    saying: TextMatches | None,
    facets: tuple[str, ...],
) -> TrialMatches:
    """All trials with a site that fits and which pass the other filters."""
    said, scores = _said(columns, saying)
    found = matching_sites(columns, query, said, codebook)
    trials, sites = nearest_of(columns, found)
    passes = trials_passing(columns, trials, query.filters, codebook)
    kept = _all(passes, len(trials))
    counts = {
        facet: most_frequent(
            facet,
            _counts(columns, codebook, query, facet, said, found, trials, passes),
            chosen_numbers(query, facet, codebook),
        )
        for facet in facets
    }
    trials, sites = trials[kept], sites[kept]
    order = _order(columns, query.order, trials, scores)
    ranked = None if scores is None else scores[trials[order]]
    return TrialMatches(columns, trials[order], found, sites[order], ranked, query.near is not None, counts)


def matching_trial_sites(
    columns: SiteColumns, codebook: FacetCodes, query: Query, saying: TextMatches | None
) -> SiteMatches:
    """Every site that fits of every trial that passes."""
    said, _ = _said(columns, saying)
    found = matching_sites(columns, query, said, codebook)
    return _of_trials(columns, found, _passing(columns, codebook, query, found))


def matching_trials(
    columns: SiteColumns, codebook: FacetCodes, query: Query, saying: TextMatches | None
) -> Ints:
    """Every trial that passes."""
    said, _ = _said(columns, saying)
    return _passing(columns, codebook, query, matching_sites(columns, query, said, codebook))


def _passing(columns: SiteColumns, codebook: FacetCodes, query: Query, found: SiteMatches) -> Ints:
    trials = trials_of(columns, found)
    return trials[_all(trials_passing(columns, trials, query.filters, codebook), len(trials))]


def _of_trials(columns: SiteColumns, found: SiteMatches, trials: Ints) -> SiteMatches:
    kept = np.zeros(len(columns.number), bool)
    kept[trials] = True
    of_kept = kept[columns.trial[found.sites]]
    return SiteMatches(found.sites[of_kept], found.km[of_kept], found.places[of_kept])


def _said(
    columns: SiteColumns, saying: TextMatches | None
) -> tuple[NDArray[np.bool_], NDArray[np.float64] | None]:
    """Which of all trials the words find; and their scores when they are sorted by them."""
    if saying is None:
        return np.ones(len(columns.number), bool), None
    # In their order: to look up what lies side by side takes a third of the time.
    order = np.argsort(saying.numbers)
    numbers = saying.numbers[order]
    at = np.searchsorted(columns.number, numbers)
    at[at == len(columns.number)] = 0
    # In the middle of an update the engine may know a trial that the columns do not know yet.
    known = columns.number[at] == numbers if len(columns.number) else np.zeros(len(at), bool)
    said = np.zeros(len(columns.number), bool)
    said[at[known]] = True
    if saying.scores is None:
        return said, None
    scores = np.zeros(len(columns.number))
    scores[at[known]] = saying.scores[order][known]
    return said, scores


def _all(passes: dict[str, NDArray[np.bool_]], count: int, but: str = "") -> NDArray[np.bool_]:
    kept = np.ones(count, bool)
    for facet, passing_it in passes.items():
        if facet != but:
            kept &= passing_it
    return kept


def _counts(
    columns: SiteColumns,
    codebook: FacetCodes,
    query: Query,
    facet: str,
    said: NDArray[np.bool_],
    found: SiteMatches,
    trials: Ints,
    passes: dict[str, NDArray[np.bool_]],
) -> Ints:
    """The counts of a facet leave its own choice out, and what is chosen within it."""
    if facet not in OF_SITES:
        return counted_values(columns, facet, trials[_all(passes, len(trials), but=facet)])
    if any(query.chosen(each) for each in (facet, *inner(facet))):
        found = matching_sites(columns, query, said, codebook, facet, *inner(facet))
        trials = trials_of(columns, found)
        passes = trials_passing(columns, trials, query.filters, codebook)
    fitting_it = _of_trials(columns, found, trials[_all(passes, len(trials))]) if passes else found
    return counted_places(columns, facet, fitting_it)


def count_values(
    columns: SiteColumns,
    codebook: FacetCodes,
    query: Query,
    saying: TextMatches | None,
    facet: str,
    numbers: Ints | None = None,
) -> Ints:
    """How many trials have each value, by the values' integers; with ``numbers`` others may be left
    uncounted."""
    query = query.without_filter(facet)
    said, _ = _said(columns, saying)
    found = matching_sites(columns, query, said, codebook, among={facet: numbers})
    trials = _passing(columns, codebook, query, found)
    if facet in OF_SITES:
        return counted_places(columns, facet, _of_trials(columns, found, trials))
    return counted_values(columns, facet, trials)


def _order(columns: SiteColumns, order: str, trials: Ints, scores: NDArray[np.float64] | None) -> Ints:
    """Where in ``trials``, which come nearest first, each of the order stands."""
    if order == "nearest":
        return np.arange(len(trials))
    if scores is not None:
        return np.lexsort((trials, -scores[trials]))
    # Whoever sorts by a date takes the greatest key first; no two are equal.
    keys = columns.newest if order == "newest" else columns.updated
    return np.argsort(keys[trials])[::-1]
