"""A trial → the trials most like it, each with the reasons."""

from collections.abc import Collection, Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from trialway.search.document.result_summary import ResultSummary
from trialway.search.engine.base import Engine
from trialway.search.engine.hit import Hit
from trialway.search.query.query import Filter
from trialway.search.related.build import RECRUITING
from trialway.search.related.nearest_trials import by_headings, by_words
from trialway.search.related.reasons import (
    MOST_NAMED,
    SAME_CONDITION,
    TELLING,
    Reason,
    own_words,
    reasons,
    shared_words,
)
from trialway.search.related.score_adjustments import (
    LOST,
    LOST_OF_RECRUITING,
    adjust_scores,
    maximal_marginal_relevance,
    prefer_same_participants,
    reciprocal_rank_fusion,
)
from trialway.search.related.topic_columns import TopicColumns

# So many of each part are fused, so many of the fused are chosen from.
_POOL = 60
_CHOICE = 40


class Neighbour(Struct, frozen=True):
    """A trial like another, and what they share; the most telling reason first. ``km``: how far its nearest
    place that recruits is from where the reader is, when that is known."""

    card: ResultSummary
    reasons: tuple[Reason, ...]
    km: float | None = None


def neighbours(
    engine: Engine,
    columns: TopicColumns,
    number: int,
    most: int = 8,
    *,
    recruiting: bool = False,
    without: Collection[int] = (),
) -> tuple[Neighbour, ...]:
    """At most ``most``, the most alike first.

    ``recruiting``: only trials on the same condition that say they recruit. ``without``: numbers told
    elsewhere. A trial that shares nothing that can be named is no neighbour; one that shares words alone
    stands behind the others.
    """
    own = engine.fetch([number]).get(number)
    if own is None or columns.row(number) is None:
        return ()
    scores = reciprocal_rank_fusion(parts(engine, columns, number, recruiting=recruiting))
    if engine.columns is not None and len(engine.columns.number):
        scores = adjust_scores(engine.columns, number, scores, LOST_OF_RECRUITING if recruiting else LOST)
        if recruiting:
            scores = prefer_same_participants(engine.columns, engine.codebook, number, scores)
    chosen = dict([item for item in scores.items() if item[0] not in without][:_CHOICE])
    # Who looks for another trial has the same disease; who studies a medicine looks at others too.
    needed = SAME_CONDITION if recruiting else TELLING
    found: list[Neighbour] = []
    unnamed: list[Neighbour] = []
    for other, hit in engine.fetch(maximal_marginal_relevance(columns, chosen, _CHOICE)).items():
        one = Neighbour(hit.card, reasons(own, hit, _headings(columns, number, other)))
        (found if needed & {reason.kind for reason in one.reasons} else unnamed).append(one)
        if len(found) == most:
            return tuple(found)
    return tuple(found if recruiting else (*found, *_by_words(engine, own, unnamed))[:most])


def _by_words(engine: Engine, own: Hit, others: Iterable[Neighbour]) -> Iterator[Neighbour]:
    """Those that share telling words at least."""
    mine = own_words(own)
    for other in others:
        if words := shared_words(engine, mine, other.card):
            yield replace(other, reasons=(*other.reasons, Reason("words", words[:MOST_NAMED])))


def _headings(columns: TopicColumns, own: int, other: int) -> list[str]:
    """Of conditions that both carry or stand under, borrowed ones too, the rarest first."""
    rows = columns.row(own), columns.row(other)
    if rows[0] is None or rows[1] is None:
        return []
    return [columns.names.names[heading] for heading in columns.table.conditions.shared(rows[0], rows[1])]


def parts(engine: Engine, columns: TopicColumns, number: int, *, recruiting: bool = False) -> list[list[int]]:
    """What each way of looking finds alone: the same words, words that mean the same, the same headings."""
    filters = (Filter("status", (RECRUITING,)),) if recruiting else ()
    alike = [engine.similar(number, _POOL, filters)]
    row = columns.row(number)
    if row is not None:
        alike += [by_words(columns, row, _POOL, recruiting), by_headings(columns, row, _POOL, recruiting)]
    return alike
