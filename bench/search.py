"""Search: as the page asks, as the engine alone, beside bare tantivy; with --peers beside other engines.

python -m bench.load --count 600000 --data /tmp/bench --keep
python -m bench.search --data /tmp/bench
python -m bench.search --data /tmp/bench50 --peers      # 50,000 trials: SQLite FTS5 and PostgreSQL

A kind's median and p95 are of its queries, each the best of its rounds; "p95 of all" takes every round.
"""

import argparse
import statistics
import time
from pathlib import Path

from bench import machine
from bench.queries import Kind, draw
from bench.timing import Ask, Times, measure, percentile
from trialway.data_folder import DataFolder
from trialway.search.engine.base import Engine
from trialway.search.engine.reader import open_index
from trialway.search.query.query import Query
from trialway.search.results.answer import answer
from trialway.search.tantivy_engine.query_builder import matching_query, ranked_query


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, help="a data folder of bench.load")
    parser.add_argument("--queries", type=int, default=100, help="how many of each kind")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--peers", action="store_true", help="beside SQLite FTS5 and PostgreSQL")
    options = parser.parse_args()
    engine = open_index(DataFolder(options.data).index)
    print(machine.describe())
    print(f"{len(engine):,} trials in {engine.searcher.num_segments} segments\n")
    kinds = draw(engine, options.queries, options.seed)
    if options.peers:
        from bench.peers import compare

        compare(options.data, engine, kinds, options.rounds)
    else:
        alone(engine, kinds, options.rounds)


def alone(engine: Engine, kinds: list[Kind], rounds: int) -> None:
    """The table of our own times."""
    rows = [_row(engine, kind, rounds) for kind in kinds]
    again = Times(*_kept(engine, kinds[-1]))
    rows.append(("all trials, asked again", 1, again.median, again.p95, percentile(again.all, 0.95)))
    head = (
        "ms",
        "hits",
        "page: median",
        "p95",
        "p95 of all",
        "engine: median",
        "p95",
        "no facets",
        "bare",
        "ratio",
    )
    print(machine.table(head, [(*row, *[""] * (len(head) - len(row))) for row in rows]))
    print(f"\n{machine.load()}")


def _row(engine: Engine, kind: Kind, rounds: int) -> tuple[object, ...]:
    asks: list[Ask] = [
        lambda query, facets: answer(engine, query, facets=facets),
        lambda query, facets: engine.match(query, limit=20, facets=facets),
        lambda query, _: engine.match(query, limit=20),
        lambda query, _: bare(engine, query),
    ]
    page, faceted, match, plain = measure(engine, kind, asks, rounds)
    ratios = [ours / theirs for ours, theirs in zip(match.best, plain.best, strict=True)]
    hits = statistics.mean(engine.match(query, limit=1).total for query in kind.queries)
    return (
        kind.name, round(hits), page.median, page.p95, percentile(page.all, 0.95),
        faceted.median, faceted.p95, match.median, plain.median, statistics.geometric_mean(ratios),
    )  # fmt: skip


def bare(engine: Engine, query: Query) -> object:
    """The same matches in the same order by tantivy alone: 20 addresses and how many there are."""
    if query.order == "relevance":
        return engine.searcher.search(
            ranked_query(query, engine.codebook, engine.latest_year), 20, count=True
        )
    base = matching_query(query, engine.codebook)
    return engine.searcher.search(base, 20, count=True, order_by_field=query.order)


def _kept(engine: Engine, kind: Kind) -> tuple[list[float], list[float]]:
    taken = []
    for _ in range(101):
        began = time.perf_counter()
        answer(engine, kind.queries[0], facets=kind.facets)
        taken.append((time.perf_counter() - began) * 1000)
    return taken[1:], taken[1:]


if __name__ == "__main__":
    main()
