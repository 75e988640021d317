"""The rules of a whole trial: Trial ─▶ **Rules**, one record's, softened where another record disagrees."""

from collections.abc import Iterator

from msgspec.structs import replace

from trialway.criteria import read_criteria
from trialway.criteria.expressions import Expr
from trialway.fit.rules import (
    UNREAD,
    Rule,
    TrialRules,
    any_of,
    every,
    rules_of,
)
from trialway.record import Eligibility
from trialway.trial import Trial


def rules_of_trial(trial: Trial) -> TrialRules:
    """The rules of ``trial.eligibility``. Where another record states another age or sex, only who fails
    both is out, as where a field and the text of one record differ."""
    told = trial.eligibility
    rules = rules_of(read_criteria(told.record.eligibility))
    others = [source.record.eligibility for source in trial.sources if source is not told]
    return replace(rules, rules=tuple(_softened(rule, others) for rule in rules.rules)) if others else rules


def _softened(rule: Rule, others: list[Eligibility]) -> Rule:
    rivals = [expression for expression in _stated(rule.field, others) if expression != rule.expression]
    if not rivals:
        return rule
    return replace(rule, expression=any_of(rule.expression, every(UNREAD, any_of(*rivals))))


def _stated(field: str, others: list[Eligibility]) -> Iterator[Expr]:
    """What the other records state in the same field."""
    for eligibility in others if field else ():
        for stated in read_criteria(replace(eligibility, criteria=None)).stated:
            if stated.field == field:
                yield stated.expression
