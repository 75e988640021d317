"""Limits as they are written: "≥ 1,500/mm3", "2.5 × ULN", "between 18 and 30 kg/m2", "7 % or more".

normalised text ─▶ **values** ─▶ lab_values, which knows whose values they are.
"""

import re
from collections.abc import Iterator

from trialway.criteria.cues import SIGNS, parse_number
from trialway.criteria.expressions import All, Compare, Expr, Operator
from trialway.criteria.readers.analytes import ANY, BY_VARIABLE
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
    """The limit as an expression on a variable; None when its unit is of something else."""
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
    return None if unit is None else compare(variable, sign, parse_number(groups["value"]), unit)


def _range(groups: dict[str, str | None], variable: str) -> Expr | None:
    unit = unit_of(groups["rangeunit"] or groups["lowunit"] or "", variable)
    low, high = parse_number(groups["low"] or ""), parse_number(groups["high"] or "")
    if unit is None or low >= high:
        return None
    least = compare(variable, SIGNS[groups["lowsign"] or "≥"], low, unit)
    return All(parts=(least, compare(variable, SIGNS[groups["highsign"] or "≤"], high, unit)))


def _times(groups: dict[str, str | None], variable: str, amount: str, direction_group: str) -> Compare:
    """A multiple of the laboratory's own limit: "1.5 times higher than the upper limit" is above it."""
    words = groups[amount] if amount else None
    value = 1.0 if words is None else _SPELLED.get(words) or parse_number(words)
    direction = groups[direction_group] if direction_group else ">"
    sign: Operator = SIGNS.get(direction or "") or (
        ">" if direction in _UPWARD else "<" if direction in ("less", "lower") else "<="
    )
    if not amount:
        sign = ">" if direction in _UPWARD else "<="
    return Compare(
        kind=BY_VARIABLE[variable].kind, variable=variable, sign=sign, value=value, times_limit=True
    )


def compare(variable: str, sign: Operator, value: float, unit: str) -> Compare:
    """A comparison with a limit; without a unit, the analyte's usual one is meant."""
    analyte = BY_VARIABLE[variable]
    # A fraction where a percentage is meant: "LVEF ≤ 0.40".
    if variable == "lvef" and value <= 1:
        value *= 100
    return Compare(kind=analyte.kind, variable=variable, sign=sign, value=value, unit=unit or analyte.unit)
