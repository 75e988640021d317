"""Annotated criteria beside what is read of them: entities ─▶ **how many are touched** ─▶ bench.criteria.

Three counts for each label: touched by any finding; by one in the right role (``leaf_roles.py``); by one of
the kinds that were made for such entities. A touched entity is not yet one that was read right:
``--leaf-draw`` draws some for readers who judge that. Records whose number's sha1 begins with c–f are the
measuring fold.
"""

import csv
import random
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from bench.criteria.leaf_roles import ROLES, overlaps
from bench.leaf_annotations import Entity, entities
from tools.concept_sources.records import for_measuring
from trialway.criteria import Criterion, read_criteria
from trialway.criteria.denials import denials_of
from trialway.criteria.expressions import Not, Unread
from trialway.criteria.model import Finding
from trialway.record import Eligibility

AROUND = 80
DENIAL = "denial"
COLUMNS = ("label", "record", "fold", "text", "entity", "finding", "finding's words", "verdict")


class Match(NamedTuple):
    """An entity with a finding in its role, of a new kind if there is one, or None; whether ``any_finding``
    touches it at all, and whether one ``of_new_kind`` does in its role."""

    entity: Entity
    finding: Finding | None
    any_finding: bool
    of_new_kind: bool


@dataclass
class Tally:
    """Counts of entities by label; ``measuring`` and ``right_measuring`` are those of the measuring fold."""

    entities: Counter[str] = field(default_factory=Counter)
    any_finding: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    new: Counter[str] = field(default_factory=Counter)
    measuring: Counter[str] = field(default_factory=Counter)
    right_measuring: Counter[str] = field(default_factory=Counter)


def match_entities(archive: Path) -> Iterator[Match]:
    """One match for each entity of the labels in ``ROLES``; every text is read once, whole."""
    read: dict[str, list[Finding]] = {}
    for entity in entities(archive, *ROLES):
        if entity.text not in read:
            criteria = read_criteria(Eligibility(criteria=entity.text)).criteria
            read[entity.text] = [finding for one in criteria for finding in _findings(one)]
        yield match_entity(entity, read[entity.text])


def match_entity(entity: Entity, findings: list[Finding]) -> Match:
    """The entity with what of these findings stands for it."""
    role = ROLES[entity.label]
    right = sorted(
        (one for one in findings if role.takes(entity, one)), key=lambda one: one.kind not in role.new
    )
    return Match(
        entity,
        right[0] if right else None,
        any_finding=any(overlaps(entity, one) for one in findings if one.kind != DENIAL),
        of_new_kind=any(one.kind in role.new for one in right),
    )


def tally(matches: Iterable[Match]) -> Tally:
    """The matches, counted."""
    total = Tally()
    for one in matches:
        label, right = one.entity.label, one.finding is not None
        total.entities[label] += 1
        total.any_finding[label] += one.any_finding
        total.right[label] += right
        total.new[label] += one.of_new_kind
        if for_measuring(one.entity.number):
            total.measuring[label] += 1
            total.right_measuring[label] += right
    return total


def print_tally(total: Tally) -> None:
    """A line for each label that occurs."""
    print(
        f"{'label':18} {'entities':>8}  {'any finding':>14}  {'right role':>14}  {'new kind':>14}  "
        f"{'right role, measuring fold':>26}"
    )
    for label in ROLES:
        count = total.entities[label]
        if not count:
            continue
        new = _share(total.new[label], count)
        measuring = _share(total.right_measuring[label], total.measuring[label])
        print(
            f"{label:18} {count:8,}  {_share(total.any_finding[label], count):>14}  "
            f"{_share(total.right[label], count):>14}  {new:>14}  {measuring:>26}"
        )


def draw(matches: Iterable[Match], seed: int, count: int, out: Path) -> int:
    """Writes ``count`` touched entities of each label, all where there are fewer; gives the number drawn."""
    touched: dict[str, list[Match]] = {}
    for one in matches:
        if one.finding:
            touched.setdefault(one.entity.label, []).append(one)
    chance = random.Random(seed)
    drawn = [one for each in touched.values() for one in chance.sample(each, min(count, len(each)))]
    with out.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t")
        writer.writerow(COLUMNS)
        writer.writerows(_row(one.entity, one.finding) for one in drawn if one.finding)
    return len(drawn)


def _row(entity: Entity, finding: Finding) -> tuple[str, ...]:
    text = entity.text
    before, behind = (
        text[max(0, entity.start - AROUND) : entity.start],
        text[entity.end : entity.end + AROUND],
    )
    marked = " ".join(f"{before}⟦{entity.words}⟧{behind}".split())
    found = " ".join(text[finding.start : finding.end].split())
    fold = "measuring" if for_measuring(entity.number) else "own"
    return entity.label, entity.number, fold, marked, " ".join(entity.words.split()), finding.kind, found, ""


def _findings(criterion: Criterion) -> Iterator[Finding]:
    yield from criterion.findings
    # What is denied, whether the rest of the words was read or not.
    for start, end in denials_of(criterion):
        yield Finding(kind=DENIAL, start=start, end=end, expression=Not(part=Unread(words="")))
    for child in criterion.children:
        yield from _findings(child)


def _share(part: int, whole: int) -> str:
    return f"{part:,} ({part / whole:.1%})" if whole else "–"
