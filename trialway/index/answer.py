"""The answer to a Query, one for page, JSON and terminal: Query ─▶ engine ─▶ **Answer** ─▶ presenters."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from trialway.index.cards import Card
from trialway.index.choices import FacetAnswer, choices, unknown_codes
from trialway.index.compiling import NAME_SCORE
from trialway.index.engine import Engine, Hit
from trialway.index.excerpts import Excerpt, excerpts
from trialway.index.facets import SHOWN
from trialway.index.farther import Wider, farther
from trialway.index.guidance import guidance
from trialway.index.identifiers import looks_like_identifier, registry_number
from trialway.index.query import DEEPEST_HIT, PER_PAGE, Near, Query, QueryProblem
from trialway.index.sites import TIERS, ShownSite
from trialway.index.tree import written
from trialway.places.reading import Where, find_place


class Asked(Struct, frozen=True):
    """The query as it was understood: ``words`` in full syntax, and the order that takes effect."""

    typed: str
    words: str | None
    filters: dict[str, tuple[str, ...]]
    order: str
    page: int
    per_page: int
    near: Near | None = None


class FoundSite(Struct, frozen=True):
    """The best site of a hit that fits. ``group`` is one of sites.TIERS; ``km`` is None when nobody asked for
    a distance."""

    site: ShownSite
    group: str
    km: float | None


class Found(Struct, frozen=True):
    """A hit: its card, its score (None when sorted by date), why it matched (empty without words), and its
    best site when something was asked of sites."""

    card: Card
    score: float | None
    why: tuple[Excerpt, ...]
    site: FoundSite | None = None


class Beyond(Struct, frozen=True):
    """The nearest trials when none is near enough, and searches that find some: address and number."""

    hits: tuple[Found, ...]
    wider: tuple[Wider, ...]
    any_status: Wider | None


class Answer(Struct, frozen=True):
    """``pages`` counts those that can be turned to. ``problems`` say what was left out of the query,
    ``guidance`` what to try when nothing was found, ``beyond`` what is farther away then. ``where`` is what
    became of a place that was typed. ``goes_to`` is the slug of the one trial whose number was typed, else
    None."""

    query: Asked
    total: int
    pages: int
    hits: tuple[Found, ...]
    facets: tuple[FacetAnswer, ...] = ()
    problems: tuple[QueryProblem, ...] = ()
    guidance: tuple[str, ...] = ()
    goes_to: str | None = None
    where: Where | None = None
    beyond: Beyond | None = None


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
    engine: Engine,
    query: Query,
    *,
    per_page: int = PER_PAGE,
    facets: Iterable[str] | None = None,
    problems: Sequence[QueryProblem] = (),
    where: Where | None = None,
) -> Answer:
    """Ask the engine. ``problems`` are those found while the query was read; they come first in the
    answer."""
    found = [*problems, *unknown_codes(engine.codebook, query)]
    facets = facets_for(query) if facets is None else tuple(facets)
    query = _within_reach(query, per_page, found)
    matched = engine.match(query, first=(query.page - 1) * per_page, most=per_page, facets=facets)
    pages = -(-min(matched.total, DEEPEST_HIT) // per_page)
    if query.page > max(pages, 1):
        found.append(_beyond(query.page, pages))
        query = query.with_page(max(pages, 1))
        matched = engine.match(query, first=(query.page - 1) * per_page, most=per_page, facets=facets)
    return Answer(
        query=_asked(query, per_page),
        total=matched.total,
        pages=pages,
        hits=tuple(_found(hit, query) for hit in matched.hits),
        facets=choices(engine.codebook, query, matched.counts),
        problems=tuple(found),
        guidance=() if matched.total else guidance(engine, query),
        goes_to=_goes_to(query, matched.total, matched.hits),
        where=where or (find_place(query.near.place) if query.near and query.near.place else None),
        beyond=None if matched.total else _beyond_reach(engine, query),
    )


def every_card(engine: Engine, query: Query) -> Iterator[Card]:
    """The cards of all hits in order, at most 10,000, for exports."""
    step = 500
    for first in range(0, DEEPEST_HIT, step):
        hits = engine.match(query, first=first, most=step).hits
        yield from (hit.card for hit in hits)
        if len(hits) < step:
            return


def _found(hit: Hit, query: Query) -> Found:
    why = excerpts(query.text, hit.texts) if query.text.tree else ()
    return Found(hit.card, hit.score, why, _site(hit))


def _site(hit: Hit) -> FoundSite | None:
    best = hit.nearest
    return FoundSite(hit.sites[best.at], TIERS[best.tier], best.km) if best else None


def _beyond_reach(engine: Engine, query: Query) -> Beyond | None:
    found = farther(engine, query)
    if found is None:
        return None
    return Beyond(tuple(_found(hit, query) for hit in found.hits), found.wider, found.any_status)


def _asked(query: Query, per_page: int) -> Asked:
    tree = query.text.tree
    filters = {item.facet: item.codes for item in query.filters}
    words = written(tree) if tree else None
    return Asked(query.text.typed, words, filters, query.order, query.page, per_page, query.near)


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
    if query != replace(Query(), text=query.text):
        return None
    typed = query.text.typed
    named = [hit.card for hit in hits if (hit.score or 0) >= NAME_SCORE]
    if registry_number(typed):
        own = [card for card in named if registry_number(typed) in {card.slug, card.record_id}]
        return own[0].slug if own else named[0].slug if len(named) == 1 else None
    if total == len(named) == 1 and looks_like_identifier(typed):
        return named[0].slug
    return None
