"""What every page has around it, and how it answers: request ─▶ Frame ─▶ template ─▶ **response**."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import get_conditional_response
from msgspec import Struct

from trialway.site.fingerprint import etag
from trialway.site.freshness import Freshness, freshness
from trialway.site.search_index import index_is_damaged


class PageContext(Struct, frozen=True):
    """``base`` is the site's public address without a slash at its end; ``path`` the page's.
    ``search_damaged``: pages that do without the index say that the search is out of order."""

    name: str
    operator: str
    base: str
    path: str
    today: dt.date
    fresh: str = ""
    stale: str = ""
    search_damaged: bool = False


def page_context(request: HttpRequest) -> PageContext:
    today = dt.datetime.now(dt.UTC).date()
    return _frame(request, today, freshness(today), search_damaged=index_is_damaged())


def bare_page_context(request: HttpRequest) -> PageContext:
    """For the page that says that something broke: it asks the database nothing."""
    return _frame(request, dt.datetime.now(dt.UTC).date(), Freshness())


def _frame(
    request: HttpRequest, today: dt.date, fresh: Freshness, *, search_damaged: bool = False
) -> PageContext:
    return PageContext(
        name=settings.SITE_NAME,
        operator=settings.OPERATOR,
        base=settings.BASE_URL or f"{request.scheme}://{request.get_host()}",
        path=request.path,
        today=today,
        fresh=fresh.words,
        stale=fresh.warning,
        search_damaged=search_damaged,
    )


def respond(request: HttpRequest, make: Callable[[], HttpResponse], *depends_on: object) -> HttpResponse:
    """304 when the visitor has what ``depends_on`` would make; else the page, made only now."""
    tag = etag(request.path, *depends_on)
    unchanged = get_conditional_response(request, etag=tag)
    response = unchanged if unchanged is not None else make()
    assert isinstance(response, HttpResponse)
    if response.status_code not in {200, 304}:
        return response
    response.headers["ETag"] = tag
    # A browser may keep the page and asks each time whether it still holds.
    response.headers["Cache-Control"] = "no-cache"
    return response


def render_page(
    request: HttpRequest,
    template: str,
    frame: PageContext,
    context: dict[str, Any] | None = None,
    status: int = 200,
) -> HttpResponse:
    return render(request, template, {"site": frame, **(context or {})}, status=status)
