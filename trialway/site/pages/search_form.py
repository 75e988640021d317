"""All ways to narrow a search down on one page: address ─▶ Query ─index▶ Answer ─presenter▶ form."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from trialway.index.answer import answer, facets_for
from trialway.index.asking import asked
from trialway.index.facets import FACETS, PLACES
from trialway.site.frame import frame_of, page, respond
from trialway.site.index_state import index_state
from trialway.site.pages.errors import not_ready
from trialway.site.pages.search import current_engine
from trialway.site.presenters.search_form import search_form_page


@require_safe
def search_form(request: HttpRequest) -> HttpResponse:
    """The form filled in with what was asked for so far, and counts of what it finds."""
    engine = current_engine()
    if engine is None:
        return not_ready(request)
    frame = frame_of(request)
    find = request.GET.get("find", "")[:60].strip()

    def make() -> HttpResponse:
        question = asked(engine, request.META.get("QUERY_STRING", ""))
        query = question.query
        # Regions and towns are many: they come within a chosen country, or when they are looked for.
        many = () if find else {*PLACES[1:]} - {*facets_for(query)}
        facets = [facet for facet in FACETS if facet not in many]
        found = answer(engine, query, per_page=1, facets=facets, problems=question.problems)
        shown = search_form_page(question, found, find)
        return page(request, "search_form.jinja", frame, {"page": shown})

    return respond(request, make, index_state(), request.META["QUERY_STRING"], frame)
