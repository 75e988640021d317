"""The tables written for Trialway: ``tables/*.tsv`` ─▶ **rows**, each checked, for the build and for reading.

A row that is wrong stops with the file, the line and what is wrong with it: a table is read by people and
changed by hand.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from trialway.concepts.concept import KINDS
from trialway.errors import ConceptsDamaged

TABLES = Path(__file__).parent / "tables"
CONCEPT_TABLES = ("markers", "procedures", "stages", "symptoms", "medicine_classes", "additions")
STOP_LISTS = ("stop_list", "stop_list_of_sources")
_RULES = re.compile(r"as_typed|(?:not_before|not_after|only_before|only_after):.+")


class OwnConcept(Struct, frozen=True):
    """A row of a table of concepts; ``broader`` are ids, ``members`` names of medicines of a class, with
    a star
    for any letters."""

    id: str
    kind: str
    preferred: str
    lay: str
    names: tuple[str, ...]
    broader: tuple[str, ...]
    members: tuple[str, ...] = ()


class StopName(Struct, frozen=True):
    """A name that names no concept of these kinds here; no kinds: of none at all."""

    name: str
    kinds: frozenset[str]
    reason: str


class ContextRule(Struct, frozen=True):
    """Where a name counts. ``only_for``: the kinds or the id of the concept it is for, empty for all."""

    name: str
    only_for: frozenset[str]
    rule: str
    pattern: re.Pattern[str] | None
    example: str
    near_miss: str


def own_concepts(folder: Path = TABLES) -> list[OwnConcept]:
    """All rows of the tables of concepts; ConceptsDamaged names a bad one."""
    found: dict[str, str] = {}
    rows = []
    for table in CONCEPT_TABLES:
        for where, (own, kind, preferred, lay, names, broader, *more) in _rows(folder / f"{table}.tsv", 6, 7):
            if not own or not preferred:
                raise ConceptsDamaged(f"{where}: a concept needs an id and a preferred name.")
            if kind not in KINDS:
                raise ConceptsDamaged(f"{where}: ‘{kind}’ is no kind; write one of {', '.join(KINDS)}.")
            if own in found:
                raise ConceptsDamaged(f"{where}: the id ‘{own}’ stands in {found[own]}, too.")
            found[own] = where
            rows.append(
                OwnConcept(own, kind, preferred, lay, _parts(names), _parts(broader), *map(_parts, more))
            )
    return rows


def stop_names(folder: Path = TABLES) -> list[StopName]:
    """All rows of the stop lists."""
    rows = []
    for table in STOP_LISTS:
        for where, (name, kinds, reason) in _rows(folder / f"{table}.tsv", 3):
            if not name or not reason:
                raise ConceptsDamaged(f"{where}: write the name, the kinds and the reason.")
            rows.append(StopName(name, _kinds(where, kinds), reason))
    return rows


def context_rules(folder: Path = TABLES) -> list[ContextRule]:
    """All rows that say where a name counts."""
    rows = []
    for where, (name, only_for, rule, example, near_miss) in _rows(folder / "context.tsv", 5):
        if not name or not _RULES.fullmatch(rule):
            raise ConceptsDamaged(
                f"{where}: ‘{rule}’ is no rule; write as_typed, or not_before: and a pattern."
            )
        which, _, pattern = rule.partition(":")
        try:
            # "After X": what stands in front of the name ends with X.
            ends = rf"(?:{pattern})\Z" if which.endswith("after") else pattern
            compiled = re.compile(ends, re.IGNORECASE) if pattern else None
        except re.error as error:
            raise ConceptsDamaged(f"{where}: the pattern ‘{pattern}’ cannot be read ({error}).") from error
        rows.append(ContextRule(name, _only_for(where, only_for), which, compiled, example, near_miss))
    return rows


def _only_for(where: str, given: str) -> frozenset[str]:
    return frozenset({given}) if ":" in given else _kinds(where, given)


def _kinds(where: str, given: str) -> frozenset[str]:
    kinds = frozenset(part for part in re.split(r"[\s,|]+", given) if part) - {"all"}
    if unknown := sorted(kinds - set(KINDS)):
        raise ConceptsDamaged(
            f"{where}: ‘{unknown[0]}’ is no kind; write all, or some of {', '.join(KINDS)}."
        )
    return kinds


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def _rows(path: Path, *columns: int) -> Iterator[tuple[str, list[str]]]:
    """(file and line, cells) of each row; lines that begin with # and the header are passed over."""
    if not path.exists():
        return
    header = True
    for at, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.rstrip("\n").split("\t")]
        where = f"{path.name}, line {at}"
        if len(cells) not in columns:
            wanted = " or ".join(map(str, columns))
            raise ConceptsDamaged(f"{where}: {len(cells)} cells, and the table has {wanted}; use tabs.")
        if header:
            header = False
            continue
        yield where, cells
