"""Rules that cannot both be meant for the same people: criteria ─▶ **their places** ─▶ conflicts.

A demand for what another criterion excludes, and two demands that no value meets, are misread, or written for
different groups. Neither decides anything, and no page tells them.
"""

from collections.abc import Iterator, Sequence

from trialway.criteria.expressions import All, AnyOf, Compare, Exists, Expr, Has
from trialway.criteria.model import Criterion

Thing = tuple[str, tuple[str, ...]]


def contradicting(criteria: Sequence[Criterion]) -> Iterator[Criterion]:
    """Every criterion that another one contradicts; only what holds for everybody is compared."""
    wanted: dict[Thing, list[Criterion]] = {}
    refused: dict[Thing, list[Criterion]] = {}
    for one in criteria:
        if one.reading != "whole" or one.children:
            continue
        things, kept = (_all_of, wanted) if one.side == "inclusion" else (_any_of, refused)
        for thing in things(one.expression) if one.side != "unstated" else ():
            kept.setdefault(thing, []).append(one)
    for thing in wanted.keys() & refused.keys():
        yield from (*wanted[thing], *refused[thing])
    yield from _out_of_range(criteria)


def _all_of(expression: Expr) -> Iterator[Thing]:
    """What a demand asks for, whatever else it does."""
    parts = expression.parts if isinstance(expression, All) else (expression,)
    yield from _things(parts)


def _any_of(expression: Expr) -> Iterator[Thing]:
    """Each thing that alone is enough to be left out."""
    parts = expression.parts if isinstance(expression, AnyOf) else (expression,)
    yield from _things(parts)


def _things(parts: Sequence[Expr]) -> Iterator[Thing]:
    for part in parts:
        match part:
            case Has(variable=variable, where=where, when="now" | "ever", who="patient") if variable:
                yield variable, where
            case Exists(variable=variable, where=where) if variable:
                yield variable, where


def _out_of_range(criteria: Sequence[Criterion]) -> Iterator[Criterion]:
    """Demands on one value, in one unit, that nothing meets all."""
    limits: dict[tuple[str, str], list[tuple[Compare, Criterion]]] = {}
    for one in criteria:
        if one.side != "inclusion" or one.reading != "whole" or one.children:
            continue
        for part in one.expression.parts if isinstance(one.expression, All) else (one.expression,):
            if isinstance(part, Compare) and not part.times_limit and part.kind != "age":
                limits.setdefault((part.variable, part.unit), []).append((part, one))
    for found in limits.values():
        least = max((part.value for part, _ in found if part.sign in (">", ">=")), default=None)
        most = min((part.value for part, _ in found if part.sign in ("<", "<=")), default=None)
        if least is not None and most is not None and least > most:
            yield from (one for _, one in found)
