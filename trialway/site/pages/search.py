"""The search page, its JSON twin and its CSV: address ─▶ Query ─index▶ Answer ─presenter▶ page."""

from itertools import chain

import msgspec
from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from trialway.interop.csv import csv_lines
from trialway.presenters.search import search_page
from trialway.search.engine.base import Engine
from trialway.search.interpretation.interpret_request import InterpretedQuery, interpret_request
from trialway.search.results.answer import Answer, answer, every_summary
from trialway.site.index_state import index_state
from trialway.site.page_context import page_context, render_page, respond
from trialway.site.search_index import search_engine


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """A typed trial number goes to its trial."""
    engine = search_engine()
    question = interpret_request(engine, request.META.get("QUERY_STRING", ""))
    frame = page_context(request)

    def make() -> HttpResponse:
        found = _answer(engine, question)
        if found.goes_to:
            return redirect("trial", slug=found.goes_to)
        return render_page(request, "search.jinja", frame, {"page": search_page(question, found)})

    return respond(request, make, index_state(), request.META["QUERY_STRING"], frame)


@require_safe
def search_json(request: HttpRequest) -> HttpResponse:
    engine = search_engine()

    def make() -> HttpResponse:
        question = interpret_request(engine, request.META.get("QUERY_STRING", ""))
        return HttpResponse(msgspec.json.encode(_answer(engine, question)), content_type="application/json")

    return respond(request, make, index_state(), request.META["QUERY_STRING"])


@require_safe
def search_csv(request: HttpRequest) -> HttpResponseBase:
    """All hits, at most 10,000, streamed."""
    engine = search_engine()
    # The mark at the start tells spreadsheets that this is UTF-8.
    query = interpret_request(engine, request.META.get("QUERY_STRING", "")).query
    text = chain(["\ufeff"], csv_lines(every_summary(engine, query), page_context(request).base))
    response = StreamingHttpResponse((line.encode() for line in text), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="trials.csv"'
    return response


def _answer(engine: Engine, question: InterpretedQuery) -> Answer:
    return answer(
        engine,
        question.query,
        problems=question.problems,
        readings=question.readings,
        where=question.where,
    )
