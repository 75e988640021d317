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
_LIMITED = LIFE_EXPECTANCY["life.limited-before"]


def read(text: str) -> Iterator[RuleMatch]:
    match = _NAME_FIRST.search(text) or _TIME_FIRST.search(text)
    if match is None:
        return
    sign = _sign(text, match)
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


def _sign(text: str, match: re.Match[str]) -> Operator | None:
    if match["more"]:
        return "<=" if match["more"].endswith("less") else ">="
    if match["sign"] and match["sign"] != "=":
        return SIGNS[match["sign"]]
    if _BEYOND.search(match[0]):
        return ">"
    # "Limiting life expectancy to 1 year" is less; of "life expectancy of 6 months" nobody can tell.
    return "<" if _LIMITED.search(text[max(0, match.start() - 24) : match.start()]) else None
