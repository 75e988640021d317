"""Which words of a criterion no reader took: kinds ─▶ **the unread words** ─▶ joining, assembling."""

from collections.abc import Sequence
from itertools import pairwise

from trialway.criteria.expressions import Exists, atoms_of
from trialway.criteria.filler import JOINING, filler_for, time_phrases, words_of
from trialway.criteria.words import Found

Span = tuple[int, int]


def unread_words(text: str, found: Sequence[Found]) -> tuple[Span, ...]:
    """Places of the words outside what was found, and passed over inside it, that are no filler."""
    atoms = [atom for one in found for atom in atoms_of(one.expression)]
    hepatitis = any(isinstance(atom, Exists) and atom.variable.startswith("hepatitis") for atom in atoms)
    filler = filler_for(frozenset(atom.kind for atom in atoms), hepatitis=hepatitis)
    unread = [
        (start + place, start + place + len(word))
        for start, end in gaps(text, found)
        for place, word in _places(text[start:end])
        if word not in filler and word not in JOINING
    ]
    if not unread:
        return ()
    phrases = time_phrases(text)
    return tuple(gap for gap in unread if not any(first <= gap[0] < last for first, last in phrases))


def gaps(text: str, found: Sequence[Found]) -> list[Span]:
    """The stretches around what was found, and those that its readers passed over."""
    stretches: list[Span] = []
    at = 0
    for one in sorted(found, key=lambda each: each.start):
        if one.start > at:
            stretches.append((at, one.start))
        stretches += [gap for gap in one.unread if gap[1] > at]
        at = max(at, one.end)
    return [*stretches, (at, len(text))]


def _places(text: str) -> list[tuple[int, str]]:
    places: list[tuple[int, str]] = []
    at = 0
    for word in words_of(text):
        at = text.index(word, at)
        places.append((at, word))
        at += len(word)
    return places


def joining_words(text: str, found: Sequence[Found]) -> tuple[Span, ...]:
    """Places of "and" and "or" between what was found; the whole text when there are none."""
    ordered = sorted(found, key=lambda each: each.start)
    spots = tuple(
        (left.end + place, left.end + place + len(word))
        for left, right in pairwise(ordered)
        for place, word in _places(text[left.end : right.start])
        if word in JOINING
    )
    return spots or ((0, len(text)),)
