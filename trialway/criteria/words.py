"""Small pieces that the readers of kinds share: numbers, times, negations, clauses.

No pattern here or in ``kinds`` repeats without bound (a test walks them all), so hostile text cannot
stall a reader.
"""

import re
from dataclasses import dataclass

from trialway.criteria.expressions import Expr, Kind, Not, Operator

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

_NEGATOR = re.compile(
    r"(?:\b(?:no|not|without|never|none|neither|nor|non|cannot|absence of|free (?:of|from)|lack of"
    r"|den(?:y|ies)|negative(?: for)?"
    r"|exclusion of|isn't|aren't|don't|doesn't|haven't|hasn't)\b[ -]?)(?:(?:[a-z]{1,14}[ /]){0,5})$"
)
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
_ONLY = re.compile(r"not (?:only|limited|necessarily|mandatory|required)")


@dataclass(frozen=True)
class Found:
    """What a reader found in ``text[start:end]`` of the folded words; ``unread`` are stretches in it that
    it passed over."""

    start: int
    end: int
    kind: Kind
    expression: Expr
    unread: tuple[tuple[int, int], ...] = ()


def number(words: str) -> float:
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


def clause_start(text: str, at: int) -> int:
    """Where the clause of a place begins: after the last ";", ". ", ":" or bracket opened."""
    cut = max(text.rfind(";", 0, at), text.rfind(". ", 0, at), text.rfind(": ", 0, at))
    return cut + 1 if cut >= 0 else 0


def negator(text: str, at: int) -> int | None:
    """Where the negation of what starts at ``at`` begins; None when it stands unnegated."""
    start = max(clause_start(text, at), at - 70)
    match = _NEGATOR.search(text, start, at)
    if match is None or _ONLY.match(text, match.start()):
        return None
    between = re.findall(r"[a-z]{1,20}", text[match.start() : at])[1:]
    return match.start() if all(word in _BETWEEN for word in between) else None


def signed(text: str, start: int, end: int, kind: Kind, expression: Expr) -> Found:
    """What was found, negated when its words are."""
    at = negator(text, start)
    return Found(start, end, kind, expression) if at is None else Found(at, end, kind, Not(part=expression))
