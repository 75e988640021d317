"""How many of the matching trials have each value of a facet: matches ─**counting**▶ counts.

The counts of a facet leave its own choice out: who has chosen France sees how many Italy would add.
"""

from collections.abc import Sequence
from typing import Any

import tantivy
from msgspec import Struct
from msgspec.structs import replace

from trialway.index.codebook import Codebook
from trialway.index.compiling import having, matching
from trialway.index.facets import FACETS, PLACES, inner, inside
from trialway.index.fields import facet_field
from trialway.index.query import Filter, Query

# So many values each segment of the index counts before they are added up; with fewer the sums would be
# guesses.
ENOUGH = 65_000


class Count(Struct, frozen=True):
    """How many matching trials have the value that the codebook holds under ``number``."""

    number: int
    trials: int


def counted(
    searcher: tantivy.Searcher, query: Query, facets: tuple[str, ...], base: tantivy.Query, codebook: Codebook
) -> dict[str, tuple[Count, ...]]:
    """Counts by facet, the most frequent first."""
    chosen = [facet for facet in facets if query.chosen(facet)]
    open_ = [facet for facet in facets if facet not in chosen]
    answer = searcher.aggregate(base, _asked(open_)) if open_ else {}
    counts = {facet: _counts(answer[facet]) for facet in open_}
    for facet in chosen:
        others = [item for item in query.filters if item.facet not in {facet, *inner(facet)}]
        without = matching(replace(query, filters=tuple(others)), codebook)
        counts[facet] = _with_chosen(
            _counts(searcher.aggregate(without, _asked([facet]))[facet]),
            searcher,
            query,
            facet,
            others,
            codebook,
        )
    return {facet: _inside(query, facet, counts[facet], codebook) for facet in facets}


def _inside(query: Query, facet: str, counts: tuple[Count, ...], codebook: Codebook) -> tuple[Count, ...]:
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


def _counts(answer: dict[str, Any]) -> tuple[Count, ...]:
    found = (Count(int(bucket["key"]), bucket["doc_count"]) for bucket in answer["buckets"])
    return tuple(sorted(found, key=lambda count: (-count.trials, count.number)))


def _with_chosen(
    counts: tuple[Count, ...],
    searcher: tantivy.Searcher,
    query: Query,
    facet: str,
    others: list[Filter],
    codebook: Codebook,
) -> tuple[Count, ...]:
    """A chosen value is always there, however rare: the reader must be able to take it back."""
    numbers = {codebook.find(facet, code) for code in query.chosen(facet)} - {None}
    missing = sorted(
        number for number in numbers if number is not None and number not in {c.number for c in counts}
    )
    added = []
    for number in missing:
        code = codebook.values[facet][number].code
        narrowed = matching(replace(query, filters=(*others, Filter(facet, (code,)))), codebook)
        added.append(Count(number, total_of(searcher.search(narrowed, 1))))
    return (*counts, *added)


def counted_among(
    searcher: tantivy.Searcher, query: Query, facet: str, numbers: Sequence[int], codebook: Codebook
) -> tuple[Count, ...]:
    """How many matching trials have each of these values, those that none has left out, the most frequent
    first."""
    # So few trials need be counted, and no value is lost among too many.
    found = having(matching(query.without_filter(facet), codebook), facet, numbers)
    asked = {facet: {"terms": {"field": facet_field(facet), "size": ENOUGH, "segment_size": ENOUGH}}}
    counts, wanted = _counts(searcher.aggregate(found, asked)[facet]), set(numbers)
    kept = tuple(count for count in counts if count.number in wanted)
    return _inside(query, facet, kept, codebook)


def total_of(found: tantivy.SearchResult) -> int:
    """How many trials a search found in all."""
    return int(found.count or 0)  # type: ignore[attr-defined]  # tantivy's stubs do not know it
