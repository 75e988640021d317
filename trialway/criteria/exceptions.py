"""Limits that are others for some people: findings ─▶ **findings that rule out only who fails every
limit** ─▶ build_expression.

"Bilirubin < 1.5 × ULN (< 3 × ULN in Gilbert's syndrome)": nobody knows from the words alone who has the
syndrome, so a value between both limits is neither met nor failed. Where the words name people and no second
limit was read, the finding decides nothing.
"""

from collections.abc import Sequence

from trialway.criteria.cues import RuleMatch, contains_any
from trialway.criteria.exception_rules import EXCEPTIONS
from trialway.criteria.expressions import All, AnyOf, Compare, Exists, Expr, Has, Unread, atoms_of

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
        for variable in _variables(one.expression)
    }
    if not loose:
        return list(found)
    limits: dict[str, list[Expr]] = {variable: [] for variable in loose}
    for one in measured:
        _collect(one.expression, limits)
    return [
        _rewritten(one, _loosened(one.expression, limits, text[one.start : one.end]))
        if one.kind in MEASURED and _variables(one.expression) & loose
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


def _variables(expression: Expr) -> frozenset[str]:
    return frozenset(
        atom.variable for atom in atoms_of(expression) if not isinstance(atom, Exists | Has) and atom.variable
    )


def _collect(expression: Expr, limits: dict[str, list[Expr]]) -> None:
    """Adds every limit of an expression to those of its variable; a range is one limit."""
    variables = _variables(expression)
    if len(variables) == 1 and not _has_alternatives(expression):
        (variable,) = variables
        plain = _without_condition(expression)
        if variable in limits and plain not in limits[variable]:
            limits[variable].append(plain)
    elif isinstance(expression, All | AnyOf):
        for part in expression.parts:
            _collect(part, limits)


def _has_alternatives(expression: Expr) -> bool:
    if isinstance(expression, AnyOf):
        return True
    return isinstance(expression, All) and any(_has_alternatives(part) for part in expression.parts)


def _without_condition(expression: Expr) -> Expr:
    """ "With liver metastases, ≤ 5 × ULN" without its condition."""
    if not isinstance(expression, All):
        return expression
    parts = tuple(part for part in expression.parts if not isinstance(part, Exists))
    return parts[0] if len(parts) == 1 else All(parts=parts)


def _loosened(expression: Expr, limits: dict[str, list[Expr]], words: str) -> Expr:
    variables = _variables(expression)
    if variables == {"karnofsky", "lansky"}:
        # One scale for adults and one for children: that is said by "either" already.
        return expression
    if len(variables) > 1 and isinstance(expression, All | AnyOf):
        parts = tuple(_loosened(part, limits, words) for part in expression.parts)
        return All(parts=parts) if isinstance(expression, All) else AnyOf(parts=parts)
    if not variables & limits.keys():
        return expression
    mine = tuple(limits[next(iter(variables))])
    if len(mine) < 2 or not _one_sided(mine):
        return Unread(words=words)
    # Yes where every limit is kept, no where every one is failed, else unknown.
    unknown = Unread(words=words)
    return AnyOf(parts=(All(parts=mine), *(All(parts=(unknown, limit)) for limit in mine)))


def _one_sided(limits: tuple[Expr, ...]) -> bool:
    """Whether several limits can be for different people: "> 18.5" and "< 35" are one range."""
    signs = {limit.sign[0] for limit in limits if isinstance(limit, Compare)}
    return len(signs) < 2


def _rewritten(one: RuleMatch, expression: Expr) -> RuleMatch:
    return RuleMatch(one.start, one.end, one.kind, expression, one.unread)
