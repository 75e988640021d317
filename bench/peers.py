"""The same trials and queries in SQLite FTS5 and PostgreSQL, beside our engine in one run.

All give the 20 best, how many match, and the counts of the facets where they are asked for. Counts differ
where the engines cut words differently: each has a stemmer of its own, PostgreSQL drops stop words, and ours
also finds a trial whose name is what was typed.
"""

import statistics
from collections.abc import Iterator
from pathlib import Path

from bench import fts5, machine, postgres
from bench.queries import Kind
from bench.relational import Peer, Row
from bench.timing import Times, measure
from trialway.commands.common import open_store
from trialway.search.document.areas import AREAS
from trialway.search.document.document import document
from trialway.search.engine.base import Engine
from trialway.search.query.query import Query

SEPARATE = ("title", "condition", "intervention")
REST = [area.name for area in AREAS if area.everywhere and area.name not in SEPARATE]


def compare(data: Path, engine: Engine, kinds: list[Kind], rounds: int) -> None:
    """Print the configurations, the times, and where the counts differ."""
    with postgres.server() as address:
        peers = [fts5.make(read(data))]
        if address:
            peers.append(postgres.make(address, read(data)))
        else:
            print("No PostgreSQL server was found or could be started, so it is left out.")
        for peer in peers:
            print(f"{peer.name}: {peer.configuration}")
        print(f"{machine.load()}\n")
        _compare(engine, peers, kinds, rounds)
    print(f"\n{machine.load()}")


def _compare(engine: Engine, peers: list[Peer], kinds: list[Kind], rounds: int) -> None:
    table, agreement, ratios = [], [], []
    for kind in kinds:
        ours, *theirs = _times(engine, peers, kind, rounds)
        ratios.append([time.median / ours.median for time in theirs])
        table.append(
            (kind.name, ours.median, ours.p95, *(each for t in theirs for each in (t.median, t.p95)))
        )
        agreement.append((kind.name, *(_agreeing(engine, peer, kind) for peer in peers)))
    names = [peer.name for peer in peers]
    print(
        machine.table(
            ("ms", "ours: median", "p95", *(h for n in names for h in (f"{n}: median", "p95"))), table
        )
    )
    print("\nTimes slower than ours (medians), and the geometric mean over all kinds:")
    rows = [(kind.name, *row) for kind, row in zip(kinds, ratios, strict=True)]
    means = tuple(statistics.geometric_mean(column) for column in zip(*ratios, strict=True))
    print(machine.table(("", *names), [*rows, ("geometric mean", *means)]))
    print("\nQueries with the same count of matches, and all their matches as a share of ours:")
    print(machine.table(("", *names), agreement))


def _times(engine: Engine, peers: list[Peer], kind: Kind, rounds: int) -> list[Times]:
    def ours(query: Query, facets: tuple[str, ...]) -> int:
        return engine.match(query, limit=20, facets=facets).total

    return measure(engine, kind, [ours, *(peer.find for peer in peers)], rounds)


def _agreeing(engine: Engine, peer: Peer, kind: Kind) -> str:
    ours = [engine.match(query, limit=1).total for query in kind.queries]
    theirs = [peer.find(query, ()) for query in kind.queries]
    same = sum(a == b for a, b in zip(ours, theirs, strict=True))
    return f"{same} of {len(ours)}, {sum(theirs) / sum(ours):.1%}"


def read(data: Path) -> Iterator[Row]:
    """All trials of the store, as documents are made of them."""
    open_store(data)

    from trialway.archive.trials import trials_changed_after

    for each in map(document, trials_changed_after(0)):
        separate = ["\n".join(each.texts.get(area, ())) for area in SEPARATE]
        rest = [text for area in REST for text in each.texts.get(area, ())]
        values = tuple((facet, value.code) for facet, some in each.facets.items() for value in some)
        yield Row(each.number, (*separate, "\n".join(rest)), each.newest, each.updated, values)
