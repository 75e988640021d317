"""Changed documents → the index brought up to date, in place or as a new generation.

One process writes at a time (the caller holds the data folder's lock), any number read. Killed at any
moment, it leaves the index as it was or as it should be, and running it again catches up.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import chain, islice
from pathlib import Path

import numpy as np
from msgspec import Struct

from trialway.errors import StoreDamaged
from trialway.search.document.encode_document import EncodedDocument
from trialway.search.document.facet_codes import FacetCodes
from trialway.search.engine import generations
from trialway.search.engine.backends import BACKEND
from trialway.search.engine.base import Engine
from trialway.search.engine.build_lexicon import update_lexicon
from trialway.search.engine.generations import IndexState
from trialway.search.engine.reader import open_generation
from trialway.search.geo.build_columns import ColumnBuilder, update_columns
from trialway.search.geo.site_columns import SiteColumns, load_columns, save_columns
from trialway.search.query.query import Query, Text

Progress = Callable[[int], None]
ASKED = "It was asked for."


class Built(Struct, frozen=True):
    """``taken``: how many were indexed. ``rebuilt``: why the index was made anew, None when it was not."""

    taken: int
    total: int
    upto: int
    rebuilt: str | None = None


class _Tally:
    """Documents on their way into the index, counted."""

    def __init__(self, documents: Iterable[EncodedDocument], upto: int, progress: Progress | None) -> None:
        self.given, self.upto, self.progress = documents, upto, progress
        self.taken = 0
        self.slug = ""

    def documents(self) -> Iterator[EncodedDocument]:
        for document in self.given:
            yield document
            self.taken += 1
            self.upto = max(self.upto, document.change)
            self.slug = document.slug
            if self.progress:
                self.progress(self.taken)


def bring_up_to_date(
    folder: Path,
    documents_changed_after: Callable[[int], Iterable[EncodedDocument]],
    *,
    total: int,
    removed: Iterable[int] = (),
    without: Collection[int] = (),
    upto: int = 0,
    progress: Progress | None = None,
    rebuild: bool = False,
) -> Built:
    """Take in every trial that has changed, in place; or all of them into a new generation when need be.

    ``total``: how many trials there are now in all. ``removed``: numbers of trials that are no more; where
    they are not told, the count betrays it and the index is made anew. ``without``: numbers of trials
    of which no document can be made, looked at after the documents, whose making may add to it; they are not
    in the index. ``upto``: the store's counter, where what changed last may have no document. ``progress``
    gets the number taken in so far.
    """
    folder.mkdir(parents=True, exist_ok=True)
    generation = generations.current(folder)
    state = generations.read_state(generation) if generation else None
    reason = None if generation is None else ASKED if rebuild else _why_anew(generation, state)
    if generation and state and not reason:
        generations.remove_others(folder)
        tally = _Tally(documents_changed_after(state.upto), max(state.upto, upto), progress)
        held = _update(generation, state, tally, _Leaving(tuple(removed), without))
        expected = total - len(without)
        if held == expected:
            return Built(tally.taken, held, tally.upto)
        reason = f"The index held {held:,} trials where there are {expected:,}."
    tally = _Tally(documents_changed_after(0), upto, progress)
    held = _build(folder, tally, lambda: total - len(without))
    return Built(tally.taken, held, tally.upto, reason)


class _Leaving:
    """The numbers of the trials that have to leave the index, each time as they are known then."""

    def __init__(self, removed: tuple[int, ...], without: Collection[int]) -> None:
        self.removed, self.without = removed, without

    def __iter__(self) -> Iterator[int]:
        return chain(self.removed, self.without)

    def are_in(self, columns: Path) -> bool:
        numbers = list(self)
        return bool(numbers) and bool(np.isin(load_columns(columns).number, numbers).any())


def _why_anew(generation: Path, state: IndexState | None) -> str | None:
    reason = generations.rebuild_reason(generation, state)
    if reason:
        return reason
    try:
        open_generation(generation)
    except (StoreDamaged, OSError) as error:
        return str(error)
    return None


def _update(generation: Path, state: IndexState, tally: _Tally, leaving: _Leaving) -> int:
    """Change the generation in place; the number of trials that it then holds."""
    codebook = FacetCodes(generations.facet_codes_file(generation))
    documents = tally.documents()
    first = list(islice(documents, 1))
    columns = generation / state.columns
    # A daily run that finds nothing new leaves the files, and the readers, alone.
    if first or leaving.are_in(columns):
        table = ColumnBuilder(codebook)
        BACKEND.update(generation, table.passing(chain(first, documents)), leaving, codebook)
        columns = _keep(generation, update_columns(load_columns(columns), table.columns(), leaving))
    now = BACKEND.open(generation, codebook)
    held = len(now)
    before = (state.upto, state.trials, state.values, state.columns)
    if (tally.upto, held, len(codebook), columns.name) != before:
        generations.write_state(
            generation, upto=tally.upto, trials=held, values=len(codebook), columns=columns.name
        )
    generations.remove_other_columns(generation, columns.name)
    # Last, for among many trials it takes minutes: what has changed is found meanwhile, with the words known
    # before.
    update_lexicon(generation, now, tally.upto)
    return held


def _keep(generation: Path, columns: SiteColumns) -> Path:
    folder = generations.begin_columns(generation)
    save_columns(columns, folder)
    return folder


def _build(folder: Path, tally: _Tally, expected: Callable[[], int]) -> int:
    """Make a new generation and switch to it; ``expected`` says how many trials it should hold, once all
    documents are made."""
    generation = generations.begin(folder)
    codebook = _carried_over(generations.facet_codes_file(generation))
    table = ColumnBuilder(codebook)
    BACKEND.build(generation, table.passing(tally.documents()), codebook)
    columns = _keep(generation, table.columns())
    made = BACKEND.open(generation, codebook)
    total = expected()
    _verify(made, tally, total)
    update_lexicon(generation, made, tally.upto)
    generations.write_state(
        generation, upto=tally.upto, trials=total, values=len(codebook), columns=columns.name
    )
    generations.switch(folder, generation)
    return total


def _carried_over(path: Path) -> FacetCodes:
    """The codes of the generation before; none when they are damaged, for then nothing can rely on them
    either."""
    try:
        return FacetCodes(path)
    except StoreDamaged:
        path.unlink()
        return FacetCodes(path)


def _verify(made: Engine, tally: _Tally, total: int) -> None:
    """Refuse to switch to an index that does not hold what it should."""
    if not len(made) == tally.taken == total:
        raise StoreDamaged(
            f"The new index holds {len(made):,} trials, {tally.taken:,} were given, {total:,} should be; "
            "the old one stays in use. Run trialway check, then trialway index --rebuild."
        )
    if tally.slug and not made.match(Query(text=Text.read(tally.slug)), limit=1).total:
        raise StoreDamaged(
            f"The new index does not find {tally.slug}, which it was given; the old one stays in use. "
            "Run trialway index --rebuild."
        )
