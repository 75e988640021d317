"""How answers stand to each trial in view: judged rules ─▶ **outcome** ─▶ pages, JSON, terminal.

Never "eligible": at best a trial may fit, and then rules are left that only its team can check.
"""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from trialway.criteria.answers import Answer
from trialway.criteria.expressions import Expr
from trialway.fit.derived_answers import derive_answers
from trialway.fit.questions import question_of
from trialway.fit.rules import Rule
from trialway.fit.trial_set import (
    FAILS,
    MEETS,
    TrialSet,
    evaluate_all,
)
from trialway.fit.variables import variables_of

Verdict = Literal["may fit", "not sure", "does not seem to fit"]
# What a rule still waits for: an answer, a test result, or the trial team.
Waits = Literal["answer", "result", "team"]
ORDER: tuple[Verdict, ...] = ("may fit", "not sure", "does not seem to fit")


class FitOutcome(Struct, frozen=True):
    """``team`` counts the rules that only the trial team can check, those that nobody could read among
    them."""

    verdict: Verdict
    fails: tuple[Rule, ...] = ()
    meets: tuple[Rule, ...] = ()
    answer: tuple[Rule, ...] = ()
    result: tuple[Rule, ...] = ()
    team: tuple[Rule, ...] = ()
    unread: tuple[tuple[int, int], ...] = ()


def fit_outcomes(trials: TrialSet, answers: Mapping[str, Answer]) -> list[FitOutcome]:
    """One outcome a trial, in the order of the trials."""
    answers = derive_answers(answers)
    values = evaluate_all(trials, answers)
    waits = [_waits_for(expression, answers) for expression in trials.expressions]
    found: list[dict[str, list[Rule]]] = [
        {name: [] for name in ("fails", "meets", "answer", "result", "team")} for _ in trials.rules
    ]
    place = 0
    for mine, rules in zip(found, trials.rules, strict=True):
        for rule in rules.rules:
            number = trials.expression_of[place]
            value = values[number]
            mine["fails" if value == FAILS else "meets" if value == MEETS else waits[number]].append(rule)
            place += 1
    return [_outcome(mine, rules.others) for mine, rules in zip(found, trials.rules, strict=True)]


def count_ruled_out(trials: TrialSet, answers: Mapping[str, Answer], without: Mapping[str, Answer]) -> int:
    """How many trials have a rule that these answers fail, and those without one of them do not."""
    full, fewer = evaluate_all(trials, derive_answers(answers)), evaluate_all(trials, derive_answers(without))
    because = (full[trials.expression_of] == FAILS) & (fewer[trials.expression_of] != FAILS)
    return len(set(trials.trial_of[because].tolist()))


def _outcome(found: dict[str, list[Rule]], unread: tuple[tuple[int, int], ...]) -> FitOutcome:
    if found["fails"]:
        verdict: Verdict = "does not seem to fit"
    else:
        # Where nothing is met nothing speaks for the trial either.
        verdict = "may fit" if found["meets"] and not found["answer"] else "not sure"
    return FitOutcome(
        verdict,
        tuple(found["fails"]),
        tuple(found["meets"]),
        tuple(found["answer"]),
        tuple(found["result"]),
        tuple(found["team"]),
        unread,
    )


def _waits_for(expression: Expr, answers: Mapping[str, Answer]) -> Waits:
    """Whom an open rule waits for: an answered one has words that no answer settles."""
    questions = [question_of(name) for name in variables_of(expression) - answers.keys()]
    stages = {question.stage for question in questions if question is not None and question.asked}
    return "answer" if "first" in stages else "result" if stages else "team"
