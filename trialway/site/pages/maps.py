"""Maps: the points of a search or a trial as JSON for the script, and as a picture for those without one."""

from collections.abc import Callable, Sequence

import msgspec
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from trialway.presenters.map_picture import picture
from trialway.presenters.map_points import MapPoint, points_of_search, points_of_trial
from trialway.presenters.registry_text import counted
from trialway.search.interpretation.interpret_request import interpret_request
from trialway.search.language.expansion import expand_query
from trialway.site.index_state import index_state
from trialway.site.page_context import respond
from trialway.site.pages.trial import at_its_address
from trialway.site.search_index import search_engine
from trialway.trial import Trial


@require_safe
def search_places(request: HttpRequest) -> HttpResponse:
    return _of_search(request, _json)


@require_safe
def search_map(request: HttpRequest) -> HttpResponse:
    return _of_search(request, _svg)


@require_safe
def trial_places(request: HttpRequest, slug: str) -> HttpResponse:
    def render(trial: Trial) -> HttpResponse:
        return _json(points_of_trial(trial))

    return at_its_address(request, slug, "trial_places", render)


@require_safe
def trial_map(request: HttpRequest, slug: str) -> HttpResponse:
    def render(trial: Trial) -> HttpResponse:
        return _svg(points_of_trial(trial))

    return at_its_address(request, slug, "trial_map", render)


def _of_search(request: HttpRequest, shown: Callable[[Sequence[MapPoint]], HttpResponse]) -> HttpResponse:
    query_string = request.META.get("QUERY_STRING", "")

    def make() -> HttpResponse:
        engine = search_engine()
        query = expand_query(engine.words, interpret_request(engine, query_string).query).query
        return shown(points_of_search(engine.map_points(query)))

    return respond(request, make, index_state(), query_string)


def _json(points: Sequence[MapPoint]) -> HttpResponse:
    return HttpResponse(msgspec.json.encode(points), content_type="application/json")


def _svg(points: Sequence[MapPoint]) -> HttpResponse:
    title = f"Map of {counted(len(points), 'town')} where studies take place"
    return HttpResponse(picture(points, title), content_type="image/svg+xml")
