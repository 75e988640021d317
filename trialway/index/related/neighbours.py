"""The trials most like one, each with the reasons why: engine and columns ─▶ **neighbours** ─▶ presenters."""

from collections.abc import Collection

from msgspec import Struct

from trialway.index.cards import Card
from trialway.index.engine import Engine
from trialway.index.query import Filter
from trialway.index.related.build import RECRUITING
from trialway.index.related.columns import Columns
from trialway.index.related.fusing import diverse, fused
from trialway.index.related.nearest import by_headings, by_words
from trialway.index.related.reasons import SAME_CONDITION, TELLING, Reason, reasons

# So many of each part are fused, so many of the fused are chosen from.
_POOL = 60
_CHOICE = 40


class Neighbour(Struct, frozen=True):
    """A trial like another, and what they share; the most telling reason first. ``km``: how far its nearest
    place that recruits is from where the reader is, when that is known."""

    card: Card
    reasons: tuple[Reason, ...]
    km: float | None = None


def neighbours(
    engine: Engine,
    columns: Columns,
    number: int,
    most: int = 8,
    *,
    recruiting: bool = False,
    without: Collection[int] = (),
) -> tuple[Neighbour, ...]:
    """At most ``most``, the most alike first.

    ``recruiting``: only trials on the same condition that say they recruit. ``without``: numbers told
    elsewhere. A trial that shares nothing that can be named is no neighbour.
    """
    own, row = engine.hit(number), columns.row(number)
    if own is None or row is None:
        return ()
    scores = fused(parts(engine, columns, number, recruiting=recruiting))
    chosen = dict([item for item in scores.items() if item[0] not in without][:_CHOICE])
    # Who looks for another trial has the same disease; who studies a medicine looks at others too.
    needed = SAME_CONDITION if recruiting else TELLING
    found: list[Neighbour] = []
    for other in diverse(columns, chosen, _CHOICE):
        hit = engine.hit(other)
        shared = reasons(own, hit, _headings(columns, row, other)) if hit else ()
        if hit and needed & {reason.kind for reason in shared}:
            found.append(Neighbour(hit.card, shared))
        if len(found) == most:
            break
    return tuple(found)


def _headings(columns: Columns, row: int, other: int) -> list[str]:
    at = columns.row(other)
    return (
        [columns.names.names[heading] for heading in columns.table.conditions.shared(row, at)]
        if at is not None
        else []
    )


def parts(engine: Engine, columns: Columns, number: int, *, recruiting: bool = False) -> list[list[int]]:
    """What each way of looking finds alone: the same words, words that mean the same, the same headings."""
    filters = (Filter("status", (RECRUITING,)),) if recruiting else ()
    alike = [engine.similar(number, _POOL, filters)]
    row = columns.row(number)
    if row is not None:
        alike += [by_words(columns, row, _POOL, recruiting), by_headings(columns, row, _POOL, recruiting)]
    return alike
