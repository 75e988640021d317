"""`/patterns`: every component with an example, for those who build pages and for tests."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from trialway.presenters.patterns import patterns_page
from trialway.site.page_context import page_context, render_page, respond


@require_safe
def patterns(request: HttpRequest) -> HttpResponse:
    frame = page_context(request)
    return respond(
        request, lambda: render_page(request, "patterns.jinja", frame, {"page": patterns_page()}), frame
    )
