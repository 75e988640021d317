"""`/patterns`: every component with an example, for those who build pages and for tests."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from trialway.site.frame import frame_of, page, respond
from trialway.site.presenters.patterns import patterns_page


@require_safe
def patterns(request: HttpRequest) -> HttpResponse:
    frame = frame_of(request)
    return respond(request, lambda: page(request, "patterns.jinja", frame, {"page": patterns_page()}), frame)
