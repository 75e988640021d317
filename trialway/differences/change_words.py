"""Values and changes in words: value ─▶ **pieces** of a sentence, each knowing whose words it holds."""

from typing import NamedTuple

from trialway.differences.change import Piece
from trialway.differences.labels import LABELS
from trialway.differences.text import ADDED, REMOVED, count_words, mark
from trialway.differences.vocabularies import VOCABULARIES
from trialway.record import Enrolment
from trialway.registry_text import repair
from trialway.vocabulary.age import Duration
from trialway.vocabulary.coded import Coded, readable
from trialway.vocabulary.dates import StatedDate, date_words
from trialway.vocabulary.stated_as import STATED_AS

# Up to here both values fit on one line with an arrow between them.
SHORT = 160

Pieces = tuple[Piece, ...]


class Inside(NamedTuple):
    """The entry of a list that a field belongs to: how its sentence begins, and its name."""

    pieces: Pieces = ()
    item: str = ""


_ARROW = Piece(" → ")
_SAME_WORDS = "written differently, in the same words"


def changed(place: str, before: object, after: object, inside: Pieces) -> Pieces:
    """The sentence; ``inside`` is how it begins when the field is one of a list's entry."""
    label = LABELS[place]
    if place == "results_status.posted" and after is True:
        return (Piece(label),)
    if place == "sites.status" and _opens(before, after):
        return (*inside, Piece(" opened: "), *_values(place, before, after))
    head = (*inside, Piece(": " if inside else ""), Piece(f"{label} " if label and inside else label))
    if isinstance(before or after, str) and len(str(before or "")) + len(str(after or "")) > SHORT:
        return (*head, Piece(("" if inside else " ") + reworded(_text(before), _text(after))))
    return (*head, Piece("" if inside else ": "), *_values(place, before, after))


def _opens(before: object, after: object) -> bool:
    codes = [value.code if isinstance(value, Coded) else None for value in (before, after)]
    return codes == ["not_yet_recruiting", "recruiting"]


def _values(place: str, before: object, after: object) -> Pieces:
    old, new = in_words(place, before, "before"), in_words(place, after, "after")
    if "".join(piece.text for piece in old) == "".join(piece.text for piece in new):
        return _as_written(before, after)
    return (*old, _ARROW, *new)


def in_words(place: str, value: object, role: str) -> Pieces:
    """A value as a reader wants it: ``65 years``, ``June 2021 (estimated)``, ``not stated``."""
    match value:
        case None | ():
            return (Piece("status not stated" if place == "sites.status" else "not stated", role),)
        case bool():
            return (Piece("yes" if value else "no", role),)
        case int():
            return (Piece(f"{value:,}", role),)
        case Duration():
            return (Piece(value.words, role),)
        case StatedDate():
            return (Piece(date_words(value) + _stated_as(value.kind), role),)
        case Enrolment():
            count = value.stated if value.count is None else value.count
            words = f"{count:,}" if count is not None else "no number"
            return (Piece(words + _stated_as(value.kind), role),)
        case Coded():
            return (_coded(place, value, role),)
        case tuple():
            return tuple(_with_commas([_coded(place, each, role) for each in value]))
        case _:
            text = " ".join(_text(value).split())
            return (Piece(text, role, theirs=True) if text else Piece("nothing readable", role),)


def _coded(place: str, value: Coded, role: str) -> Piece:
    if value.code is None:
        return Piece(repair(readable(value.raw)) or "nothing readable", role, theirs=True)
    label = VOCABULARIES[place].words(value)
    # "Recruiting" in the middle of a sentence is small, "EudraCT number" is not.
    return Piece(label[0].lower() + label[1:] if label[1:2].islower() else label, role)


def _with_commas(pieces: list[Piece]) -> list[Piece]:
    return [each for piece in pieces for each in (Piece(", ", piece.role), piece)][1:]


def _stated_as(kind: Coded | None) -> str:
    return f" ({STATED_AS.words(kind).lower()})" if kind else ""


def _text(value: object) -> str:
    return repair(value) if isinstance(value, str) else ""


def _as_written(before: object, after: object) -> Pieces:
    """Two values that a reader would take for the same: codes and numbers as the registry spells them."""
    if isinstance(before, str):
        return (Piece(_SAME_WORDS),)
    old, new = (
        Piece(_raw(value), role, theirs=True) for value, role in ((before, "before"), (after, "after"))
    )
    return (Piece("written differently: “"), old, Piece("” → “"), new, Piece("”"))


def _raw(value: object) -> str:
    match value:
        case Coded() | Duration():
            raw = value.raw
        case Enrolment():
            raw = f"{value.count}, {value.stated}"
        case _:
            raw = str(value)
    return " ".join(repair(raw).split())


def reworded(before: str, after: str) -> str:
    """How much of a longer text changed."""
    if not before or not after:
        verb, text = ("added", after) if after else ("removed", before)
        return f"{verb} ({_counted(len(text.split()))})"
    segments = mark(before, after)
    added, removed = count_words(segments, ADDED), count_words(segments, REMOVED)
    if not added and not removed:
        return _SAME_WORDS
    parts = [f"{_counted(added)} added" if added else "", f"{_counted(removed)} removed" if removed else ""]
    return f"reworded ({', '.join(filter(None, parts))})"


def _counted(words: int) -> str:
    return "1 word" if words == 1 else f"{words:,} words"
