"""How far heart failure limits somebody: New York Heart Association class I to IV."""

import re
from collections.abc import Iterator

from trialway.criteria.cues import RuleMatch, with_negation
from trialway.criteria.expressions import Among
from trialway.criteria.readers.nyha_class_rules import CLASS, NYHA_CLASS

CUES = ("nyha", "york")

_NYHA = NYHA_CLASS.any_of("nyha.class.")
# "higher than NYHA class II", "≥ NYHA III": the sign can stand before the name.
_SIGN_BEFORE = NYHA_CLASS["nyha.sign-before"]
_AND_WORSE = NYHA_CLASS["nyha.and-worse"]
_LOST_SIGN = NYHA_CLASS["nyha.lost-sign"]
_GRADE = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "ⅰ": 1, "ⅱ": 2, "ⅲ": 3, "ⅳ": 4}


def read(text: str) -> Iterator[RuleMatch]:
    for match in _NYHA.finditer(text):
        values = _values(match, _SIGN_BEFORE.search(text, max(0, match.start() - 16), match.start()))
        if values and not _LOST_SIGN.search(text, max(0, match.start() - 2), match.end()):
            expression = Among(kind="NYHA class", variable="nyha", values=tuple(map(str, values)))
            yield with_negation(text, match.start(), match.end(), "NYHA class", expression)


def _values(match: re.Match[str], before: re.Match[str] | None) -> range | tuple[int, ...]:
    sign = match["sign"] or match["sign3"]
    if before and not sign:
        sign = before["sign"] if before["sign"] in "≥≤<>" else ">"
    first = _grade(match["limit"] or match["first"] or match["first2"] or match["first4"])
    between, last = (
        match["range"] or match["range2"] or match["range4"],
        match["last"] or match["last2"] or match["last4"],
    )
    more = match["more"] or match["more2"]
    if sign:
        return {
            "≥": range(first, 5),
            ">": range(first + 1, 5),
            "≤": range(1, first + 1),
            "<": range(1, first),
        }[sign]
    if more:
        return tuple(dict.fromkeys((first, *(_grade(word) for word in re.findall(CLASS, more)))))
    if between and not last:
        return range(first, 5) if _AND_WORSE.search(between) else (first,)
    return range(first, _grade(last) + 1) if last else (first,)


def _grade(word: str) -> int:
    bare = word.rstrip("abcd") or word
    return _GRADE.get(bare) or int(bare)
