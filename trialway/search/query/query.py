"""Query: what is asked, the same for page, API, command line, saved search and feed.

Frozen, made from an address by params.py and written back into one: the round trip loses nothing.
"""

import datetime as dt
from functools import lru_cache
from urllib.parse import urlencode

from msgspec import Struct
from msgspec.structs import replace

from trialway.places.distances import within
from trialway.search.document.facets import inner
from trialway.search.query.parser import parse
from trialway.search.query.syntax_tree import Node

SORTS = {
    "nearest": "Nearest recruiting first",
    "relevance": "Best match",
    "newest": "Newest first",
    "updated": "Last updated first",
}
# Dates by which trials can be narrowed down, as they are called.
DATES = {
    "start": "Start of the study",
    "primary_completion": "Primary completion",
    "completion": "End of the study",
    "newest": "First posted",
    "updated": "Last updated",
    "results_posted": "Results posted",
}
PER_PAGE = 20
# Beyond this nobody reads, and every further page costs more than the one before.
DEEPEST_HIT = 10_000


class Text(Struct, frozen=True):
    """What was typed, cleaned, and the tree that was read from it (None when nothing was typed)."""

    typed: str = ""
    tree: Node | None = None

    @classmethod
    def read(cls, typed: str) -> "Text":
        """The text with what was read from it; problems are dropped."""
        read = parse(typed)
        return cls(read.text, read.tree)


class Filter(Struct, frozen=True):
    """One facet's chosen codes, sorted; a trial needs one of them."""

    facet: str
    codes: tuple[str, ...]


class Period(Struct, frozen=True):
    """Days, both included, that a date of the trial must lie between; ``date`` is one of ``DATES``. A trial
    without that date is left out."""

    date: str
    first: dt.date | None = None
    last: dt.date | None = None


class Near(Struct, frozen=True):
    """Within ``km`` of a point in degrees. ``place`` is what was typed to name the point, empty when it was
    given in degrees; ``unit`` (km or mi) is the one to show distances in."""

    lat: float
    lon: float
    km: float
    place: str = ""
    unit: str = "km"

    def to_params(self) -> list[tuple[str, str]]:
        """By name when it has one, else by degrees."""
        if not self.place:
            return [("lat", repr(self.lat)), ("lon", repr(self.lon)), ("km", repr(self.km))]
        return [("near", self.place), ("within", within(self.km, self.unit))]


class QueryProblem(Struct, frozen=True):
    """Something that was not understood and left out: the parameter, a sentence for the reader, and where in
    the parameter's value it stands, in characters, when that is one place."""

    parameter: str
    sentence: str
    at: tuple[int, int] | None = None


class Query(Struct, frozen=True):
    """``filters`` are sorted by facet, ``periods`` by date; trials must pass all of them, and what is asked
    of a site must hold on one and the same. An empty ``sort`` is what suits the question. ``page`` counts
    from 1.

    ``age`` is in whole years; ``numbers`` are trials to choose among. Without ``expand`` the words are
    searched for as typed, without those of ``not_also`` with all other words for them but these; with
    ``plain`` none of them is read as a filter.
    """

    text: Text = Text()
    filters: tuple[Filter, ...] = ()
    near: Near | None = None
    sort: str = ""
    page: int = 1
    version: int = 2
    age: int | None = None
    periods: tuple[Period, ...] = ()
    numbers: tuple[str, ...] = ()
    expand: bool = True
    plain: bool = False
    not_also: tuple[str, ...] = ()

    def chosen(self, facet: str) -> tuple[str, ...]:
        """The codes chosen in a facet."""
        return next((item.codes for item in self.filters if item.facet == facet), ())

    @property
    def order(self) -> str:
        """The sort that takes effect: without words nothing matches better, without a place nothing is
        near."""
        possible = {"relevance": self.text.tree is not None, "nearest": self.near is not None}
        if self.sort and possible.get(self.sort, True):
            return self.sort
        return next((sort for sort in ("nearest", "relevance") if possible[sort]), "updated")

    def with_filter(self, facet: str, code: str) -> "Query":
        """This code chosen too; on the first page."""
        return self._with_codes(facet, {*self.chosen(facet), code})

    def without_filter(self, facet: str, code: str | None = None) -> "Query":
        """This code, or all codes of the facet, no longer chosen; on the first page."""
        return self._with_codes(facet, set(self.chosen(facet)) - {code} if code else set())

    def with_text(self, typed: str) -> "Query":
        """Other words, the same filters; on the first page."""
        return replace(self, text=Text.read(typed), page=1)

    def with_sort(self, sort: str) -> "Query":
        """Another order; on the first page."""
        assert sort in SORTS, f"sort is {sort!r}, not one of {', '.join(SORTS)}"
        return replace(self, sort=sort, page=1)

    def with_near(self, near: Near | None) -> "Query":
        """Near another point, or anywhere; on the first page."""
        sort = "" if near is None and self.sort == "nearest" else self.sort
        return replace(self, near=near, sort=sort, page=1)

    def without_form(self, words: str) -> "Query":
        """Without these other words; on the first page."""
        return replace(self, not_also=tuple(sorted({*self.not_also, words.casefold()})), page=1)

    def with_page(self, page: int) -> "Query":
        """Another page of the same hits."""
        return replace(self, page=page)

    def without_filters(self) -> "Query":
        """Words and place alone; on the first page."""
        return replace(self, filters=(), age=None, periods=(), numbers=(), page=1)

    def without(self, name: str) -> "Query":
        """Without the ``age``, the ``numbers``, the place (``near``) or the period of that date; on the first
        page."""
        if name == "near":
            return self.with_near(None)
        if name in DATES:
            return replace(self, periods=tuple(each for each in self.periods if each.date != name), page=1)
        return replace(self, **{name: getattr(Query(), name)}, page=1)

    def with_period(self, period: Period) -> "Query":
        """With this period of its date; on the first page."""
        others = [each for each in self.periods if each.date != period.date]
        return replace(self, periods=tuple(sorted([*others, period], key=lambda each: each.date)), page=1)

    @property
    def narrowed(self) -> bool:
        """Whether anything but words and a place narrows it down."""
        return bool(self.filters or self.periods or self.numbers or self.age is not None)

    def _with_codes(self, facet: str, codes: set[str]) -> "Query":
        # What lies within the country or region that is chosen anew is no longer chosen.
        others = [item for item in self.filters if item.facet not in {facet, *inner(facet)}]
        if codes:
            others.append(Filter(facet, tuple(sorted(codes))))
        return replace(self, filters=tuple(sorted(others, key=lambda item: item.facet)), page=1)

    def to_params(self) -> list[tuple[str, str]]:
        """Parameters of an address, in a fixed order; what is as by default is left out."""
        params = [("q", self.text.typed)] if self.text.typed else []
        params += [(item.facet, code) for item in self.filters for code in item.codes]
        params += self.near.to_params() if self.near else []
        params += [("age", str(self.age))] if self.age is not None else []
        for period in self.periods:
            ends = ((f"{period.date}_from", period.first), (f"{period.date}_to", period.last))
            params += [(name, day.isoformat()) for name, day in ends if day]
        params += [("numbers", " ".join(self.numbers))] if self.numbers else []
        params += [] if self.expand else [("expand", "no")]
        params += [("plain", "yes")] if self.plain else []
        params += [("not_also", words) for words in self.not_also]
        params += [("sort", self.sort)] if self.sort else []
        return params + ([("page", str(self.page))] if self.page != 1 else [])

    def query_string(self) -> str:
        """What stands behind the question mark of an address; empty when everything is asked for."""
        return "&".join(_written(name, value) for name, value in self.to_params())


# A page has more than a hundred addresses that say nearly the same.
@lru_cache(maxsize=20_000)
def _written(name: str, value: str) -> str:
    return urlencode([(name, value)])
