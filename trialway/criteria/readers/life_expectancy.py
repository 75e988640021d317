"""How long somebody is expected to live: "Life expectancy ≥ 12 weeks"."""

import re
from collections.abc import Iterator

from trialway.criteria.cues import SIGNS, RuleMatch, parse_number, time_unit
from trialway.criteria.expressions import Compare, Operator
from trialway.criteria.readers.life_expectancy_rules import LIFE_EXPECTANCY

CUES = ("life", "live", "expec", "survi", "expet")

_NAME_FIRST = LIFE_EXPECTANCY["life.name-first"]
_TIME_FIRST = LIFE_EXPECTANCY["life.time-first"]
_BEYOND = LIFE_EXPECTANCY["life.beyond"]


def read(text: str) -> Iterator[RuleMatch]:
    match = _NAME_FIRST.search(text) or _TIME_FIRST.search(text)
    if match is None:
        return
    sign = _sign(match)
    if sign is None:
        return
    yield RuleMatch(
        match.start(),
        match.end(),
        "life expectancy",
        Compare(
            kind="life expectancy",
            variable="life_expectancy",
            sign=sign,
            value=parse_number(match["count"]),
            unit=time_unit(match["unit"]),
        ),
    )


def _sign(match: re.Match[str]) -> Operator | None:
    if match["more"]:
        return "<=" if match["more"].endswith("less") else ">="
    if match["sign"] and match["sign"] != "=":
        return SIGNS[match["sign"]]
    # Of "life expectancy of 6 months" nobody can tell whether it is at least or at most.
    return ">" if _BEYOND.search(match[0]) else None
