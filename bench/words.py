"""What other words for the same thing cost a search, and how fast suggestions, values of lists and years are.

python -m bench.load --count 50000 --data /tmp/bench50 --keep
python -m bench.words --data /tmp/bench50

Every search has words that have other words; it is asked as typed and with them, in turn, query by query.
"""

import argparse
import random
import statistics
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from bench import machine
from bench.queries import FIVE, Kind
from bench.timing import measure, percentile
from trialway.data_folder import DataFolder
from trialway.search.engine.base import Engine
from trialway.search.engine.reader import open_index
from trialway.search.language.expansion import expand_query
from trialway.search.query.query import Near, Query, Text
from trialway.search.results.answer import answer
from trialway.search.results.facet_value_search import search_facet_values


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, help="a data folder of bench.load")
    parser.add_argument("--queries", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    engine = open_index(DataFolder(options.data).index)
    dice = random.Random(options.seed)
    names = engine.words.lexicon.names
    print(f"{machine.describe()}\n{len(engine):,} trials, {len(names):,} names to suggest\n")
    asked = list(_with_other_words(engine, dice, options.queries))
    print(machine.table(HEAD, [_row(engine, kind, options.rounds) for kind in _kinds(asked)]))
    print("\n" + machine.table(("suggestions, ms", "median", "p95"), list(_suggestions(engine, dice))))
    print(
        "\n"
        + machine.table(("values found, ms", "median", "p95", "most"), list(_values(engine, asked, dice)))
    )
    print(
        "\n" + machine.table(("years of six dates, ms", "median", "p95", "most"), list(_years(engine, asked)))
    )
    print(f"\n{machine.load()}")


HEAD = (
    "ms",
    "as typed: median",
    "p95",
    "with other words: median",
    "p95",
    "ratio of medians",
    "hits",
    "hits then",
)


def _with_other_words(engine: Engine, dice: random.Random, count: int) -> Iterator[Query]:
    """Names that trials state and that have other words, the frequent ones as often as others."""
    names = [name.text for name in engine.words.lexicon.names if name.kind in {"condition", "treatment"}]
    dice.shuffle(names)
    found = 0
    for name in names:
        query = Query(text=Text.read(name))
        if found < count and expand_query(engine.words, query).added:
            found += 1
            yield query


def _kinds(asked: list[Query]) -> list[Kind]:
    return [
        Kind("engine, 20 hits", asked),
        Kind("engine, five facets", asked, FIVE),
        Kind("page", asked, FIVE),
    ]


def _row(engine: Engine, kind: Kind, rounds: int) -> tuple[object, ...]:
    def page(query: Query, facets: tuple[str, ...], expand: bool) -> object:
        return answer(engine, Query(text=query.text, expand=expand), facets=facets)

    def match(query: Query, facets: tuple[str, ...], expand: bool) -> object:
        asked = expand_query(engine.words, query).query if expand else query
        return engine.match(asked, limit=20, facets=facets)

    ask = page if kind.name == "page" else match
    ways = [
        lambda query, facets: ask(query, facets, False),
        lambda query, facets: ask(query, facets, True),
    ]
    typed, wide = measure(engine, kind, ways, rounds)
    hits = statistics.mean(engine.match(query, limit=1).total for query in kind.queries)
    more = statistics.mean(
        engine.match(expand_query(engine.words, query).query, limit=1).total for query in kind.queries
    )
    return (
        kind.name, typed.median, typed.p95, wide.median, wide.p95, wide.median / typed.median, round(hits),
        round(more),
    )  # fmt: skip


def _suggestions(engine: Engine, dice: random.Random) -> Iterator[tuple[object, ...]]:
    """As the page asks, after the first."""
    engine.words.suggester.suggest("as")
    names = dice.sample([name.text for name in engine.words.lexicon.names[:2000]], 100)
    for letters in (2, 3, 5):
        taken = []
        for name in names:
            began = time.perf_counter()
            engine.words.suggester.suggest(name[:letters])
            taken.append((time.perf_counter() - began) * 1000)
        yield f"{letters} letters", statistics.median(taken), percentile(taken, 0.95)


def _values(engine: Engine, asked: list[Query], dice: random.Random) -> Iterator[tuple[object, ...]]:
    """Four letters of a label, in all trials and in a search; before the first, letters are made alike."""
    for facet in ("condition", "intervention", "sponsor", "city"):
        labels = [value.label for value in engine.codebook.values[facet] if len(value.label) >= 4]
        began = time.perf_counter()
        engine.words.labels(facet)
        first = (time.perf_counter() - began) * 1000
        for what, queries in (("all trials", [Query()]), ("a search", asked)):
            typed = [dice.choice(labels)[:4] for _ in asked]
            taken = [
                _timed(partial(search_facet_values, engine, dice.choice(queries), [facet], letters))
                for letters in typed
            ]
            yield f"{facet}, {len(labels):,} values, {what}", *_spread(taken)
        yield f"{facet}, letters made alike once", first, first, first


def _years(engine: Engine, asked: list[Query]) -> Iterator[tuple[object, ...]]:
    taken = [_timed(partial(engine.years, expand_query(engine.words, query).query)) for query in asked]
    yield "a search", *_spread(taken)
    yield "all trials, first asked", *_spread([_timed(partial(engine.years, Query()))])
    near = [query.with_near(Near(48.85, 2.35, 100.0)) for query in asked]
    yield "within 100 km of Paris", *_spread([_timed(partial(engine.years, query)) for query in near])


def _timed(ask: Callable[[], object]) -> float:
    began = time.perf_counter()
    ask()
    return (time.perf_counter() - began) * 1000


def _spread(taken: list[float]) -> tuple[float, float, float]:
    return statistics.median(taken), percentile(taken, 0.95), max(taken)


if __name__ == "__main__":
    main()
