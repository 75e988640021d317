"""What every source gives: one **row** a concept, before concepts of several sources are joined."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass
class SourceRow:
    """``same_as`` are ids of other sources that mean the same thing, ``broader`` ids one step up; ``trees``
    are tree numbers of MeSH, by which steps up are found, ``members`` names of the medicines of a class."""

    id: str
    kind: str
    preferred: str
    names: list[str]
    source: str
    lay: str = ""
    broader: list[str] = field(default_factory=list)
    same_as: list[str] = field(default_factory=list)
    trees: list[str] = field(default_factory=list)
    members: tuple[str, ...] = ()


@dataclass
class SourceRead:
    """All rows of one source, and what was taken and dropped and why."""

    name: str
    version: str
    date: str
    licence: str
    sha256: str
    rows: list[SourceRow]
    counts: Counter[str]
