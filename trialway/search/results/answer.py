"""The answer to a Query, one for page, JSON and terminal: Query ─▶ engine ─▶ **Answer** ─▶ presenters."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from trialway.places.reading import Where, find_place
from trialway.search.document.facets import SHOWN
from trialway.search.document.identifiers import as_name, looks_like_identifier, registry_number
from trialway.search.document.result_summary import ResultSummary
from trialway.search.document.sites import TIERS, ShownSite
from trialway.search.engine.hit import Hit
from trialway.search.interpretation.interpret import Interpretation
from trialway.search.language.expansion import AddedSynonyms
from trialway.search.language.spelling import DOUBTFUL, correct_spelling
from trialway.search.query.fielded_text import has_no_syntax
from trialway.search.query.query import (
    DEEPEST_HIT,
    PER_PAGE,
    Near,
    Query,
    QueryProblem,
)
from trialway.search.query.syntax_tree import to_syntax
from trialway.search.results.expand_query import count_matches, expand_query
from trialway.search.results.facet_options import FacetAnswer, facet_options, unknown_codes
from trialway.search.results.guidance import guidance
from trialway.search.results.nearest_matches import closest_hits
from trialway.search.results.relaxations import FEW, Offer, relaxations
from trialway.search.results.snippets import Snippet, snippets
from trialway.search.results.wider_radius import Wider, beyond_radius
from trialway.search.tantivy_engine.engine import TantivyEngine
from trialway.search.tantivy_engine.query_builder import NAME_SCORE


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
    where: Where | None = None
    beyond: WiderRadius | None = None
    closest: NearestMatches | None = None


def facets_for(query: Query) -> tuple[str, ...]:
    """What is shown unless asked otherwise: regions within a chosen country, cities within a chosen region or
    near a point, and what is said of the places when places matter."""
    country, region = bool(query.chosen("country")), bool(query.chosen("region"))
    near = query.near is not None
    wanted = {
        "region": country,
        "city": region or near,
        "site_status": near or bool(query.chosen("site_status")),
    }
    added = [facet for facet, shown in wanted.items() if shown or query.chosen(facet)]
    at = SHOWN.index("country") + 1
    return (*SHOWN[:at], *added, *SHOWN[at:])


def answer(
    engine: TantivyEngine,
    query: Query,
    *,
    per_page: int = PER_PAGE,
    facets: Iterable[str] | None = None,
    problems: Sequence[QueryProblem] = (),
    readings: tuple[Interpretation, ...] = (),
    where: Where | None = None,
) -> Answer:
    """Ask the engine. ``problems`` are those found while the query was read; they come first in the
    answer."""
    found = [*problems, *unknown_codes(engine.codebook, query)]
    facets = facets_for(query) if facets is None else tuple(facets)
    query = _within_reach(query, per_page, found)
    wide = expand_query(engine, query)
    matched = engine.match(wide.query, first=(query.page - 1) * per_page, most=per_page, facets=facets)
    pages = -(-min(matched.total, DEEPEST_HIT) // per_page)
    if query.page > max(pages, 1):
        found.append(_beyond(query.page, pages))
        query = query.with_page(max(pages, 1))
        wide = expand_query(engine, query)
        matched = engine.match(wide.query, first=(query.page - 1) * per_page, most=per_page, facets=facets)
    offers = _offers(engine, query, matched.total) if matched.total < DOUBTFUL else ()
    return Answer(
        query=_asked(query, per_page),
        total=matched.total,
        pages=pages,
        hits=tuple(_found(hit, wide.query) for hit in matched.hits),
        facets=facet_options(engine.codebook, query, matched.counts),
        problems=tuple(found),
        guidance=() if matched.total else guidance(engine, query),
        goes_to=_goes_to(query, matched.total, matched.hits),
        readings=readings,
        added=wide.added,
        offers=offers,
        unknown_numbers=tuple(number for number in query.numbers if not engine.words.has_name(number)),
        where=where or (find_place(query.near.place) if query.near and query.near.place else None),
        beyond=None if matched.total else _beyond_reach(engine, wide.query),
        closest=None if matched.total or query.near else _close(engine, query, offers),
    )


def every_summary(engine: TantivyEngine, query: Query) -> Iterator[ResultSummary]:
    """The cards of all hits in order, at most 10,000, for exports."""
    step = 500
    query = expand_query(engine, query).query
    for first in range(0, DEEPEST_HIT, step):
        hits = engine.match(query, first=first, most=step).hits
        yield from (hit.card for hit in hits)
        if len(hits) < step:
            return


def _found(hit: Hit, query: Query) -> Result:
    why = snippets(query.text, hit.texts) if query.text.tree else ()
    return Result(hit.card, hit.score, why, matched_site(hit))


def matched_site(hit: Hit) -> MatchedSite | None:
    """The best site of a hit, when something was asked of sites."""
    best = hit.nearest
    return MatchedSite(hit.site(best.at), TIERS[best.tier], best.km) if best else None


def _beyond_reach(engine: TantivyEngine, query: Query) -> WiderRadius | None:
    found = beyond_radius(engine, query)
    if found is None:
        return None
    return WiderRadius(tuple(_found(hit, query) for hit in found.hits), found.wider, found.any_status)


def _close(engine: TantivyEngine, query: Query, offers: Sequence[Offer]) -> NearestMatches | None:
    meant = bool(offers) and offers[0].kind == "spelling"
    if meant or query.numbers or registry_number(query.text.typed):
        return None
    found = closest_hits(engine, query, offers)
    return (
        NearestMatches(tuple(_found(hit, found.query) for hit in found.hits), found.offer) if found else None
    )


def _offers(engine: TantivyEngine, query: Query, found: int) -> tuple[Offer, ...]:
    """A slip of spelling before all else, then what can be given up."""
    if registry_number(query.text.typed):
        return ()
    other = None
    named = engine.words.has_name(as_name(query.text.typed))
    if query.text.tree is not None and not named and has_no_syntax(query.text.typed):
        other = correct_spelling(
            query.text.typed,
            query.text.tree,
            engine.words.spellings,
            engine.words.occurs,
            lambda typed: count_matches(engine, query.with_text(typed)),
            found,
        )
    spelled = (
        [Offer("spelling", other[0], other[1], query.with_text(other[0]).query_string())] if other else []
    )
    if found >= FEW:
        return tuple(spelled)
    return (*spelled, *relaxations(query, found, lambda each: count_matches(engine, each)))


def _asked(query: Query, per_page: int) -> ShownQuery:
    tree = query.text.tree
    filters = {item.facet: item.codes for item in query.filters}
    words = to_syntax(tree) if tree else None
    return ShownQuery(query.text.typed, words, filters, query.order, query.page, per_page, query.near)


def _within_reach(query: Query, per_page: int, problems: list[QueryProblem]) -> Query:
    last = DEEPEST_HIT // per_page
    if query.page <= last:
        return query
    sentence = f"Only the first {DEEPEST_HIT:,} hits can be turned to; add a word or a filter."
    problems.append(QueryProblem("page", sentence))
    return query.with_page(last)


def _beyond(page: int, pages: int) -> QueryProblem:
    return QueryProblem("page", f"There is no page {page}; the last one, {max(pages, 1)}, is shown instead.")


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
