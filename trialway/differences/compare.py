"""Two versions of a record, field by field: **TrialRecord × TrialRecord ─▶ changes**, the weightiest first.

Every field of a record is walked, whatever it is called, so that a new one is told too. Order is no change.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import takewhile
from typing import Any

from msgspec import Raw

from trialway.differences.change import ADDED, CHANGED, REMOVED, UNTOLD, Change, Piece
from trialway.differences.change_words import (
    Inside,
    Pieces,
    changed,
    in_words,
)
from trialway.differences.entries import ENTRIES, Entries, name_of, rules
from trialway.differences.labels import rank
from trialway.differences.matching import pair
from trialway.differences.results import compare_results
from trialway.record import Enrolment, RecordPart, TrialRecord
from trialway.registries.base import Registry
from trialway.registries.known import REGISTRIES
from trialway.registry_text import repair
from trialway.vocabulary.coded import Coded

# Structs that a reader takes as one value.
_WHOLE = (Enrolment,)


def compare(before: TrialRecord, after: TrialRecord) -> tuple[Change, ...]:
    """What ``after`` says otherwise than ``before``. Both are versions of one record."""
    walk = _Walk(REGISTRIES[after.registry])
    return tuple(sorted(walk.parts("", before, after, Inside()), key=lambda change: rank(change.field)))


class _Walk:
    """``registry`` says which of its own fields a place in a record comes from."""

    def __init__(self, registry: Registry) -> None:
        self.paths = registry.paths
        self.results_part = registry.results_part

    def parts(
        self, place: str, before: RecordPart | None, after: RecordPart | None, inside: Inside
    ) -> Iterator[Change]:
        """All fields of a struct; one that is missing states nothing."""
        before, after = before or type(after)(), after or type(before)()  # type: ignore[misc]
        for field in after.__struct_fields__:
            inner = f"{place}.{field}" if place else field
            yield from self.field(inner, getattr(before, field), getattr(after, field), inside)

    def field(self, place: str, before: Any, after: Any, inside: Inside) -> Iterator[Change]:
        if place in UNTOLD or before == after:
            return
        sample = before or after
        if isinstance(sample, Raw):
            yield from compare_results(before, after, self.path(place), self.results_part)
        elif isinstance(sample, RecordPart) and not isinstance(sample, _WHOLE):
            yield from self.parts(place, before, after, inside)
        elif not isinstance(sample, tuple) or isinstance(sample[0], Coded):
            yield from self.value(place, before, after, inside)
        elif isinstance(sample[0], RecordPart):
            yield from self.entries(place, before, after, inside)
        else:
            yield from self.words(place, before, after, inside)

    def value(self, place: str, before: Any, after: Any, inside: Inside) -> Iterator[Change]:
        if isinstance(before, tuple) and Counter(before) == Counter(after):
            return
        old, new = before in (None, ()), after in (None, ())
        yield Change(
            field=place,
            path=self.path(place),
            kind=ADDED if old else REMOVED if new else CHANGED,
            before=before,
            after=after,
            pieces=changed(place, before, after, inside.pieces),
            item=inside.item,
        )

    def words(
        self, place: str, before: tuple[str, ...], after: tuple[str, ...], inside: Inside
    ) -> Iterator[Change]:
        """A list of bare words: each is there or not."""
        old, new = Counter(before), Counter(after)
        for word in (old - new).elements():
            yield self.entry(place, REMOVED, word, None, repair(word), inside)
        for word in (new - old).elements():
            yield self.entry(place, ADDED, None, word, repair(word), inside)

    def entries(
        self, place: str, before: tuple[RecordPart, ...], after: tuple[RecordPart, ...], inside: Inside
    ) -> Iterator[Change]:
        for old, new in pair(before, after, rules(place)):
            if old is None and new is not None:
                yield self.entry(place, ADDED, None, new, name_of(ENTRIES[place], new), inside)
            elif old is not None and new is None:
                yield self.entry(place, REMOVED, old, None, name_of(ENTRIES[place], old), inside)
            elif old is not None and new is not None:
                yield from self.pair(place, old, new, inside)

    def pair(self, place: str, before: RecordPart, after: RecordPart, inside: Inside) -> Iterator[Change]:
        """An entry that stayed. A change of its name is told without the name."""
        kind = ENTRIES[place]
        for field in after.__struct_fields__:
            old, new = getattr(before, field), getattr(after, field)
            if old != new:
                naming = _naming(kind, name_of(kind, after), name_of(kind, after, without=field), inside)
                yield from self.field(f"{place}.{field}", old, new, naming)

    def entry(self, place: str, kind: str, before: Any, after: Any, name: str, inside: Inside) -> Change:
        noun = ENTRIES[place].noun
        said = (Piece(name, "item", theirs=True),) if name else (Piece("without a name", "item"),)
        if place == "sites":
            pieces: Pieces = (
                Piece(noun, "noun"),
                Piece(" ", "item"),
                *said,
                Piece(f" {kind}"),
                *_status(after),
            )
        elif inside.pieces:
            pieces = (*inside.pieces, Piece(f", {_small(noun)} {kind}: "), *(_plain(piece) for piece in said))
        else:
            pieces = (Piece(noun, "noun"), Piece(f" {kind}"), Piece(": ", "item"), *said)
        path = (after or before).path if place == "left_out" else self.path(place)
        return Change(place, path, kind, before, after, pieces, inside.item or name)

    def path(self, place: str) -> str:
        """The registry's field, or the module that its fields have in common."""
        exact = self.paths.get(place)
        found = exact or [
            each for key, paths in self.paths.items() if key.startswith(f"{place}.") for each in paths
        ]
        levels = zip(*(path.split(".") for path in found), strict=False)
        return ".".join(names[0] for names in takewhile(lambda names: len(set(names)) == 1, levels))


def _naming(kind: Entries, name: str, said: str, inside: Inside) -> Inside:
    """``name`` is the entry's, ``said`` what of it is written in the sentence."""
    named = (Piece(" ", "item"), Piece(said, "item", theirs=True)) if said else ()
    if not inside.pieces:
        return Inside((Piece(kind.noun, "noun"), *named), name)
    inner = (Piece(f", {_small(kind.noun)}"), *(_plain(piece) for piece in named))
    return Inside((*inside.pieces, *inner), inside.item)


def _plain(piece: Piece) -> Piece:
    """Part of an entry that is not the one which the sentence is about."""
    return Piece(piece.text, "", piece.theirs)


def _small(noun: str) -> str:
    return noun[0].lower() + noun[1:]


def _status(site: Any) -> Pieces:
    """A new site says at once whether it recruits."""
    if site is None or site.status is None:
        return ()
    return (Piece(": "), *in_words("sites.status", site.status, ""))
