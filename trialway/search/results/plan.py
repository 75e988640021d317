"""One search made ready for the engine: interpreted query ─expand▶ **SearchPlan** ─▶ answer.py."""

from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from trialway.search.document.facets import SHOWN
from trialway.search.engine.base import Engine, MatchRequest
from trialway.search.language.expansion import AddedSynonyms, expand_query
from trialway.search.query.query import DEEPEST_HIT, PER_PAGE, Query, QueryProblem
from trialway.search.results.facet_options import unknown_codes


class SearchPlan(Struct, frozen=True):
    """``query`` as it was understood, ``expanded`` as the engine is asked, with the synonyms in ``added``.

    ``problems`` say what was left out of the query, those found while it was read first.
    """

    query: Query
    expanded: Query
    added: tuple[AddedSynonyms, ...]
    facets: tuple[str, ...]
    per_page: int
    problems: tuple[QueryProblem, ...]

    @property
    def request(self) -> MatchRequest:
        """The page of hits that was asked for, with the counts of the facets."""
        first = (self.query.page - 1) * self.per_page
        return MatchRequest(self.expanded, first, self.per_page, self.facets)


def plan_search(
    engine: Engine,
    query: Query,
    *,
    per_page: int = PER_PAGE,
    facets: Iterable[str] | None = None,
    problems: Sequence[QueryProblem] = (),
) -> SearchPlan:
    """``facets`` are those to count; None stands for those that a page of hits shows."""
    found = [*problems, *unknown_codes(engine.codebook, query)]
    last = DEEPEST_HIT // per_page
    if query.page > last:
        sentence = f"Only the first {DEEPEST_HIT:,} hits can be turned to; add a word or a filter."
        found.append(QueryProblem("page", sentence))
        query = query.with_page(last)
    counted = shown_facets(query) if facets is None else tuple(facets)
    expanded = expand_query(engine.words, query)
    return SearchPlan(query, expanded.query, expanded.added, counted, per_page, tuple(found))


def on_last_page(plan: SearchPlan, pages: int) -> SearchPlan:
    """The plan for the last of ``pages``, for a query that asks for a later one."""
    sentence = f"There is no page {plan.query.page}; the last one, {max(pages, 1)}, is shown instead."
    query = plan.query.with_page(max(pages, 1))
    return replace(plan, query=query, problems=(*plan.problems, QueryProblem("page", sentence)))


def shown_facets(query: Query) -> tuple[str, ...]:
    """Facets beside a list of hits: regions within a chosen country, cities within a chosen region or near a
    point, the status of sites where something is asked of sites."""
    country, region = bool(query.chosen("country")), bool(query.chosen("region"))
    near = query.near is not None
    wanted = {
        "region": country,
        "city": region or near,
        "site_status": near,
    }
    added = [facet for facet, shown in wanted.items() if shown or query.chosen(facet)]
    after = SHOWN.index("country") + 1
    return (*SHOWN[:after], *added, *SHOWN[after:])
