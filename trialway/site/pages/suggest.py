"""What could be meant while somebody types: `/suggest?q=` ─▶ names, and how many trials state each."""

import msgspec
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from trialway.search.language.suggestions import Suggestion
from trialway.site.index_state import index_state
from trialway.site.page_context import respond
from trialway.site.search_index import IndexUnavailable, search_engine

LONGEST = 60


@require_safe
def suggest(request: HttpRequest) -> HttpResponse:
    """An empty list when there is nothing to suggest, or no index yet."""
    typed = request.GET.get("q", "")[:LONGEST]

    def make() -> HttpResponse:
        return HttpResponse(msgspec.json.encode(_suggested(typed)), content_type="application/json")

    return respond(request, make, index_state(), typed)


def _suggested(typed: str) -> tuple[Suggestion, ...]:
    try:
        engine = search_engine()
    except IndexUnavailable as problem:
        if problem.damaged:
            raise
        return ()
    return engine.words.suggester.suggest(typed)
