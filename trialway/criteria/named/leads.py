"""The words before a name ─▶ **what they say of it**: denied, of relatives, before, severe ─▶ statements."""

import re
from functools import lru_cache

from msgspec import Struct

from trialway.criteria.named.lead_rules import LEADS

# Farther away than this nothing belongs to a name.
FARTHEST = 120
# Between words of which one is enough.
OR = " or "
_LEAD = LEADS.any_of("lead.")
_JOINER = re.compile(r"[\s,;/(\[:-]{0,4}(?P<word>and/or|or|and|nor|&|plus)?[\s,(/-]{0,3}")
LISTING = frozenset(("or", "and", ",", "and/or", "nor", "&", "plus"))
# Examples are joined to what they are examples of.
_EXAMPLE = re.compile(
    r"[\s,(\[:;-]{0,4}(?P<word>e\.? ?g\b\.?|i\.? ?e\b\.?|such as|including"
    r"|for example|like|especially|namely)[\s,:]{0,3}"
)
_BETWEEN = re.compile(
    r"[\s]{0,3}(?:[,/]\s{0,3})?(?P<word>and/or|or|and|nor|&|plus)\b\s{0,3}|\s?[,/]\s?(?P<comma>)"
)
_GRADING = frozenset(("severity", "stability", "course", "unsure"))
# Over more words than this nothing is carried on: another sentence may have begun.
_FARTHEST_CARRIED = 4
_NARROWING = _GRADING | {"sort"}
_CARRIED = frozenset(("no", "ever", "past", "family", "planned", "taking", "done"))
_NEXT_WORD = re.compile(r"[^\s]{1,60}\s{0,3}")
_PUNCTUATION = re.compile(r"[\s,(\[/:\"'-]{1,6}")


class Lead(Struct, frozen=True):
    """``start`` is where the words begin that were read, counted from the end of the lead (0 or negative).

    ``classes`` are those of the table; ``words`` those that narrow, as written, and ``carried`` those of them
    that hold for all of a list: "severe", not "nasal". ``joiner`` is "or", "and",
    "," or "" and says how the name is joined to what stands before; ``clean``: nothing else stands between.
    ``other_way`` takes the place of the name's first word: "acute" of "acute or chronic colitis".
    """

    start: int
    classes: frozenset[str]
    words: tuple[str, ...]
    carried: tuple[str, ...]
    joiner: str
    clean: bool
    other_way: str = ""


@lru_cache(maxsize=6_000)
def read_lead(words: str) -> Lead:
    """What the words between the last name, or the start of the clause, and a name say of the name."""
    joint = _EXAMPLE.match(words) or _JOINER.match(words)
    assert joint is not None, "the pattern matches the empty string"
    reading = _Reading(joint.end(), _joint(joint))
    while reading.at < len(words):
        _read_on(words, reading)
    other = ""
    if reading.either and reading.narrowing:
        # "Acute or chronic pancreatitis": the other way is the first word of the name.
        other = reading.narrowing.pop()
        reading.grading = [one for one in reading.grading if one != other]
    return Lead(
        reading.first - len(words),
        frozenset(reading.classes),
        tuple(reading.narrowing),
        tuple(reading.grading),
        reading.joiner,
        reading.clean,
        other,
    )


class _Reading:
    """The state while reading a lead from left to right."""

    def __init__(self, at: int, joiner: str) -> None:
        self.at = self.first = at
        self.joiner = joiner
        self.classes: set[str] = set()
        self.narrowing: list[str] = []
        self.grading: list[str] = []
        # "Severe or uncontrolled asthma": one of the two is enough.
        self.either = False
        self.unknown = 0
        self.clean = True
        # What was said before words that nobody knows here: it holds again for the next of a list.
        self.carried: tuple[set[str], list[str]] = (set(), [])

    def narrow(self, word: str, *, grades: bool) -> None:
        """One more word that narrows, or another way in which the last one may hold."""
        if self.either:
            self.narrowing[-1] += OR + word
        else:
            self.narrowing.append(word)
        if grades:
            self.grading.append(self.narrowing[-1])
        self.either = False


def _read_on(words: str, reading: _Reading) -> None:
    match = _LEAD.match(words, reading.at)
    joint = _BETWEEN.match(words, reading.at)
    if match and match.end() > reading.at:
        name = (match.lastgroup or "").split("__")[0]
        reading.classes.add(name)
        if name in _NARROWING:
            reading.narrow(match[0].strip(), grades=name in _GRADING)
        reading.at = match.end()
    elif joint:
        reading.at = joint.end()
        reading.either = bool(reading.narrowing) and _joint(joint) in ("or", ",")
        if not reading.clean:
            classes, grading = reading.carried
            reading.classes, reading.narrowing, reading.grading = classes & _CARRIED, [*grading], [*grading]
            reading.clean, reading.first, reading.joiner = True, joint.end(), _joint(joint)
            reading.either = False
    elif passed := _PUNCTUATION.match(words, reading.at):
        reading.at = passed.end()
    elif word := _NEXT_WORD.match(words, reading.at):
        reading.unknown += 1
        if reading.unknown > _FARTHEST_CARRIED:
            reading.carried = (set(), [])
        elif reading.clean:
            reading.carried = (reading.classes, reading.grading)
        # What stands before a word that nobody knows here is not said of the name.
        reading.at = reading.first = word.end()
        reading.classes, reading.narrowing, reading.grading = set(), [], []
        reading.clean = reading.either = False


def _joint(match: re.Match[str]) -> str:
    word = match["word"] or ("," if "," in match[0] or "/" in match[0] else "")
    return "or" if word == "and/or" else word
