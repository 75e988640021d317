"""The words of a criterion that no reader took: findings ─▶ **the unread words** ─▶ or_groups,
build_expression."""

from collections.abc import Sequence
from itertools import pairwise

from trialway.criteria.cues import RuleMatch
from trialway.criteria.expressions import All, AnyOf, Exists, Kind, atoms_of
from trialway.criteria.stop_words import (
    JOINING,
    each_word,
    stop_words_for,
    time_phrases,
)

Span = tuple[int, int]


def unparsed_words(
    text: str, found: Sequence[RuleMatch], own: frozenset[str] = frozenset()
) -> tuple[Span, ...]:
    """Places of the words outside the findings, and of those skipped inside them, that are no stop words.
    ``own``: the primary organ, which narrows no words about a cancer's spread."""
    kinds = _kinds(found)
    hepatitis = "infection" in kinds and any(map(_is_hepatitis, found))
    filler = stop_words_for(kinds, hepatitis=hepatitis)
    if own and "cancer spread" in kinds:
        filler |= own
    unread = [span for span in _outside(text, found) if text[span[0] : span[1]] not in filler]
    phrases = time_phrases(text) if unread else []
    if not phrases:
        return tuple(unread)
    return tuple(gap for gap in unread if not any(first <= gap[0] < last for first, last in phrases))


def _kinds(found: Sequence[RuleMatch]) -> frozenset[Kind]:
    """The kinds of the findings, those that were merged into others among them."""
    kinds: set[Kind] = set()
    for one in found:
        kinds.add(one.kind)
        if isinstance(one.expression, All | AnyOf):
            kinds.update(atom.kind for atom in atoms_of(one.expression))
    return frozenset(kinds)


def _is_hepatitis(one: RuleMatch) -> bool:
    atoms = atoms_of(one.expression)
    return any(isinstance(atom, Exists) and atom.variable.startswith("hepatitis") for atom in atoms)


def _outside(text: str, found: Sequence[RuleMatch]) -> list[Span]:
    return [word.span() for start, end in gaps(text, found) for word in each_word(text, start, end)]


def gaps(text: str, found: Sequence[RuleMatch]) -> list[Span]:
    """The stretches around what was found, and those that its readers passed over."""
    stretches: list[Span] = []
    at = 0
    for one in sorted(found, key=lambda each: each.start):
        if one.start > at:
            stretches.append((at, one.start))
        stretches += [gap for gap in one.unread if gap[1] > at]
        at = max(at, one.end)
    return [*stretches, (at, len(text))]


def joining_words(text: str, found: Sequence[RuleMatch]) -> tuple[Span, ...]:
    """Places of "and" and "or" between the findings; in the whole text when there are none."""
    ordered = sorted(found, key=lambda each: each.start)
    spots = tuple(
        word.span()
        for left, right in pairwise(ordered)
        for word in each_word(text, left.end, right.start)
        if word[0] in JOINING
    )
    return spots or ((0, len(text)),)
