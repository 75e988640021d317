"""Brings the index up to date with the archive, for every command that changes the archive."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from trialway.commands.manners import say, seldom
from trialway.data_folder import DataFolder

if TYPE_CHECKING:
    from trialway.archive.stored import StoredTrial
    from trialway.search.engine.build import Built


def catch_up(folder: DataFolder, *, rebuild: bool = False) -> "Built":
    """Take in what changed since the index was last brought up to date. The caller holds the write lock."""
    from trialway.archive.ahead import ahead
    from trialway.archive.derive import derive_details
    from trialway.archive.details import read_details
    from trialway.archive.trials import count_changed_after, stored_changed_after
    from trialway.search.engine.build import bring_up_to_date

    with counting("Indexing") as done:
        built = bring_up_to_date(
            folder.index,
            lambda change: derive_details(ahead(read_details, stored_changed_after(change), weight_of)),
            total=count_changed_after(0),
            rebuild=rebuild,
            progress=done,
        )
    if built.rebuilt:
        say(f"The index was made anew with {built.total:,} trials. {built.rebuilt}")
    relate(folder, built.upto)
    return built


def relate(folder: DataFolder, upto: int) -> None:
    """Bring what related trials are found by up to date with the index."""
    from trialway.archive.trials import numbers_changed_after
    from trialway.search.engine import generations
    from trialway.search.engine.reader import open_index
    from trialway.search.related.build import bring_up_to_date

    generation = generations.current(folder.index)
    if generation is not None:
        with counting("Comparing trials") as done:
            bring_up_to_date(generation, open_index(folder.index), numbers_changed_after, upto, done)


def read_criteria_ahead(folder: DataFolder) -> None:
    """Read the criteria that nobody has asked for yet. Needs no lock: what is kept is only added to."""
    from trialway.archive.readings import read_ahead
    from trialway.archive.trials import change_of_every_trial

    numbers = sorted(change_of_every_trial())
    with counting("Reading criteria") as told:
        for done in read_ahead(folder, numbers):
            told(done)
    say(f"The criteria of {len(numbers):,} trials are read.")


@contextmanager
def counting(what: str) -> Iterator[Callable[[int], None]]:
    """A bar on stderr that counts trials; nothing when nobody is looking."""
    columns = (TextColumn(what), BarColumn(), TextColumn("{task.completed:,} trials"), TimeElapsedColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=not sys.stderr.isatty()) as bar:
        task = bar.add_task("", total=None)
        yield seldom(lambda done: bar.update(task, completed=done))


def weight_of(stored: "StoredTrial") -> int:
    """Bytes of a trial on its way to another process."""
    return sum(len(source.blob) for source in stored.sources)
