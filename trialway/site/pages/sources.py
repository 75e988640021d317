"""Where the data comes from, its terms, how fresh it is, and what failed."""

import msgspec
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from trialway.archive.standing import refusals, standings
from trialway.site.frame import frame_of, page, respond
from trialway.site.presenters.sources_page import sources_page, terms_of


@require_safe
def sources(request: HttpRequest) -> HttpResponse:
    """Every registry, with the state of its data."""
    frame = frame_of(request)
    found, refused = standings(), refusals()

    def make() -> HttpResponse:
        shown = sources_page(found, refused, frame.today, settings.STALE_DAYS)
        return page(request, "sources.jinja", frame, {"page": shown})

    return respond(request, make, found, refused, frame)


@require_safe
def sources_json(request: HttpRequest) -> HttpResponse:
    """The same for programs that watch over a site."""
    found, refused = standings(), refusals()
    body = {
        "registries": [{**msgspec.structs.asdict(each), "terms": terms_of(each.registry)} for each in found],
        "refused": refused,
        "stale_days": settings.STALE_DAYS,
    }

    def make() -> HttpResponse:
        return HttpResponse(msgspec.json.encode(body), content_type="application/json")

    return respond(request, make, body)
