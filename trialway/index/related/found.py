"""All that is related to one trial, for pages, JSON and terminal: trial ─▶ **Related** ─▶ presenters."""

from pathlib import Path

from msgspec import Struct

from trialway.errors import NotFound, StoreDamaged
from trialway.index.linked import Linked, linked
from trialway.index.opening import open_index
from trialway.index.related.neighbours import Neighbour, neighbours
from trialway.index.related.opening import open_columns
from trialway.trial import Trial


class Related(Struct, frozen=True):
    """``recruiting``: trials on the same condition that say they recruit; ``similar``: the most alike,
    whatever their status; ``linked``: studies that a record names, in none of the other lists."""

    recruiting: tuple[Neighbour, ...] = ()
    similar: tuple[Neighbour, ...] = ()
    linked: tuple[Linked, ...] = ()


def related_to(folder: Path, trial: Trial, most: int = 8) -> Related:
    """At most ``most`` of each kind; nothing while there is no index."""
    try:
        engine = open_index(folder)
    except (NotFound, StoreDamaged):
        return Related()
    named = linked(engine, trial)
    columns = open_columns(folder)
    if columns is None:
        return Related(linked=named)
    without = {study.card.number for study in named if study.card}
    return Related(
        recruiting=neighbours(engine, columns, trial.number, most, recruiting=True, without=without),
        similar=neighbours(engine, columns, trial.number, most, without=without),
        linked=named,
    )
