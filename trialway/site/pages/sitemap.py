"""What search engines may read: robots.txt, and every trial's address in parts of 10,000."""

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from trialway.archive.models import Slug
from trialway.site.page_context import page_context

# The protocol allows 50,000; smaller parts are quicker to make and to read again.
A_PART = 10_000
PAGES = ("home", "about", "sources", "privacy", "accessibility")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Searches are left out: their filters make more addresses than there are trials. The check is left out
    too: each of its addresses takes a search and the reading of criteria."""
    sitemap = f"{page_context(request).base}{reverse('sitemap')}"
    words = f"User-agent: *\nDisallow: /search\nDisallow: /fit\nSitemap: {sitemap}\n"
    return HttpResponse(words, content_type="text/plain; charset=utf-8")


@require_safe
def sitemap_index(request: HttpRequest) -> HttpResponse:
    base = page_context(request).base
    parts = max(1, -(-_slugs().count() // A_PART))
    addresses = [base + reverse("sitemap_part", args=[number]) for number in range(1, parts + 1)]
    return _xml(request, "sitemap_index.jinja", addresses)


@require_safe
def sitemap_part(request: HttpRequest, number: int) -> HttpResponse:
    base = page_context(request).base
    pages = [reverse(name) for name in PAGES] if number == 1 else []
    slugs = list(_slugs()[(number - 1) * A_PART : number * A_PART]) if 0 < number < 100_000 else []
    if not slugs and number != 1:
        raise Http404
    addresses = [base + path for path in pages]
    addresses += [base + reverse("trial_expert", args=[slug]) for slug in slugs]
    return _xml(request, "sitemap.jinja", addresses)


def _slugs() -> QuerySet[Slug, str]:
    return Slug.objects.filter(canonical=True).order_by("pk").values_list("slug", flat=True)


def _xml(request: HttpRequest, template: str, addresses: list[str]) -> HttpResponse:
    return render(request, template, {"addresses": addresses}, content_type="application/xml")
