"""The check, "could this one be for me?": request ─▶ form ─▶ step ─▶ a question or the result.

Stateless: what somebody says comes with each POST and is gone with its answer.
"""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from trialway.fit.outcomes import outcomes
from trialway.fit.saying import NotAnAnswer
from trialway.site.fit.form import Form, read_form
from trialway.site.fit.looking import Looked, look
from trialway.site.fit.step import Screen, step
from trialway.site.frame import frame_of, page
from trialway.site.pages.fit_json import fit_json
from trialway.site.presenters.fit.asking import EXAMPLES, question_page
from trialway.site.presenters.fit.result import result_page, shown_places, trial_page
from trialway.site.private import is_json, private, refused

FORM = "application/x-www-form-urlencoded"


@csrf_exempt  # there is no session to misuse; the guard looks where a request comes from
@private
@require_http_methods(["GET", "HEAD", "POST"])
def fit(request: HttpRequest) -> HttpResponse:
    looked = look(request)
    if isinstance(looked, HttpResponse):
        return looked
    if request.method == "POST" and is_json(request):
        return fit_json(request, looked)
    if request.method == "POST" and request.content_type != FORM:
        return refused(request, 415, "Only forms and JSON are read here; open the questions in a browser.")
    try:
        form = read_form(request.read()) if request.method == "POST" else Form()
        screen = step(form, looked.trials)
    except NotAnAnswer as problem:
        return refused(request, 400, str(problem))
    return (
        _asked(request, looked, screen, form) if screen.question else _result(request, looked, screen, form)
    )


def _asked(request: HttpRequest, looked: Looked, screen: Screen, form: Form) -> HttpResponse:
    examples = looked.records(screen.about[:EXAMPLES])
    shown = question_page(looked, screen, form, examples)
    return page(request, "fit/question.jinja", frame_of(request), {"page": shown})


def _result(request: HttpRequest, looked: Looked, screen: Screen, form: Form) -> HttpResponse:
    found = outcomes(looked.trials, screen.answers)
    if looked.trial:
        shown = trial_page(looked, screen, form, found[0], looked.trial)
        return page(request, "fit/trial.jinja", frame_of(request), {"page": shown})
    trials = looked.records(shown_places(found, form.upto))
    every = result_page(looked, screen, form, found, trials)
    return page(request, "fit/result.jinja", frame_of(request), {"page": every})
