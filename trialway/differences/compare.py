"""Two versions of a record, field by field: **TrialRecord × TrialRecord ─▶ changes**, the weightiest first.

Every field of a record is walked, whatever it is called, so that a new one is told too. Order is no change.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import takewhile
from typing import Any

from msgspec import Raw

from trialway.differences.change import ADDED, CHANGED, REMOVED, UNTOLD, Change, Piece
from trialway.differences.entries import ENTRIES, Entries, name_of, rules
from trialway.differences.labels import rank
from trialway.differences.matching import pair
from trialway.differences.results import compare_results
from trialway.differences.wording import Pieces, changed, in_words
from trialway.record import Enrolment, Part, TrialRecord
from trialway.registries.known import REGISTRIES
from trialway.registry_text import repair
from trialway.vocabulary.coded import Coded

# Structs that a reader takes as one value.
_WHOLE = (Enrolment,)


def compare(before: TrialRecord, after: TrialRecord) -> tuple[Change, ...]:
    """What ``after`` says otherwise than ``before``. Both are versions of one record."""
    walk = _Walk(REGISTRIES[after.registry].paths)
    return tuple(sorted(walk.parts("", before, after, ()), key=lambda change: rank(change.field)))


class _Walk:
    """``paths``: place in a record → paths in the registry's own model."""

    def __init__(self, paths: Mapping[str, tuple[str, ...]]) -> None:
        self.paths = paths

    def parts(self, place: str, before: Part | None, after: Part | None, inside: Pieces) -> Iterator[Change]:
        """All fields of a struct; one that is missing states nothing."""
        before, after = before or type(after)(), after or type(before)()  # type: ignore[misc]
        for field in after.__struct_fields__:
            inner = f"{place}.{field}" if place else field
            yield from self.field(inner, getattr(before, field), getattr(after, field), inside)

    def field(self, place: str, before: Any, after: Any, inside: Pieces) -> Iterator[Change]:
        if place in UNTOLD or before == after:
            return
        sample = before or after
        if isinstance(sample, Raw):
            yield from compare_results(before, after, self.path(place))
        elif isinstance(sample, Part) and not isinstance(sample, _WHOLE):
            yield from self.parts(place, before, after, inside)
        elif not isinstance(sample, tuple) or isinstance(sample[0], Coded):
            yield from self.value(place, before, after, inside)
        elif isinstance(sample[0], Part):
            yield from self.entries(place, before, after, inside)
        else:
            yield from self.words(place, before, after, inside)

    def value(self, place: str, before: Any, after: Any, inside: Pieces) -> Iterator[Change]:
        if isinstance(before, tuple) and Counter(before) == Counter(after):
            return
        old, new = before in (None, ()), after in (None, ())
        yield Change(
            field=place,
            path=self.path(place),
            kind=ADDED if old else REMOVED if new else CHANGED,
            before=before,
            after=after,
            pieces=changed(place, before, after, inside),
            item=_item(inside),
        )

    def words(
        self, place: str, before: tuple[str, ...], after: tuple[str, ...], inside: Pieces
    ) -> Iterator[Change]:
        """A list of bare words: each is there or not."""
        old, new = Counter(before), Counter(after)
        for word in (old - new).elements():
            yield self.entry(place, REMOVED, word, None, repair(word), inside)
        for word in (new - old).elements():
            yield self.entry(place, ADDED, None, word, repair(word), inside)

    def entries(
        self, place: str, before: tuple[Part, ...], after: tuple[Part, ...], inside: Pieces
    ) -> Iterator[Change]:
        kind = ENTRIES[place]
        for old, new in pair(before, after, rules(place)):
            if old is None or new is None:
                name = name_of(kind, new or old)  # type: ignore[arg-type]
                yield self.entry(place, REMOVED if new is None else ADDED, old, new, name, inside)
            else:
                yield from self.parts(place, old, new, _naming(kind, name_of(kind, new), inside))

    def entry(self, place: str, kind: str, before: Any, after: Any, name: str, inside: Pieces) -> Change:
        listed = ENTRIES[place]
        head = (*inside, Piece(", ")) if inside else ()
        noun = Piece(_small(listed.noun), "") if inside else Piece(listed.noun, "noun")
        said = (Piece(name, "item", theirs=True),) if name else (Piece("without a name", "item"),)
        if place == "sites":
            pieces: Pieces = (noun, Piece(" ", "item"), *said, Piece(f" {kind}"), *_status(after))
        else:
            pieces = (*head, noun, Piece(f" {kind}"), Piece(": ", "item"), *said)
        path = (after or before).path if place == "left_out" else self.path(place)
        return Change(place, path, kind, before, after, pieces, _item(inside) or name)

    def path(self, place: str) -> str:
        """The registry's field, or the module that its fields have in common."""
        exact = self.paths.get(place)
        found = exact or [
            each for key, paths in self.paths.items() if key.startswith(f"{place}.") for each in paths
        ]
        levels = zip(*(path.split(".") for path in found), strict=False)
        return ".".join(names[0] for names in takewhile(lambda names: len(set(names)) == 1, levels))


def _naming(kind: Entries, name: str, inside: Pieces) -> Pieces:
    said = Piece(name, "item", theirs=True) if name else Piece("without a name", "item")
    if inside:
        return (*inside, Piece(f", {_small(kind.noun)} "), Piece(said.text, "", said.theirs))
    return (Piece(kind.noun, "noun"), Piece(" ", "item"), said)


def _small(noun: str) -> str:
    return noun[0].lower() + noun[1:]


def _item(inside: Pieces) -> str:
    return next((piece.text for piece in inside if piece.role == "item" and piece.text.strip()), "")


def _status(site: Any) -> Pieces:
    """A new site says at once whether it recruits."""
    if site is None or site.status is None:
        return ()
    return (Piece(": "), *in_words("sites.status", site.status, ""))
