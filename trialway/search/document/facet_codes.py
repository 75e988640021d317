"""Values of facets, and their codes as small integers that never change their meaning.

One JSON line for each value ever seen, only ever appended, and copied into the next generation of the
index: a rebuilt index uses the same integers. Lines are on disk before the first document that uses them.
"""

import os
from pathlib import Path

import msgspec
from msgspec import Struct

from trialway.errors import StoreDamaged

LONGEST_CODE = 200


class FacetValue(Struct, frozen=True):
    """A value of a facet. A code that begins with ``raw:`` or ``text:`` is the registry's own word, none of
    ours."""

    code: str
    label: str


def registry_code(kind: str, raw: str) -> str:
    """The code of a registry's own word."""
    return f"{kind}:{' '.join(raw.split())}"[:LONGEST_CODE]


class CodeLine(msgspec.Struct, frozen=True, array_like=True):
    """One line: the facet, its integer for the value, the value's code and label."""

    facet: str
    number: int
    code: str
    label: str


class FacetCount(msgspec.Struct, frozen=True):
    """How many matching trials have the value whose code the index keeps as ``number``."""

    number: int
    trials: int


class FacetCodes:
    """Integers count from 0 within each facet."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.values: dict[str, list[FacetValue]] = {}
        self._numbers: dict[tuple[str, str], int] = {}
        self._unsaved: list[CodeLine] = []
        self._size = 0
        self._read()

    def _read(self) -> None:
        """Half a line at the end, left by a crash, was never used."""
        lines = self.path.read_bytes() if self.path.exists() else b""
        whole = lines[: lines.rfind(b"\n") + 1]
        for line in whole.splitlines():
            self._take(self._entry(line))
        self._size = len(whole)

    def _entry(self, line: bytes) -> CodeLine:
        try:
            entry = msgspec.json.decode(line, type=CodeLine)
        except msgspec.DecodeError as error:
            raise self._damaged(f"a line is no entry: {error}") from error
        if entry.number != len(self.values.get(entry.facet, ())):
            raise self._damaged(f"{entry.facet} {entry.number} is out of order")
        return entry

    def _damaged(self, what: str) -> StoreDamaged:
        return StoreDamaged(f"{self.path} is damaged ({what}); run trialway index --rebuild.")

    def _take(self, entry: CodeLine) -> None:
        values = self.values.setdefault(entry.facet, [])
        values.append(FacetValue(entry.code, entry.label))
        self._numbers[entry.facet, entry.code] = entry.number

    def __len__(self) -> int:
        return len(self._numbers)

    def find(self, facet: str, code: str) -> int | None:
        """The integer of a code, None when no trial ever had it."""
        return self._numbers.get((facet, code))

    def number(self, facet: str, value: FacetValue) -> int:
        """The integer of a value, a new one the first time; ``save`` before the documents are committed."""
        known = self._numbers.get((facet, value.code))
        if known is not None:
            return known
        entry = CodeLine(facet, len(self.values.get(facet, ())), value.code, value.label)
        self._take(entry)
        self._unsaved.append(entry)
        return entry.number

    def save(self) -> None:
        """Append what is new and wait until it is on disk; only the process that writes the index may."""
        if not self._unsaved:
            return
        lines = b"".join(msgspec.json.encode(entry) + b"\n" for entry in self._unsaved)
        with self.path.open("r+b" if self.path.exists() else "w+b") as file:
            file.truncate(self._size)  # half a line that a crash left
            file.seek(self._size)
            file.write(lines)
            file.flush()
            os.fsync(file.fileno())
        self._size += len(lines)
        self._unsaved = []
