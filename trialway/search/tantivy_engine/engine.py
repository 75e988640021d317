"""tantivy as an engine that is open for reading: MatchRequest ─query_builder▶ tantivy ─▶ Matched.

Words, filters and facets are answered by tantivy's own fields. What is asked of single sites, a distance
above all, is answered from the columns of sites, for the trials that tantivy finds by their words.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import numpy as np
import tantivy
from msgspec.structs import replace
from tantivy import Occur

from trialway.caches import Cache
from trialway.places.distances import FARTHEST_KM
from trialway.search.columns import Ints
from trialway.search.document.encode_document import StoredDocument
from trialway.search.document.facet_codes import FacetCodes, FacetCount
from trialway.search.engine.base import Matched, MatchRequest
from trialway.search.engine.hit import Hit
from trialway.search.engine.year_counts import YearCounts, count_years_of_trials, queries_by_date
from trialway.search.geo.grid_cells import cells_around
from trialway.search.geo.map_points import SiteCluster, map_points
from trialway.search.geo.site_columns import SiteColumns
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
from trialway.search.query.query import PER_PAGE, Filter, Near, Query
from trialway.search.tantivy_engine.facet_counts import count_years, facet_counts, facet_counts_among
from trialway.search.tantivy_engine.more_like_this import more_like_this
from trialway.search.tantivy_engine.query_builder import (
    having_value,
    matching_query,
    ranked_query,
    within_cells,
)
from trialway.search.tantivy_engine.ranking import all_hits, top_by_key, top_scored
from trialway.search.tantivy_engine.schema import NAMES, SCHEMA, WORDS
from trialway.search.tantivy_engine.writer import open_files

MOST_KEPT = 100
# From here everything that has a place is within reach.
ANYWHERE = Near(0.0, 0.0, FARTHEST_KM)
T = TypeVar("T")
Restriction = Callable[[tantivy.Query], tantivy.Query]


class TantivyEngine:
    """An ``Engine`` over the files of one folder, as they were when it was opened."""

    def __init__(
        self, folder: Path, codebook: FacetCodes, columns: SiteColumns | None = None, version: str = ""
    ) -> None:
        index = open_files(folder)
        index.config_reader("manual", 1)
        index.reload()
        self.searcher = index.searcher()
        self.version = version
        self.words = IndexWords(folder, self, codebook)
        self.codebook = codebook
        self.towns = find_towns(columns, codebook) if columns else None
        self.columns = replace(columns, city=self.towns.cities) if columns and self.towns else None
        self._without_words: Cache[tuple[object, ...], Any] = Cache("searches without words", MOST_KEPT)

    def __len__(self) -> int:
        return self.searcher.num_docs

    def match(
        self, query: Query, *, first: int = 0, limit: int = PER_PAGE, facets: Iterable[str] = ()
    ) -> Matched:
        return self._answer(MatchRequest(query, first, limit, tuple(facets)))

    def match_many(self, requests: Sequence[MatchRequest]) -> list[Matched]:
        return [self._answer(request) for request in requests]

    def _answer(self, request: MatchRequest) -> Matched:
        query = request.query
        anywhere = query.near is not None and query.near.km == FARTHEST_KM and query.near != ANYWHERE
        if request.facets and anywhere and query.text.tree is None:
            # To count at any distance takes longest, and gives the same from anywhere.
            from_anywhere = replace(query, near=ANYWHERE, sort="", page=1)
            counts = self._answer(replace(request, query=from_anywhere)).counts
            return replace(self._answer(replace(request, facets=())), counts=counts)
        key = replace(request, query=query.with_page(1))
        return self._cached(query, (key,), lambda: self._match(query, request))

    def similar(self, number: int, limit: int = 10, filters: Sequence[Filter] = ()) -> list[int]:
        own = self.fetch([number]).get(number)
        if own is None:
            return []
        alike = more_like_this(self.searcher, own.texts)
        if filters:
            passing = matching_query(Query(filters=tuple(filters)), self.codebook)
            alike = tantivy.Query.boolean_query([(Occur.Must, alike), (Occur.Must, passing)])
        # Without a count of all that match, the engine need not look at every trial.
        found = top_scored(self.searcher, alike, limit + 1, count=False)[0]
        return [other for _, other, _ in found if other != number][:limit]

    def fetch(self, numbers: Iterable[int]) -> dict[int, Hit]:
        addresses = ((number, self._addresses(number)) for number in numbers)
        return {number: self._hit(number, found[0]) for number, found in addresses if found}

    def fetch_all(self) -> Iterator[Hit]:
        places = sorted((place.segment_ord, place.doc, int(number), place) for number, place in self._all())
        return (self._hit(number, place) for *_, number, place in places)

    def numbers(self) -> set[int]:
        return {int(number) for number, _ in self._all()}

    def trials_with_term(self, term: str, *, names: bool = True) -> int:
        fields = (WORDS, NAMES) if names else (WORDS,)
        return max(self.searcher.doc_freq(field, term) for field in fields)

    def has_name(self, name: str) -> bool:
        return bool(self.searcher.doc_freq("name", name))

    def count_years(self, query: Query) -> dict[str, YearCounts]:
        return self._cached(query, (query.with_page(1), "years"), lambda: self._count_years(query))

    def count_values(
        self, query: Query, numbers: Mapping[str, Sequence[int]]
    ) -> dict[str, tuple[FacetCount, ...]]:
        return {facet: self._count_values(query, facet, asked) for facet, asked in numbers.items()}

    def _count_values(self, query: Query, facet: str, numbers: Sequence[int]) -> tuple[FacetCount, ...]:
        if not numbers:
            return ()
        if facet != "city" and not needs_site_columns(query, (facet,)):
            return facet_counts_among(self.searcher, query, facet, numbers, self.codebook)
        query = self._with_merged_towns(query)
        names = self.towns.stated_as(numbers) if self.towns and facet == "city" else numbers
        text = self._text_matches(query, partial(having_value, facet=facet, numbers=names))
        counts = count_values(self._columns(), self.codebook, query, text, facet, np.asarray(numbers))
        return counts_among(counts, numbers)

    def map_points(self, query: Query) -> tuple[SiteCluster, ...]:
        query = self._with_merged_towns(query)
        sites = matching_trial_sites(self._columns(), self.codebook, query, self._text_matches(query))
        return map_points(self._columns(), self.codebook, sites)

    @cached_property
    def latest_year(self) -> int:
        """The year of the latest change that any record states; 0 in an empty index."""
        found = self.searcher.search(tantivy.Query.all_query(), 1, count=False, order_by_field="updated").hits
        day = int(found[0][0]) >> 32 if found else 0
        return dt.date.fromordinal(day).year if day else 0

    def _cached(self, query: Query, key: tuple[object, ...], make: Callable[[], T]) -> T:
        """Without words as many trials match as there are, and the first page of a site asks for that all
        day long."""
        if query.text.tree is not None:
            return make()
        found: T = self._without_words.get_or_make(key, make)
        return found

    def _match(self, query: Query, request: MatchRequest) -> Matched:
        if needs_site_columns(query, request.facets):
            return self._match_sites(query, request)
        base = matching_query(query, self.codebook)
        last, by_score = request.first + request.limit, query.order == "relevance"
        if by_score:
            best = ranked_query(query, self.codebook, self.latest_year)
            places, total = top_scored(self.searcher, best, last)
        else:
            places, total = top_by_key(self.searcher, base, last, query.order)
        hits = [
            self._hit(number, place, score if by_score else None)
            for score, number, place in places[request.first : last]
        ]
        of_words = tuple(facet for facet in request.facets if facet != "city")
        counts = facet_counts(self.searcher, query, of_words, base, self.codebook)
        if "city" in request.facets:
            counts["city"] = self._count_towns(query)
        return Matched(tuple(hits), total, {facet: counts[facet] for facet in request.facets})

    def _match_sites(self, query: Query, request: MatchRequest) -> Matched:
        query = self._with_merged_towns(query)
        text = self._text_matches(query)
        found = match_trials_by_site(self._columns(), self.codebook, query, text, request.facets)
        hits = (
            Hit(number, score, partial(self._stored, place), nearest)
            for number, score, nearest in found.best(request.first, request.limit)
            for place in self._addresses(number)
        )
        return Matched(tuple(hits), found.total, found.counts)

    def _count_towns(self, query: Query) -> tuple[FacetCount, ...]:
        """Towns are known by their sites alone: in the engine's own field a town has several names."""
        found = count_values(self._columns(), self.codebook, query, self._text_matches(query), "city")
        return most_frequent("city", found, None)

    def _count_years(self, query: Query) -> dict[str, YearCounts]:
        found: dict[str, YearCounts] = {}
        for other, dates in queries_by_date(query):
            if needs_site_columns(other):
                found |= count_years_of_trials(self._columns(), self._matching_trials(other), dates)
            else:
                found |= count_years(self.searcher, matching_query(other, self.codebook), dates)
        return found

    def _matching_trials(self, query: Query) -> Ints:
        """All matching trials, by their rows in the columns."""
        query = self._with_merged_towns(query)
        return matching_trials(self._columns(), self.codebook, query, self._text_matches(query))

    def _columns(self) -> SiteColumns:
        assert self.columns is not None, "an engine without columns was asked for places"
        return self.columns

    def _with_merged_towns(self, query: Query) -> Query:
        return merge_towns(query, self.towns, self.codebook) if self.towns else query

    def _text_matches(self, query: Query, restrict: Restriction | None = None) -> TextMatches | None:
        """The trials that the words find in the grid cells around, with scores where they are sorted by
        them; None when all do."""
        words = replace(query, filters=(), near=None, sort="", page=1, expand=True, plain=False)
        if words == Query():
            return None
        by_score = query.order == "relevance"
        found = (
            ranked_query(words, self.codebook, self.latest_year)
            if by_score
            else matching_query(words, self.codebook)
        )
        found = restrict(found) if restrict else found
        hits = all_hits(self.searcher, within_cells(found, cells_around(query.near) if query.near else None))
        numbers = self.searcher.fast_field_values("number", [place for _, place in hits])
        scores = np.array([score for score, _ in hits], np.float64) if by_score else None
        return TextMatches(np.array(numbers, np.int64), scores)

    def _addresses(self, number: int) -> list[tantivy.DocAddress]:
        """One; none in the middle of an update, when the columns still know a trial that is gone."""
        own = tantivy.Query.term_query(SCHEMA, "number", number)
        return [place for _, place in self.searcher.search(own, 1, count=False).hits]

    def _all(self) -> Sequence[tuple[float, tantivy.DocAddress]]:
        every_trial, limit = tantivy.Query.all_query(), max(len(self), 1)
        return self.searcher.search(every_trial, limit, count=False, order_by_field="number").hits

    def _hit(self, number: int, place: tantivy.DocAddress, score: float | None = None) -> Hit:
        return Hit(number, score, partial(self._stored, place))

    def _stored(self, place: tantivy.DocAddress) -> StoredDocument:
        return msgspec.msgpack.decode(self.searcher.doc(place)["stored"][0], type=StoredDocument)
