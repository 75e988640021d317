"""The check, "could this one be for me?": request ─▶ form ─▶ step ─▶ a question or the result.

Stateless: what somebody says comes with each POST and is gone with its answer.
"""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from trialway.fit.outcomes import fit_outcomes
from trialway.fit.parse_answers import InvalidAnswer
from trialway.presenters.fit.question import EXAMPLES, question_page
from trialway.presenters.fit.result import result_page, shown_places, trial_page
from trialway.screening.form import Form, read_form
from trialway.screening.selection import trials_at
from trialway.screening.step import ScreeningStep, advance
from trialway.screening.trial_selection import TrialSelection
from trialway.site.page_context import page_context, render_page
from trialway.site.pages.fit_json import fit_json
from trialway.site.pages.fit_selection import selection_of
from trialway.site.sensitive_view import is_json, refused, sensitive_view

FORM = "application/x-www-form-urlencoded"


@sensitive_view
@require_http_methods(["GET", "HEAD", "POST"])
def fit(request: HttpRequest) -> HttpResponse:
    looked = selection_of(request)
    if isinstance(looked, HttpResponse):
        return looked
    if request.method == "POST" and is_json(request):
        return fit_json(request, looked)
    if request.method == "POST" and request.content_type != FORM:
        return refused(request, 415, "Only forms and JSON are read here; open the questions in a browser.")
    try:
        form = read_form(request.read()) if request.method == "POST" else Form()
        screen = advance(form, looked.trials)
    except InvalidAnswer as problem:
        return refused(request, 400, str(problem))
    return (
        _asked(request, looked, screen, form) if screen.question else _result(request, looked, screen, form)
    )


def _asked(request: HttpRequest, looked: TrialSelection, screen: ScreeningStep, form: Form) -> HttpResponse:
    examples = trials_at(looked, screen.about[:EXAMPLES])
    shown = question_page(looked, screen, form, examples)
    return render_page(request, "fit/question.jinja", page_context(request), {"page": shown})


def _result(request: HttpRequest, looked: TrialSelection, screen: ScreeningStep, form: Form) -> HttpResponse:
    found = fit_outcomes(looked.trials, screen.answers)
    if looked.trial:
        shown = trial_page(looked, screen, form, found[0], looked.trial)
        return render_page(request, "fit/trial.jinja", page_context(request), {"page": shown})
    trials = trials_at(looked, shown_places(found, form.upto))
    every = result_page(looked, screen, form, found, trials)
    return render_page(request, "fit/result.jinja", page_context(request), {"page": every})
