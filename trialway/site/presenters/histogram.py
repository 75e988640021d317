"""How many trials started in each year, as bars of a drawing: counts ─▶ **histogram** ─▶ search form."""

from collections.abc import Iterable

from msgspec import Struct

from trialway.index.choices import FacetAnswer
from trialway.index.query import Query
from trialway.site.presenters.words import counted

WIDTH = 640
HEIGHT = 96
# Before this only a few trials started; they would make the others' bars thin.
FIRST_YEAR = 1990
MOST_YEARS = 60


class Bar(Struct, frozen=True):
    """``query`` is the search among the trials of that year."""

    year: str
    words: str
    query: str
    x: float
    y: float
    width: float
    height: float


class Histogram(Struct, frozen=True):
    bars: tuple[Bar, ...]
    first: str
    last: str
    width: int = WIDTH
    height: int = HEIGHT


def histogram(query: Query, facets: Iterable[FacetAnswer]) -> Histogram | None:
    """None when the trials started in fewer than two different years."""
    years = next((facet for facet in facets if facet.name == "start_year"), None)
    counts = {int(choice.code): choice.count for choice in years.choices if choice.count} if years else {}
    known = {year: count for year, count in counts.items() if year >= FIRST_YEAR}
    if len(known) < 2:
        return None
    span = range(min(known), max(known) + 1)[:MOST_YEARS]
    step, most = WIDTH / len(span), max(known.values())
    bars = tuple(
        _bar(query, year, known[year], place * step, step, HEIGHT * known[year] / most)
        for place, year in enumerate(span)
        if year in known
    )
    return Histogram(bars, str(span[0]), str(span[-1]))


def _bar(query: Query, year: int, count: int, x: float, step: float, tall: float) -> Bar:
    height = max(round(tall, 1), 1.0)
    address = f"?{query.with_filter('start_year', str(year)).query_string()}"
    words = f"{year}: {counted(count, 'trial')}"
    return Bar(
        str(year), words, address, round(x, 1), round(HEIGHT - height, 1), round(step * 0.8, 1), height
    )
