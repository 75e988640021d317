"""Trials in view and answers so far ─▶ **the next question**: the one that is likely to settle most.

Greedy, and the same for the same trials and answers: of every question that could still matter each possible
answer is tried on all trials and weighted with how likely it is.
"""

from collections.abc import Collection, Iterator, Mapping

import numpy as np
from msgspec import Struct

from trialway.criteria.answers import Answer
from trialway.fit.derived_answers import BOUND, derive_answers
from trialway.fit.questions import GROUPS, Question, question_of
from trialway.fit.questions.question import Stage
from trialway.fit.sample_answers import sample_answers
from trialway.fit.trial_set import (
    FAILS,
    OPEN,
    TrialSet,
    Values,
    count_left,
    evaluate_all,
    reevaluate,
    trials_failing,
)

# A rule checked is worth so much of a trial set aside.
RULE_CHECKED = 0.1
# What settles less than this share of the trials left is asked on request only.
WORTH_ASKING = 0.02


class NextQuestion(Struct, frozen=True):
    """``trials`` are the places of the trials in view with an open rule about it. ``worth`` is how many
    trials the answer is likely to set aside, and a little for each rule checked. ``others`` more questions
    could settle something, ``soon`` of them perhaps enough to be asked unasked for."""

    question: Question
    worth: float
    trials: tuple[int, ...]
    others: int
    soon: int
    worth_asking: bool


def next_question(
    trials: TrialSet,
    answers: Mapping[str, Answer],
    said: Mapping[str, str] | None = None,
    stage: Stage = "first",
) -> NextQuestion | None:
    """``said`` has the questions that were asked, and what was said; None when no question settles
    anything."""
    answers = derive_answers(answers)
    view = _View(trials, evaluate_all(trials, answers))
    candidates = list(_candidates(view.variables - answers.keys(), said or {}, stage))
    enough = WORTH_ASKING * count_left(trials, answers)
    worths = _worths(view, candidates, answers, enough)
    if not worths:
        return None
    # The first of equals, in the order of what they could settle at most.
    best = max(worths, key=lambda question: worths[question])
    members = {name for question in worths for name in question.members}
    soon = [each for each in worths if worths[each] >= enough and each.name not in members and each != best]
    return NextQuestion(
        question=best,
        worth=worths[best],
        trials=view.trials_with(best.variables),
        others=len(candidates) - 1,
        soon=len(soon),
        worth_asking=worths[best] >= enough,
    )


def _worths(
    view: "_View", candidates: list[Question], answers: Mapping[str, Answer], enough: float
) -> dict[Question, float]:
    """What questions are worth, of those that could be the best or worth asking; the others are not tried."""
    most = {question.name: question.known * view.most(question.variables) for question in candidates}
    worths: dict[Question, float] = {}
    best = 0.0
    for question in sorted(candidates, key=lambda each: (-most[each.name], each.name)):
        if most[question.name] <= best and most[question.name] < enough:
            break
        worth = _gain(view, question, answers)
        if worth > 0:
            worths[question] = worth
            best = max(best, worth)
    return worths


def trials_about(trials: TrialSet, answers: Mapping[str, Answer], question: Question) -> tuple[int, ...]:
    """Places of the trials that are not ruled out and have an open rule about it."""
    return _View(trials, evaluate_all(trials, derive_answers(answers))).trials_with(question.variables)


class _View:
    """The open rules of the trials that are not ruled out."""

    def __init__(self, trials: TrialSet, values: Values) -> None:
        self.all, self.values = trials, values
        alive = ~trials_failing(trials, values)[trials.trial_of] & (values[trials.expression_of] == OPEN)
        self.trial_of, self.expression_of = trials.trial_of[alive], trials.expression_of[alive]
        self._open = frozenset(np.unique(self.expression_of).tolist())
        self.variables = frozenset(name for number in self._open for name in trials.asks[number])
        self._rules = np.bincount(self.expression_of, minlength=len(trials.expressions))

    def about(self, variables: Collection[str]) -> list[int]:
        """Numbers of the open expressions that hang on one of the variables."""
        found = {number for name in variables for number in self.all.by_variable.get(name, ())}
        return sorted(found & self._open)

    def most(self, variables: Collection[str]) -> float:
        """What answers to these could settle at best, with what follows from them: each rule in a trial of
        its own."""
        reached = BOUND.union(variables) if BOUND & set(variables) else variables
        return (1 + RULE_CHECKED) * float(self._rules[self.about(reached)].sum())

    def trials_with(self, variables: Collection[str]) -> tuple[int, ...]:
        """Places of the trials with an open rule about one of the variables."""
        return tuple(np.unique(self.trial_of[np.isin(self.expression_of, self.about(variables))]).tolist())

    def settles(self, values: Values) -> float:
        """What it is worth that expressions have these values: trials set aside, and rules checked."""
        now = values[self.expression_of]
        return len(np.unique(self.trial_of[now == FAILS])) + RULE_CHECKED * float((now != OPEN).sum())


def _candidates(wanted: Collection[str], said: Mapping[str, str], stage: Stage) -> Iterator[Question]:
    # Who does not know about several things at once is not asked for each of them again.
    done = {*said, *(member for group in GROUPS if said.get(group.name) == "?" for member in group.members)}
    for group in GROUPS:
        if done.isdisjoint((group.name, *group.members)) and len(set(wanted) & set(group.members)) > 1:
            yield group
    for name in sorted(set(wanted) - done):
        question = question_of(name)
        if question is not None and question.asked and question.stage == stage:
            yield question


def _gain(view: _View, question: Question, answers: Mapping[str, Answer]) -> float:
    """What an answer is worth on average, counting those who cannot answer."""
    expressions = (view.all.expressions[number] for number in view.about(question.variables))
    return question.known * sum(
        likely * view.settles(_with(view, answers, given))
        for given, likely in sample_answers(question, expressions)
    )


def _with(view: _View, answers: Mapping[str, Answer], given: Mapping[str, Answer]) -> Values:
    told = derive_answers({**answers, **given})
    return reevaluate(view.all, view.values, told, told.keys() - answers.keys())
