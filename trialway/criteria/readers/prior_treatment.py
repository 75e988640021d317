"""Which treatments somebody has had before, by name: "prior treatment with trastuzumab",
"chemotherapy-naive"."""

import re
from collections.abc import Iterator

from trialway.criteria.cues import RuleMatch, find_negation
from trialway.criteria.expressions import All, AnyOf, Exists, Expr, Not
from trialway.criteria.readers import lines_of_therapy
from trialway.criteria.readers.head_nouns import head_at, head_class
from trialway.criteria.readers.prior_treatment_rules import PRIOR
from trialway.criteria.readers.treatment_names import names_illness, whole_names
from trialway.criteria.readers.treatment_phrases import (
    GENERAL,
    NAIVE,
    NAMED,
    TRANSPLANT,
    may_tell,
    phrases_in,
)

CUES = (
    "prior",
    "previ",
    "recei",
    "naive",
    "naïve",
    "histo",
    "line",
    "lines",
    "treat",
    "untre",
    "regim",
    "trans",
    "exper",
    "expos",
    "past",
    "recip",
    "chemo",
    "under",
)

_TRIAL = PRIOR["prior.not.study"]
_TIMED = PRIOR["prior.not.timed"]
_SPLIT = PRIOR["prior.list"]
_END = PRIOR.any_of("prior.end.")
_NOT_THERAPY = PRIOR.any_of("prior.not-therapy.")
_EXAMPLES = PRIOR["prior.aside"]
_ONLY_MENTIONED = PRIOR.any_of("prior.only-mentioned.")
_NOT_YET = PRIOR["prior.not-yet"]
_LISTED = PRIOR["prior.waiting-list"]
_NO_NAME = PRIOR["prior.no-name"]
_ILLNESS = PRIOR["prior.illness"]
_OF_LESIONS = PRIOR["prior.of-lesions"]
_AMOUNT = PRIOR["prior.amount"]
_BRACKETS = PRIOR["prior.untimed-bracket"]
_CLAUSE_END = re.compile(r"[;.](?: |$|[a-z]\.)")
_TOGETHER = re.compile(r" and | plus ")
_APART = re.compile(r" or |and/or")
_WITHOUT = re.compile(r"^(?:no|without) | (?:not|no|without) ")
_ANY_TREATMENT = ("therapy", "therapies", "treatment", "treatments")
_NEXT = re.compile(r",| or ")


def read(text: str) -> Iterator[RuleMatch]:
    if not may_tell(text):
        return
    text = _EXAMPLES.sub(lambda aside: " " * len(aside[0]), text)
    taken = [(found.start, found.end) for found in lines_of_therapy.read(text)]
    for match, pattern in phrases_in(text):
        if any(
            match.start() < end and start < match.end()
            for start, end in taken
            if pattern is not NAMED or start <= match.start()
        ):
            continue
        found = _treatment(text, match, pattern)
        if found is not None:
            taken.append((found.start, found.end))
            yield found


def _treatment(text: str, match: re.Match[str], pattern: re.Pattern[str]) -> RuleMatch | None:
    start, own = _object(match, pattern)
    if _NOT_THERAPY.search(own) and pattern is not GENERAL:
        return None
    if (
        len(own) < 3
        or _TRIAL.search(own)
        or own.startswith(("or ", "and "))
        or _is_timed(text, match, start + len(own))
    ):
        return None
    if _NOT_YET.search(text, 0, match.start()) or _OF_LESIONS.search(
        text, max(0, match.start() - 50), match.start()
    ):
        return None
    if _ONLY_MENTIONED.search(text, max(0, match.start() - 70), match.start()) or _LISTED.match(
        text, match.end()
    ):
        return None
    names = [
        name for raw in _SPLIT.split(own) if len(name := _named(raw)) > 2 and not _NO_NAME.fullmatch(name)
    ]
    # "No prior therapy" says that there was none at all: the general word is meant.
    if pattern not in (GENERAL, NAIVE) or not all(name in _ANY_TREATMENT for name in names):
        names = whole_names(own, names)
    if not names or any(_ILLNESS.search(name) for name in names) or names_illness(names):
        return None
    expression = _taken(own, names[:12])
    at = find_negation(text, match.start())
    lead = match.groupdict().get("lead") or ""
    never = pattern is NAIVE or lead.startswith(("na", "untreated")) or "untreated" in match[0][:24]
    denied = (
        never
        or own.startswith("no ")
        or at is not None
        or _WITHOUT.search(match[0][: max(0, start - match.start())])
    )
    first = at if at is not None and not never else match.start()
    return RuleMatch(
        first, start + len(own), "prior treatment", Not(part=expression) if denied else expression
    )


def _named(words: str) -> str:
    bare = _AMOUNT.sub("", " ".join(words.split()).strip(" ,()"))
    for lead in ("no ", "received ", "any ", "a ", "an ", "the ", "prior ", "previous "):
        bare = bare.removeprefix(lead)
    return bare


def _object(match: re.Match[str], pattern: re.Pattern[str]) -> tuple[int, str]:
    """The name of what was taken, and where it starts."""
    groups = match.groupdict()
    words = (
        groups.get("object")
        or groups.get("object2")
        or groups.get("object3")
        or groups.get("object4")
        or groups.get("object6")
        or match[0]
    )
    start = match.start() if pattern in (TRANSPLANT, NAIVE) else match.end() - len(words)
    cut = _END.search(words) if pattern is NAMED else None
    return start, (words[: cut.start()] if cut else words).strip(" ,(").removeprefix(
        "receiving "
    ).removesuffix(" or")


def _is_timed(text: str, match: re.Match[str], end: int) -> bool:
    """Whether a time window follows in the clause: then the window counts."""
    if match.groupdict().get("object4") and _TIMED.search(text):
        return True
    # The object is cut off at some length: the time may follow at once.
    if _TIMED.search(text, match.start(), end + 12):
        return True
    clause = _CLAUSE_END.search(text, end, end + 140)
    rest = " ".join(_BRACKETS.sub("", text[end : clause.start() if clause else end + 140]).split())
    timed = _TIMED.search(rest)
    if timed is None:
        return False
    between = rest[: timed.start()]
    if "expectanc" in between or "surviv" in between:
        return False
    if _NEXT.search(between) and head_at(between) and head_class(between, "") in ("look-back", "recency"):
        # "Prior heart transplant, or a stroke within 3 months": the time is the stroke's.
        return False
    return len(between) <= 80 or "therap" in between or "transplant" in between


def _taken(own: str, names: list[str]) -> Expr:
    parts: tuple[Expr, ...] = tuple(
        Exists(kind="prior treatment", variable="prior_treatment", where=(name,)) for name in names
    )
    if len(parts) == 1:
        return parts[0]
    return All(parts=parts) if _TOGETHER.search(own) and not _APART.search(own) else AnyOf(parts=parts)
