"""The engine as readers have it: Query ─▶ **engine** ─▶ matches. Nothing that imports it speaks to tantivy.

The rest asks four things: of this match(query) and similar(number), of committing.py build(documents) and
update(documents, removed).
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import numpy as np
import tantivy
from msgspec import Struct
from msgspec.structs import replace
from tantivy import Occur

from trialway.places.distances import FARTHEST_KM
from trialway.search.document.encode_document import StoredDocument
from trialway.search.document.facet_codes import FacetCodes
from trialway.search.engine.hit import Hit
from trialway.search.geo.grid_cells import cells_around
from trialway.search.geo.map_points import SiteCluster, map_points
from trialway.search.geo.site_columns import Ints, SiteColumns
from trialway.search.geo.site_filters import counts_among, most_frequent
from trialway.search.geo.site_matches import (
    TextMatches,
    count_values,
    match_trials_by_site,
    matching_trial_sites,
    matching_trials,
    needs_site_columns,
)
from trialway.search.geo.towns import find_towns, merge_towns
from trialway.search.language.index_words import IndexWords
from trialway.search.query.query import Filter, Near, Query
from trialway.search.tantivy_engine.facet_counts import FacetCount, facet_counts, facet_counts_among
from trialway.search.tantivy_engine.more_like_this import more_like_this
from trialway.search.tantivy_engine.query_builder import (
    having_value,
    matching_query,
    ranked_query,
    within_cells,
)
from trialway.search.tantivy_engine.ranking import all_hits, top_by_key, top_scored
from trialway.search.tantivy_engine.schema import SCHEMA, WORDS
from trialway.search.tantivy_engine.writer import open_files
from trialway.search.tantivy_engine.year_counts import (
    YearCounts,
    count_years,
    count_years_of_trials,
    queries_by_date,
)

MOST_KEPT = 100
# From here everything that has a place is within reach.
ANYWHERE = Near(0.0, 0.0, FARTHEST_KM)
T = TypeVar("T")
Narrowing = Callable[[tantivy.Query], tantivy.Query]


class Matched(Struct, frozen=True):
    """The asked-for hits in order, how many trials match in all, and counts by facet when they were asked
    for."""

    hits: tuple[Hit, ...]
    total: int
    counts: dict[str, tuple[FacetCount, ...]]


def _own(number: int) -> tantivy.Query:
    return tantivy.Query.term_query(SCHEMA, "number", number)


class TantivyEngine:
    """An index open for reading, as it was when it was opened."""

    def __init__(self, folder: Path, codebook: FacetCodes, columns: SiteColumns | None = None) -> None:
        index = open_files(folder)
        index.config_reader("manual", 1)
        index.reload()
        self.searcher = index.searcher()
        self.words = IndexWords(folder, self.searcher, codebook)
        self.codebook = codebook
        self.towns = find_towns(columns, codebook) if columns else None
        self.columns = replace(columns, city=self.towns.cities) if columns and self.towns else None
        self._without_words: dict[tuple[object, ...], Any] = {}

    def __len__(self) -> int:
        return self.searcher.num_docs

    @cached_property
    def latest_year(self) -> int:
        """The year of the latest change that any record states; 0 in an empty index."""
        found = self.searcher.search(tantivy.Query.all_query(), 1, count=False, order_by_field="updated").hits
        day = int(found[0][0]) >> 32 if found else 0
        return dt.date.fromordinal(day).year if day else 0

    def match(self, query: Query, *, first: int = 0, most: int = 20, facets: Iterable[str] = ()) -> Matched:
        """Hits ``first`` to ``first + most`` of the query's order, whatever its page is."""
        anywhere = query.near is not None and query.near.km == FARTHEST_KM and query.near != ANYWHERE
        if facets and anywhere and query.text.tree is None:
            # To count at any distance takes longest, and gives the same from anywhere.
            counts = self.match(replace(query, near=ANYWHERE, sort="", page=1), facets=facets).counts
            return replace(self.match(query, first=first, most=most), counts=counts)
        key = (query.with_page(1), first, most, tuple(facets))
        return self._kept(query, key, lambda: self._match(query, first, most, tuple(facets)))

    def years(self, query: Query) -> dict[str, YearCounts]:
        """For each date how many trials lie in which year, whatever period of that date is asked for."""
        return self._kept(query, (query.with_page(1), "years"), lambda: self._all_years(query))

    def _all_years(self, query: Query) -> dict[str, YearCounts]:
        found: dict[str, YearCounts] = {}
        for other, dates in queries_by_date(query):
            if needs_site_columns(other):
                found |= count_years_of_trials(self._columns(), self._trials(other), dates)
            else:
                found |= count_years(self.searcher, matching_query(other, self.codebook), dates)
        return found

    def values(self, query: Query, facet: str, numbers: Sequence[int]) -> tuple[FacetCount, ...]:
        """How many trials have each of these values under the other facets' choices, the most frequent first;
        without those that none has."""
        if not numbers:
            return ()
        if facet != "city" and not needs_site_columns(query, (facet,)):
            return facet_counts_among(self.searcher, query, facet, numbers, self.codebook)
        query = self._by_town(query)
        names = self.towns.stated_as(numbers) if self.towns and facet == "city" else numbers
        saying = self._saying(query, partial(having_value, facet=facet, numbers=names))
        counts = count_values(self._columns(), self.codebook, query, saying, facet, np.asarray(numbers))
        return counts_among(counts, numbers)

    def _kept(self, query: Query, key: tuple[object, ...], make: Callable[[], T]) -> T:
        """Without words as many trials match as there are, and the first page of a site asks for that all
        day long."""
        if query.text.tree is not None:
            return make()
        found: T | None = self._without_words.get(key)
        if found is None:
            found = make()
            if len(self._without_words) >= MOST_KEPT:
                self._without_words.clear()
            self._without_words[key] = found
        return found

    def _match(self, query: Query, first: int, most: int, facets: tuple[str, ...]) -> Matched:
        if needs_site_columns(query, facets):
            return self._match_sites(query, first, most, facets)
        base = matching_query(query, self.codebook)
        if query.order == "relevance":
            best = ranked_query(query, self.codebook, self.latest_year)
            places, total = top_scored(self.searcher, best, first + most)
        else:
            places, total = top_by_key(self.searcher, base, first + most, query.order)
        hits = [
            Hit(number, score if query.order == "relevance" else None, partial(self._stored, place))
            for score, number, place in places[first : first + most]
        ]
        of_words = tuple(facet for facet in facets if facet != "city")
        counts = facet_counts(self.searcher, query, of_words, base, self.codebook)
        if "city" in facets:
            counts["city"] = self._towns_of(query)
        return Matched(tuple(hits), total, {facet: counts[facet] for facet in facets})

    def _towns_of(self, query: Query) -> tuple[FacetCount, ...]:
        """Towns are known by their sites alone: in the engine's own field a town has several names."""
        found = count_values(self._columns(), self.codebook, query, self._saying(query), "city")
        return most_frequent("city", found, None)

    def _match_sites(self, query: Query, first: int, most: int, facets: tuple[str, ...]) -> Matched:
        query = self._by_town(query)
        found = match_trials_by_site(self._columns(), self.codebook, query, self._saying(query), facets)
        hits = (
            Hit(number, score, partial(self._stored, place), nearest)
            for number, score, nearest in found.best(first, most)
            for place in self._addresses(number)
        )
        return Matched(tuple(hits), found.total, found.counts)

    def places(self, query: Query) -> tuple[SiteCluster, ...]:
        """Where the sites stand that fit, of trials that pass, with how many."""
        query = self._by_town(query)
        found = matching_trial_sites(self._columns(), self.codebook, query, self._saying(query))
        return map_points(self._columns(), self.codebook, found)

    def _trials(self, query: Query) -> Ints:
        """All trials that pass, by their places in the columns."""
        query = self._by_town(query)
        return matching_trials(self._columns(), self.codebook, query, self._saying(query))

    def _columns(self) -> SiteColumns:
        assert self.columns is not None, "an engine without columns was asked for places"
        return self.columns

    def _by_town(self, query: Query) -> Query:
        return merge_towns(query, self.towns, self.codebook) if self.towns else query

    def _addresses(self, number: int) -> list[tantivy.DocAddress]:
        """One; none in the middle of an update, when the columns still know a trial that is gone."""
        own = tantivy.Query.term_query(SCHEMA, "number", number)
        return [place for _, place in self.searcher.search(own, 1, count=False).hits]

    def _saying(self, query: Query, among: Narrowing | None = None) -> TextMatches | None:
        """The trials that the words find in the squares around, with scores where they are sorted by; None
        when all do. ``among``: which of them are asked for."""
        said = replace(query, filters=(), near=None, sort="", page=1, expand=True, plain=False)
        if said == Query():
            return None
        by_score = query.order == "relevance"
        found = (
            ranked_query(said, self.codebook, self.latest_year)
            if by_score
            else matching_query(said, self.codebook)
        )
        found = among(found) if among else found
        hits = all_hits(self.searcher, within_cells(found, cells_around(query.near) if query.near else None))
        numbers = self.searcher.fast_field_values("number", [place for _, place in hits])
        scores = np.array([score for score, _ in hits], np.float64) if by_score else None
        return TextMatches(np.array(numbers, np.int64), scores)

    def every_number(self) -> set[int]:
        """The numbers of all trials in the index."""
        return {int(number) for number, _ in self._all()}

    def every_hit(self) -> Iterator[Hit]:
        """All trials, in the order in which they lie on the disk."""
        places = sorted((place.segment_ord, place.doc, int(number), place) for number, place in self._all())
        return (Hit(number, None, partial(self._stored, place)) for *_, number, place in places)

    def _all(self) -> Sequence[tuple[float, tantivy.DocAddress]]:
        every_trial, most = tantivy.Query.all_query(), max(len(self), 1)
        return self.searcher.search(every_trial, most, count=False, order_by_field="number").hits

    def hit(self, number: int) -> Hit | None:
        """The trial of that number; None when the index has none."""
        found = self.searcher.search(_own(number), 1, count=False).hits
        return Hit(number, None, partial(self._stored, found[0][1])) if found else None

    def similar(self, number: int, most: int = 10, filters: Sequence[Filter] = ()) -> list[int]:
        """Numbers of the trials most like this one that pass the filters, the most alike first; empty when
        there is no such trial."""
        hit = self.hit(number)
        if hit is None:
            return []
        alike = more_like_this(self.searcher, hit.texts)
        if filters:
            alike = tantivy.Query.boolean_query(
                [
                    (Occur.Must, alike),
                    (Occur.Must, matching_query(Query(filters=tuple(filters)), self.codebook)),
                ]
            )
        # Without what can be left out of the query itself the engine need not look at every trial.
        found = top_scored(self.searcher, alike, most + 1, count=False)[0]
        return [other for _, other, _ in found if other != number][:most]

    def holding(self, term: str) -> int:
        """How many trials hold the term anywhere, those removed since the last merge counted too."""
        return int(self.searcher.doc_freq(WORDS, term))

    def _stored(self, place: tantivy.DocAddress) -> StoredDocument:
        return msgspec.msgpack.decode(self.searcher.doc(place)["stored"][0], type=StoredDocument)
