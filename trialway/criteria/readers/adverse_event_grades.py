"""Grades of side effects on the CTCAE scale: "recovered to grade ≤ 1", "grade 2 or higher neuropathy".

The variable names what the grade is of ("ctcae_grade:neuropathy"): one side effect's grade settles nothing of
another, and no question asks for it.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from trialway.criteria.cues import SIGNS, RuleMatch, contains_any, find_negation
from trialway.criteria.expressions import Among, Not, Operator
from trialway.criteria.readers.adverse_event_grade_rules import ADVERSE_EVENT_GRADES, EVENTS, GRADE

CUES = ("grade", "ctcae", "ctc", "nci", "commo")

_ANY = ADVERSE_EVENT_GRADES.any_of("ctcae.scale-first", "ctcae.sign-before-scale", "ctcae.grade")
_ANOTHER = ADVERSE_EVENT_GRADES["ctcae.another-scale"]
_EVENTS = tuple((row.id.partition(".")[2].replace("-", " "), EVENTS[row.id]) for row in EVENTS)
_GRADE = re.compile(GRADE)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5}
_WORST = 5
_CLAUSE_END = re.compile(r"[;]|\. ")
_BEHIND, _BEFORE = 60, 90


class _Event(NamedTuple):
    start: int
    end: int
    name: str


def read(text: str) -> Iterator[RuleMatch]:
    if not contains_any(text, ("grade", "ctc", "common t")):
        return
    for match in _ANY.finditer(text):
        grades = _grades(match)
        event = _event(text, match) if grades else None
        if grades and event:
            values = tuple(map(str, grades))
            yield _finding(
                text,
                match,
                event,
                Among(kind="CTCAE grade", variable=f"ctcae_grade:{event.name}", values=values),
            )


def _finding(text: str, match: re.Match[str], event: _Event, state: Among) -> RuleMatch:
    """The grade with its side effect; the words between them stay unread."""
    start, end = min(match.start(), event.start), max(match.end(), event.end)
    between = (min(match.end(), event.end), max(match.start(), event.start))
    unread = (between,) if between[0] < between[1] else ()
    at = find_negation(text, start)
    if at is None:
        return RuleMatch(start, end, "CTCAE grade", state, unread)
    return RuleMatch(at, end, "CTCAE grade", Not(part=state), unread)


def _event(text: str, match: re.Match[str]) -> _Event | None:
    """What the grade is of; None when nothing says that it is of a side effect."""
    named = match["first3"] is None
    after = _CLAUSE_END.split(text[match.end() : match.end() + _BEHIND])[0]
    first = max(0, match.start() - _BEFORE)
    before = _CLAUSE_END.split(text[first : match.start()])[-1]
    if not named and _ANOTHER.search(before[-30:] + " " + after[:30]):
        return None
    behind = _events(after.partition(",")[0], match.end())
    if behind:
        return min(behind)
    ahead = _events(before, match.start() - len(before))
    if ahead:
        return max(ahead)
    return _Event(match.start(), match.end(), "toxicity") if named else None


def _events(words: str, at: int) -> list[_Event]:
    return [
        _Event(at + place.start(), at + place.end(), name)
        for name, pattern in _EVENTS
        for place in pattern.finditer(words)
    ]


def _grades(match: re.Match[str]) -> list[int]:
    number = "1" if match["first1"] else "2" if match["first2"] else "3"
    first = _grade(match[f"first{number}"])
    if number == "2":
        return _on_side(SIGNS[match["sign2"]], first)
    sign, way = match[f"sign{number}"] or match[f"inner{number}"], match[f"way{number}"]
    more = [_grade(one) for one in _GRADE.findall(match[f"more{number}"] or "")]
    if sign:
        return _on_side(_sign_of(sign), first) if not more else []
    if way:
        down = way.endswith(("less", "lower", "better", "below"))
        return _on_side("<=" if down else ">=", first)
    if more and re.search(r"[-]|to", match[f"more{number}"] or ""):
        return list(range(first, more[-1] + 1))
    return sorted({first, *more})


def _sign_of(words: str) -> Operator:
    """``≥`` and "greater than" as an operator."""
    if words in SIGNS:
        return SIGNS[words]
    if words == "at least":
        return ">="
    return "<" if words.startswith(("less", "lower", "better", "below")) else ">"


def _grade(words: str) -> int:
    return _ROMAN.get(words) or int(words)


def _on_side(sign: Operator, limit: int) -> list[int]:
    return [
        grade
        for grade in range(_WORST + 1)
        if {
            ">=": grade >= limit,
            ">": grade > limit,
            "<=": grade <= limit,
            "<": grade < limit,
            "=": grade == limit,
        }[sign]
    ]
