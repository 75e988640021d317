"""Whether the words around a name leave open what is said of it ─▶ statements.

A scale, a risk, the aim of a treatment, an exception, a part of another name: each is found by its name, and
claims nothing.
"""

from collections.abc import Sequence

from msgspec import Struct

from trialway.criteria.cues import RuleMatch, clause_start
from trialway.criteria.named.leads import Lead
from trialway.criteria.named.mentions import Named
from trialway.criteria.named.tails import (
    is_aim,
    is_cause,
    is_other_thing,
    is_part_of_more,
    is_purpose,
    is_test,
)
from trialway.criteria.normalised_text import NormalisedText

_OPEN_FOR_ILLNESS = frozenset(("taking", "needed", "done", "planned", "may", "risk"))
_TREATMENTS = ("medicine", "procedure")


class CriterionWords(Struct):
    """What is the same for all names of one criterion: its words, and where a time or an exception stands."""

    source: str
    folded: NormalisedText
    others: Sequence[RuleMatch]
    taken: list[tuple[int, int]]
    windows: list[int]
    exceptions: list[tuple[int, bool]]
    vaccine: list[int]


def is_open(criterion: CriterionWords, one: Named, lead: Lead, before: tuple[int, str] | None) -> bool:
    """Whether a name claims nothing for the words around it; ``before`` are the end and the kind of a name
    that the lead joins it to."""
    text = criterion.folded.text
    if (
        is_other_thing(text, one.end)
        or is_cause(text[one.end : one.end + 40])
        or is_part_of_more(text, one.end, noun=not one.concept and not lead.words)
    ):
        return True
    if one.kind == "procedure":
        return "on" in lead.classes and is_test(text[one.start : one.end])
    if before and is_cause(text[before[0] : one.start]):
        return True
    if one.kind == "condition" and _is_for(criterion, one, lead, before):
        return True
    if _is_excepted(criterion, one):
        return True
    return one.kind in ("condition", "stage") and not _OPEN_FOR_ILLNESS.isdisjoint(lead.classes)


def _is_for(criterion: CriterionWords, one: Named, lead: Lead, before: tuple[int, str] | None) -> bool:
    """Whether an illness is what something is done for."""
    text = criterion.folded.text
    if before and before[1] in _TREATMENTS and is_aim(text[before[0] : one.start]):
        return True
    return is_purpose(text[one.start + lead.start : one.start]) or _is_vaccinated_against(criterion, one)


def _is_excepted(criterion: CriterionWords, one: Named) -> bool:
    """Whether the name is of what is left out: "cancer other than of the skin"."""
    if not criterion.exceptions:
        return False
    begin = clause_start(criterion.folded.text, one.start)
    return any(lists and begin <= place < one.start for place, lists in criterion.exceptions)


def _is_vaccinated_against(criterion: CriterionWords, one: Named) -> bool:
    """Whether an infection is what a vaccine of the same sentence is against."""
    if not criterion.vaccine:
        return False
    return clause_start(criterion.folded.text, one.start) <= criterion.vaccine[0] < one.start
