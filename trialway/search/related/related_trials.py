"""A trial → everything related to it, for pages, JSON and terminal."""

import math
from collections.abc import Collection
from pathlib import Path
from weakref import WeakKeyDictionary

from msgspec import Struct
from msgspec.structs import replace

from trialway.caches import Cache
from trialway.errors import NotFound
from trialway.places.location import Location
from trialway.search.engine.base import Engine
from trialway.search.engine.reader import open_index
from trialway.search.related.mentioned_trials import MentionedTrial, mentioned_trials
from trialway.search.related.nearest_open_site import nearest_open
from trialway.search.related.neighbours import Neighbour, neighbours
from trialway.search.related.reader import open_columns
from trialway.search.related.topic_columns import TopicColumns
from trialway.trial import Trial

# So many times more are looked at when the nearest of them are wanted.
MORE = 4
# Whoever reads a trial turns from its page for patients to the others, and each asks for the same.
MOST_KEPT = 500
_Key = tuple[Engine, int, int, bool, frozenset[int]]
_kept: WeakKeyDictionary[TopicColumns, Cache[_Key, tuple[Neighbour, ...]]] = WeakKeyDictionary()
_mentioned: WeakKeyDictionary[Engine, Cache[tuple[int, int], tuple[MentionedTrial, ...]]] = (
    WeakKeyDictionary()
)


class Related(Struct, frozen=True):
    """``recruiting``: trials on the same condition that say they recruit; ``similar``: the most alike,
    whatever their status; ``linked``: studies that a record names, in none of the other lists."""

    recruiting: tuple[Neighbour, ...] = ()
    similar: tuple[Neighbour, ...] = ()
    linked: tuple[MentionedTrial, ...] = ()


def related_to(
    folder: Path, trial: Trial, most: int = 8, spot: Location | None = None, within: float | None = None
) -> Related:
    """At most ``most`` of each kind; nothing while there is no index, StoreDamaged when it cannot be used.

    From ``spot`` the nearest recruiting ones of those most alike come first; ``within`` so many kilometres no
    others do.
    """
    try:
        engine = open_index(folder)
    except NotFound:
        return Related()
    kept = _mentioned.get(engine)
    if kept is None:
        kept = _mentioned.setdefault(engine, Cache("mentioned trials", MOST_KEPT))
    named = kept.get_or_make((trial.number, trial.change), lambda: mentioned_trials(engine, trial))
    columns = open_columns(folder)
    if columns is None:
        return Related(linked=named)
    without = {study.card.number for study in named if study.card}
    wanted = most if spot is None else MORE * most
    recruiting = _neighbours(engine, columns, trial.number, wanted, without, recruiting=True)
    return Related(
        recruiting=_near(engine, recruiting, spot, within)[:most] if spot else recruiting,
        similar=_neighbours(engine, columns, trial.number, most, without, recruiting=False),
        linked=named,
    )


def _neighbours(
    engine: Engine,
    columns: TopicColumns,
    number: int,
    most: int,
    without: Collection[int],
    *,
    recruiting: bool,
) -> tuple[Neighbour, ...]:
    """Those found before, for as long as neither engine nor columns change."""
    key = (engine, number, most, recruiting, frozenset(without))
    kept = _kept.get(columns)
    if kept is None:
        kept = _kept.setdefault(columns, Cache("related trials", MOST_KEPT))
    return kept.get_or_make(
        key, lambda: neighbours(engine, columns, number, most, recruiting=recruiting, without=without)
    )


def _near(
    engine: Engine, found: tuple[Neighbour, ...], spot: Location, within: float | None
) -> tuple[Neighbour, ...]:
    """The nearest first; those whose places nobody can place stay last, in their order."""
    if engine.columns is None:
        return found
    away = nearest_open(engine.columns, [one.card.number for one in found], spot.lat, spot.lon)
    measured = [replace(one, km=away.get(one.card.number)) for one in found]
    if within is not None:
        measured = [one for one in measured if one.km is not None and one.km <= within]
    return tuple(sorted(measured, key=lambda one: math.inf if one.km is None else one.km))
