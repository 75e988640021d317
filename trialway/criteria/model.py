"""The result of reading: criteria nested as written, each with its words, its meaning and what was not read.

text ─▶ outline ─▶ readers ─▶ **Criteria** ─▶ evaluate, pages, JSON, command line.
"""

from typing import Literal

from msgspec import Struct

from trialway.criteria.expressions import Expr, Kind
from trialway.criteria.section_headings import Side

Reading = Literal["whole", "part", "not"]
Join = Literal["all", "any", "count", "unclear"]
Topic = Literal["illness", "stage and markers", "treatments before", "health and tests", "pregnancy", "other"]
Importance = Literal["first", "middle", "last"]


class CriteriaPart(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Base of what is read: frozen; what is empty is left out when written."""


class Finding(CriteriaPart, frozen=True, kw_only=True):
    """One thing read; the places are in the source, which says it in ``source[start:end]``."""

    kind: Kind
    start: int
    end: int
    expression: Expr


class Criterion(CriteriaPart, frozen=True, kw_only=True):
    """One criterion: ``text == source[start:end]``, always.

    ``expression`` is what the words say,
    whichever side they stand on. ``residual`` are the words not
    read: while there are any, the criterion is never met for certain. ``scope`` are headings that narrow
    for whom it holds, ``alternative`` says that "or" joins it to a neighbour: then it rules nobody out by
    itself. ``join`` says how the children count. ``topic`` and ``importance`` are for pages: what it is
    about, and how early to show it.
    """

    side: Side
    text: str
    start: int
    end: int
    expression: Expr
    findings: tuple[Finding, ...] = ()
    residual: str = ""
    reading: Reading = "not"
    sentence: str
    scope: tuple[str, ...] = ()
    alternative: bool = False
    join: Join = "all"
    join_count: int = 1
    topic: Topic = "other"
    importance: Importance = "middle"
    children: tuple["Criterion", ...] = ()


class Stated(CriteriaPart, frozen=True, kw_only=True):
    """A rule from a structured field of the record: ``minimum_age``, ``maximum_age``, ``sex``,
    ``healthy_volunteers``."""

    field: str
    expression: Expr
    words: str
    sentence: str


class Conflict(CriteriaPart, frozen=True, kw_only=True):
    """A structured field and a criterion that say different things; both are shown, and neither rules
    anybody out."""

    field: str
    start: int
    end: int


class Criteria(CriteriaPart, frozen=True, kw_only=True):
    """All that a record says of who can take part; ``source`` is the eligibility text as the registry
    wrote it."""

    source: str
    stated: tuple[Stated, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
