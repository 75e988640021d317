"""nDCG@10 and P@10 of each part and of the whole, beside plain BM25, with paired confidence intervals."""

import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np

from bench import machine
from bench.related.headings import Grades, grades, hidden, ndcg, precision
from bench.related.plain import plain
from trialway.search.document.document import document
from trialway.search.document.encode_document import encode_document
from trialway.search.engine import build, generations
from trialway.search.engine.base import Engine
from trialway.search.engine.reader import open_index
from trialway.search.query.query import Query, Text
from trialway.search.related.build import bring_up_to_date
from trialway.search.related.nearest_trials import by_words
from trialway.search.related.score_adjustments import (
    LOST,
    adjust_scores,
    maximal_marginal_relevance,
    reciprocal_rank_fusion,
)
from trialway.search.related.topic_columns import TopicColumns, read_columns
from trialway.trial import Trial

DRAWS = 2000
Method = Callable[[int], Sequence[int]]


def measure(trials: Sequence[Trial]) -> None:
    """Print the table. A seeded bootstrap over the trials asked for gives the intervals."""
    graded = grades(trials)
    print(f"{len(trials):,} trials, {len(graded):,} of them asked for; headings hidden\n")
    with tempfile.TemporaryDirectory() as folder:
        engine, columns = _indexed(Path(folder), [hidden(trial) for trial in trials])
        _print(graded, _methods(engine, columns, {trial.number: trial for trial in trials}))


def _indexed(folder: Path, trials: Sequence[Trial]) -> tuple[Engine, TopicColumns]:
    build.bring_up_to_date(
        folder, lambda _: (encode_document(document(trial)) for trial in trials), total=len(trials)
    )
    engine, generation = open_index(folder), generations.current(folder)
    assert generation is not None
    bring_up_to_date(generation, engine, lambda _: (), 1)
    return engine, read_columns(generation)


def _methods(engine: Engine, columns: TopicColumns, trials: Mapping[int, Trial]) -> dict[str, Method]:
    places = engine.columns
    assert places is not None

    def bm25(number: int) -> list[int]:
        title = " OR ".join((trials[number].main.brief_title or "").replace('"', " ").split()[:30])
        hits = engine.match(Query(text=Text.read(title)), limit=31).hits
        return [hit.number for hit in hits if hit.number != number]

    def alike(number: int) -> list[int]:
        return engine.similar(number, 60)

    def meaning(number: int) -> list[int]:
        return by_words(columns, columns.row(number) or 0, 60)

    def both(number: int) -> dict[int, float]:
        return reciprocal_rank_fusion([alike(number), meaning(number)])

    def aiming(number: int) -> dict[int, float]:
        return adjust_scores(places, number, both(number), LOST)

    def spread(number: int) -> list[int]:
        return maximal_marginal_relevance(columns, dict(list(aiming(number).items())[:40]), 40)

    return {
        "BM25 of the title": bm25,
        "plain more-like-this": lambda number: plain(engine, number, 60),
        "more like this, by field": alike,
        "latent vectors": meaning,
        "fused": lambda number: list(both(number)),
        "fused, with aims": lambda number: list(aiming(number)),
        "fused, with aims, diverse": spread,
    }


def _print(graded: Grades, methods: Mapping[str, Method]) -> None:
    rows, scores = [], {}
    for name, method in methods.items():
        found = {number: method(number) for number in graded}
        scores[name] = np.array(
            [
                (ndcg(found[number], related), precision(found[number], related))
                for number, related in graded.items()
            ]
        )
        first = next(iter(scores.values()))
        mean, gain = scores[name].mean(axis=0), interval(scores[name] - first)
        rows.append((name, f"{mean[0]:.3f}", gain[0], f"{mean[1]:.3f}", gain[1]))
    head = ("method", "nDCG@10", "gain over the first", "P@10", "gain over the first")
    print(machine.table(head, rows))


def interval(differences: np.ndarray) -> list[str]:
    dice = np.random.default_rng(1)
    picks = dice.integers(0, len(differences), (DRAWS, len(differences)))
    means = differences[picks].mean(axis=1)
    low, high = np.percentile(means, (2.5, 97.5), axis=0)
    return [
        f"{mean:+.3f} [{a:+.3f}, {b:+.3f}]"
        for mean, a, b in zip(differences.mean(axis=0), low, high, strict=True)
    ]
