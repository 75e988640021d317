"""How far heart failure limits somebody: New York Heart Association class I to IV."""

import re
from collections.abc import Iterator

from trialway.criteria.cues import RuleMatch, with_negation
from trialway.criteria.expressions import Among

CUES = ("nyha", "york")

_NAME = r"(?:new york heart(?: association)?|nyha)"
_CLASS = r"(?:iv|iii|ii|i|[1-4]|ⅰ|ⅱ|ⅲ|ⅳ)[a-d]?\b"
_NYHA = re.compile(
    rf"\b{_NAME}(?:(?!\b(?:iv|iii|ii|i)\b)[^.;0-9≥≤<>]){{0,60}}?(?P<sign>[≥≤><]) ?(?:class |grade "
    rf"|level )?(?P<limit>{_CLASS})"
    rf"|\b{_NAME}(?: f\. ?(?:c\."
    rf"|class))?[^.;≥≤<>]{{0,80}}?(?<![a-hj-uw-z0-9.])(?P<first>{_CLASS})(?:(?P<range> ?(?:-|to"
    rf"|through|and above|or above|or higher|or greater|or more|or worse"
    rf"|and higher) ?(?:and )?)(?:class )?(?P<last>{_CLASS})?|(?P<more>(?:(?: ?, ?(?:or|and)? ?|/"
    rf"| or | and |, )(?:ambulatory )?(?:class )?{_CLASS}){{1,3}}))?"
    rf"|\b(?:class(?:es)?|grades?|stages?) ?(?P<sign3>[≥≤><])? ?(?P<first2>{_CLASS})(?:(?P<range2> "
    rf"?(?:-|to|or higher|or above|or greater) ?)(?P<last2>{_CLASS})?|(?P<more2>(?:(?: ?, ?(?:or"
    rf"|and)? ?|/| or | and ){_CLASS}){{1,3}}))?[^.;0-9]{{0,70}}?\b{_NAME}\b"
    rf"|(?<![\w.])(?P<first4>iv|iii|ii|ⅱ|ⅲ|ⅳ)(?P<range4> ?(?:-|to) ?)?(?P<last4>iv|iii|ⅲ"
    rf"|ⅳ)?(?! ?(?:cancer|nsclc|breast|hypersens|errors?|diuretic"
    rf"|loop))[^.;0-9]{{0,50}}?\b(?:{_NAME}|new-york heart)"
)
_GRADE = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "ⅰ": 1, "ⅱ": 2, "ⅲ": 3, "ⅳ": 4}


def read(text: str) -> Iterator[RuleMatch]:
    for match in _NYHA.finditer(text):
        values = _values(match, _BEFORE.search(text, max(0, match.start() - 16), match.start()))
        if values and not re.search(r"nyha\W{0,3}(?:criteria|[a-z ]{0,20}) (?:unchanged|change)", match[0]):
            expression = Among(kind="NYHA class", variable="nyha", values=tuple(map(str, values)))
            yield with_negation(text, match.start(), match.end(), "NYHA class", expression)


# "higher than NYHA class II", "≥ NYHA III": the sign can stand before the name.
_BEFORE = re.compile(r"(?P<sign>[≥≤<>]|(?:higher|greater|more|worse) than|above) ?(?:the )?$")


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
        return tuple(dict.fromkeys((first, *(_grade(word) for word in re.findall(_CLASS, more)))))
    if between and not last:
        return range(first, 5) if re.search(r"above|higher|greater|more|worse", between) else (first,)
    return range(first, _grade(last) + 1) if last else (first,)


def _grade(word: str) -> int:
    bare = word.rstrip("abcd") or word
    return _GRADE.get(bare) or int(bare)
