"""Limits of the blood pressure: "systolic blood pressure > 160 mmHg", "BP ≥ 140/90 mmHg"."""

import re
from collections.abc import Iterator

from trialway.criteria.cues import SIGNS, RuleMatch, contains_any
from trialway.criteria.expressions import All, AnyOf, Compare, Expr, Operator
from trialway.criteria.readers.blood_pressure_rules import BLOOD_PRESSURE
from trialway.criteria.readers.value_bounds import is_possible

CUES = ("systo", "diast", "sbp", "dbp", "bp", "press", "hyper", "hypot")

_NAME = BLOOD_PRESSURE.any_of("blood-pressure.name.")
_LIMIT = BLOOD_PRESSURE.any_of("blood-pressure.limit.")
_PAIR = BLOOD_PRESSURE.any_of("blood-pressure.pair.")
_PAIR_NAMED = BLOOD_PRESSURE["blood-pressure.pair-named"]
_ANOTHER = BLOOD_PRESSURE["blood-pressure.not.another"]
_CHANGE = BLOOD_PRESSURE["blood-pressure.not.change"]
_CLAUSE_END = re.compile(r"[;]|\. | or ")
_OR = re.compile(r" ?,? ?(?:or|and|but) ?(?:is )?")
_NEEDLES = ("systolic", "diastolic", "sbp", "dbp", "bp", "pressure", "mmhg", "mm hg")
_DIGIT = re.compile(r"\d")
_LONGEST_GAP = 60
_UPWARD = ("higher", "more", "above", "greater", "over")
# From here on a systolic pressure is high: "≥ 140/90" is met by one of both, "≤ 140/90" by both together.
_HIGH = 115


def read(text: str) -> Iterator[RuleMatch]:
    if not contains_any(text, _NEEDLES) or not _DIGIT.search(text):
        return
    taken: list[tuple[int, int]] = []
    for pair in _PAIR.finditer(text):
        found = _pair(text, pair)
        if found is not None:
            taken.append((found.start, found.end))
            yield found
    names = list(_NAME.finditer(text))
    other_until = 0
    for place, name in enumerate(names):
        if _is_another(text, name.start()):
            # "Home systolic BP < 150 and diastolic BP < 100": both are of the same measurement.
            end = _CLAUSE_END.search(text, name.end())
            other_until = end.start() if end else len(text)
        if name.start() < other_until or any(start <= name.start() < end for start, end in taken):
            continue
        until = names[place + 1].start() if place + 1 < len(names) else len(text)
        found = _single(text, name, until)
        if found is not None:
            yield found


def _is_another(text: str, at: int) -> bool:
    return bool(_ANOTHER.search(text, max(0, at - 50), at))


def _pair(text: str, match: re.Match[str]) -> RuleMatch | None:
    before = text[max(0, match.start() - 90) : match.start()]
    if not _PAIR_NAMED.search(before + match[0]) or _is_another(text, match.start()):
        return None
    way = match["way2"]
    sign = SIGNS[match["sign"]] if match["sign"] else ">=" if way in _UPWARD else "<="
    systolic = _limit("systolic", sign, match["upper"] or match["upper2"])
    diastolic = _limit(
        "diastolic", SIGNS[match["sign2"]] if match["sign2"] else sign, match["lower"] or match["lower2"]
    )
    if systolic is None or diastolic is None:
        return None
    parts = (systolic, diastolic)
    either = (systolic.value >= _HIGH) == (sign[0] == ">")
    return RuleMatch(
        match.start(), match.end(), "blood pressure", AnyOf(parts=parts) if either else All(parts=parts)
    )


def _single(text: str, name: re.Match[str], until: int) -> RuleMatch | None:
    """The limits behind a name; a second one may follow with "or" or "and"."""
    which = name.lastgroup or ""
    first = _LIMIT.search(text, name.end(), min(until, name.end() + _LONGEST_GAP + 40))
    if first is None or first.start() - name.end() > _LONGEST_GAP:
        return None
    between = text[name.end() : first.start()]
    if _CHANGE.search(between) or _DIGIT.search(between):
        return None
    expression = _of_match(which, first)
    if expression is None:
        return None
    end = first.end()
    joint = _OR.match(text, end)
    second = _LIMIT.match(text, joint.end()) if joint and joint.end() < until else None
    other = _of_match(which, second) if second is not None else None
    if second is not None and isinstance(expression, Compare) and isinstance(other, Compare):
        if expression.sign[0] == other.sign[0]:
            return None
        expression, end = _both(expression, other), second.end()
    return RuleMatch(
        name.start(), end, "blood pressure", expression, ((name.end(), first.start()),) if between else ()
    )


def _both(one: Compare, other: Compare) -> Expr:
    """ "≥ 135 but < 180" is a range, "> 180 or < 100" are two sides of one."""
    low, high = sorted((one, other), key=lambda limit: limit.value)
    return All(parts=(low, high)) if (low.sign[0], high.sign[0]) == (">", "<") else AnyOf(parts=(low, high))


def _of_match(which: str, match: re.Match[str]) -> Expr | None:
    if match["low"]:
        low = _limit(which, SIGNS[match["lowsign"] or "≥"], match["low"])
        high = _limit(which, SIGNS[match["highsign"] or "≤"], match["high"])
        return All(parts=(low, high)) if low and high and low.value < high.value else None
    if match["value"]:
        return _limit(which, SIGNS[match["sign"]], match["value"])
    return _limit(which, ">=" if match["way"] in _UPWARD else "<=", match["bare"])


def _limit(which: str, sign: Operator, value: str) -> Compare | None:
    variable = f"{which}_blood_pressure"
    number = float(value)
    if not is_possible(variable, number, "mmHg"):
        return None
    return Compare(kind="blood pressure", variable=variable, sign=sign, value=number, unit="mmHg")
