"""Building blocks of the patient text: lists, counts, names that fit a sentence. record ─▶ **phrases**."""

import re
from collections.abc import Iterator, Sequence

from trialway.plain.intervention_rules import INTERVENTION_WORDS
from trialway.plain.statement import TextPiece, name
from trialway.record import TrialRecord
from trialway.registry_text import repair

LONGEST_NAME = 60
_DUMMY = INTERVENTION_WORDS["intervention.dummy"]
_NOTHING = INTERVENTION_WORDS["intervention.nothing"]
_NOBODY_ILL = INTERVENTION_WORDS["intervention.healthy"]


def line(text: str | None) -> str:
    """A registry's words on one line, repaired."""
    return " ".join(repair(text).split()) if text else ""


def is_dummy(words: str) -> bool:
    """Whether a name or a description speaks of a placebo, a sham procedure or a dummy."""
    return bool(_DUMMY.search(words))


def is_health(condition: str) -> bool:
    """Whether a condition is not an illness but ``Healthy volunteers``."""
    return bool(_NOBODY_ILL.search(condition))


def is_nothing(words: str) -> bool:
    """Whether an intervention is none: ``Not applicable``."""
    return bool(_NOTHING.match(words))


def short(words: Sequence[str]) -> list[str]:
    """The names that fit into a sentence, without repeats, in order."""
    seen: dict[str, str] = {}
    for each in words:
        text = line(each).strip(" .,;")
        if text and len(text) <= LONGEST_NAME:
            seen.setdefault(text.casefold(), text)
    return list(seen.values())


def join_list(words: Sequence[str], joint: str = "and", most: int = 3) -> tuple[TextPiece, ...]:
    """``A, B and C``; at most ``most`` names, the caller says how many more there are."""
    shown = [name(word) for word in words[:most]]
    pieces: list[TextPiece] = []
    for place, piece in enumerate(shown):
        if place:
            pieces.append(TextPiece(f" {joint} " if place == len(shown) - 1 else ", "))
        pieces.append(piece)
    return tuple(pieces)


def places_of(name: str, text: str, folded: str) -> Iterator[tuple[int, int]]:
    """The places of a name in a text, ignoring case; ``folded`` is the text in lower case.

    Names are many and each is searched once: compiling a pattern for each takes longer than the search.
    """
    wanted = name.lower()
    if len(folded) != len(text):
        yield from (match.span() for match in re.finditer(re.escape(name), text, re.IGNORECASE))
        return
    start = folded.find(wanted)
    while start >= 0:
        yield start, start + len(wanted)
        start = folded.find(wanted, start + len(wanted))


def noun_of(record: TrialRecord) -> str:
    """What to call it: ``trial``, ``study`` for one that watches, ``programme`` for expanded access."""
    kind = record.design.study_type
    return {"observational": "study", "expanded_access": "programme"}.get(
        (kind.code or "") if kind else "", "trial"
    )


def counted(count: int, one: str, many: str = "") -> str:
    """``1 group``, ``1,200 people``."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def join_chain(words: Sequence[str], joint: str = "and") -> str:
    """Our own words in a row: ``a, b and c``."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {joint} {words[-1]}"
