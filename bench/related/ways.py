"""The two ways whose lists are read side by side, on a loaded collection: what pages show, and its peer."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from bench.related.plain import plain
from trialway.search.engine.reader import open_index
from trialway.search.related.neighbours import neighbours
from trialway.search.related.reader import open_columns

FIRST = 5
OURS, PEER = "fusion", "plain"
Way = Callable[[int], Sequence[int]]


def both(folder: Path) -> Mapping[str, Way]:
    """Each gives the numbers of the first neighbours of a trial."""
    engine, columns = open_index(folder), open_columns(folder)
    assert columns is not None, f"{folder} has no columns of related trials; trialway index makes them"
    return {
        OURS: lambda number: [one.card.number for one in neighbours(engine, columns, number, FIRST)],
        PEER: lambda number: plain(engine, number, FIRST),
    }


def today(folder: Path) -> Callable[[str], Sequence[str]]:
    """The first neighbours that pages show now, from and to registry numbers; none of an unknown trial."""
    ids = {hit.number: hit.card.record_id for hit in open_index(folder).fetch_all()}
    numbers = {record_id: number for number, record_id in ids.items()}
    ours = both(folder)[OURS]
    return lambda record_id: [ids[one] for one in ours(numbers[record_id])] if record_id in numbers else []
