"""All ways to narrow a search down on one page: address ─▶ Query ─index▶ Answer ─presenter▶ form."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from trialway.presenters.search_form import ValueSearch, search_form_page
from trialway.presenters.value_lists import found_facet, listed_facet
from trialway.search.document.facets import FACETS, PLACES
from trialway.search.engine.base import Engine
from trialway.search.interpretation.interpret_request import interpret_request
from trialway.search.language.expansion import expand_query
from trialway.search.query.query import Query
from trialway.search.results.answer import answer
from trialway.search.results.facet_value_search import FacetValueMatches, long_facets, search_facet_values
from trialway.search.results.plan import shown_facets
from trialway.site.index_state import index_state
from trialway.site.page_context import page_context, render_page, respond
from trialway.site.search_index import search_engine

LONGEST = 60


@require_safe
def search_form(request: HttpRequest) -> HttpResponse:
    """The form filled in with what was asked for so far, and counts of what it finds."""
    engine = search_engine()
    frame = page_context(request)
    typed, where = _looked_for(request)

    def make() -> HttpResponse:
        question = interpret_request(engine, request.META.get("QUERY_STRING", ""))
        query = question.query
        found = answer(
            engine,
            query,
            per_page=1,
            facets=_counted(query),
            problems=question.problems,
            alternatives=False,
        )
        looked = ValueSearch(typed, where, _found(engine, query, typed, where))
        years = engine.count_years(expand_query(engine.words, query).query)
        shown = search_form_page(question, found, years, looked)
        return render_page(request, "search_form.jinja", frame, {"page": shown})

    return respond(request, make, index_state(), request.META["QUERY_STRING"], frame)


@require_safe
def search_values(request: HttpRequest) -> HttpResponse:
    """One long list alone, for the page that asks while somebody types."""
    engine = search_engine()
    typed, where = _looked_for(request)

    def make() -> HttpResponse:
        query = interpret_request(engine, request.META.get("QUERY_STRING", "")).query
        if not where:
            return HttpResponse(b"", content_type="text/html")
        if typed:
            facet = found_facet(typed, search_facet_values(engine, query, [where], typed)[where])
        else:
            facets = [where] if where in _counted(query) else []
            found = answer(engine, query, per_page=1, facets=facets, alternatives=False).facets
            facet = listed_facet(where, found[0] if found else None)
        return render_page(request, "parts/values.jinja", page_context(request), {"facet": facet})

    return respond(request, make, index_state(), request.META["QUERY_STRING"])


def _counted(query: Query) -> list[str]:
    """Regions and towns are many: they are counted within a chosen country or when they are looked for."""
    many = {"start_year", *PLACES[1:]} - {*shown_facets(query)}
    return [facet for facet in FACETS if facet not in many]


def _looked_for(request: HttpRequest) -> tuple[str, str]:
    """What was typed above the lists or in one of them, and which; empty for all."""
    where = request.GET.get("in", "")
    return request.GET.get("find", "")[:LONGEST].strip(), where if where in long_facets() else ""


def _found(engine: Engine, query: Query, typed: str, where: str) -> dict[str, FacetValueMatches]:
    facets = (where,) if where else long_facets()
    return search_facet_values(engine, query, facets, typed) if typed else {}
