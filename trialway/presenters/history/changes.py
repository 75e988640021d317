"""Changes as a reader wants them: many alike as one line, the words that changed in a long text marked."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from trialway.differences import Change, Piece
from trialway.differences.entries import ENTRIES
from trialway.differences.text import SAME, TextSegment, mark
from trialway.presenters.registry_text import number
from trialway.registry_text import repair

# Fewer than this are read faster one by one than unfolded.
_ALIKE = 4
_CONTEXT = 12
GAP, SPACE = "gap", "space"


class ChangeRun(Struct, frozen=True):
    """Pieces of a sentence that play one part in it: ``before``, ``after``, or none."""

    role: str
    pieces: tuple[Piece, ...]


class Shown(Struct, frozen=True):
    """One line. ``members`` are the entries of lists that share it; ``marked`` is the text that changed."""

    runs: tuple[ChangeRun, ...]
    members: tuple[tuple[Piece, ...], ...] = ()
    marked: tuple[TextSegment, ...] = ()


class ShownChanges(Struct, frozen=True):
    """``lang`` is that of the registry's words; ``routine`` changes come with every version."""

    lang: str
    told: tuple[Shown, ...] = ()
    routine: tuple[Shown, ...] = ()


def shown_changes(changes: Sequence[Change], lang: str, whole: bool = False) -> ShownChanges:
    """``whole``: long texts in full, not only around what changed."""
    return ShownChanges(
        lang,
        tuple(_lines([change for change in changes if not change.routine], whole)),
        tuple(Shown(runs(change.pieces)) for change in changes if change.routine),
    )


def runs(pieces: Sequence[Piece]) -> tuple[ChangeRun, ...]:
    """Neighbouring pieces of one role together."""
    roles = {"before", "after"}
    groups = groupby(pieces, key=lambda piece: piece.role if piece.role in roles else "")
    return tuple(ChangeRun(role, tuple(found)) for role, found in groups)


def marked_text(change: Change, whole: bool = False) -> tuple[TextSegment, ...]:
    """The changed words with some around them; empty for a change that is no rewording."""
    if not change.reworded:
        return ()
    segments = mark(repair(change.before), repair(change.after))
    if all(segment.kind == SAME for segment in segments):
        return ()
    return tuple(_bare_ends(segments if whole else _near(segments)))


def _lines(changes: list[Change], whole: bool) -> Iterator[Shown]:
    alike: dict[tuple[object, ...], list[Change]] = {}
    for change in changes:
        alike.setdefault(_shape(change), []).append(change)
    for group in alike.values():
        if len(group) < _ALIKE:
            yield from (Shown(runs(change.pieces), marked=marked_text(change, whole)) for change in group)
        else:
            yield _together(group)


def _shape(change: Change) -> tuple[object, ...]:
    """What a change says apart from the entry that it is about; a text that changed is like no other."""
    named = any(piece.role == "noun" for piece in change.pieces)
    if not named or change.reworded:
        return (change.field, change.pieces)
    return (change.field, *(piece for piece in change.pieces if piece.role != "item"))


def _together(group: list[Change]) -> Shown:
    plural = ENTRIES[next(place for place in _places(group[0].field) if place in ENTRIES)].plural
    head = Piece(f"{number(len(group))} {plural}", "noun")
    rest = (piece for piece in group[0].pieces if piece.role not in {"noun", "item"})
    return Shown(runs((head, *rest)), members=tuple(_name(change) for change in group))


def _places(field: str) -> Iterator[str]:
    """The field and what it is part of, the outermost first: its list is what the noun names."""
    parts = field.split(".")
    return (".".join(parts[:count]) for count in range(1, len(parts) + 1))


def _name(change: Change) -> tuple[Piece, ...]:
    return tuple(piece for piece in change.pieces if piece.role == "item" and piece.text not in {" ", ": "})


def _bare_ends(segments: Iterable[TextSegment]) -> Iterator[TextSegment]:
    """White space after words that changed is not part of the mark."""
    for kind, text in segments:
        words = text.rstrip() if kind not in {SAME, GAP} else text
        yield TextSegment(kind, words)
        if words != text:
            yield TextSegment(SPACE, text[len(words) :])


def _near(segments: Sequence[TextSegment]) -> Iterator[TextSegment]:
    last = len(segments) - 1
    for place, segment in enumerate(segments):
        words = segment.text.split()
        before, after = _CONTEXT * (place > 0), _CONTEXT * (place < last)
        if segment.kind != SAME or len(words) <= before + after + _CONTEXT:
            yield segment
            continue
        if before:
            yield TextSegment(SAME, " ".join(words[:before]))
        yield TextSegment(GAP, " … ")
        if after:
            yield TextSegment(SAME, " ".join(words[-after:]) + " ")
