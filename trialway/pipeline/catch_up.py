"""The index, and what related trials are found by, brought up to date with the archive.

For every command that changes the archive; the caller holds the write lock. Killed at any moment, the same
call carries on.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext

from trialway.archive.derive import latest_change
from trialway.archive.trials import (
    count_changed_after,
    numbers_changed_after,
    removed_after,
    stored_changed_after,
)
from trialway.data_folder import DataFolder
from trialway.pipeline.derive import documents
from trialway.pipeline.failures import Failed, reason_of
from trialway.pipeline.quarantine import RELATED, SEARCH, Quarantine, try_again
from trialway.search.engine import generations
from trialway.search.engine.build import Built, bring_up_to_date
from trialway.search.engine.reader import open_index
from trialway.search.related import build as related
from trialway.search.related.topic_columns import read_columns

# Given what is being done, a way of telling how many trials are done.
Watch = Callable[[str], AbstractContextManager[Callable[[int], None]]]


def unwatched(_: str) -> AbstractContextManager[Callable[[int], None]]:
    """Nobody looks."""
    return nullcontext(lambda _: None)


def catch_up(folder: DataFolder, watch: Watch = unwatched, *, rebuild: bool = False) -> Built:
    """Take in what changed since the index was last brought up to date, or everything into a new one."""
    try_again()
    quarantine = Quarantine(SEARCH)
    with watch("Indexing") as progress:
        built = bring_up_to_date(
            folder.index,
            lambda change: documents(stored_changed_after(change), quarantine),
            total=count_changed_after(0),
            removed=removed_after(indexed_up_to(folder)),
            without=quarantine.numbers,
            upto=latest_change(),
            rebuild=rebuild,
            progress=progress,
        )
    _relate(folder, built.upto, watch)
    return built


def indexed_up_to(folder: DataFolder) -> int:
    """The store's counter when the index was last brought up to date; 0 when there is none."""
    generation = generations.current(folder.index)
    state = generations.read_state(generation) if generation else None
    return state.upto if state else 0


def _relate(folder: DataFolder, upto: int, watch: Watch) -> None:
    """Bring what related trials are found by up to date with the index."""
    generation = generations.current(folder.index)
    if generation is None:
        return
    quarantine = Quarantine(RELATED)
    failed: dict[int, Failed] = {}

    def refuse(number: int, error: Exception) -> None:
        failed[number] = Failed(number, upto, reason_of(error))

    with watch("Comparing trials") as progress:
        related.bring_up_to_date(
            generation, open_index(folder.index), numbers_changed_after, upto, progress, refuse
        )
    quarantine.put(failed.values())
    compared = read_columns(generation).table.numbers
    quarantine.release(number for number in list(quarantine.numbers) if number in compared)
