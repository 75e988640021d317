"""What could be meant while somebody types: `/suggest?q=` ─▶ names, and how many trials each finds."""

from functools import lru_cache

import msgspec
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from trialway.errors import NotFound, StoreDamaged
from trialway.index.engine import Engine
from trialway.index.opening import open_index
from trialway.index.query import Query, Text
from trialway.index.suggesting import Suggestion
from trialway.index.widening import total
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


def _suggested(typed: str) -> list[Suggestion]:
    try:
        engine = open_index(settings.DATA_FOLDER.index)
    except (NotFound, StoreDamaged):
        return []
    found = engine.suggester.suggest(typed)
    counted = (msgspec.structs.replace(each, trials=_finds(engine, each.text)) for each in found)
    return [each for each in counted if each.trials]


# What is begun the same way leads to the same names; an engine never changes, so neither do its counts.
@lru_cache(maxsize=20_000)
def _finds(engine: Engine, text: str) -> int:
    return total(engine, Query(text=Text.read(text)))
