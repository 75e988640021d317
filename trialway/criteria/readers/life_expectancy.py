"""How long somebody is expected to live: "Life expectancy ≥ 12 weeks"."""

import re
from collections.abc import Iterator

from trialway.criteria.cues import (
    COUNT,
    SIGNS,
    TIME_UNIT,
    RuleMatch,
    parse_number,
    time_unit,
)
from trialway.criteria.expressions import Compare, Operator

CUES = ("life", "live", "expec", "survi", "expet")

_NAME = (
    r"(?:(?:life|live)[ -]?expectanc(?:y|ies)|expect(?:ed|ancy of) (?:survival|life|to live"
    r"|to survive|life span|lifespan)|expectancy of life|(?:expected|anticipated|estimated"
    r"|predicted) (?:survival|life)|survival (?:time|period|expectancy|expectation)"
    r"|expected to (?:live|survive))"
)
_VALUE = (
    rf"(?P<sign>[≥≤><=])? ?(?P<count>{COUNT})(?: ?\(\d{{1,2}}\))?[ "
    rf"-]?(?P<unit>{TIME_UNIT})(?P<more> or (?:more|greater|longer|less))?"
)
_AFTER = re.compile(rf"{_NAME}(?: ?\([^)]{{1,30}}\))?(?:(?! (?:of|is) the)[^.;0-9≥≤<>]{{0,45}}?) ?{_VALUE}")
_BEFORE = re.compile(
    rf"{_VALUE} (?:of )?(?:expected |estimated )?(?:life[ -]expectancy|expected survival|survival expectancy)"
)


def read(text: str) -> Iterator[RuleMatch]:
    match = _AFTER.search(text) or _BEFORE.search(text)
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
    if re.search(r"\bbeyond\b|\bexceed", match[0]):
        return ">"
    # "limiting life expectancy to 1 year", "life expectancy of 6 months": which way is not said.
    return (
        "<"
        if re.search(r"limit\w{0,3}[^.;]{0,20}$|\bwithin\b", text[max(0, match.start() - 24) : match.start()])
        else None
    )
