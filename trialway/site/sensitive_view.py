"""The guard of pages that are told something about a person: how much it is, and that nothing of it stays.
Where it came from is asked before (`csrf.py`).

request ─▶ **private** ─▶ page ─▶ headers that forbid to keep it.
"""

import functools
import logging
import traceback
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from trialway.interop.fhir_patient import LARGEST as LARGEST_BUNDLE
from trialway.interop.operation_outcome import outcome_json
from trialway.site.page_context import bare_page_context, render_page
from trialway.site.unavailable import unavailable

View = Callable[[HttpRequest], HttpResponse]
log = logging.getLogger(__name__)

LARGEST_FORM = 64 * 1024
NO_LENGTH = "What was sent does not state its length, so it was not read. Send it with a Content-Length."
TOO_LARGE = "More was sent than this page reads ({limit:,} bytes), so nothing of it was read. Send less."


def sensitive_view(view: View) -> View:
    """Nothing of what is sent gets into a cache, a log or the text of an error."""

    @functools.wraps(view)
    def guarded(request: HttpRequest) -> HttpResponse:
        refusal = _refusal(request)
        response = refused(request, *refusal) if refusal else _answered(view, request)
        response.headers["Cache-Control"] = "no-store"
        return response

    return guarded


def refused(request: HttpRequest, status: int, sentence: str) -> HttpResponse:
    """The page that says why nothing was read; a sentence alone for programs."""
    if is_json(request):
        return HttpResponse(outcome_json(sentence), status=status, content_type="application/fhir+json")
    return render_page(
        request, "fit/refused.jinja", bare_page_context(request), {"sentence": sentence}, status=status
    )


def is_json(request: HttpRequest) -> bool:
    kind = (request.content_type or "").lower()
    return kind in {"application/json", "application/fhir+json"}


def _answered(view: View, request: HttpRequest) -> HttpResponse:
    try:
        return view(request)
    except Exception as error:  # noqa: BLE001 - the words of an error may hold what somebody said
        if told := unavailable(request, error):
            return told
        places = traceback.extract_tb(error.__traceback__)[-3:]
        where = " ◀ ".join(f"{place.name} ({place.filename}:{place.lineno})" for place in reversed(places))
        log.error("%s at %s; its words are left out", type(error).__name__, where)
        return render_page(request, "broken.jinja", bare_page_context(request), status=500)


def _refusal(request: HttpRequest) -> tuple[int, str] | None:
    if request.method != "POST":
        return None
    if "Transfer-Encoding" in request.headers:
        # Without its length a body is not read at all, and would count as empty.
        return 411, NO_LENGTH
    limit = LARGEST_BUNDLE if is_json(request) else LARGEST_FORM
    length = request.headers.get("Content-Length", "")
    if length.isdigit() and int(length) > limit:
        return 413, TOO_LARGE.format(limit=limit)
    return None
