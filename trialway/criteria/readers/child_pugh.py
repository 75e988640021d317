"""How badly the liver works: Child-Pugh class A, B or C, and the score of 5 to 15 points behind it."""

import re
from collections.abc import Iterator

from trialway.criteria.cues import SIGNS, RuleMatch, contains_any, with_negation
from trialway.criteria.expressions import All, Among, Compare, Expr, Kind, Operator
from trialway.criteria.readers.child_pugh_rules import CHILD_PUGH, CLASS

CUES = ("child", "ctp")

_KIND: Kind = "Child-Pugh class"
_ANY = CHILD_PUGH.any_of()
_CLASSES = re.compile(CLASS)
_ORDER = "ABC"
_POINTS = re.compile(r"\d{1,2}")
_UP: dict[str, Operator] = {
    "above ": ">",
    "worse than ": ">",
    "higher than ": ">",
    "more than ": ">",
    "better than ": "<",
}


def read(text: str) -> Iterator[RuleMatch]:
    if not contains_any(text, ("pugh", "ctp")):
        return
    for match in _ANY.finditer(text):
        expression = _of_score(match) if match["score"] or match["lowscore"] else _of_classes(match)
        if expression is not None:
            yield with_negation(text, match.start(), match.end(), _KIND, expression)


def _of_score(match: re.Match[str]) -> Expr | None:
    if match["score"]:
        return _points(SIGNS[match["scoresign"]], match["score"])
    low, high, way = match["lowscore"], match["highscore"], match["scoreway"]
    if high:
        return All(parts=(_points(">=", low), _points("<=", high))) if int(low) < int(high) else None
    if way:
        return _points("<=" if way in ("less", "lower", "below") else ">=", low)
    return _points("=", low)


def _of_classes(match: re.Match[str]) -> Expr | None:
    """Classes; with points behind a letter ("B7") the limit is one of the score."""
    named = [match["first"] or match["first2"], *_CLASSES.findall(match["more"] or match["more2"] or "")]
    written = match["sign"] or match["before"] or ""
    sign = _UP.get(written) or SIGNS.get(written.strip())
    if match["worse"] or match["worse2"]:
        sign = ">="
    elif match["better"]:
        sign = "<="
    points = [found[0] if (found := _POINTS.search(one)) else None for one in named]
    if any(points):
        return _of_points(points, sign)
    letters = [_ORDER.index(one[0].upper()) for one in named]
    if sign is None:
        ranged = bool(re.search(r"[-]|to", match["more"] or match["more2"] or ""))
        chosen = set(range(letters[0], letters[-1] + 1)) if ranged else set(letters)
    elif len(letters) > 1:
        return None
    else:
        chosen = {place for place in range(3) if _holds(sign, place, letters[0])}
    if not chosen or len(chosen) == len(_ORDER):
        # "≥ A" is everybody.
        return None
    return Among(kind=_KIND, variable="child_pugh", values=tuple(_ORDER[place] for place in sorted(chosen)))


def _of_points(points: list[str | None], sign: Operator | None) -> Expr | None:
    last = points[-1]
    if len(points) == 1 and last:
        return _points(sign or "=", last)
    if sign is not None or last is None:
        return None
    # "A or B7": up to seven points; "A5-B7": from five to seven.
    if points[0] is None:
        return _points("<=", last)
    return All(parts=(_points(">=", points[0]), _points("<=", last)))


def _holds(sign: Operator, place: int, limit: int) -> bool:
    return {
        ">=": place >= limit,
        ">": place > limit,
        "<=": place <= limit,
        "<": place < limit,
        "=": place == limit,
    }[sign]


def _points(sign: Operator, value: str) -> Compare:
    return Compare(kind=_KIND, variable="child_pugh_score", sign=sign, value=float(value), unit="1")
