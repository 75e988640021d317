"""The words behind a name ─▶ **whether they leave it what it is** ─▶ statements."""

import re

from trialway.criteria.cues import contains_any
from trialway.criteria.named.tail_rules import TAILS

_OTHER_THING = TAILS.any_of("tail.measure", "tail.of-care")
_NEGATIVE = TAILS["tail.negative"]
_EXCEPTION = TAILS["tail.exception"]
# Letters of which one must be there for a search to be worth it.
_EXCEPTING = (
    "except", "other than", "unless", "exclu", "not including", "apart", "but not", "aside", "provided",
    "allowed",
    "permitted", "acceptable", "eligible", "if", "that ha", "not requiring", "without",
)  # fmt: skip
_QUALIFIER = TAILS["tail.qualifier"]
_GOES_ON = TAILS["tail.goes-on"]
_PURPOSE = TAILS["tail.purpose"]
_SEPARATOR = TAILS["tail.separator"]
_CAUSE = TAILS["tail.cause"]
_TEST = TAILS["tail.test"]
_AIM = TAILS["tail.aim"]
_SHORT_FORM = re.compile(r"[ ]?\([a-z0-9/ -]{2,12}\)")
_SENTENCE_END = re.compile(r"[;.](?: |$)")


def is_other_thing(text: str, end: int) -> bool:
    """Whether the name goes on to something else: "depression scale", "asthma medication"."""
    return text[end : end + 1] in (" ", "-") and bool(_OTHER_THING.match(text, end))


def is_part_of_more(text: str, end: int, *, noun: bool) -> bool:
    """Whether a name is a part of a longer one that nobody knows here: "phlegm-heat"; for a bare ``noun``
    also "impairment of mobility"."""
    return text[end : end + 1] == "-" if not noun else bool(_GOES_ON.match(text, end))


def end_of_denial(text: str, end: int) -> int | None:
    """The end of words that say that what is named is not there: "tuberculosis has been ruled out"."""
    match = _NEGATIVE.match(text, end)
    return match.end() if match else None


def qualifier_behind(text: str, end: int) -> tuple[str, int] | None:
    """A word behind a name that says how it is, and where it ends: "asthma, severe"."""
    match = _QUALIFIER.match(text, end)
    return (match["how"], match.end()) if match else None


def is_aim(between: str) -> bool:
    """Whether an illness is what a treatment is for: "medication for hypertension", "drugs of abuse"."""
    return bool(_AIM.match(between))


def is_beside(between: str) -> bool:
    """Whether nothing parts two things of a list."""
    return not _SEPARATOR.search(between)


def is_cause(between: str) -> bool:
    """Whether what follows is what something comes from: "heart failure due to amyloidosis"."""
    return bool(_CAUSE.match(between))


def is_test(name: str) -> bool:
    """Whether a procedure is a test: "on MRI" says where something is seen, "on dialysis" what is done."""
    return bool(_TEST.search(name))


def is_purpose(lead: str) -> bool:
    """Whether the words before an illness say that something is done for it."""
    return bool(_PURPOSE.match(lead))


def exceptions_in(text: str) -> list[tuple[int, bool]]:
    """Where exceptions stand, or conditions that let some people in; and whether what is left out follows."""
    if not contains_any(text, _EXCEPTING):
        return []
    return [(match.start(), bool(match["lists"])) for match in _EXCEPTION.finditer(text)]


def end_with_short_form(text: str, end: int) -> int:
    """The end of the name with its short form in brackets: "chronic kidney disease (CKD)"."""
    match = _SHORT_FORM.match(text, end) if "(" in text[end : end + 2] else None
    return match.end() if match else end


def sentence_end(text: str, at: int) -> int:
    """The end of the sentence that a place is in."""
    match = _SENTENCE_END.search(text, at)
    return match.start() if match else len(text)
