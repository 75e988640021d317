"""The check for programs: a FHIR Bundle, or what was said, as JSON ─▶ verdicts as JSON."""

import datetime as dt

import msgspec
from django.http import HttpRequest, HttpResponse
from msgspec import Struct

from trialway.fit.outcomes import fit_outcomes
from trialway.fit.parse_answers import (
    MOST_SAID,
    GivenAnswer,
    InvalidAnswer,
    parse_answer,
)
from trialway.interop.fhir_patient import NotABundle, Unknown, read_patient
from trialway.interop.operation_outcome import outcome_json
from trialway.presenters.fit.verdicts import verdicts
from trialway.screening.step import result_of
from trialway.screening.trial_selection import TrialSelection


class SaidBody(Struct, frozen=True):
    """``{"said": ["age=62", "ecog=1"]}``"""

    said: list[str]


def fit_json(request: HttpRequest, looked: TrialSelection) -> HttpResponse:
    """An OperationOutcome names the element that is wrong."""
    try:
        said, unknown = _read(request.read())
        screen = result_of(looked.trials, said)
    except NotABundle as problem:
        return _wrong(outcome_json(str(problem), problem.expression, problem.code))
    except InvalidAnswer as problem:
        return _wrong(outcome_json(str(problem), "said", "value"))
    found = verdicts(looked, screen, fit_outcomes(looked.trials, screen.answers), unknown)
    return HttpResponse(msgspec.json.encode(found), content_type="application/json")


def _read(body: bytes) -> tuple[tuple[GivenAnswer, ...], tuple[Unknown, ...]]:
    try:
        plain = msgspec.json.decode(body, type=SaidBody)
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError):
        patient = read_patient(body, dt.datetime.now(dt.UTC).date())
        return patient.said, patient.unknown
    if len(plain.said) > MOST_SAID:
        raise InvalidAnswer(f"{len(plain.said):,} answers were sent; at most {MOST_SAID} are read.")
    return tuple({each.question.name: each for each in map(parse_answer, plain.said)}.values()), ()


def _wrong(body: bytes) -> HttpResponse:
    return HttpResponse(body, status=400, content_type="application/fhir+json")
