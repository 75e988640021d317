"""The findings of a criterion ─▶ **one expression and the words left unread** ─▶ read_criteria.

Where the joining words leave the logic open, the criterion stays unread.
"""

import re
from collections.abc import Sequence

from msgspec import Struct

from trialway.criteria.cues import RuleMatch
from trialway.criteria.disease import DISEASE, disease_of, only_narrowed, only_of_some
from trialway.criteria.examples import NAMED, without_examples
from trialway.criteria.exceptions import MEASURED
from trialway.criteria.expressions import All, AnyOf, Exists, Expr, Has, Unread, Within, atoms_of
from trialway.criteria.or_groups import alternatives, combine_findings
from trialway.criteria.plausibility import is_plausible
from trialway.criteria.readers.past_events import is_plain
from trialway.criteria.stop_words import HEDGES, word_spans
from trialway.criteria.unparsed_text import (
    Span,
    gaps,
    joining_words,
    unparsed_words,
)

DECISIVE = MEASURED | {"pregnancy"}
_PAST = ("wash-out", "look-back", "mixed")
_APART = re.compile(r"[;.]| or | and |,")


class BuiltExpression(Struct, frozen=True):
    """The meaning of a criterion; ``unread`` are the places in the normalised text that no reader took,
    without stop words."""

    expression: Expr
    unread: tuple[Span, ...]


def build_expression(
    text: str, found: Sequence[RuleMatch], *, excluding: bool, own: frozenset[str] = frozenset()
) -> BuiltExpression:
    """The meaning of a criterion's normalised text; ``excluding`` when it is an exclusion criterion;
    ``own`` are words that add nothing in this text (the primary organ)."""
    if not found:
        return BuiltExpression(Unread(words=text), ((0, len(text)),))
    found = _merged(text, without_examples(text, _without_own(text, found, own)))
    unread = unparsed_words(text, found, own)
    one_sided = is_plausible(text, found, excluding=excluding)
    if not one_sided or (not excluding and only_of_some(text, found)):
        return BuiltExpression(Unread(words=text), unread or ((0, len(text)),))
    if unread:
        return BuiltExpression(_partly(text, found, unread, excluding=excluding), unread)
    joined = combine_findings(text, found, excluding=excluding)
    if joined is None and excluding:
        # "HIV with a low count, or diabetes": what "or" parts is joined inside its parts first.
        joined = alternatives(text, found)
    if joined is None and (stated := _but_for_names(text, found)) is not None:
        return BuiltExpression(stated, ())
    if joined is None:
        # Whatever the names beside a marker are joined by, the marker is asked for.
        of_disease = () if excluding else _of_disease(text, found)
        words = Unread(words=text)
        return BuiltExpression(
            All(parts=(*of_disease, words)) if of_disease else words, joining_words(text, found)
        )
    return BuiltExpression(joined, ())


def _but_for_names(text: str, found: Sequence[RuleMatch]) -> Expr | None:
    """What a criterion says beside names that claim nothing: "measurable disease by MRI or CT"; None where it
    says several things."""
    stated = [one for one in found if not _is_only_named(one)]
    if len(stated) > 1 or len(stated) == len(found):
        return None
    return All(parts=(*(one.expression for one in stated), Unread(words=text)))


def _is_only_named(one: RuleMatch) -> bool:
    return isinstance(one.expression, Has) and one.expression.when == "unstated"


def _without_own(text: str, found: Sequence[RuleMatch], own: frozenset[str]) -> Sequence[RuleMatch]:
    """The findings without the cancer that all of the text is about, where its spread is what is said of it:
    "stage IV breast cancer" in a text on breast cancer."""
    if not own or not any(one.kind == "cancer spread" for one in found):
        return found
    return [
        one
        for one in found
        if one.kind != "condition" or own.isdisjoint(word_spans(text[one.start : one.end]))
    ]


def _merged(text: str, found: Sequence[RuleMatch]) -> list[RuleMatch]:
    """Findings with overlapping ones merged: "another trial within 30 days" is a time window and nothing
    else."""
    merged: list[RuleMatch] = []
    for one in found:
        last = merged[-1] if merged else None
        if last is None or not (together := _together(text, last, one)):
            merged.append(one)
        else:
            merged[-1] = together
    return merged


def _together(text: str, last: RuleMatch, one: RuleMatch) -> RuleMatch | None:
    taken = ("other trial", "prior treatment", *NAMED)
    if _is_window(last) and one.end <= last.end and one.kind in taken:
        return last
    if (
        one.start < last.end
        and one.end <= last.end
        and one.kind != last.kind
        and not isinstance(one.expression, Within)
    ):
        return RuleMatch(
            last.start, last.end, last.kind, All(parts=(last.expression, one.expression)), last.unread
        )
    between = text[last.end : max(last.end, one.start)]
    if _is_window(one) and last.kind in taken and not _APART.search(between):
        # Words between a name and its time say more of it: "asthma attacks within a year".
        passed = ((last.end, one.start),) if last.kind in NAMED and between.strip() else ()
        if last.kind in NAMED and _has_event(one) and not is_plain(text[last.start : last.end]):
            # "Eye surgery within 3 months": the event that has a name here is wider than what is meant.
            passed = ((last.start, one.start),)
        return RuleMatch(
            last.start, max(one.end, last.end), one.kind, one.expression, last.unread + passed + one.unread
        )
    return None


def _has_event(one: RuleMatch) -> bool:
    """Whether the event of a window has a name of its own."""
    return any(isinstance(atom, Within) and atom.variable for atom in atoms_of(one.expression))


def _is_window(one: RuleMatch) -> bool:
    atoms = atoms_of(one.expression)
    return any(isinstance(atom, Within) and atom.window in _PAST for atom in atoms)


def _partly(text: str, found: Sequence[RuleMatch], unread: Sequence[Span], *, excluding: bool) -> Expr:
    words = Unread(words=" ".join(text[start:end] for start, end in unread))
    if excluding:
        return alternatives(text, found) or words
    if any(one.kind in DISEASE for one in found) and (disease := _of_disease(text, found)):
        return All(parts=(*disease, words))
    around = " ".join(text[start:end] for start, end in gaps(text, found))
    if any(word in HEDGES for word in word_spans(around)):
        return words
    decisive = tuple(
        one.expression for one in found if one.kind in DECISIVE and not _for_some(one.expression)
    )
    return All(parts=(*decisive, words)) if decisive else words


def _of_disease(text: str, found: Sequence[RuleMatch]) -> tuple[Expr, ...]:
    """The disease, and the age beside it, of an inclusion criterion whose other words only narrow."""
    markers = [one for one in found if one.kind in DISEASE]
    if not markers:
        return ()
    about = [one for one in found if one.kind in DISEASE or one.kind in ("age", "sex")]
    if not only_narrowed(text, about):
        return ()
    joined = disease_of(text, markers)
    return (*(one.expression for one in about if one.kind == "age"), joined) if joined else ()


def _for_some(expression: Expr) -> bool:
    """Whether a value has another limit for some people: "≤ 5 × ULN with liver metastases"."""
    atoms = atoms_of(expression)
    return isinstance(expression, AnyOf) and any(isinstance(atom, Exists) for atom in atoms)
