"""What is asked, the same for page, API, command line, saved search and feed: address ─▶ **Query** ─▶ match.

Frozen, made from an address by params.py and written back into one: the round trip loses nothing.
"""

import datetime as dt
from urllib.parse import urlencode

from msgspec import Struct
from msgspec.structs import replace

from trialway.index.tree import Node
from trialway.index.words import read_words

SORTS = {"relevance": "Best match", "newest": "Newest first", "updated": "Last updated first"}
# Dates by which trials can be narrowed down, as they are called.
DATES = {"start": "Start of the study", "newest": "First posted", "updated": "Last updated"}
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
        read = read_words(typed)
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
    """One condition on one site: within ``km`` of a point in degrees and, if given, with that status."""

    lat: float
    lon: float
    km: float
    site_status: str | None = None


class QueryProblem(Struct, frozen=True):
    """Something that was not understood and left out: the parameter, a sentence for the reader, and where in
    the parameter's value it stands, in characters, when that is one place."""

    parameter: str
    sentence: str
    at: tuple[int, int] | None = None


class Query(Struct, frozen=True):
    """``filters`` are sorted by facet, ``periods`` by date; trials must pass all of them. ``page`` counts
    from 1. ``age`` is in whole years; ``numbers`` are trials to choose among. Without ``expand`` the words
    are searched for as typed; with ``plain`` none of them is read as a filter."""

    text: Text = Text()
    filters: tuple[Filter, ...] = ()
    near: Near | None = None
    sort: str = "relevance"
    page: int = 1
    version: int = 2
    age: int | None = None
    periods: tuple[Period, ...] = ()
    numbers: tuple[str, ...] = ()
    expand: bool = True
    plain: bool = False

    def chosen(self, facet: str) -> tuple[str, ...]:
        """The codes chosen in a facet."""
        return next((item.codes for item in self.filters if item.facet == facet), ())

    @property
    def order(self) -> str:
        """The sort that takes effect: without words nothing matches better than anything else."""
        return "updated" if self.sort == "relevance" and self.text.tree is None else self.sort

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

    def with_page(self, page: int) -> "Query":
        """Another page of the same hits."""
        return replace(self, page=page)

    def without_filters(self) -> "Query":
        """The words alone; on the first page."""
        return replace(self, filters=(), near=None, age=None, periods=(), numbers=(), page=1)

    def without(self, name: str) -> "Query":
        """Without the ``age``, the ``numbers``, the place (``near``) or the period of that date; on the first
        page."""
        if name in DATES:
            return replace(self, periods=tuple(each for each in self.periods if each.date != name), page=1)
        return replace(self, **{name: getattr(Query(), name)}, page=1)

    @property
    def narrowed(self) -> bool:
        """Whether anything but words narrows it down."""
        return bool(self.filters or self.near or self.periods or self.numbers or self.age is not None)

    def _with_codes(self, facet: str, codes: set[str]) -> "Query":
        others = [item for item in self.filters if item.facet != facet]
        if codes:
            others.append(Filter(facet, tuple(sorted(codes))))
        return replace(self, filters=tuple(sorted(others, key=lambda item: item.facet)), page=1)

    def to_params(self) -> list[tuple[str, str]]:
        """Parameters of an address, in a fixed order; what is as by default is left out."""
        params = [("q", self.text.typed)] if self.text.typed else []
        params += [(item.facet, code) for item in self.filters for code in item.codes]
        if self.near:
            params += [("lat", repr(self.near.lat)), ("lon", repr(self.near.lon)), ("km", repr(self.near.km))]
            params += [("site_status", self.near.site_status)] if self.near.site_status else []
        params += [("age", str(self.age))] if self.age is not None else []
        for period in self.periods:
            ends = ((f"{period.date}_from", period.first), (f"{period.date}_to", period.last))
            params += [(name, day.isoformat()) for name, day in ends if day]
        params += [("numbers", " ".join(self.numbers))] if self.numbers else []
        params += [] if self.expand else [("expand", "no")]
        params += [("plain", "yes")] if self.plain else []
        params += [("sort", self.sort)] if self.sort != "relevance" else []
        return params + ([("page", str(self.page))] if self.page != 1 else [])

    def query_string(self) -> str:
        """What stands behind the question mark of an address; empty when everything is asked for."""
        return urlencode(self.to_params())
