"""What commands show while the pipeline works: bars on stderr, and a sentence when an index was made anew."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from trialway.commands.common import print_notice, throttle
from trialway.data_folder import DataFolder

if TYPE_CHECKING:
    from trialway.search.engine.build import Built


def catch_up(folder: DataFolder, *, rebuild: bool = False) -> "Built":
    """Take in what changed since the index was last brought up to date. The caller holds the write lock."""
    from trialway.pipeline.catch_up import catch_up

    built = catch_up(folder, counting_trials, rebuild=rebuild)
    if built.rebuilt:
        print_notice(f"The index was made anew with {built.total:,} trials. {built.rebuilt}")
    return built


def read_criteria_ahead() -> None:
    """Read the criteria that nobody has asked for yet. Needs no lock: what is kept is only added to."""
    from trialway.archive.trials import change_of_every_trial
    from trialway.pipeline.criteria import read_ahead

    numbers = sorted(change_of_every_trial())
    with counting_trials("Reading criteria") as show:
        for done in read_ahead(numbers):
            show(done)
    print_notice(f"The criteria of {len(numbers):,} trials are read.")


@contextmanager
def counting_trials(what: str) -> Iterator[Callable[[int], None]]:
    """A bar that counts trials while something is done; gives what to call with the number done so far."""
    columns = (TextColumn(what), BarColumn(), TextColumn("{task.completed:,} trials"), TimeElapsedColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=not sys.stderr.isatty()) as bar:
        task = bar.add_task("", total=None)
        yield throttle(lambda done: bar.update(task, completed=done))
