"""What could be meant while somebody types: `/suggest?q=` ─▶ names, and how many trials state each."""

import msgspec
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from trialway.errors import NotFound, StoreDamaged
from trialway.search.engine.reader import open_index
from trialway.search.language.suggestions import Suggestion
from trialway.site.frame import respond
from trialway.site.index_state import index_state

LONGEST = 60


@require_safe
def suggest(request: HttpRequest) -> HttpResponse:
    """An empty list when there is nothing to suggest, or no index."""
    typed = request.GET.get("q", "")[:LONGEST]

    def make() -> HttpResponse:
        return HttpResponse(msgspec.json.encode(_suggested(typed)), content_type="application/json")

    return respond(request, make, index_state(), typed)


def _suggested(typed: str) -> tuple[Suggestion, ...]:
    try:
        engine = open_index(settings.DATA_FOLDER.index)
    except (NotFound, StoreDamaged):
        return ()
    return engine.words.suggester.suggest(typed)
