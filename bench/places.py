"""Places: radius, "recruiting at that site" and nearest first, with and without words and facets.

python -m bench.places --count 600000 --data /tmp/places600 --real FILE…   # makes the index once, measures
python -m bench.places --count 50000 --data /tmp/places50 --peers           # beside R*Tree and PostgreSQL

Points are drawn from the cities of the sites, so that crowded ones come up as often as they are crowded. A
kind's median and p95 are of its queries, each the best of its rounds; "p95 of all" takes every round.
"""

import argparse
import random
import resource
import statistics
import time
from collections.abc import Iterable, Iterator
from itertools import islice
from multiprocessing import Pool
from pathlib import Path

import numpy as np
from msgspec.structs import replace

from bench import generator, machine
from bench.queries import Kind
from bench.timing import Ask, measure, percentile
from trialway.registries.ctgov.normalise import normalise
from trialway.sample import SEEN
from trialway.search.document.document import document
from trialway.search.document.encode_document import EncodedDocument, encode_document
from trialway.search.document.facets import SHOWN
from trialway.search.engine import generations
from trialway.search.engine.base import Engine
from trialway.search.engine.build import bring_up_to_date
from trialway.search.engine.reader import open_index
from trialway.search.geo.build_columns import join_columns
from trialway.search.geo.site_columns import SiteColumns
from trialway.search.query.query import Near, Query, Text
from trialway.search.results.answer import answer
from trialway.trial import Source, Trial

WORDS = ("asthma", "cancer", "heart failure", "pain", "vaccine", "breast cancer", "diabetes", "placebo")
FACETS = (*SHOWN, "city", "site_status")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, help="a folder for the index")
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--real", type=Path, nargs="*", default=[])
    parser.add_argument("--queries", type=int, default=60, help="how many of each kind")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument(
        "--times", type=int, default=1, help="measure the columns repeated so many times, without words"
    )
    parser.add_argument("--peers", action="store_true", help="beside SQLite R*Tree and PostgreSQL")
    options = parser.parse_args()
    print(machine.describe())
    if not (options.data / "current").exists():
        make(options.data, options.real, options.count)
    engine = open_index(options.data)
    if options.times > 1:
        engine.columns = repeated(engine.columns, options.times)
        print(f"The columns are repeated {options.times} times; hits are not shown, words not asked.")
    tell(engine, options.data)
    kinds = draw(engine, options.queries)
    if options.times > 1:  # two circles; at any distance a single answer takes seconds
        kinds = [kind for kind in kinds if kind.name.startswith("100 km") and "no words" in kind.name]
    rows = [_row(engine, kind, options.rounds) for kind in kinds]
    head = (
        "ms",
        "hits",
        "page: median",
        "p95",
        "p95 of all",
        "engine, facets: median",
        "p95",
        "no facets",
        "p95",
    )
    print(machine.table(head, rows))
    print(
        f"\nPeak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000:,.0f} MB; {machine.load()}"
    )
    if options.peers:
        from bench.place_peers import compare

        compare(engine, kinds, options.rounds)


def make(folder: Path, real: list[Path], count: int) -> None:
    """An index without an archive, packed in a second process."""
    studies = generator.read_studies(real)
    began = time.perf_counter()
    with Pool(1) as pool:
        documents = _packed(pool, generator.generate(studies, count))
        bring_up_to_date(folder, lambda _: documents, total=count)
    print(f"{count:,} trials made and indexed in {time.perf_counter() - began:,.0f} s")
    again = islice(generator.generate(studies, 3000, seed=2), 3000)
    began = time.perf_counter()
    changed = [pack_one((number, raw, count + number)) for number, raw in enumerate(again, 1)]
    packed = time.perf_counter()
    bring_up_to_date(folder, lambda _: changed, total=count)
    taken = time.perf_counter() - packed
    print(f"3,000 changed: read {packed - began:,.1f} s, index and columns {taken:,.1f} s")


def _packed(pool, raw: Iterable[bytes]) -> Iterator[EncodedDocument]:
    yield from pool.imap(pack_one, ((n, each, n) for n, each in enumerate(raw, 1)), chunksize=200)


def pack_one(given: tuple[int, bytes, int]) -> EncodedDocument:
    number, raw, change = given
    record = normalise(raw)
    return encode_document(document(Trial(number, record.record_id, change, (Source(record, SEEN, SEEN),))))


def repeated(columns: SiteColumns | None, times: int) -> SiteColumns:
    """As if there were so many times the trials, on the same places."""
    assert columns is not None
    last = int(columns.number[-1])
    parts = [replace(columns, number=columns.number + turn * last) for turn in range(times)]
    return join_columns(parts)


def tell(engine: Engine, folder: Path) -> None:
    columns = engine.columns
    assert columns is not None
    generation = generations.current(folder)
    assert generation is not None
    size = sum(file.stat().st_size for file in generation.glob("columns-*/*")) / 1e6
    print(
        f"{len(engine):,} trials, {len(columns.trial):,} sites on {len(columns.lat):,} places; "
        f"columns {size:,.0f} MB; {engine.searcher.num_segments} segments; {machine.load()}\n"
    )


def draw(engine: Engine, count: int) -> list[Kind]:
    dice = random.Random(1)
    columns = engine.columns
    assert columns is not None
    weights = np.diff(columns.site_starts) * ~np.isnan(columns.lat)
    places = dice.choices(range(len(weights)), weights.tolist(), k=count)

    def queries(
        km: float, words: bool = False, recruiting: bool = False, sort: str = ""
    ) -> tuple[Query, ...]:
        made = []
        for place in places:
            near = Near(float(columns.lat[place]), float(columns.lon[place]), km)
            query = Query(text=Text.read(dice.choice(WORDS) if words else ""), near=near, sort=sort)
            made.append(query.with_filter("site_status", "recruiting") if recruiting else query)
        return tuple(made)

    return [
        Kind("100 km, recruiting there, a word", queries(100, words=True, recruiting=True), FACETS),
        Kind("100 km, recruiting there, no words", queries(100, recruiting=True), FACETS),
        Kind("100 km, a word", queries(100, words=True), FACETS),
        Kind("100 km, no words", queries(100), FACETS),
        Kind("100 km, a word, best match", queries(100, words=True, sort="relevance"), FACETS),
        Kind("500 km, recruiting there, a word", queries(500, words=True, recruiting=True), FACETS),
        Kind(
            "any distance, recruiting there, a word",
            queries(20_038, words=True, recruiting=True)[:20],
            FACETS,
        ),
        Kind("any distance, no words", queries(20_038)[:10], FACETS),
    ]


def _row(engine: Engine, kind: Kind, rounds: int) -> tuple[object, ...]:
    asks: list[Ask] = [
        lambda query, facets: answer(engine, query, facets=facets),
        lambda query, facets: engine.match(query, limit=20, facets=facets),
        lambda query, _: engine.match(query, limit=20),
    ]
    page, faceted, plain = measure(engine, kind, asks, rounds)
    hits = statistics.mean(engine.match(query, limit=1).total for query in kind.queries)
    return (
        kind.name, round(hits), page.median, page.p95, percentile(page.all, 0.95),
        faceted.median, faceted.p95, plain.median, plain.p95,
    )  # fmt: skip


if __name__ == "__main__":
    main()
