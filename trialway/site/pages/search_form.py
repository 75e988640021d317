"""All ways to narrow a search down on one page: address ─▶ Query ─index▶ Answer ─presenter▶ form."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from trialway.index.answer import answer, facets_for
from trialway.index.asking import asked
from trialway.index.engine import Engine
from trialway.index.facets import FACETS, PLACES
from trialway.index.finding import FoundValues, find_values, long_facets
from trialway.index.query import Query
from trialway.index.widening import widened
from trialway.site.frame import frame_of, page, respond
from trialway.site.index_state import index_state
from trialway.site.pages.errors import not_ready
from trialway.site.pages.search import current_engine
from trialway.site.presenters.search_form import Looked, search_form_page
from trialway.site.presenters.value_lists import found_facet, listed_facet

LONGEST = 60


@require_safe
def search_form(request: HttpRequest) -> HttpResponse:
    """The form filled in with what was asked for so far, and counts of what it finds."""
    engine = current_engine()
    if engine is None:
        return not_ready(request)
    frame = frame_of(request)
    typed, where = _looked_for(request)

    def make() -> HttpResponse:
        question = asked(engine, request.META.get("QUERY_STRING", ""))
        query = question.query
        # Regions and towns are many: they are counted within a chosen country or when they are looked for.
        many = {"start_year", *PLACES[1:]} - {*facets_for(query)}
        facets = [facet for facet in FACETS if facet not in many]
        found = answer(engine, query, per_page=1, facets=facets, problems=question.problems)
        looked = Looked(typed, where, _found(engine, query, typed, where))
        years = engine.years(widened(engine, query).query)
        shown = search_form_page(question, found, years, looked)
        return page(request, "search_form.jinja", frame, {"page": shown})

    return respond(request, make, index_state(), request.META["QUERY_STRING"], frame)


@require_safe
def search_values(request: HttpRequest) -> HttpResponse:
    """One long list alone, for the page that asks while somebody types."""
    engine = current_engine()
    if engine is None:
        return not_ready(request)
    typed, where = _looked_for(request)

    def make() -> HttpResponse:
        query = asked(engine, request.META.get("QUERY_STRING", "")).query
        if not where:
            return HttpResponse(b"", content_type="text/html")
        if typed:
            facet = found_facet(typed, find_values(engine, query, where, typed))
        else:
            counted = answer(engine, query, per_page=1, facets=(where,)).facets[0]
            facet = listed_facet(where, counted)
        return page(request, "parts/values.jinja", frame_of(request), {"facet": facet})

    return respond(request, make, index_state(), request.META["QUERY_STRING"])


def _looked_for(request: HttpRequest) -> tuple[str, str]:
    """What was typed above the lists or in one of them, and which; empty for all."""
    where = request.GET.get("in", "")
    return request.GET.get("find", "")[:LONGEST].strip(), where if where in long_facets() else ""


def _found(engine: Engine, query: Query, typed: str, where: str) -> dict[str, FoundValues]:
    facets = (where,) if where else long_facets()
    return {facet: find_values(engine, query, facet, typed) for facet in facets} if typed else {}
