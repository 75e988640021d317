"""Criteria ─▶ **rules**: what answers can settle of a trial, compact enough to keep and to judge by the
thousand.

Everything that ``criteria.evaluate`` weighs (sides, unread words, scopes, children, conflicts) becomes one
expression a rule, so that a rule is settled by its expression's truth alone. Both ways give the same; a
test compares them.
"""

from collections import defaultdict
from collections.abc import Iterator

from msgspec import Struct

from trialway.criteria.conflicts import IN_TEXT
from trialway.criteria.expressions import All, AnyOf, AtLeast, Expr, Not, Unread
from trialway.criteria.model import Criteria, Criterion, Stated

UNREAD = Unread(words="")


class Rule(Struct, frozen=True, array_like=True):
    """Met when ``expression`` is true, failed when it is false. The words stand in ``source[start:end]`` of
    the eligibility text, or are the value of the structured ``field``; ``sentence`` is "" when there is no
    plain form."""

    expression: Expr
    start: int
    end: int
    field: str = ""
    sentence: str = ""


class TrialRules(Struct, frozen=True, array_like=True):
    """``others`` are the places of the rules that no answer can settle: the trial team checks them."""

    rules: tuple[Rule, ...] = ()
    others: tuple[tuple[int, int], ...] = ()


def rules_of(criteria: Criteria) -> TrialRules:
    """In the order of the record: what it states in fields, then its text."""
    every = [*_stated(criteria), *_read(criteria)]
    return TrialRules(
        tuple(rule for rule in every if rule.expression != UNREAD),
        tuple((rule.start, rule.end) for rule in every if rule.expression == UNREAD),
    )


def _stated(criteria: Criteria) -> Iterator[Rule]:
    for rule in criteria.stated:
        places = {one.start for one in criteria.conflicts if one.field == rule.field}
        rivals = [_meets(one) for one in criteria.criteria if one.start in places]
        # With a text that says otherwise, only who fails both is out.
        expression = any_of(rule.expression, every(UNREAD, any_of(*rivals))) if rivals else rule.expression
        yield Rule(expression, 0, 0, rule.field, rule.sentence)


def _read(criteria: Criteria) -> Iterator[Rule]:
    stated = {rule.field: rule for rule in criteria.stated}
    fields: dict[int, list[str]] = defaultdict(list)
    for conflict in criteria.conflicts:
        fields[conflict.start].append(conflict.field)
    for one in criteria.criteria:
        expression = _meets(one)
        for field in fields.get(one.start, ()):
            expression = _agreed(expression, field, stated)
        yield Rule(expression, one.start, one.end, "", "" if one.sentence == one.text else one.sentence)


def _agreed(expression: Expr, field: str, stated: dict[str, Stated]) -> Expr:
    """True when both say so, false when both deny it. A field that is not stated lets everybody in."""
    if field in IN_TEXT:
        return UNREAD
    if field not in stated:
        return any_of(expression, UNREAD)
    other = stated[field].expression
    return any_of(every(expression, other), every(UNREAD, any_of(expression, other)))


def _meets(criterion: Criterion) -> Expr:
    """As ``criteria.evaluate.meets``."""
    if criterion.side == "unstated":
        return UNREAD
    expression = _demand(criterion)
    if criterion.side == "exclusion":
        expression = denied(expression)
    if not _read_whole(criterion):
        expression = every(expression, UNREAD)
    if criterion.scope or criterion.alternative:
        expression = any_of(expression, UNREAD)
    return expression


def _demand(criterion: Criterion) -> Expr:
    if not criterion.children:
        return simple(criterion.expression)
    if criterion.join == "unclear":
        return UNREAD
    parts = [
        UNREAD if child.scope or child.side != criterion.side else _as_child(child)
        for child in criterion.children
    ]
    if criterion.join != "all":
        return at_least(criterion.join_count if criterion.join == "count" else 1, *parts)
    pairs = list(zip(parts, criterion.children, strict=True))
    loose = [part for part, child in pairs if child.alternative]
    firm = [part for part, child in pairs if not child.alternative]
    return every(*firm, *([any_of(*loose)] if loose else []))


def _as_child(criterion: Criterion) -> Expr:
    expression = _demand(criterion)
    if not criterion.residual:
        return expression
    return any_of(expression, UNREAD) if criterion.side == "exclusion" else every(expression, UNREAD)


def _read_whole(criterion: Criterion) -> bool:
    return not criterion.residual and all(map(_read_whole, criterion.children))


def simple(expression: Expr) -> Expr:
    """The same with unread words left out and nothing nested that need not be."""
    match expression:
        case All(parts=parts):
            return every(*map(simple, parts))
        case AnyOf(parts=parts):
            return any_of(*map(simple, parts))
        case AtLeast(count=count, parts=parts):
            return at_least(count, *map(simple, parts))
        case Not(part=part):
            return denied(simple(part))
        case Unread():
            return UNREAD
        case _:
            return expression


def every(*parts: Expr) -> Expr:
    flat = tuple(
        dict.fromkeys(each for part in parts for each in (part.parts if isinstance(part, All) else (part,)))
    )
    return flat[0] if len(flat) == 1 else All(parts=flat)


def any_of(*parts: Expr) -> Expr:
    flat = tuple(
        dict.fromkeys(each for part in parts for each in (part.parts if isinstance(part, AnyOf) else (part,)))
    )
    return flat[0] if len(flat) == 1 else AnyOf(parts=flat)


def at_least(count: int, *parts: Expr) -> Expr:
    if count == 1:
        return any_of(*parts)
    return UNREAD if set(parts) == {UNREAD} else AtLeast(count=count, parts=parts)


def denied(part: Expr) -> Expr:
    if part == UNREAD:
        return UNREAD
    return part.part if isinstance(part, Not) else Not(part=part)
