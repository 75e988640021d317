"""Other searches for one that finds little: SearchPlan ─▶ one Batch of queries ─▶ **Alternatives** ─▶ Answer.

A slip of the keyboard, what can be given up, what lies farther away, what comes closest, and what to try.
All that has to be counted is asked of the engine in one call.
"""

from msgspec import Struct

from trialway.search.document.identifiers import as_name, registry_number
from trialway.search.engine.base import Engine
from trialway.search.language.spelling import (
    DOUBTFUL,
    Misspelling,
    best_correction,
    find_misspelling,
)
from trialway.search.query.fielded_text import has_no_syntax
from trialway.search.query.query import Query
from trialway.search.results.batch import Batch
from trialway.search.results.guidance import NOTHING_LOADED, guidance, guidance_queries, no_such_number
from trialway.search.results.nearest_matches import ClosestHits, add_weaker_queries, closest_hits
from trialway.search.results.plan import SearchPlan
from trialway.search.results.relaxations import FEW, Offer, Relaxation, relaxation_offers, relaxations
from trialway.search.results.wider_radius import BeyondRadius, add_wider_queries, beyond_radius


class Alternatives(Struct, frozen=True):
    """``offers``: other searches that find more; ``guidance``: sentences. ``beyond`` and ``closest`` show
    hits, and only where nothing was found."""

    offers: tuple[Offer, ...] = ()
    guidance: tuple[str, ...] = ()
    beyond: BeyondRadius | None = None
    closest: ClosestHits | None = None


def find_alternatives(engine: Engine, plan: SearchPlan, found: int) -> Alternatives:
    """None at all where ``found`` is enough."""
    if found >= DOUBTFUL:
        return Alternatives()
    query, number = plan.query, registry_number(plan.query.text.typed)
    misspelling = None if number else _misspelling(engine, query)
    relaxed = [] if number or found >= FEW else list(relaxations(query))
    batch = Batch(engine)
    _add_all(batch, plan, misspelling, relaxed, nothing=not found)
    batch.run()
    offers = (*_spelling_offer(query, misspelling, found, batch), *relaxation_offers(relaxed, found, batch))
    if found:
        return Alternatives(offers)
    beyond = beyond_radius(plan.expanded, batch)
    if number:
        return Alternatives(guidance=(no_such_number(number),), beyond=beyond)
    if not len(engine):
        return Alternatives(offers, (NOTHING_LOADED,), beyond)
    sentences = tuple(guidance(query, batch))
    is_respelled = bool(offers) and offers[0].kind == "spelling"
    searched = query.near is None and not query.numbers and not is_respelled
    closest = closest_hits(plan.expanded, relaxed, offers, batch) if searched else None
    return Alternatives(offers, sentences, beyond, closest)


def _add_all(
    batch: Batch,
    plan: SearchPlan,
    misspelling: Misspelling | None,
    relaxed: list[Relaxation],
    *,
    nothing: bool,
) -> None:
    """Everything that may have to be counted or shown; ``nothing``: the search finds none."""
    if misspelling:
        batch.add(plan.query.with_text(text) for text in misspelling.texts)
    batch.add(one.query for one in relaxed)
    if nothing:
        batch.add(guidance_queries(plan.query))
        add_wider_queries(plan.expanded, batch)
        if plan.query.near is None:
            add_weaker_queries(plan.expanded, relaxed, batch)


def _misspelling(engine: Engine, query: Query) -> Misspelling | None:
    """None for what cannot be a slip: syntax, or the name of a trial."""
    typed, tree = query.text.typed, query.text.tree
    if tree is None or not has_no_syntax(typed) or engine.has_name(as_name(typed)):
        return None
    return find_misspelling(typed, tree, engine.words.spellings, engine.words.occurs)


def _spelling_offer(query: Query, misspelling: Misspelling | None, found: int, batch: Batch) -> list[Offer]:
    if misspelling is None:
        return []
    totals = {text: batch.total(query.with_text(text)) for text in misspelling.texts}
    best = best_correction(misspelling, totals, found)
    return [Offer("spelling", best, totals[best], query.with_text(best).query_string())] if best else []
