"""Where a structured field and the text disagree: "Minimum age: 18 Years" beside "Age ≥ 21 years".

Criteria of some people only (a scope, an alternative, a child) may differ from the fields without conflict.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from trialway.criteria.contradictions import contradicting
from trialway.criteria.expressions import All, Among, AnyOf, Compare, Exists, Expr
from trialway.criteria.model import Conflict, Criterion, Stated
from trialway.criteria.organ_rules import ORGANS_OF_DEMANDS
from trialway.criteria.units import days

# Two criteria for everybody that ask for different ages: they are meant for different groups.
TEXT_AGES = "text_ages"
# Two demands for everybody that nobody meets both: they list whom different parts of a trial take.
TEXT_DISEASES = "text_diseases"
# A demand for what another criterion excludes, or two demands on one value that nothing meets both.
TEXT_CONTRADICTS = "text_contradicts"
IN_TEXT = frozenset((TEXT_AGES, TEXT_DISEASES, TEXT_CONTRADICTS))
_ORGAN = ORGANS_OF_DEMANDS["organ.of-demand"]
_RECEPTORS = ("her2", "er", "pr", "hormone_receptor")
_LEAST, _MOST = "minimum_age", "maximum_age"
_UP = {">=": _LEAST, ">": _LEAST, "<=": _MOST, "<": _MOST}
_TURNED = {_LEAST: _MOST, _MOST: _LEAST}

Limit = tuple[str, float]


def find_conflicts(stated: Sequence[Stated], criteria: Sequence[Criterion]) -> tuple[Conflict, ...]:
    """Every pair of a stated rule and a criterion for everybody that says another limit."""
    rules = {rule.field: rule.expression for rule in stated}
    everybody = [one for one in criteria if not one.scope and not one.alternative]
    found = [
        Conflict(field=field, start=one.start, end=one.end)
        for one in everybody
        for field in dict.fromkeys(_disagreeing(rules, one))
    ]
    contradicted = {one.start: one for one in contradicting(everybody)}
    return (
        *found,
        *_between_criteria(everybody),
        *_between_diseases(everybody),
        *(
            Conflict(field=TEXT_CONTRADICTS, start=start, end=one.end)
            for start, one in sorted(contradicted.items(), key=lambda each: each[0])
        ),
    )


def _disagreeing(rules: dict[str, Expr], criterion: Criterion) -> Iterator[str]:
    excluding = criterion.side == "exclusion"
    for one in criterion.findings:
        for part in _parts(one.expression):
            match part:
                case Compare(kind="age"):
                    yield from _ages(rules, part, excluding=excluding)
                case Among(kind="sex") if not excluding:
                    rule = rules.get("sex")
                    stated_values = rule.values if isinstance(rule, Among) else ("female", "male")
                    if set(stated_values) != set(part.values):
                        yield "sex"
                case Exists(kind="healthy volunteers") if not excluding and "healthy_volunteers" in rules:
                    yield "healthy_volunteers"


def _ages(rules: dict[str, Expr], part: Compare, *, excluding: bool) -> Iterator[str]:
    field, limit = _limit(part, excluding=excluding)
    rule = rules.get(field)
    if isinstance(rule, Compare) and abs(days(rule.value, rule.unit) - limit) > 1:
        yield field
    # "Age ≥ 18" among the exclusions of a trial for adults would keep everybody out.
    other = rules.get(_TURNED.get(field, ""))
    if isinstance(other, Compare):
        nearest = days(other.value, other.unit)
        if limit <= nearest if field == _MOST else limit >= nearest:
            yield _TURNED[field]


def _limit(part: Compare, *, excluding: bool) -> Limit:
    field = _UP.get(part.sign, "")
    return (_TURNED.get(field, "") if excluding else field), days(part.value, part.unit)


def _between_criteria(criteria: Sequence[Criterion]) -> Iterator[Conflict]:
    """Every criterion with an age, when two of them ask for another least or another greatest age."""
    limits: dict[str, set[int]] = {}
    aged: list[Criterion] = []
    for criterion in criteria:
        own = [part for one in criterion.findings for part in _parts(one.expression)]
        ages = [part for part in own if isinstance(part, Compare) and part.kind == "age"]
        if ages:
            aged.append(criterion)
        for age in ages:
            field, limit = _limit(age, excluding=criterion.side == "exclusion")
            limits.setdefault(field, set()).add(round(limit))
    if any(max(found) - min(found) > 1 for found in limits.values()):
        yield from (Conflict(field=TEXT_AGES, start=one.start, end=one.end) for one in aged)


def _between_diseases(criteria: Sequence[Criterion]) -> Iterator[Conflict]:
    """Every demand with a marker or a spread, when two of them exclude each other or are of other organs."""
    asked = [
        (one, states) for one in criteria if one.side == "inclusion" and (states := _states(one.expression))
    ]
    organs = {frozenset(word.lower() for word in _ORGAN.findall(one.text)) for one, _ in asked}
    if _any_disjoint(organs - {frozenset()}) or _any_exclude([states for _, states in asked]):
        yield from (Conflict(field=TEXT_DISEASES, start=one.start, end=one.end) for one, _ in asked)


def _states(expression: Expr) -> dict[str, frozenset[str]]:
    """Markers and spread that a demand asks for, whatever else it does."""
    parts = (part for part in _parts(expression) if isinstance(part, Among))
    return {
        part.variable: frozenset(part.values) for part in parts if part.kind in ("biomarker", "cancer spread")
    }


def _any_exclude(demands: Sequence[dict[str, frozenset[str]]]) -> bool:
    """Whether two demands exclude each other. A text may have thousands, and they are not compared in pairs:
    what they ask of one marker is one of a few sets of values."""
    asked: dict[str, set[frozenset[str]]] = defaultdict(set)
    for demand in demands:
        for name, values in demand.items():
            asked[name].add(values)
    if any(map(_any_disjoint, asked.values())):
        return True
    negative = {place for place, demand in enumerate(demands) if "triple_negative" in demand}
    positive = {
        place
        for place, demand in enumerate(demands)
        if any(demand.get(name) == frozenset(("positive",)) for name in _RECEPTORS)
    }
    # One demand does not exclude itself.
    return bool(negative and positive and len(negative | positive) > 1)


def _any_disjoint(sets: Iterable[frozenset[str]]) -> bool:
    return any(one.isdisjoint(other) for one, other in combinations(sets, 2))


def _parts(expression: Expr) -> tuple[Expr, ...]:
    if isinstance(expression, (All, AnyOf)):
        return tuple(part for each in expression.parts for part in _parts(each))
    return (expression,)
