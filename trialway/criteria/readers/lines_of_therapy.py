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

CUES = ("prior", "previ", "line", "regim", "thera", "treat")

_THERAPY = r"(?:therap(?:y|ies)|treatments?|regimens?|chemotherap(?:y|ies)|agents?)"
_PRIOR = r"(?:prior(?! to\b)|previous|earlier|preceding)"
_SKIP = r"(?:(?!or\b|and\b|for\b|with\b|cycles?\b|drugs?\b)[a-z()/-]{2,24} ){0,5}?"
_LINES = (
    re.compile(
        rf"(?P<sign>[≥≤><])? ?\b(?P<count>{COUNT})(?: \(?\d\)?)? {_PRIOR}(?: and a ≤ ?\d)? "
        rf"{_SKIP}(?:lines?|regimens?|therap(?:y|ies)|treatments?)\b"
    ),
    re.compile(
        rf"(?P<sign>[≥≤><])? ?\b(?P<count>{COUNT})(?: \(?\d\)?)? (?:or more )?{_SKIP}lines?\b(?: of "
        rf"(?:{_PRIOR} )?{_SKIP}(?:therap|treat|chemo|poly|immuno))?"
    ),
    re.compile(
        rf"{_PRIOR} lines? of (?:[a-z-]{{2,20}} ){{0,3}}{_THERAPY} ?(?P<sign>[≥≤><=]) ?(?P<count>{COUNT})"
    ),
    re.compile(
        rf"number of {_PRIOR} (?:[a-z-]{{2,20}} ){{0,3}}(?:lines?|regimens?|therapies) ?(?:is "
        rf"|was )?(?P<sign>[≥≤><]) ?(?P<count>{COUNT})"
    ),
    re.compile(
        rf"(?P<count>one|1) (?:or|to|-) ?(?P<high>{COUNT}) {_PRIOR} {_SKIP}(?:lines?|regimens?"
        rf"|therap(?:y|ies))"
    ),
    re.compile(
        rf"(?P<sign>[≥≤><]) ?(?P<count>{COUNT}) but ≤ ?(?P<high>{COUNT}) {_PRIOR} {_SKIP}(?:lines?"
        rf"|regimens?|therap(?:y|ies))"
    ),
    re.compile(
        rf"(?P<sign>[≥]) ?(?P<count>{COUNT}) (?:and|but) (?:a )?≤ ?(?P<high>{COUNT}) (?:{_PRIOR} "
        rf")?{_SKIP}(?:lines?|regimens?)\b"
    ),
)
_REGIMENS = re.compile(
    rf"\b(?:received|failed|after|following|on) (?P<sign>[≥≤><]) ?(?P<count>{COUNT}) "
    rf"{_SKIP}(?:regimens?|systemic therap(?:y|ies))\b"
)
_FIRST = re.compile(r"\b(?:(?:first|second|third)-?|\d-?(?:st|nd|rd) ?-?)line")
# "One prior ALK inhibitor": how often one class was had says nothing of all lines.
_OF_CLASS = re.compile(r"\binhibitors?\b|\banti-|\btkis?\b|\bantibod")
_COUNTED = re.compile(
    r"counted as|considered|is defined|be counted|logmar|counts? as|one of|cell lines?|at baseline"
)

# What a text must hold for the patterns to be worth a search.
_NEEDLES = ("line", "regimen", "therap", "treatment")
_MAY_COUNT = re.compile(
    rf"\b{COUNT}\b[^.;]{{0,60}}(?:lines?\b|regimen|therap|treatment)|"
    rf"(?:lines?|regimens?|therapies)[^.;]{{0,40}}\d"
)


@lru_cache(maxsize=4)
def read(text: str) -> tuple[RuleMatch, ...]:
    """Kept while the reader of treatments looks at the same text."""
    return tuple(_read(text))


def _read(text: str) -> Iterator[RuleMatch]:
    taken: list[tuple[int, int]] = []
    if not contains_any(text, _NEEDLES) or not has_numbers(text) or not _MAY_COUNT.search(text):
        return
    for matches in _tried(text):
        for match in matches:
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            if (
                _FIRST.search(match[0])
                or _OF_CLASS.search(match[0])
                or _COUNTED.search(text, max(0, match.start() - 40), match.end() + 10)
            ):
                continue
            taken.append(match.span())
            yield _counted(match)


def _tried(text: str) -> Iterator[Iterator[re.Match[str]]]:
    """The narrow patterns before the wide ones; each only where it can match."""
    prior = contains_any(text, ("prior", "previous", "earlier", "preceding"))
    if prior:
        yield number_positions(_LINES[4], text)
        yield _LINES[5].finditer(text)
    yield _LINES[6].finditer(text)
    if prior:
        yield number_positions(_LINES[0], text, "≥≤><")
    yield number_positions(_LINES[1], text, "≥≤><")
    if prior:
        yield _LINES[2].finditer(text)
        yield _LINES[3].finditer(text)
    yield _REGIMENS.finditer(text)


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
