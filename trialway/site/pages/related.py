"""Trials related to one: their own page and its JSON twin."""

import msgspec
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from trialway.presenters.related import related_page
from trialway.site.page_context import page_context, render_page
from trialway.site.pages.trial import at_its_address, place_asked, related_of, related_state
from trialway.trial import Trial

MOST = 20


@require_safe
def related(request: HttpRequest, slug: str) -> HttpResponse:
    frame = page_context(request)

    def render(trial: Trial) -> HttpResponse:
        made = related_page(trial, related_of(trial, asked, MOST), asked)
        return render_page(request, "related.jinja", frame, {"page": made})

    asked = place_asked(request)
    return at_its_address(request, slug, "trial_related", render, frame, asked, *related_state())


@require_safe
def related_json(request: HttpRequest, slug: str) -> HttpResponse:
    """Each trial's card with the reasons, and linked studies with the words that name them."""

    def render(trial: Trial) -> HttpResponse:
        body = msgspec.json.encode(related_of(trial, asked, MOST))
        return HttpResponse(body, content_type="application/json")

    asked = place_asked(request)
    return at_its_address(request, slug, "trial_related_json", render, asked, *related_state())
