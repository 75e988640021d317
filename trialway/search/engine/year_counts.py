"""Matching trials by year, for each of their dates: trials and columns ─▶ **YearCounts** ─▶ search form."""

import datetime as dt
from collections.abc import Iterable, Iterator

import numpy as np
from msgspec import Struct

from trialway.search.columns import Ints
from trialway.search.document.dates import DAYS
from trialway.search.geo.site_columns import SiteColumns
from trialway.search.query.query import DATES, Query

# Records state slips of the pen too, such as 1900 and 2099: what lies outside is counted together.
FIRST_YEAR, LAST_YEAR = 1990, 2049
# First days, as date.toordinal() counts them, of: no date stated, all days before the first year, each year.
YEAR_STARTS = np.array(
    [0, 1, *(dt.date(y, 1, 1).toordinal() for y in range(FIRST_YEAR, LAST_YEAR + 2))], np.int64
)


class YearCounts(Struct, frozen=True):
    """``trials`` by year, without years that have none; how many lie before the first year and after the
    last, and how many state no such date."""

    trials: dict[int, int]
    before: int = 0
    after: int = 0
    unstated: int = 0


def queries_by_date(query: Query) -> Iterator[tuple[Query, tuple[str, ...]]]:
    """The query for each date: without the period of that date, for its years are to be chosen among."""
    chosen = {period.date for period in query.periods}
    yield query, tuple(date for date in DATES if date not in chosen)
    yield from ((query.without(date), (date,)) for date in sorted(chosen))


def count_years_of_trials(columns: SiteColumns, trials: Ints, dates: Iterable[str]) -> dict[str, YearCounts]:
    """Count some trials, given by their rows in the columns."""
    return {date: year_counts(_counts(_days(columns, date)[trials])) for date in dates}


def year_counts(counts: list[int]) -> YearCounts:
    """From one count for each of YEAR_STARTS."""
    unstated, before, *years, after = counts
    trials = {FIRST_YEAR + at: count for at, count in enumerate(years) if count}
    return YearCounts(trials, before, after, unstated)


def _days(columns: SiteColumns, date: str) -> Ints:
    if date in DAYS:
        return columns.days[:, DAYS.index(date)].astype(np.int64)
    keys = columns.newest if date == "newest" else columns.updated
    return (keys >> np.uint64(32)).astype(np.int64)


def _counts(days: Ints) -> list[int]:
    years = np.searchsorted(YEAR_STARTS, days, side="right") - 1
    return [int(count) for count in np.bincount(years, minlength=len(YEAR_STARTS))]
