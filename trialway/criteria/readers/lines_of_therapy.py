"""How many lines of therapy somebody has had: "no more than two prior lines", "≥ 1 previous regimen"."""

import re
from collections.abc import Iterator
from functools import lru_cache

from trialway.criteria.cues import (
    COUNT,
    SIGNS,
    RuleMatch,
    contains_any,
    has_numbers,
    number_positions,
    parse_number,
)
from trialway.criteria.expressions import All, Compare, Expr
from trialway.criteria.readers.lines_of_therapy_rules import LINES_OF_THERAPY

CUES = ("prior", "previ", "line", "regim", "thera", "treat")

_ONE_OR_MORE = LINES_OF_THERAPY["prior-lines.one-or-more"]
_BUT_AT_MOST = LINES_OF_THERAPY["prior-lines.but-at-most"]
_AND_AT_MOST = LINES_OF_THERAPY["prior-lines.and-at-most"]
_COUNT_PRIOR = LINES_OF_THERAPY["prior-lines.count-prior"]
_COUNT_LINES = LINES_OF_THERAPY["prior-lines.count-lines"]
_LINES_OF = LINES_OF_THERAPY["prior-lines.lines-of"]
_NUMBER_OF = LINES_OF_THERAPY["prior-lines.number-of"]
_REGIMENS_HAD = LINES_OF_THERAPY["prior-lines.regimens-had"]
_OTHER = LINES_OF_THERAPY.any_of("prior-lines.not.")
_NOT_COUNTED = LINES_OF_THERAPY.any_of("prior-lines.not-counted.")

# What a text must hold for the patterns to be worth a search.
_NEEDLES = ("line", "regimen", "therap", "treatment")
_MAY_COUNT = re.compile(
    rf"\b{COUNT}\b[^.;]{{0,60}}(?:lines?\b|regimen|therap|treatment)|"
    rf"(?:lines?|regimens?|therapies)[^.;]{{0,40}}\d"
)


@lru_cache(maxsize=4)
def read(text: str) -> tuple[RuleMatch, ...]:
    """The findings, cached while the reader of treatments looks at the same text."""
    return tuple(_read(text))


def _read(text: str) -> Iterator[RuleMatch]:
    taken: list[tuple[int, int]] = []
    if not contains_any(text, _NEEDLES) or not has_numbers(text) or not _MAY_COUNT.search(text):
        return
    for matches in _tried(text):
        for match in matches:
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            around = max(0, match.start() - 40), match.end() + 10
            if _OTHER.search(match[0]) or _NOT_COUNTED.search(text, *around):
                continue
            taken.append(match.span())
            yield _counted(match)


def _tried(text: str) -> Iterator[Iterator[re.Match[str]]]:
    """The matches of narrow patterns before those of wide ones; each pattern only where it can match."""
    prior = contains_any(text, ("prior", "previous", "earlier", "preceding"))
    if prior:
        yield number_positions(_ONE_OR_MORE, text)
        yield _BUT_AT_MOST.finditer(text)
    yield _AND_AT_MOST.finditer(text)
    if prior:
        yield number_positions(_COUNT_PRIOR, text, "≥≤><")
    yield number_positions(_COUNT_LINES, text, "≥≤><")
    if prior:
        yield _LINES_OF.finditer(text)
        yield _NUMBER_OF.finditer(text)
    yield _REGIMENS_HAD.finditer(text)


def _counted(match: re.Match[str]) -> RuleMatch:
    count = parse_number(match["count"])
    sign = match.groupdict().get("sign")
    if sign is None or sign == "=":
        sign = "≥"
    lower: Expr = Compare(kind="prior lines", variable="prior_lines", sign=SIGNS[sign], value=count)
    high = match.groupdict().get("high")
    if high:
        upper = Compare(kind="prior lines", variable="prior_lines", sign="<=", value=parse_number(high))
        return RuleMatch(match.start(), match.end(), "prior lines", All(parts=(lower, upper)))
    return RuleMatch(match.start(), match.end(), "prior lines", lower)
