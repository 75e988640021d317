"""Limits that are others for some people: findings ─▶ **findings that rule out only who fails every
limit** ─▶ build_expression.

"Bilirubin < 1.5 × ULN (< 3 × ULN in Gilbert's syndrome)": nobody knows from the words alone who has the
syndrome, so a value between both limits is neither met nor failed. Where the words name people and no second
limit was read, the finding decides nothing.
"""

from collections.abc import Sequence

from trialway.criteria.cues import RuleMatch, contains_any
from trialway.criteria.exception_rules import EXCEPTIONS
from trialway.criteria.expressions import Expr, Unread
from trialway.criteria.limits_for_some import collect_limits, loosened, variables_of_limits

MEASURED = frozenset(
    (
        "age",
        "performance status",
        "NYHA class",
        "BMI",
        "LVEF",
        "HbA1c",
        "kidney function",
        "laboratory value",
        "life expectancy",
        "blood pressure",
        "Child-Pugh class",
    )
)
# Of these a limit for some is told by the people named; an earlier treatment only by what is allowed.
_TAKEN = frozenset(("prior treatment", "time window", "prior lines"))
_FOR_SOME = EXCEPTIONS.any_of("exception.bracket.", "exception.clause.", "exception.sentence.")
_LEADING = EXCEPTIONS["exception.sentence.people-first"]
_UNLESS = EXCEPTIONS["exception.unless"]
_ALLOWED = EXCEPTIONS["exception.allowed"]
_LOOSENED = MEASURED | _TAKEN
# What a text must hold for the patterns to be worth a search.
_SOME = (
    " for ",
    " in ",
    " with ",
    " if ",
    " when ",
    " among ",
    "unless",
    "except",
    "exclud",
    ". ",
    "; ",
    "(",
)
_MORE = ("apart from", "other than", "exempt", "where")
_PERMITTING = ("allow", "permi", "accept", "eligible", "included", "may ", "can ")
_LONGEST_GAP = 160
_Words = tuple[int, int]


def with_exceptions(text: str, found: Sequence[RuleMatch], *, excluding: bool) -> list[RuleMatch]:
    """The findings of a criterion, those with an exception rewritten; ``text`` is normalised."""
    kinds = {one.kind for one in found}
    if _LOOSENED.isdisjoint(kinds):
        return list(found)
    if not MEASURED.isdisjoint(kinds) and (contains_any(text, _SOME) or contains_any(text, _MORE)):
        found = _limits_with_exceptions(text, found)
    allowed = _ALLOWED.search(text) if excluding and contains_any(text, _PERMITTING) else None
    if allowed is None:
        return list(found)
    # "Chemotherapy; adjuvant chemotherapy is permitted": an exclusion that does not hold for all of it.
    return [
        _rewritten(one, Unread(words=text[one.start : one.end]))
        if one.kind in _LOOSENED and one.start < allowed.start()
        else one
        for one in found
    ]


def _limits_with_exceptions(text: str, found: Sequence[RuleMatch]) -> list[RuleMatch]:
    measured = [one for one in found if one.kind in MEASURED]
    loose = {
        variable
        for cue in _cues(text)
        for one in _belongs_to(text, cue, measured)
        for variable in variables_of_limits(one.expression)
    }
    if not loose:
        return list(found)
    limits: dict[str, list[Expr]] = {variable: [] for variable in loose}
    for one in measured:
        collect_limits(one.expression, limits)
    return [
        _rewritten(one, loosened(one.expression, limits, text[one.start : one.end]))
        if one.kind in MEASURED and variables_of_limits(one.expression) & loose
        else one
        for one in found
    ]


def _cues(text: str) -> list[_Words]:
    spans = [match.span() for match in _FOR_SOME.finditer(text)]
    return spans + [match.span() for match in _UNLESS.finditer(text)]


def _belongs_to(text: str, cue: _Words, measured: list[RuleMatch]) -> list[RuleMatch]:
    """The findings that an exception is about: the last that starts before its words, those inside it."""
    before = [one for one in measured if one.start < cue[0]]
    inside = [one for one in measured if cue[0] <= one.start < _end_of(text, cue)]
    if before:
        near = cue[0] - before[-1].end <= _LONGEST_GAP
        return [*before[-1:], *inside] if near else []
    return inside[:1] if _LEADING.match(text, cue[0]) else []


def _end_of(text: str, cue: _Words) -> int:
    """Where the words of an exception end: at the bracket that closes it, else with its own words."""
    if text[cue[0]] not in "([":
        return cue[1]
    return text.find(")" if text[cue[0]] == "(" else "]", cue[0], cue[0] + _LONGEST_GAP) + 1 or cue[1]


def _rewritten(one: RuleMatch, expression: Expr) -> RuleMatch:
    return RuleMatch(one.start, one.end, one.kind, expression, one.unread)
