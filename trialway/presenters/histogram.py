"""How many trials lie in each year of a date, as bars and as words: Years ─▶ **histogram** ─▶ search form."""

import datetime as dt

from msgspec import Struct

from trialway.presenters.registry_text import counted, number
from trialway.search.engine.year_counts import FIRST_YEAR, LAST_YEAR, YearCounts
from trialway.search.query.query import Period, Query

WIDTH = 320
HEIGHT = 48
LOWEST = 1.5


class Bar(Struct, frozen=True):
    """``query`` is the search among the trials of that year; ``chosen``: whether the year is asked for."""

    year: str
    count: str
    query: str
    chosen: bool
    x: float
    y: float
    width: float
    height: float


class Histogram(Struct, frozen=True):
    """``words`` say what the bars show, ``rest`` what they do not."""

    bars: tuple[Bar, ...]
    first: str
    last: str
    words: str
    rest: str
    width: int = WIDTH
    height: int = HEIGHT


def histogram(query: Query, date: str, years: YearCounts) -> Histogram | None:
    """None when no trial lies in any of the years."""
    known = years.trials
    if not known:
        return None
    span = range(min(known), max(known) + 1)
    step, most = WIDTH / len(span), max(known.values())
    bars = tuple(
        _bar(query, date, year, known[year], place * step, step, HEIGHT * known[year] / most)
        for place, year in enumerate(span)
        if year in known
    )
    return Histogram(bars, str(span[0]), str(span[-1]), _words(known), _rest(years))


def _bar(query: Query, date: str, year: int, count: int, x: float, step: float, tall: float) -> Bar:
    height = max(round(tall, 1), LOWEST)
    wide = round(step * 0.8, 1)
    address = f"?{query.with_period(_period(date, year)).query_string()}"
    chosen = any(_asks_for(period, date, year) for period in query.periods)
    return Bar(
        str(year), number(count), address, chosen, round(x, 1), round(HEIGHT - height, 1), wide, height
    )


def _period(date: str, year: int) -> Period:
    return Period(date, dt.date(year, 1, 1), dt.date(year, 12, 31))


def _asks_for(period: Period, date: str, year: int) -> bool:
    first, last = period.first or dt.date.min, period.last or dt.date.max
    return period.date == date and first.year <= year <= last.year


def _words(known: dict[int, int]) -> str:
    if len(known) == 1:
        year, count = next(iter(known.items()))
        return f"All in {year}: {counted(count, 'trial')}"
    best = max(known, key=lambda year: (known[year], year))
    return f"{min(known)} to {max(known)}, most in {best}: {counted(known[best], 'trial')}"


def _rest(years: YearCounts) -> str:
    """What lies outside the bars, in words."""
    parts = (
        (years.before, f"before {FIRST_YEAR}"),
        (years.after, f"after {LAST_YEAR}"),
        (years.unstated, "without this date"),
    )
    said = [f"{number(count)} {where}" for count, where in parts if count]
    return f"And {', '.join(said)}." if said else ""
