"""Times of queries: every way of asking in turn, query by query, so that all meet the same machine."""

import math
import statistics
import time
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from bench.queries import Kind
from trialway.search.engine.base import Engine
from trialway.search.query.query import Query

Ask = Callable[[Query, tuple[str, ...]], Any]


class Times(NamedTuple):
    """Milliseconds: of each query its best round, and all rounds."""

    best: list[float]
    all: list[float]

    @property
    def median(self) -> float:
        return statistics.median(self.best)

    @property
    def p95(self) -> float:
        return percentile(self.best, 0.95)


def measure(engine: Engine, kind: Kind, asks: Sequence[Ask], rounds: int) -> list[Times]:
    """All ways of asking, taking turns query by query; the first round warms up and is not counted."""
    taken: list[list[list[float]]] = [[[] for _ in kind.queries] for _ in asks]
    # A kind of one query is asked more often, so that there is something to take a p95 of.
    for turn in range(1 + rounds * max(1, 30 // len(kind.queries))):
        for place, query in enumerate(kind.queries):
            for way, ask in zip(taken, asks, strict=True):
                engine._without_words.clear()
                began = time.perf_counter()
                ask(query, kind.facets)
                if turn:
                    way[place].append((time.perf_counter() - began) * 1000)
    return [_times(way) for way in taken]


def _times(way: list[list[float]]) -> Times:
    every = [each for tries in way for each in tries]
    return Times([min(tries) for tries in way] if len(way) > 1 else every, every)


def percentile(values: Sequence[float], share: float) -> float:
    """The value that ``share`` of the values do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, math.ceil(share * len(ordered)) - 1)]
