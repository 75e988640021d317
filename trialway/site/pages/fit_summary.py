"""The summary of the check for the doctor, as a page to print and as a PDF; what was said comes with the
POST."""

from functools import cache
from importlib import resources

import msgspec
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from trialway.fit.outcomes import fit_outcomes
from trialway.fit.parse_answers import InvalidAnswer
from trialway.presenters.fit.frame import around
from trialway.presenters.fit.result import shown_places
from trialway.presenters.fit.summary import MOST_TRIALS, Summary, summary
from trialway.screening.form import read_form
from trialway.screening.selection import trials_at
from trialway.screening.step import result_of
from trialway.site.page_context import page_context, render_page
from trialway.site.pages.fit_selection import selection_of
from trialway.site.sensitive_view import refused, sensitive_view


@sensitive_view
@require_POST
def fit_summary(request: HttpRequest) -> HttpResponse:
    return _made(request, "page")


@sensitive_view
@require_POST
def fit_summary_pdf(request: HttpRequest) -> HttpResponse:
    return _made(request, "pdf")


def _made(request: HttpRequest, kind: str) -> HttpResponse:
    looked = selection_of(request)
    if isinstance(looked, HttpResponse):
        return looked
    try:
        form = read_form(request.read())
        screen = result_of(looked.trials, form.said)
    except InvalidAnswer as problem:
        return refused(request, 400, str(problem))
    frame, found = page_context(request), fit_outcomes(looked.trials, screen.answers)
    trials = trials_at(looked, shown_places(found, MOST_TRIALS))
    made = summary(looked, screen, found, trials, frame.today)
    if kind == "pdf":
        return _pdf(made)
    words = {"summary": made, "around": around(looked, screen, form)}
    return render_page(request, "fit/summary.jinja", frame, words)


def _pdf(made: Summary) -> HttpResponse:
    import typst  # only this page needs the compiler

    data = msgspec.json.encode(made).decode()
    answer = HttpResponse(typst.compile(_source(), sys_inputs={"data": data}), content_type="application/pdf")
    answer["Content-Disposition"] = 'inline; filename="trials.pdf"'
    return answer


@cache
def _source() -> bytes:
    return resources.files("trialway.site").joinpath("summary.typ").read_bytes()
