"""Engine → the columns of related trials, kept in step with the index.

The space is trained anew when the collection has grown by half since; between, new trials get their points
in the space that is there.
"""

import random
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path

import numpy as np

from trialway.search.engine.base import Engine
from trialway.search.engine.hit import Hit
from trialway.search.related.clusters import centres_of, nearest_centre
from trialway.search.related.heading_sets import HeadingNames, HeadingSets
from trialway.search.related.inferred_headings import InferredHeadings, condition_headings, infer_headings
from trialway.search.related.semantic_vectors import (
    MOST_TRAINED,
    Bag,
    SemanticSpace,
    bag_of,
    points,
    train,
)
from trialway.search.related.topic_columns import (
    FORMAT,
    TopicColumns,
    TopicState,
    TrialTable,
    read_columns,
    read_space,
    read_state,
    save,
)  # fmt: skip

GROWN = 1.5
_BATCH = 1000
RECRUITING = "recruiting"
Progress = Callable[[int], None]
Refuse = Callable[[int, Exception], None]


def bring_up_to_date(
    generation: Path,
    engine: Engine,
    changed_after: Callable[[int], Iterable[int]],
    upto: int,
    progress: Progress | None = None,
    refuse: Refuse | None = None,
) -> int:
    """How many trials were taken in. ``changed_after`` gives the numbers of those that have changed since.

    A trial that cannot be taken in is told to ``refuse``, with the reason, and left out.
    """
    state = read_state(generation)
    if state is None or len(engine) > GROWN * state.trained_on:
        return _anew(generation, engine, upto, progress, refuse)
    before, there = read_columns(generation), engine.numbers()
    changed = set(changed_after(state.upto)) & there
    stays = ~np.isin(before.table.numbers, list(changed)) & np.isin(before.table.numbers, list(there))
    if changed or not stays.all():
        space = read_space(generation)
        hits = iter(engine.fetch(sorted(changed)).values())
        new = _table(hits, space, before.names, before.learned, progress, refuse)
        kept = before.table.taken(np.flatnonzero(stays), len(before.names))
        joined = TrialTable.of_parts([kept, new], len(before.names))
        # Where the others are is known; to find it again for all would take longest.
        clusters = np.concatenate([before.clusters[stays], nearest_centre(new.points, before.centres)])
        columns = TopicColumns.of(joined, clusters, before.centres, before.names, before.learned)
        save(generation, columns, space, TopicState(FORMAT, upto, state.trained_on))
    return len(changed)


def _anew(
    generation: Path, engine: Engine, upto: int, progress: Progress | None, refuse: Refuse | None
) -> int:
    space = train(list(_bags(_drawn(engine), refuse)))
    names, learned = HeadingNames(), infer_headings(engine.fetch_all())
    table = _table(engine.fetch_all(), space, names, learned, progress, refuse)
    centres = centres_of(table.points)
    columns = TopicColumns.of(table, nearest_centre(table.points, centres), centres, names, learned)
    save(generation, columns, space, TopicState(FORMAT, upto, len(engine)))
    return len(table.numbers)


def _drawn(engine: Engine) -> Iterator[Hit]:
    """The trials that the space is trained on, the same each time."""
    wanted = set(random.Random(1).sample(range(len(engine)), min(len(engine), MOST_TRAINED)))  # noqa: S311
    return (hit for at, hit in enumerate(engine.fetch_all()) if at in wanted)


def _bags(hits: Iterable[Hit], refuse: Refuse | None) -> Iterator[Bag]:
    for hit in hits:
        try:
            yield bag_of(hit.texts)
        except Exception as error:
            if refuse is None:
                raise
            refuse(hit.number, error)


def _table(
    hits: Iterator[Hit],
    space: SemanticSpace,
    names: HeadingNames,
    learned: InferredHeadings,
    progress: Progress | None,
    refuse: Refuse | None,
) -> TrialTable:
    parts, done = [_part([], space, names, learned)], 0
    while batch := list(islice(hits, _BATCH)):
        parts.append(_sound_part(batch, space, names, learned, refuse))
        done += len(batch)
        if progress:
            progress(done)
    return TrialTable.of_parts(parts, len(names))


def _sound_part(
    hits: list[Hit],
    space: SemanticSpace,
    names: HeadingNames,
    learned: InferredHeadings,
    refuse: Refuse | None,
) -> TrialTable:
    """As ``_part``, without the trials that fail: one must not stop the others."""
    try:
        return _part(hits, space, names, learned)
    except Exception as error:
        if refuse is None:
            raise
        if len(hits) == 1:
            refuse(hits[0].number, error)
            return _part([], space, names, learned)
    singly = [_sound_part([hit], space, names, learned, refuse) for hit in hits]
    return TrialTable.of_parts(singly, len(names))


def _part(
    hits: list[Hit], space: SemanticSpace, names: HeadingNames, learned: InferredHeadings
) -> TrialTable:
    cards, profiles = [hit.card for hit in hits], [hit.topics for hit in hits]
    statuses = [card.status for card in cards]
    conditions = [
        condition_headings(profile, card.conditions, learned)
        for profile, card in zip(profiles, cards, strict=True)
    ]
    treatments = [(*profile.treatments, *profile.broader_treatments) for profile in profiles]
    return TrialTable(
        numbers=np.array([hit.number for hit in hits], dtype=np.uint32),
        points=points(space, [bag_of(hit.texts) for hit in hits]),
        recruiting=np.array([bool(status and status.code == RECRUITING) for status in statuses], dtype=bool),
        conditions=_headed(conditions, names),
        treatments=_headed(treatments, names),
    )


def _headed(lists: list[tuple[str, ...]], names: HeadingNames) -> HeadingSets:
    numbered = [[names.number(name) for name in dict.fromkeys(row)] for row in lists]
    return HeadingSets.of(numbered, len(names))
