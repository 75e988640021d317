"""Limits as they are written: "≥ 1,500/mm3", "2.5 × ULN", "between 18 and 30 kg/m2", "7 % or more".

normalised text ─▶ **values** ─▶ lab_values, which knows whose values they are.
"""

import re
from collections.abc import Iterator

from trialway.criteria.cues import SIGNS, parse_number
from trialway.criteria.expressions import All, Compare, Expr, Operator
from trialway.criteria.readers.analytes import ANY, BY_VARIABLE
from trialway.criteria.readers.value_bounds import MULTIPLES, is_possible
from trialway.criteria.readers.value_limit_rules import VALUE_LIMITS
from trialway.criteria.units import unit_of

_VALUE = VALUE_LIMITS.any_of("value.limit.")
OR_MORE = VALUE_LIMITS["value.or-more"]
# What a value starts with: tried first, for the pattern above is expensive to try at every character.
_FIRST = re.compile(
    r" (?=\d)|[\d≥≤<>]|t(?=wo|hree)|[gh](?=reater|igher)|a(?=bove)|e(?=xceed)|[lb](?=ess|ower|elow)"
    r"|[wo](?=ithin|utside)"
)
_UPWARD = frozenset(
    (
        "more",
        "greater",
        "higher",
        "above",
        "over",
        ">",
        "≥",
        "greater than",
        "higher than",
        "exceeding",
        "exceeds",
        "outside",
    )
)
_THOUSANDS = re.compile(r"\d{1,3}\.\d{3}")
_SPELLED = {"two": 2.0, "three": 3.0}


def values_in(text: str) -> Iterator[re.Match[str]]:
    at = 0
    for first in _FIRST.finditer(text):
        if first.start() < at or not (match := _VALUE.match(text, first.start())):
            continue
        at = match.end()
        bare = match["range"] and not any(
            match[name] for name in ("lowsign", "highsign", "rangeunit", "lowunit")
        )
        # "2-hour", "22-May", "day 1 and 3": a bare range counts only straight after a name.
        if bare and not ANY.search(text, max(0, match.start() - 60), match.start()):
            at = match.start() + len(match["low"]) + 1
            continue
        yield match


def limit_of(match: re.Match[str], variable: str) -> Expr | None:
    """The limit as an expression on a variable; None when its unit is of something else, or when nobody can
    have such a value."""
    groups = match.groupdict()
    if groups.get("range"):
        return _range(groups, variable)
    for amount, direction, limit in (
        ("fold", "", "foldlimit"),
        ("x", "way", "waylimit"),
        ("", "over", "alone"),
        ("value", "sign", "limit"),
    ):
        if groups.get(limit) and variable in ("bmi", "lvef"):
            return None
        if groups.get(limit):
            return _times(groups, variable, amount, direction)
    way: str | None = groups.get("way")
    sign = SIGNS[("≥" if way in _UPWARD else "≤") if way else groups["sign"]]
    unit = unit_of(((groups.get("power") or "") + (groups["unit"] or "")).strip(), variable)
    return None if unit is None else compare(variable, sign, _value(groups["value"], variable, unit), unit)


def _value(words: str, variable: str, unit: str) -> float:
    """The number; "100.000/mm3" of those who part thousands by a dot is 100,000, where 100 cannot be."""
    value = parse_number(words)
    if _THOUSANDS.fullmatch(words) and not is_possible(variable, value, unit):
        return value * 1000
    return value


def _range(groups: dict[str, str | None], variable: str) -> Expr | None:
    unit = unit_of(groups["rangeunit"] or groups["lowunit"] or "", variable)
    if unit is None:
        return None
    low, high = (_value(groups[end] or "", variable, unit) for end in ("low", "high"))
    if low >= high:
        return None
    least = compare(variable, SIGNS[groups["lowsign"] or "≥"], low, unit)
    most = compare(variable, SIGNS[groups["highsign"] or "≤"], high, unit)
    return All(parts=(least, most)) if least and most else None


def _times(groups: dict[str, str | None], variable: str, amount: str, direction_group: str) -> Compare | None:
    """A multiple of the laboratory's own limit: "1.5 times higher than the upper limit" is above it."""
    words = groups[amount] if amount else None
    value = 1.0 if words is None else _SPELLED.get(words) or parse_number(words)
    direction = groups[direction_group] if direction_group else ">"
    sign: Operator = SIGNS.get(direction or "") or (
        ">" if direction in _UPWARD else "<" if direction in ("less", "lower") else "<="
    )
    if not amount:
        sign = ">" if direction in _UPWARD else "<="
    if not MULTIPLES[0] <= value <= MULTIPLES[1]:
        return None
    return Compare(
        kind=BY_VARIABLE[variable].kind, variable=variable, sign=sign, value=value, times_limit=True
    )


def compare(variable: str, sign: Operator, value: float, unit: str) -> Compare | None:
    """A comparison with a limit; without a unit, the analyte's usual one is meant. None when nobody can have
    such a value."""
    analyte = BY_VARIABLE[variable]
    # A fraction where a percentage is meant: "LVEF ≤ 0.40".
    if variable == "lvef" and value <= 1:
        value *= 100
    if not is_possible(variable, value, unit or analyte.unit):
        return None
    return Compare(kind=analyte.kind, variable=variable, sign=sign, value=value, unit=unit or analyte.unit)
