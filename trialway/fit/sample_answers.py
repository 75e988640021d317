"""Answers to try a question with, each with how likely it is: question and rules in view ─▶ **samples**."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from trialway.criteria.answers import Answer, Quantity
from trialway.criteria.expressions import Compare, Expr, atoms_of
from trialway.criteria.units import FACTORS, canonical
from trialway.fit.questions import Question

Sample = tuple[dict[str, Answer], float]
MOST = 12


def sample_answers(question: Question, expressions: Iterable[Expr]) -> Iterator[Sample]:
    """Of a number without a known spread: one between every two limits that rules in view set, all alike."""
    if question.choices:
        yield from ((dict(choice.answers), choice.likely) for choice in question.choices)
        return
    name = question.variables[0]
    if question.samples:
        for value, likely in question.samples:
            yield {name: value}, likely
        return
    tried = list(_between(name, expressions))[:MOST]
    yield from (({name: answer}, 1 / len(tried)) for answer in tried)


def _between(name: str, expressions: Iterable[Expr]) -> Iterator[Answer]:
    limits = [
        atom
        for expression in expressions
        for atom in atoms_of(expression)
        if isinstance(atom, Compare) and atom.variable == name
    ]
    unit = "" if name in ("karnofsky", "lansky") else _base(name)
    for value in _middles({_in_base(limit) for limit in limits if not limit.times_limit}):
        yield Quantity(value, unit) if unit else value
    for value in _middles({limit.value for limit in limits if limit.times_limit}):
        yield Quantity(value, unit, 1.0)


def _middles(limits: set[float]) -> Iterator[float]:
    if limits:
        places = sorted(limits)
        yield from (0.9 * places[0], *((low + high) / 2 for low, high in pairwise(places)), 1.1 * places[-1])


def _base(name: str) -> str:
    """A unit in which values of the variable compare; any does for multiples of a limit."""
    return next((unit for unit, factor in FACTORS.get(name, {}).items() if factor == 1.0), "1")


def _in_base(limit: Compare) -> float:
    value = canonical(limit.variable, limit.value, limit.unit)
    return limit.value if value is None else value
