"""How many matching trials lie in each year, by each of their dates: matches ─**years**▶ search form."""

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

import numpy as np
import tantivy
from msgspec import Struct

from trialway.search.document.dates import DAYS
from trialway.search.geo.site_columns import Ints, SiteColumns
from trialway.search.query.query import DATES, Query

# Records state slips of the pen too, such as 1900 and 2099: what lies outside is counted together.
FIRST_YEAR, LAST_YEAR = 1990, 2049
# Where the years begin, after the day of those that state none and all days before the first year.
_BEGINS = np.array(
    [0, 1, *(dt.date(y, 1, 1).toordinal() for y in range(FIRST_YEAR, LAST_YEAR + 2))], np.int64
)


class YearCounts(Struct, frozen=True):
    """``trials`` by year, years without any left out; how many lie before and after those that are told
    apart, and how many state no such date."""

    trials: dict[int, int]
    before: int = 0
    after: int = 0
    unstated: int = 0


def queries_by_date(query: Query) -> Iterator[tuple[Query, tuple[str, ...]]]:
    """The query for each date: without the period of that date, for its years are to be chosen among."""
    chosen = {period.date for period in query.periods}
    yield query, tuple(date for date in DATES if date not in chosen)
    yield from ((query.without(date), (date,)) for date in sorted(chosen))


def count_years(
    searcher: tantivy.Searcher, query: tantivy.Query, dates: Iterable[str]
) -> dict[str, YearCounts]:
    """By the engine's own columns."""
    asked = {date: _ranges(date) for date in dates}
    answer = searcher.aggregate(query, asked) if asked else {}
    return {date: _years(_buckets(answer[date], _scale(date))) for date in asked}


def count_years_of_trials(columns: SiteColumns, trials: Ints, dates: Iterable[str]) -> dict[str, YearCounts]:
    """Of some trials, by their places in the columns."""
    return {date: _years(_counted(_days(columns, date)[trials])) for date in dates}


def _scale(date: str) -> int:
    """Two of the dates are kept as keys to sort by, which begin with the day."""
    return 1 if date in DAYS else 1 << 32


def _ranges(date: str) -> dict[str, Any]:
    edges = [float(day * _scale(date)) for day in _BEGINS.tolist()]
    ranges: list[dict[str, float]] = [{"from": first, "to": last} for first, last in pairwise(edges)]
    return {"range": {"field": date, "ranges": [*ranges, {"from": edges[-1]}]}}


def _buckets(answer: dict[str, Any], scale: int) -> list[int]:
    """As many as there are beginnings; the engine does not say that the first begins at nought."""
    found = {bucket.get("from", 0.0): bucket["doc_count"] for bucket in answer["buckets"]}
    return [int(found.get(float(day * scale), 0)) for day in _BEGINS.tolist()]


def _days(columns: SiteColumns, date: str) -> Ints:
    if date in DAYS:
        return columns.days[:, DAYS.index(date)].astype(np.int64)
    keys = columns.newest if date == "newest" else columns.updated
    return (keys >> np.uint64(32)).astype(np.int64)


def _counted(days: Ints) -> list[int]:
    years = np.searchsorted(_BEGINS, days, side="right") - 1
    return [int(count) for count in np.bincount(years, minlength=len(_BEGINS))]


def _years(counts: list[int]) -> YearCounts:
    unstated, before, *years, after = counts
    trials = {FIRST_YEAR + at: count for at, count in enumerate(years) if count}
    return YearCounts(trials, before, after, unstated)
