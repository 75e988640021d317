"""What is answered while index, database or a record cannot be used: exception ─▶ **503** with a sentence.

As a page, as JSON or as plain text, whichever the address promises.
"""

import logging
from collections.abc import Callable

import msgspec
from django.db import utils as database
from django.http import HttpRequest, HttpResponse, HttpResponseBase

from trialway.errors import RecordUnreadable, StoreDamaged
from trialway.interop.operation_outcome import outcome_json
from trialway.registries.known import label_of, record_url
from trialway.site.page_context import bare_page_context, render_page
from trialway.site.search_index import DAMAGED, IndexUnavailable

log = logging.getLogger(__name__)

NO_DATABASE = (
    "The database of this site cannot be read at the moment. Try again in a few minutes. Whoever runs this "
    "site finds the cause in the server's log, and trialway check says what is damaged."
)
NO_RECORD = (
    "This version of Trialway cannot read its copy of {number}. The record is at {registry}: {url}. "
    "Whoever runs this site finds the cause in the server's log."
)
SECONDS_TO_WAIT = 60
JSON_ADDRESSES = ("/suggest",)
# What a program or an <img> asks for: a page of HTML in its place would be read by nobody.
TEXT_ENDINGS = (".csv", ".svg", ".pdf", ".atom", ".xml", ".txt")


class Unavailable:
    """Django's middleware that turns those exceptions into answers; any other goes on."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        return unavailable(request, error)


def unavailable(request: HttpRequest, error: Exception) -> HttpResponse | None:
    """The answer to a request that ended in ``error``; None when none of the three is to blame."""
    if isinstance(error, IndexUnavailable):
        answer = _answer(request, str(error), damaged=error.damaged)
    elif isinstance(error, StoreDamaged):
        log.error("%s", error)
        answer = _answer(request, DAMAGED, damaged=True)
    elif is_out_of_reach(error):
        log.error("The database cannot be read: %s: %s", type(error).__name__, error)
        answer = _answer(request, NO_DATABASE, database=True)
    elif isinstance(error, RecordUnreadable):
        log.error("%s", error, exc_info=error.__cause__)
        return _done(_without_record(request, error))
    else:
        return None
    answer.headers["Retry-After"] = str(SECONDS_TO_WAIT)
    return _done(answer)


def _done(answer: HttpResponse) -> HttpResponse:
    answer.headers["Cache-Control"] = "no-store"
    # The cause is in the log already; Django would add a line without it for each request.
    answer._has_been_logged = True  # type: ignore[attr-defined]
    return answer


def _without_record(request: HttpRequest, error: RecordUnreadable) -> HttpResponse:
    """No time to come back is named: only another version of the record or of the program helps."""
    record = {
        "number": error.number,
        "registry": label_of(error.registry),
        "url": record_url(error.registry, error.number),
    }
    return _answer(request, NO_RECORD.format(**record), template="unreadable.jinja", record=record)


def is_out_of_reach(error: Exception) -> bool:
    """Whether a database error comes from server, disk or file, not from a mistake in a query."""
    return (
        isinstance(error, database.OperationalError | database.InterfaceError)
        or type(error) is database.DatabaseError  # how SQLite names damaged pages of a file
    )


def _answer(
    request: HttpRequest, sentence: str, *, template: str = "not_ready.jinja", **words: object
) -> HttpResponse:
    kind = (request.content_type or "").lower()
    if request.method == "POST" and kind in {"application/json", "application/fhir+json"}:
        body = outcome_json(sentence, code="transient")
        return HttpResponse(body, status=503, content_type="application/fhir+json")
    if request.path.endswith(".json") or request.path in JSON_ADDRESSES:
        body = msgspec.json.encode({"error": sentence})
        return HttpResponse(body, status=503, content_type="application/json")
    if request.path.endswith(TEXT_ENDINGS):
        return HttpResponse(f"{sentence}\n", status=503, content_type="text/plain; charset=utf-8")
    context = {"damaged": False, "database": False, **words}
    return render_page(request, template, bare_page_context(request), context, status=503)
