"""What Trialway asks of a search engine: MatchRequest ─▶ **Engine** ─▶ Matched.

Two protocols. ``Engine`` is an index that is open for reading; ``EngineBackend`` writes one and opens it.
``backends.py`` says which one this program uses, and nothing else in the program knows. What stands beside
every engine is ours and the same for all: the codes of facet values, the columns of sites, and the words
that the index teaches.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from msgspec import Struct

from trialway.search.document.encode_document import EncodedDocument
from trialway.search.document.facet_codes import FacetCodes, FacetCount
from trialway.search.engine.hit import Hit
from trialway.search.engine.year_counts import YearCounts
from trialway.search.geo.map_points import SiteCluster
from trialway.search.geo.site_columns import SiteColumns
from trialway.search.language.index_words import IndexWords
from trialway.search.query.query import PER_PAGE, Filter, Query

# The score of a hit whose number or acronym is the whole of what was typed: more than any sum of word scores.
NAME_SCORE = 1000.0


class MatchRequest(Struct, frozen=True):
    """Ask for hits ``first`` to ``first + limit`` of a query in its order, and for counts of ``facets``.

    ``query`` has the synonyms in it already; its ``page`` is ignored.
    """

    query: Query
    first: int = 0
    limit: int = PER_PAGE
    facets: tuple[str, ...] = ()


class Matched(Struct, frozen=True):
    """The hits that were asked for, in order; how many trials match in all; counts by facet."""

    hits: tuple[Hit, ...]
    total: int
    counts: dict[str, tuple[FacetCount, ...]]


class Engine(Protocol):
    """An index open for reading. It never changes; after an update ``reader.open_index`` gives another.

    ``version`` differs whenever readers would find something else. ``columns`` is None for an index without
    sites.
    """

    words: IndexWords
    codebook: FacetCodes
    columns: SiteColumns | None

    @property
    def version(self) -> str: ...

    def __hash__(self) -> int: ...

    def __len__(self) -> int:
        """How many trials the index holds."""
        ...

    def match(
        self, query: Query, *, first: int = 0, limit: int = PER_PAGE, facets: Iterable[str] = ()
    ) -> Matched:
        """Answer one request; the parameters are those of ``MatchRequest``."""
        ...

    def match_many(self, requests: Sequence[MatchRequest]) -> list[Matched]:
        """Answer several requests in one call, in their order."""
        ...

    def similar(self, number: int, limit: int = 10, filters: Sequence[Filter] = ()) -> list[int]:
        """Numbers of the trials most like this one, the most alike first; empty when there is none."""
        ...

    def fetch(self, numbers: Iterable[int]) -> dict[int, Hit]:
        """Trials by number, in the order asked for, without those that the index does not hold."""
        ...

    def fetch_all(self) -> Iterator[Hit]:
        """Every trial, in the order that is cheapest to read."""
        ...

    def numbers(self) -> set[int]:
        """The numbers of all trials in the index."""
        ...

    def trials_with_term(self, term: str, *, names: bool = True) -> int:
        """How many trials hold the term, those removed since the last merge counted too; with ``names`` also
        in names of sponsors, people and places."""
        ...

    def has_name(self, name: str) -> bool:
        """Whether a trial has this number or acronym, in the normal form of identifiers."""
        ...

    def count_values(
        self, query: Query, numbers: Mapping[str, Sequence[int]]
    ) -> dict[str, tuple[FacetCount, ...]]:
        """How many matching trials have each of these values of a facet, without values that none has."""
        ...

    def count_years(self, query: Query) -> dict[str, YearCounts]:
        """For each date, how many matching trials lie in which year, whatever period of it is asked for."""
        ...

    def map_points(self, query: Query) -> tuple[SiteCluster, ...]:
        """Where the matching sites of the matching trials stand."""
        ...


class EngineBackend(Protocol):
    """Writes an index into a folder and opens it. One process writes at a time.

    ``format`` names the program and version whose files these are; an index of another format is made anew.
    """

    format: str

    def build(self, folder: Path, documents: Iterable[EncodedDocument], codebook: FacetCodes) -> None:
        """Make an index in a folder that has none; no two documents have the same number."""
        ...

    def update(
        self,
        folder: Path,
        documents: Iterable[EncodedDocument],
        removed: Iterable[int],
        codebook: FacetCodes,
    ) -> None:
        """Replace or add documents and remove trials, all of it or, after a crash, none of it."""
        ...

    def version(self, folder: Path) -> str:
        """Differs after every build and update; read from the disk. FileNotFoundError when there is none."""
        ...

    def open(
        self, folder: Path, codebook: FacetCodes, columns: SiteColumns | None = None, version: str = ""
    ) -> Engine:
        """The index as it is now. StoreDamaged when it cannot be read."""
        ...
