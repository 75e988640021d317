"""Criteria and answers ─▶ **a verdict**, in strong Kleene logic: yes, no and unknown.

A wrong "does not fit" is the worst error, so whatever is unread, unanswered or true of some people only is
unknown.
"""

from typing import Literal

from msgspec import Struct

from trialway.criteria.answers import Answers
from trialway.criteria.atoms import evaluate_atom
from trialway.criteria.conflicts import IN_TEXT
from trialway.criteria.expressions import All, AnyOf, AtLeast, Expr, Not, Unread, atoms_of
from trialway.criteria.model import Criteria, Criterion, Stated

Truth = bool | None
Outcome = Literal["meets", "fails", "unknown"]


class Judgement(Struct, frozen=True, kw_only=True):
    """The result for one rule. ``quote`` is the rule as the registry wrote it: ``source[start:end]`` of
    the eligibility text, or the value of a structured ``field``. ``variables`` are those that it depends
    on."""

    outcome: Outcome
    sentence: str
    quote: str
    side: str
    start: int | None = None
    end: int | None = None
    field: str = ""
    variables: tuple[str, ...] = ()


class Verdict(Struct, frozen=True, kw_only=True):
    """For the whole trial: never "eligible", at best "may fit"."""

    outcome: Literal["may fit", "does not seem to fit", "not sure"]
    judgements: tuple[Judgement, ...]

    @property
    def against(self) -> tuple[Judgement, ...]:
        """The rules that the answers fail."""
        return tuple(one for one in self.judgements if one.outcome == "fails")

    @property
    def open(self) -> tuple[Judgement, ...]:
        """The rules that need to be checked."""
        return tuple(one for one in self.judgements if one.outcome == "unknown")


def evaluate(criteria: Criteria, answers: Answers) -> Verdict:
    """Every rule of a trial against the answers; nested criteria are judged with their parents."""
    stated = tuple(_judge_stated(criteria, rule, answers) for rule in criteria.stated)
    read = tuple(_judge(criteria, criterion, answers) for criterion in criteria.criteria)
    judgements = (*stated, *read)
    outcomes = {one.outcome for one in judgements}
    if "fails" in outcomes:
        return Verdict(outcome="does not seem to fit", judgements=judgements)
    fits = outcomes == {"meets"}
    return Verdict(outcome="may fit" if fits else "not sure", judgements=judgements)


def truth(expression: Expr, answers: Answers) -> Truth:
    """The value of an expression: ``and`` is the minimum, ``or`` the maximum of its parts, with no <
    unknown < yes."""
    match expression:
        case All(parts=parts):
            return _all([truth(part, answers) for part in parts])
        case AnyOf(parts=parts):
            return _at_least(1, [truth(part, answers) for part in parts])
        case AtLeast(count=count, parts=parts):
            return _at_least(count, [truth(part, answers) for part in parts])
        case Not(part=part):
            return _not(truth(part, answers))
        case Unread():
            return None
        case _:
            return evaluate_atom(expression, answers)


def meets(criterion: Criterion, answers: Answers) -> Truth:
    """Whether the answers meet a criterion, its children counted; an exclusion is met when it does not
    hold."""
    value = _demand(criterion, answers)
    if criterion.side == "exclusion":
        value = _not(value)
    # Words that were not read could ask for more.
    if value is True and not _read_whole(criterion):
        return None
    # A rule of some people only, or one of several, rules nobody out; one of no side settles nothing.
    if criterion.side == "unstated" or (value is False and (criterion.scope or criterion.alternative)):
        return None
    return value


def _demand(criterion: Criterion, answers: Answers) -> Truth:
    """The value of the words and the children, before the side is taken into account."""
    if not criterion.children:
        return truth(criterion.expression, answers)
    if criterion.join == "unclear":
        return None
    values = [
        # What holds for some people only, or stands on another side ("… are permitted"), settles nothing.
        None if child.scope or child.side != criterion.side else truth_of(child, answers)
        for child in criterion.children
    ]
    if criterion.join == "all":
        # Children that "or" joins are one demand.
        loose = [value for value, child in zip(values, criterion.children, strict=True) if child.alternative]
        firm = [
            value for value, child in zip(values, criterion.children, strict=True) if not child.alternative
        ]
        return _all([*firm, *([_at_least(1, loose)] if loose else [])])
    return _at_least(criterion.join_count if criterion.join == "count" else 1, values)


def truth_of(criterion: Criterion, answers: Answers) -> Truth:
    """The value of a child criterion for its parent: yes, no or unknown."""
    value = _demand(criterion, answers)
    if criterion.residual and _expects(criterion) is value:
        return None
    return value


def _expects(criterion: Criterion) -> bool:
    """The value at which a criterion would be met; with unread words it cannot reach it."""
    return criterion.side != "exclusion"


def _read_whole(criterion: Criterion) -> bool:
    return not criterion.residual and all(_read_whole(child) for child in criterion.children)


def _judge(criteria: Criteria, criterion: Criterion, answers: Answers) -> Judgement:
    value = meets(criterion, answers)
    conflicting = [one.field for one in criteria.conflicts if one.start == criterion.start]
    if value is not None and any(_stated(criteria, field, answers) is not value for field in conflicting):
        value = None
    return Judgement(
        outcome=_outcome(value),
        sentence=criterion.sentence,
        quote=criterion.text,
        side=criterion.side,
        start=criterion.start,
        end=criterion.end,
        variables=_variables(criterion),
    )


def _judge_stated(criteria: Criteria, rule: Stated, answers: Answers) -> Judgement:
    value = truth(rule.expression, answers)
    starts = {one.start for one in criteria.conflicts if one.field == rule.field}
    if value is False and any(
        meets(one, answers) is not False for one in criteria.criteria if one.start in starts
    ):
        value = None
    return Judgement(
        outcome=_outcome(value),
        sentence=rule.sentence,
        quote=rule.words,
        side="inclusion",
        field=rule.field,
        variables=_asked(rule.expression),
    )


def _stated(criteria: Criteria, field: str, answers: Answers) -> Truth:
    """The value of a structured field; a field that admits everybody is yes; where two texts differ,
    unknown."""
    if field in IN_TEXT:
        return None
    rule = next((one for one in criteria.stated if one.field == field), None)
    return True if rule is None else truth(rule.expression, answers)


def _variables(criterion: Criterion) -> tuple[str, ...]:
    own = [variable for finding in criterion.findings for variable in _asked(finding.expression)]
    below = [variable for child in criterion.children for variable in _variables(child)]
    return tuple(dict.fromkeys((*own, *below)))


def _asked(expression: Expr) -> tuple[str, ...]:
    return tuple(dict.fromkeys(atom.variable for atom in atoms_of(expression) if atom.variable))


def _outcome(value: Truth) -> Outcome:
    return "unknown" if value is None else "meets" if value else "fails"


def _not(value: Truth) -> Truth:
    return None if value is None else not value


def _all(values: list[Truth]) -> Truth:
    if False in values:
        return False
    return None if None in values else True


def _at_least(count: int, values: list[Truth]) -> Truth:
    if values.count(True) >= count:
        return True
    return False if values.count(True) + values.count(None) < count else None
