"""Pages of words alone: about, privacy, accessibility."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from trialway.plain.glossary import own_terms
from trialway.site.page_context import page_context, render_page, respond


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    return _words(request, "static_pages/about.jinja")


@require_safe
def clinical_research(request: HttpRequest) -> HttpResponse:
    return _words(request, "static_pages/clinical_research.jinja")


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    return _words(request, "static_pages/privacy.jinja")


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    return _words(request, "static_pages/accessibility.jinja")


@require_safe
def glossary(request: HttpRequest) -> HttpResponse:
    frame = page_context(request)
    terms = sorted(own_terms(), key=lambda term: term.name.casefold())
    return respond(request, lambda: render_page(request, "glossary.jinja", frame, {"terms": terms}), frame)


def _words(request: HttpRequest, template: str) -> HttpResponse:
    frame = page_context(request)
    return respond(request, lambda: render_page(request, template, frame), frame)
