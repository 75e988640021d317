"""Where a structured field and the text disagree: "Minimum age: 18 Years" beside "Age ≥ 21 years".

Criteria of some people only (a scope, an alternative, a child) may differ from the fields; that is no
conflict.
"""

from collections.abc import Iterator, Sequence

from trialway.criteria.expressions import All, Among, AnyOf, Compare, Exists, Expr
from trialway.criteria.model import Conflict, Criterion, Stated
from trialway.criteria.units import days

_UP = {">=": "minimum_age", ">": "minimum_age", "<=": "maximum_age", "<": "maximum_age"}
_TURNED = {"minimum_age": "maximum_age", "maximum_age": "minimum_age"}


def find_conflicts(stated: Sequence[Stated], criteria: Sequence[Criterion]) -> tuple[Conflict, ...]:
    """Every pair of a stated rule and a criterion for everybody that says another limit."""
    rules = {rule.field: rule.expression for rule in stated}
    return tuple(
        Conflict(field=field, start=criterion.start, end=criterion.end)
        for criterion in criteria
        if not criterion.scope and not criterion.alternative
        for field in dict.fromkeys(_disagreeing(rules, criterion))
    )


def _disagreeing(rules: dict[str, Expr], criterion: Criterion) -> Iterator[str]:
    excluding = criterion.side == "exclusion"
    for one in criterion.findings:
        for part in _parts(one.expression):
            match part:
                case Compare(kind="age"):
                    field = _UP.get(part.sign, "")
                    field = _TURNED.get(field, "") if excluding else field
                    rule = rules.get(field)
                    if (
                        isinstance(rule, Compare)
                        and abs(days(rule.value, rule.unit) - days(part.value, part.unit)) > 1
                    ):
                        yield field
                case Among(kind="sex") if not excluding:
                    rule = rules.get("sex")
                    said = rule.values if isinstance(rule, Among) else ("female", "male")
                    if set(said) != set(part.values):
                        yield "sex"
                case Exists(kind="healthy volunteers") if not excluding and "healthy_volunteers" in rules:
                    yield "healthy_volunteers"


def _parts(expression: Expr) -> tuple[Expr, ...]:
    if isinstance(expression, (All, AnyOf)):
        return tuple(part for each in expression.parts for part in _parts(each))
    return (expression,)
