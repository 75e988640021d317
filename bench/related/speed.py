"""How long it takes to find the neighbours of a trial, and to make the columns that it is done with."""

import random
import resource
import shutil
import statistics
import time
from pathlib import Path

from bench import machine
from bench.timing import percentile
from trialway.data_folder import DataFolder
from trialway.search.engine import generations
from trialway.search.engine.base import Engine
from trialway.search.engine.reader import open_index
from trialway.search.related.build import bring_up_to_date
from trialway.search.related.neighbours import neighbours, parts
from trialway.search.related.topic_columns import FOLDER, read_columns

ASKED = 300


def times(data: Path, *, anew: bool) -> None:
    """Print the first, and when the columns are made ``anew`` the second too."""
    folder = DataFolder(data).index
    engine, generation = open_index(folder), generations.current(folder)
    assert generation is not None, f"{folder} holds no index; trialway index makes one"
    if anew:
        _make(generation, engine)
    columns = read_columns(generation)
    asked = random.Random(1).sample(sorted(engine.numbers()), min(ASKED, len(engine)))
    ways = {
        "neighbours": lambda number: neighbours(engine, columns, number),
        "recruiting": lambda number: neighbours(engine, columns, number, recruiting=True),
        "more like this alone": lambda number: engine.similar(number, 60),
        "all three parts": lambda number: parts(engine, columns, number),
    }
    rows = []
    for name, way in ways.items():
        way(asked[0])
        took = []
        for number in asked:
            start = time.perf_counter()
            way(number)
            took.append((time.perf_counter() - start) * 1000)
        rows.append((name, statistics.median(took), percentile(took, 0.95)))
    print(machine.table(("ms", "median", "p95"), rows))
    print(machine.load())


def _make(generation: Path, engine: Engine) -> None:
    shutil.rmtree(generation / FOLDER, ignore_errors=True)
    began = time.perf_counter()
    bring_up_to_date(generation, engine, lambda _: (), 1)
    taken = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    size = sum(path.stat().st_size for path in (generation / FOLDER).iterdir()) / 2**20
    print(
        f"{len(engine):,} trials: columns made in {taken:.0f} s, {size:,.0f} MiB; peak memory {peak:.2f} GiB"
    )
