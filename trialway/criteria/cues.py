"""What the readers share: numbers, times, negation, clauses.

No pattern here or in ``readers`` repeats without bound (a test walks them all), so hostile text cannot
stall a reader.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from msgspec import Struct

from trialway.criteria.expressions import Expr, Kind, Not, Operator
from trialway.criteria.negation_rules import NEGATIONS

NUMBER_WORDS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "twelve": 12,
    "a": 1,
    "an": 1,
}
# "1,500", "1.5", and "1,5" of those who write a decimal comma; not "10^9".
NUMBER = r"(?:\d{1,4},\d{1,2}(?![\d,^])|\d{1,7}(?:,\d{3}){0,2}(?:\.\d{1,4})?(?!\^|\d))"
COUNT = r"(?:\d{1,3}(?:\.\d)?|one|two|three|four|five|six|seven|eight|nine|ten|twelve)"
TIME_UNIT = r"(?:hours?|hrs?|h|days?|d|weeks?|wks?|wk|months?|mos?|mths?|years?|yrs?|yr)\b"
SIGNS: dict[str, Operator] = {"≥": ">=", "≤": "<=", ">": ">", "<": "<", "=": "="}
OPPOSITE: dict[Operator, Operator] = {">=": "<", "<": ">=", "<=": ">", ">": "<=", "=": "="}

_NEGATION = NEGATIONS.any_of("negation.")
# Between a negator and what it negates stand only such words; "not only", "no less than" do not negate.
_BETWEEN_WORDS = """a an any the known prior previous previously history of evidence current currently
concurrent active
clinical significant signs sign symptoms have has had having received receive receiving be been is are
other documented or and with for to treated undergone participated exposed use used using require
requiring obvious clinically diagnosis diagnosed recent evident suspected past confirmed presence
treatment taken must exposure concomitant test positive participate females female women pregnant
pregnancy lactating lactation breastfeeding breast feeding nursing participating concurrently infection
severe agree more than"""
_BETWEEN = frozenset(_BETWEEN_WORDS.split())
_WORDS = re.compile(r"[a-z0-9]{1,40}")
_DIGITS = re.compile(r"[0-9]")
_SPELLED = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "twenty")
_AMOUNTS = re.compile(r"[0-9]|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty")
# Their full stop ends no sentence.
_SHORTENED = ("i.v", "i.m", "s.c", "e.g", "i.e", " e. g", " vs", "approx")
_DENIES_NOTHING = NEGATIONS["negation-not.only"]


class RuleMatch(Struct, frozen=True):
    """What a reader found in ``text[start:end]`` of the normalised text; ``unread`` are the parts of it
    that were skipped."""

    start: int
    end: int
    kind: Kind
    expression: Expr
    unread: tuple[tuple[int, int], ...] = ()


def contains_any(text: str, needles: Iterable[str]) -> bool:
    """Whether a text contains one of some strings: far cheaper than a pattern, so it is asked first."""
    for needle in needles:  # noqa: SIM110 - a loop costs half of what any() does
        if needle in text:
            return True
    return False


def parse_number(words: str) -> float:
    """``1,500`` → 1500; ``1,5`` → 1.5; ``two`` → 2."""
    if words in NUMBER_WORDS:
        return float(NUMBER_WORDS[words])
    return float(
        words.replace(",", ".") if re.fullmatch(r"\d{1,4},\d{1,2}", words) else words.replace(",", "")
    )


def time_unit(words: str) -> str:
    """``wks`` → ``week``."""
    for start, unit in (
        ("h", "hour"),
        ("d", "day"),
        ("w", "week"),
        ("mi", "minute"),
        ("m", "month"),
        ("y", "year"),
    ):
        if words.startswith(start):
            return unit
    raise AssertionError(f"{words!r} is no unit of time")


def cue_positions(pattern: re.Pattern[str], starts: frozenset[str], text: str) -> Iterator[re.Match[str]]:
    """``pattern.finditer``, tried only at words whose first two letters are among ``starts``: long
    alternations are expensive to try at every character."""
    end = 0
    for word in _WORDS.finditer(text):
        at = word.start()
        if at >= end and word[0][:2] in starts:
            match = pattern.match(text, at)
            if match:
                end = match.end()
                yield match


@lru_cache(maxsize=4)
def _amounts(text: str) -> tuple[int, ...]:
    """Positions of numbers, cached while several readers look at the same text."""
    spelled = contains_any(text, _SPELLED)
    return tuple(match.start() for match in (_AMOUNTS if spelled else _DIGITS).finditer(text))


def has_numbers(text: str) -> bool:
    """Whether a text contains a number, in figures or in words (also as part of a word)."""
    return bool(_amounts(text))


def number_positions(pattern: re.Pattern[str], text: str, signs: str = "") -> Iterator[re.Match[str]]:
    """``pattern.finditer`` for a pattern that starts with a number, or with one of ``signs`` before it,
    tried only there."""
    end = 0
    for at in _amounts(text):
        if at < end:
            continue
        if signs and at > end and text[at - 1] == " ":
            at -= 1
        if signs and at > end and text[at - 1] in signs:
            at -= 1
        match = pattern.match(text, at)
        if match:
            end = match.end()
            yield match


def clause_start(text: str, at: int) -> int:
    """The start of the clause around a position: after the last ";", ". " or ":"."""
    stop = text.rfind(". ", 0, at)
    while stop >= 0 and text.endswith(_SHORTENED, 0, stop):
        stop = text.rfind(". ", 0, stop)
    cut = max(text.rfind(";", 0, at), stop, text.rfind(": ", 0, at))
    return cut + 1 if cut >= 0 else 0


def find_negation(text: str, at: int) -> int | None:
    """The start of the negation of what begins at ``at``; None when it is not negated."""
    start = max(clause_start(text, at), at - 70)
    # "Non-pregnant and not lactating": where the first does not reach, the next may.
    while match := _NEGATION.search(text, start, at):
        if _DENIES_NOTHING.match(text, match.start()):
            return None
        between = re.findall(r"[a-z]{1,20}", text[match.start() : at])[1:]
        if all(word in _BETWEEN for word in between):
            return match.start()
        start = match.start() + 1
    return None


def with_negation(text: str, start: int, end: int, kind: Kind, expression: Expr) -> RuleMatch:
    """The finding, negated when the words before it negate it."""
    at = find_negation(text, start)
    return (
        RuleMatch(start, end, kind, expression)
        if at is None
        else RuleMatch(at, end, kind, Not(part=expression))
    )
