"""Pairs of lists judged by reading: draws trials, shows two ways' first five each without their names.

Whose list is A is decided by a coin that depends on the trial. The judge writes a line for each pair, in the
order of the pairs: {"trial", "better": "A" | "B" | "tie", "grades": {neighbour: 0 | 1 | 2}, "why"}, and
``settled`` names the ways again. Grades: 2 the same disease and a comparable way to treat or study it, 1 one
of the two, 0 neither.
"""

import random
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec
from msgspec import Struct

from bench.related.ways import Way
from trialway.search.document.result_summary import ResultSummary
from trialway.search.engine.base import Engine
from trialway.search.engine.reader import open_index
from trialway.vocabulary.phase import PHASE

DRAWN = 40


class Judged(Struct, frozen=True):
    """As the judge wrote it, A and B not yet told apart."""

    trial: str
    better: str
    grades: dict[str, int]
    why: str


class Judgement(Struct, frozen=True):
    """``round``: when it was read; ``lists``: the first of each way; ``better``: a way's name, or ``tie``;
    ``grades`` by registry number."""

    round: str
    trial: str
    lists: dict[str, tuple[str, ...]]
    better: str
    grades: dict[str, int]
    why: str


class Pair(Struct, frozen=True):
    """``ways``: the names of A and B; ``lists``: their cards."""

    card: ResultSummary
    ways: tuple[str, str]
    lists: tuple[tuple[ResultSummary, ...], tuple[ResultSummary, ...]]


def pairs(folder: Path, ways: Mapping[str, Way], seed: int) -> list[Pair]:
    """A pair for each drawn trial, the same each time for the same collection."""
    engine = open_index(folder)
    numbers = {hit.card.record_id: hit.number for hit in engine.fetch_all()}
    drawn = random.Random(seed).sample(sorted(numbers), DRAWN)
    return [_pair(engine, numbers[record_id], ways, seed) for record_id in drawn]


def _pair(engine: Engine, number: int, ways: Mapping[str, Way], seed: int) -> Pair:
    own = _card(engine, number)
    one, other = random.Random(f"{seed} {own.record_id}").sample(sorted(ways), 2)
    cards = [tuple(_card(engine, found) for found in ways[name](number)) for name in (one, other)]
    return Pair(own, (one, other), (cards[0], cards[1]))


def _card(engine: Engine, number: int) -> ResultSummary:
    hit = engine.fetch([number]).get(number)
    assert hit is not None, f"no trial {number} in the index"
    return hit.card


def shown(pair: Pair) -> str:
    """The pair as the judge reads it."""
    parts = [f"== {_described(pair.card)}"]
    for name, cards in zip("AB", pair.lists, strict=True):
        parts += [f"{name}:", *(f"  {_described(card)}" for card in cards)]
    return "\n".join(parts)


def _described(card: ResultSummary) -> str:
    facts = (
        card.record_id,
        card.title,
        ", ".join(card.conditions[:4]),
        ", ".join(card.interventions[:4]),
        "/".join(PHASE.words(phase) or "" for phase in card.phases),
        card.status.code if card.status else "no status",
    )
    return " | ".join(fact[:160] for fact in facts)


def settled(name: str, read: Iterable[Pair], written: Path) -> list[Judgement]:
    """The judge's lines with the ways named. ValueError for a line that leaves something ungraded."""
    lines = [msgspec.json.decode(line, type=Judged) for line in written.read_bytes().splitlines()]
    return [_settled(name, pair, judged) for pair, judged in zip(read, lines, strict=True)]


def _settled(name: str, pair: Pair, judged: Judged) -> Judgement:
    lists = {
        way: tuple(card.record_id for card in cards) for way, cards in zip(pair.ways, pair.lists, strict=True)
    }
    missing = {one for each in lists.values() for one in each} - judged.grades.keys()
    if judged.trial != pair.card.record_id or missing:
        raise ValueError(f"{judged.trial}: not the pair {pair.card.record_id}, or not graded: {missing}")
    better = dict(zip("AB", pair.ways, strict=True)).get(judged.better, judged.better)
    return Judgement(name, judged.trial, lists, better, judged.grades, judged.why)
