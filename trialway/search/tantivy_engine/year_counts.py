"""Years counted by tantivy's own columns: query ─**range aggregation**▶ YearCounts."""

from collections.abc import Iterable
from itertools import pairwise
from typing import Any

import tantivy

from trialway.search.document.dates import DAYS
from trialway.search.engine.year_counts import YEAR_STARTS, YearCounts, year_counts


def count_years(
    searcher: tantivy.Searcher, query: tantivy.Query, dates: Iterable[str]
) -> dict[str, YearCounts]:
    """How many of the matching trials lie in each year, for each of the dates."""
    asked = {date: _ranges(date) for date in dates}
    answer = searcher.aggregate(query, asked) if asked else {}
    return {date: year_counts(_counts(answer[date], _scale(date))) for date in asked}


def _scale(date: str) -> int:
    """Two of the dates are stored as sort keys, whose upper half is the day."""
    return 1 if date in DAYS else 1 << 32


def _ranges(date: str) -> dict[str, Any]:
    edges = [float(day * _scale(date)) for day in YEAR_STARTS.tolist()]
    ranges: list[dict[str, float]] = [{"from": first, "to": last} for first, last in pairwise(edges)]
    return {"range": {"field": date, "ranges": [*ranges, {"from": edges[-1]}]}}


def _counts(answer: dict[str, Any], scale: int) -> list[int]:
    """One for each of YEAR_STARTS; the bucket that begins at 0 has no "from"."""
    found = {bucket.get("from", 0.0): bucket["doc_count"] for bucket in answer["buckets"]}
    return [int(found.get(float(day * scale), 0)) for day in YEAR_STARTS.tolist()]
