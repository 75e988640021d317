"""The answer to a Query, one for page, JSON and terminal: SearchPlan ─engine▶ **Answer** ─▶ presenters.

The engine is asked once for the page of hits, and once more for all alternatives where few trials match.
"""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from trialway.places.lookup import PlaceLookup, find_place
from trialway.search.document.identifiers import looks_like_identifier, registry_number
from trialway.search.document.result_summary import ResultSummary
from trialway.search.document.sites import TIERS, ShownSite
from trialway.search.engine.base import NAME_SCORE, Engine
from trialway.search.engine.hit import Hit
from trialway.search.interpretation.interpret import Interpretation
from trialway.search.language.expansion import AddedSynonyms, expand_query
from trialway.search.query.query import DEEPEST_HIT, PER_PAGE, Near, Query, QueryProblem
from trialway.search.query.syntax_tree import to_syntax
from trialway.search.results.alternatives import Alternatives, find_alternatives
from trialway.search.results.facet_options import FacetAnswer, facet_options
from trialway.search.results.nearest_matches import ClosestHits
from trialway.search.results.plan import SearchPlan, on_last_page, plan_search
from trialway.search.results.relaxations import Offer
from trialway.search.results.snippets import Snippet, snippets
from trialway.search.results.wider_radius import BeyondRadius, Wider


class ShownQuery(Struct, frozen=True):
    """The query as it was understood: ``words`` in full syntax, and the order that takes effect."""

    typed: str
    words: str | None
    filters: dict[str, tuple[str, ...]]
    order: str
    page: int
    per_page: int
    near: Near | None = None


class MatchedSite(Struct, frozen=True):
    """The best site of a hit that fits. ``group`` is one of sites.TIERS; ``km`` is None when nobody asked for
    a distance."""

    site: ShownSite
    group: str
    km: float | None


class Result(Struct, frozen=True):
    """A hit: its card, its score (None when sorted by date), why it matched (empty without words), and its
    best site when something was asked of sites."""

    card: ResultSummary
    score: float | None
    why: tuple[Snippet, ...]
    site: MatchedSite | None = None


class WiderRadius(Struct, frozen=True):
    """The nearest trials when none is near enough, and searches that find some: address and number."""

    hits: tuple[Result, ...]
    wider: tuple[Wider, ...]
    any_status: Wider | None


class NearestMatches(Struct, frozen=True):
    """Trials next to a search that finds none: without what the ``offer`` gives up, or with most words."""

    hits: tuple[Result, ...]
    offer: Offer | None = None


class Answer(Struct, frozen=True):
    """``pages`` counts those that can be turned to. ``problems`` say what was left out of the query,
    ``guidance`` what to try when nothing was found, ``beyond`` what is farther away then, ``closest`` what is
    most like it where no distance was asked. ``where`` is what became of a place that was typed. ``goes_to``
    is the slug of the one trial whose number was typed, else None. ``readings``: what was taken out of a
    sentence as filters. ``added``: other words that were searched for too. ``offers``: other searches when
    few or none were found. ``unknown_numbers``: asked-for numbers that no trial here has."""

    query: ShownQuery
    total: int
    pages: int
    hits: tuple[Result, ...]
    facets: tuple[FacetAnswer, ...] = ()
    problems: tuple[QueryProblem, ...] = ()
    guidance: tuple[str, ...] = ()
    goes_to: str | None = None
    readings: tuple[Interpretation, ...] = ()
    added: tuple[AddedSynonyms, ...] = ()
    offers: tuple[Offer, ...] = ()
    unknown_numbers: tuple[str, ...] = ()
    where: PlaceLookup | None = None
    beyond: WiderRadius | None = None
    closest: NearestMatches | None = None


def answer(
    engine: Engine,
    query: Query,
    *,
    per_page: int = PER_PAGE,
    facets: Iterable[str] | None = None,
    problems: Sequence[QueryProblem] = (),
    readings: tuple[Interpretation, ...] = (),
    where: PlaceLookup | None = None,
    alternatives: bool = True,
) -> Answer:
    """Ask the engine for one page of hits.

    ``problems`` are those found while the query was read; they come first in the answer. ``facets`` are to
    be counted; None stands for those that a page shows. Without ``alternatives`` a search that finds little
    is left at that.
    """
    plan = plan_search(engine, query, per_page=per_page, facets=facets, problems=problems)
    (matched,) = engine.match_many([plan.request])
    pages = -(-min(matched.total, DEEPEST_HIT) // per_page)
    if plan.query.page > max(pages, 1):
        plan = on_last_page(plan, pages)
        (matched,) = engine.match_many([plan.request]) if matched.total else (matched,)
    others = find_alternatives(engine, plan, matched.total) if alternatives else Alternatives()
    return Answer(
        query=_shown_query(plan),
        total=matched.total,
        pages=pages,
        hits=tuple(_result(hit, plan.expanded) for hit in matched.hits),
        facets=facet_options(engine.codebook, plan.query, matched.counts),
        problems=plan.problems,
        guidance=others.guidance,
        goes_to=_goes_to(plan.query, matched.total, matched.hits),
        readings=readings,
        added=plan.added,
        offers=others.offers,
        unknown_numbers=tuple(number for number in query.numbers if not engine.has_name(number)),
        where=where or _where(plan.query),
        beyond=_beyond(others.beyond, plan.expanded),
        closest=_closest(others.closest),
    )


def every_summary(engine: Engine, query: Query) -> Iterator[ResultSummary]:
    """The cards of all hits in order, at most 10,000, for exports."""
    step = 500
    query = expand_query(engine.words, query).query
    for first in range(0, DEEPEST_HIT, step):
        hits = engine.match(query, first=first, limit=step).hits
        yield from (hit.card for hit in hits)
        if len(hits) < step:
            return


def _result(hit: Hit, query: Query) -> Result:
    why = snippets(query.text, hit.texts) if query.text.tree else ()
    return Result(hit.card, hit.score, why, matched_site(hit))


def matched_site(hit: Hit) -> MatchedSite | None:
    """The best site of a hit, when something was asked of sites."""
    best = hit.nearest
    return MatchedSite(hit.site(best.at), TIERS[best.tier], best.km) if best else None


def _beyond(found: BeyondRadius | None, query: Query) -> WiderRadius | None:
    if found is None:
        return None
    return WiderRadius(tuple(_result(hit, query) for hit in found.hits), found.wider, found.any_status)


def _closest(found: ClosestHits | None) -> NearestMatches | None:
    if found is None:
        return None
    return NearestMatches(tuple(_result(hit, found.query) for hit in found.hits), found.offer)


def _shown_query(plan: SearchPlan) -> ShownQuery:
    query, tree = plan.query, plan.query.text.tree
    filters = {item.facet: item.codes for item in query.filters}
    words = to_syntax(tree) if tree else None
    return ShownQuery(query.text.typed, words, filters, query.order, query.page, plan.per_page, query.near)


def _where(query: Query) -> PlaceLookup | None:
    return find_place(query.near.place) if query.near and query.near.place else None


def _goes_to(query: Query, total: int, hits: Sequence[Hit]) -> str | None:
    """A registry's number is its own trial's though others mention it; another number must find one trial
    alone."""
    if query != replace(Query(), text=query.text, expand=query.expand, plain=query.plain):
        return None
    typed = query.text.typed
    named = [hit.card for hit in hits if (hit.score or 0) >= NAME_SCORE]
    if registry_number(typed):
        own = [card for card in named if registry_number(typed) in {card.slug, card.record_id}]
        return own[0].slug if own else named[0].slug if len(named) == 1 else None
    if total == len(named) == 1 and looks_like_identifier(typed):
        return named[0].slug
    return None
