"""``data/concepts.bin`` ─▶ **NameTable**: which concepts a key names, and the concepts themselves.

The file is a line of JSON (``sections``: where each begins, its length and checksum), then the sections:

- ``trie``     the keys, as marisa-trie writes them; each has a number
- ``starts``   for each number where its values begin, and the end of the last; 32 bits each, little-endian
- ``values``   the concept's number, shifted by ``FLAG_BITS``, and flags
- ``lines``    where the line of each concept begins, and the end of the last
- ``concepts`` one line a concept: id, kind, preferred, lay, broader, source, area, group; tabs between
- ``name_lines`` where the other names of each concept begin, and the end of the last
- ``names``    those names, as they are written, tabs between

It is mapped from the disk: workers share its pages. ``tools/make_concepts.py`` writes it.
"""

import json
import mmap
import zlib
from collections.abc import Callable
from functools import cached_property, lru_cache
from pathlib import Path

import marisa_trie

from trialway.concepts.concept import KINDS, Concept
from trialway.errors import ConceptsDamaged

MAGIC = b"trialway concepts 2\n"
FLAG_BITS = 4
# The name is an abbreviation that is a word, too, or means something else in small letters: ALS, PD.
IN_CAPITALS = 1
MOST_REMEMBERED = 8_192
MOST_BEGINNINGS = 20_000


class NameTable:
    """Opens the file and checks that it is whole; ConceptsDamaged says what is wrong with it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            with path.open("rb") as file:
                self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except (OSError, ValueError) as error:
            raise ConceptsDamaged(f"{path} cannot be read ({error}). Install Trialway again.") from error
        sections = self._sections()
        self._trie = marisa_trie.Trie()
        self._trie.frombytes(bytes(sections["trie"]))
        self._starts = sections["starts"].cast("I")
        self._values = sections["values"].cast("I")
        self._lines = sections["lines"].cast("I")
        self._concepts = sections["concepts"]
        self._name_lines = sections["name_lines"].cast("I")
        self._names = sections["names"]
        self._known: dict[int, Concept] = {}
        # All keys that a text begins with, the shortest first; a key may end inside a word.
        self.keys_at_start: Callable[[str], list[str]] = self._trie.prefixes
        # Whether a key is this word, or begins with it and the next one; asked again in every text.
        self.begins_key: Callable[[str, str], bool] = lru_cache(MOST_BEGINNINGS)(self._begins_key)
        # (number of a concept, flags) for each that has a key; empty for a key that none has.
        self.named: Callable[[str], tuple[tuple[int, int], ...]] = lru_cache(MOST_REMEMBERED)(self._named)

    def _sections(self) -> dict[str, memoryview]:
        end = self._map.find(b"\n", len(MAGIC))
        if self._map[: len(MAGIC)] != MAGIC or end < 0:
            raise ConceptsDamaged(
                f"{self.path} is no list of concepts of this version. Install Trialway again."
            )
        try:
            places = json.loads(self._map[len(MAGIC) : end])
        except ValueError as error:
            raise ConceptsDamaged(
                f"{self.path} is no list of concepts of this version. Install Trialway again."
            ) from error
        view = memoryview(self._map)
        found = {}
        for name, (begin, length, checksum) in places.items():
            found[name] = view[end + 1 + begin : end + 1 + begin + length]
            if zlib.crc32(found[name]) != checksum:
                raise ConceptsDamaged(f"{self.path} is damaged in its part ‘{name}’. Install Trialway again.")
        return found

    def __len__(self) -> int:
        return len(self._lines) - 1

    @property
    def name_count(self) -> int:
        """How many keys there are."""
        return len(self._trie)

    def _begins_key(self, word: str, following: str) -> bool:
        return word in self._trie or next(self._trie.iterkeys(f"{word} {following}"), None) is not None

    def _named(self, key: str) -> tuple[tuple[int, int], ...]:
        number = self._trie.get(key)
        if number is None:
            return ()
        values = self._values[self._starts[number] : self._starts[number + 1]]
        return tuple((value >> FLAG_BITS, value & ((1 << FLAG_BITS) - 1)) for value in values)

    def concept(self, number: int) -> Concept:
        """The concept of this number."""
        if number not in self._known:
            self._known[number] = self._read(number)
        return self._known[number]

    def _read(self, number: int) -> Concept:
        own, kind, preferred, lay, broader, source, area, _ = self._fields(number)
        ups = tuple(self._fields(int(up))[0] for up in broader.split())
        assert kind in KINDS, f"{own} has the unknown kind {kind!r}"
        return Concept(own, kind, preferred, lay or preferred, ups, source, area)

    def names(self, number: int) -> tuple[str, ...]:
        """Names besides the preferred one, those of the most trusted sources first."""
        line = bytes(self._names[self._name_lines[number] : self._name_lines[number + 1]]).decode("utf-8")
        return tuple(filter(None, line.split("\t")))

    def group(self, number: int) -> int | None:
        """The number of the concept right below the area under which this one lies."""
        found = self._fields(number)[-1]
        return int(found) if found else None

    def broader(self, number: int) -> list[int]:
        """Numbers of the concepts one step up."""
        return [int(up) for up in self._fields(number)[4].split()]

    def _fields(self, number: int) -> list[str]:
        line = self._concepts[self._lines[number] : self._lines[number + 1]]
        return bytes(line).decode("utf-8").rstrip("\n").split("\t")

    @cached_property
    def numbers(self) -> dict[str, int]:
        """Id → number, read from all lines when first asked for."""
        return {self._fields(number)[0]: number for number in range(len(self))}
