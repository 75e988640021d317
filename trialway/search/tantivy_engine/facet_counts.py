"""tantivy query → counts of matching trials by facet value and by year (aggregations).

The counts of a facet leave its own choice out: who has chosen France sees how many Italy would add.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

import tantivy
from msgspec.structs import replace

from trialway.search.document.dates import DAYS
from trialway.search.document.facet_codes import FacetCodes, FacetCount
from trialway.search.document.facets import (
    FACETS,
    PLACES,
    inner,
    inside,
)
from trialway.search.engine.year_counts import YEAR_STARTS, YearCounts, year_counts
from trialway.search.query.query import Filter, Query
from trialway.search.tantivy_engine.query_builder import having_value, matching_query
from trialway.search.tantivy_engine.schema import facet_field

# So many values each segment of the index counts before they are added up; with fewer the sums would be
# guesses.
ENOUGH = 65_000


def facet_counts(
    searcher: tantivy.Searcher,
    query: Query,
    facets: tuple[str, ...],
    base: tantivy.Query,
    codebook: FacetCodes,
) -> dict[str, tuple[FacetCount, ...]]:
    """Counts by facet, the most frequent first."""
    chosen = [facet for facet in facets if query.chosen(facet)]
    open_ = [facet for facet in facets if facet not in chosen]
    answer = searcher.aggregate(base, _asked(open_)) if open_ else {}
    counts = {facet: _counts(answer[facet]) for facet in open_}
    for facet in chosen:
        others = [item for item in query.filters if item.facet not in {facet, *inner(facet)}]
        without = matching_query(replace(query, filters=tuple(others)), codebook)
        counts[facet] = _with_chosen(
            _counts(searcher.aggregate(without, _asked([facet]))[facet]),
            searcher,
            query,
            facet,
            others,
            codebook,
        )
    return {facet: _inside(query, facet, counts[facet], codebook) for facet in facets}


def _inside(
    query: Query, facet: str, counts: tuple[FacetCount, ...], codebook: FacetCodes
) -> tuple[FacetCount, ...]:
    """Of the regions of trials with a site in France those of France."""
    around = [query.chosen(outer) for outer in PLACES if facet in inner(outer)]
    if not any(around):
        return counts
    codes = codebook.values[facet]
    return tuple(c for c in counts if all(inside(codes[c.number].code, outer) for outer in around))


def _asked(facets: list[str]) -> dict[str, Any]:
    return {
        facet: {"terms": {"field": facet_field(facet), "size": FACETS[facet].most, "segment_size": ENOUGH}}
        for facet in facets
    }


def _counts(answer: dict[str, Any]) -> tuple[FacetCount, ...]:
    found = (FacetCount(int(bucket["key"]), bucket["doc_count"]) for bucket in answer["buckets"])
    return tuple(sorted(found, key=lambda count: (-count.trials, count.number)))


def _with_chosen(
    counts: tuple[FacetCount, ...],
    searcher: tantivy.Searcher,
    query: Query,
    facet: str,
    others: list[Filter],
    codebook: FacetCodes,
) -> tuple[FacetCount, ...]:
    """A chosen value is always there, however rare: the reader must be able to take it back."""
    numbers = {codebook.find(facet, code) for code in query.chosen(facet)} - {None}
    missing = sorted(
        number for number in numbers if number is not None and number not in {c.number for c in counts}
    )
    added = []
    for number in missing:
        code = codebook.values[facet][number].code
        narrowed = matching_query(replace(query, filters=(*others, Filter(facet, (code,)))), codebook)
        added.append(FacetCount(number, total_of(searcher.search(narrowed, 1))))
    return (*counts, *added)


def facet_counts_among(
    searcher: tantivy.Searcher, query: Query, facet: str, numbers: Sequence[int], codebook: FacetCodes
) -> tuple[FacetCount, ...]:
    """How many matching trials have each of these values, those that none has left out, the most frequent
    first."""
    # So few trials need be counted, and no value is lost among too many.
    found = having_value(matching_query(query.without_filter(facet), codebook), facet, numbers)
    asked = {facet: {"terms": {"field": facet_field(facet), "size": ENOUGH, "segment_size": ENOUGH}}}
    counts, wanted = _counts(searcher.aggregate(found, asked)[facet]), set(numbers)
    kept = tuple(count for count in counts if count.number in wanted)
    return _inside(query, facet, kept, codebook)


def total_of(found: tantivy.SearchResult) -> int:
    """How many trials a search found in all."""
    return int(found.count or 0)  # type: ignore[attr-defined]  # tantivy's stubs do not know it


def count_years(
    searcher: tantivy.Searcher, query: tantivy.Query, dates: Iterable[str]
) -> dict[str, YearCounts]:
    """How many of the matching trials lie in each year, for each of the dates."""
    asked = {date: _ranges(date) for date in dates}
    answer = searcher.aggregate(query, asked) if asked else {}
    return {date: year_counts(_by_year(answer[date], _scale(date))) for date in asked}


def _scale(date: str) -> int:
    """Two of the dates are stored as sort keys, whose upper half is the day."""
    return 1 if date in DAYS else 1 << 32


def _ranges(date: str) -> dict[str, Any]:
    edges = [float(day * _scale(date)) for day in YEAR_STARTS.tolist()]
    ranges: list[dict[str, float]] = [{"from": first, "to": last} for first, last in pairwise(edges)]
    return {"range": {"field": date, "ranges": [*ranges, {"from": edges[-1]}]}}


def _by_year(answer: dict[str, Any], scale: int) -> list[int]:
    """One for each of YEAR_STARTS; the bucket that begins at 0 has no "from"."""
    found = {bucket.get("from", 0.0): bucket["doc_count"] for bucket in answer["buckets"]}
    return [int(found.get(float(day * scale), 0)) for day in YEAR_STARTS.tolist()]
