"""Trials in view: the rules of a thousand trials as columns, so that each expression is judged once for all
of them.

rules ─▶ **Trials** ─▶ asking, outcomes. A rule's value is FAILS, OPEN or MEETS.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from trialway.criteria.answers import Answer
from trialway.criteria.evaluate import truth
from trialway.criteria.expressions import Expr
from trialway.fit.rules import TrialRules
from trialway.fit.variables import variables_of

FAILS, OPEN, MEETS = 0, 1, 2
Values = NDArray[np.int8]


@dataclass(frozen=True)
class TrialSet:
    """``trial_of`` and ``expression_of`` have one place a rule, trial by trial; ``asks`` has, for each
    expression, the variables that it hangs on, and ``by_variable`` the other way round."""

    rules: tuple[TrialRules, ...]
    expressions: tuple[Expr, ...]
    asks: tuple[frozenset[str], ...]
    by_variable: Mapping[str, tuple[int, ...]]
    trial_of: NDArray[np.int32]
    expression_of: NDArray[np.int32]

    def __len__(self) -> int:
        return len(self.rules)


def build_trial_set(rules: Iterable[TrialRules]) -> TrialSet:
    """Equal expressions of different trials become one."""
    kept = tuple(rules)
    numbers: dict[Expr, int] = {}
    pairs = [
        (place, numbers.setdefault(rule.expression, len(numbers)))
        for place, each in enumerate(kept)
        for rule in each.rules
    ]
    columns = np.array(pairs, dtype=np.int32).reshape(-1, 2)
    asks = tuple(map(variables_of, numbers))
    by_variable: dict[str, list[int]] = {}
    for number, variables in enumerate(asks):
        for variable in sorted(variables):
            by_variable.setdefault(variable, []).append(number)
    return TrialSet(
        kept,
        tuple(numbers),
        asks,
        {name: tuple(found) for name, found in by_variable.items()},
        columns[:, 0],
        columns[:, 1],
    )


def evaluate_all(trials: TrialSet, answers: Mapping[str, Answer]) -> Values:
    """The value of each expression; what the answers say nothing of is open without a look."""
    values = np.full(len(trials.expressions), OPEN, np.int8)
    _judge_into(values, trials, answers, range(len(trials.expressions)))
    return values


def reevaluate(trials: TrialSet, before: Values, answers: Mapping[str, Answer], new: Iterable[str]) -> Values:
    """The values when ``new`` variables have been answered too: a settled one never turns, so only open
    ones are looked at."""
    values = before.copy()
    numbers = {number for name in new for number in trials.by_variable.get(name, ())}
    _judge_into(values, trials, answers, sorted(number for number in numbers if before[number] == OPEN))
    return values


def _judge_into(
    values: Values, trials: TrialSet, answers: Mapping[str, Answer], numbers: Sequence[int] | range
) -> None:
    for number in numbers:
        if not trials.asks[number].isdisjoint(answers):
            value = truth(trials.expressions[number], answers)
            values[number] = OPEN if value is None else MEETS if value else FAILS


def trials_failing(trials: TrialSet, values: Values) -> NDArray[np.bool_]:
    """For each trial, whether a rule is failed."""
    return count_rules(trials, values[trials.expression_of] == FAILS) > 0


def count_rules(trials: TrialSet, chosen: NDArray[np.bool_]) -> NDArray[np.int64]:
    """For each trial, how many of its rules are chosen."""
    return np.bincount(trials.trial_of[chosen], minlength=len(trials))


def count_left(trials: TrialSet, answers: Mapping[str, Answer]) -> int:
    """How many trials are not ruled out; ``answers`` with all that they imply."""
    return int((~trials_failing(trials, evaluate_all(trials, answers))).sum())
