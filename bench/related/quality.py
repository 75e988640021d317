"""nDCG@10 and P@10 of each part and of the whole, beside plain BM25, with paired confidence intervals."""

import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np

from bench import machine
from bench.related.headings import Grades, grades, hidden, ndcg, precision
from trialway.index import engine as engines
from trialway.index.codebook import Codebook
from trialway.index.document import document
from trialway.index.engine import Engine
from trialway.index.packing import pack
from trialway.index.query import Query, Text
from trialway.index.related.build import bring_up_to_date
from trialway.index.related.columns import Columns, read_columns
from trialway.index.related.fusing import diverse, fused
from trialway.index.related.nearest import by_headings, by_words
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


def _indexed(folder: Path, trials: Sequence[Trial]) -> tuple[Engine, Columns]:
    codebook = Codebook(folder / "codebook.jsonl")
    engines.build(folder, (pack(document(trial)) for trial in trials), codebook)
    engine = Engine(folder, codebook)
    bring_up_to_date(folder, engine, lambda _: (), 1)
    return engine, read_columns(folder)


def _methods(engine: Engine, columns: Columns, trials: Mapping[int, Trial]) -> dict[str, Method]:
    def bm25(number: int) -> list[int]:
        title = " OR ".join((trials[number].main.brief_title or "").replace('"', " ").split()[:30])
        hits = engine.match(Query(text=Text.read(title)), most=31).hits
        return [hit.number for hit in hits if hit.number != number]

    def alike(number: int) -> list[int]:
        return engine.similar(number, 60)

    def meaning(number: int) -> list[int]:
        return by_words(columns, columns.row(number) or 0, 60)

    def learned(number: int) -> list[int]:
        return by_headings(columns, columns.row(number) or 0, 60)

    def both(number: int) -> list[int]:
        return list(fused([alike(number), meaning(number)]))

    def spread(number: int) -> list[int]:
        scores = dict(list(fused([alike(number), meaning(number)]).items())[:40])
        return diverse(columns, scores, 40)

    return {
        "BM25 of the title": bm25,
        "more like this": alike,
        "latent vectors": meaning,
        "fused": both,
        "fused, diverse": spread,
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
