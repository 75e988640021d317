"""Where the data comes from, its terms, how fresh it is, and what failed."""

import msgspec
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from trialway.archive.registry_status import refusals, registry_statuses
from trialway.presenters.sources_page import sources_page, terms_of
from trialway.site.page_context import page_context, render_page, respond


@require_safe
def sources(request: HttpRequest) -> HttpResponse:
    """Every registry, with the state of its data."""
    frame = page_context(request)
    found, refused = registry_statuses(), refusals()

    def make() -> HttpResponse:
        shown = sources_page(found, refused, frame.today, settings.STALE_DAYS)
        return render_page(request, "sources.jinja", frame, {"page": shown})

    return respond(request, make, found, refused, frame)


@require_safe
def sources_json(request: HttpRequest) -> HttpResponse:
    """The same for programs that watch over a site."""
    found, refused = registry_statuses(), refusals()
    body = {
        "registries": [{**msgspec.structs.asdict(each), "terms": terms_of(each.registry)} for each in found],
        "refused": refused,
        "stale_days": settings.STALE_DAYS,
    }

    def make() -> HttpResponse:
        return HttpResponse(msgspec.json.encode(body), content_type="application/json")

    return respond(request, make, body)
