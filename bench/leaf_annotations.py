"""Annotated criteria ─▶ **entities** with their places in the text ─▶ benches of concepts and of criteria.

The archive (LEAF) is a packed tar of pairs in brat's form: ``NCT….txt`` is an eligibility text, ``NCT….ann``
has a line for each entity: ``T1<tab>Condition 12 20;25 31<tab>words``. An entity in several pieces goes from
the first to the last of them.
"""

import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import zstandard


class Entity(NamedTuple):
    """``number`` is that of the record, ``text`` all of its criteria; the entity is ``text[start:end]``."""

    number: str
    text: str
    label: str
    start: int
    end: int

    @property
    def words(self) -> str:
        """The annotated words."""
        return self.text[self.start : self.end]


def entities(archive: Path, *labels: str) -> Iterator[Entity]:
    """Each entity of these labels, text by text in the order of the names of the files."""
    texts, notes = _members(archive)
    for stem in sorted(texts):
        number = stem.rpartition("/")[2]
        for line in notes.get(stem, "").splitlines():
            if line.startswith("T"):
                label, *places = line.split("\t")[1].replace(";", " ").split()
                if label in labels:
                    yield Entity(number, texts[stem], label, int(places[0]), int(places[-1]))


def _members(archive: Path) -> tuple[dict[str, str], dict[str, str]]:
    """Texts and annotations by the path of their files without the ending."""
    found: dict[str, dict[str, str]] = {"txt": {}, "ann": {}}
    with (
        archive.open("rb") as file,
        zstandard.ZstdDecompressor().stream_reader(file) as stream,
        tarfile.open(fileobj=stream, mode="r|") as members,
    ):
        for member in members:
            stem, _, ending = member.name.rpartition(".")
            content = members.extractfile(member) if ending in found else None
            if content is not None:
                found[ending][stem] = content.read().decode("utf-8")
    return found["txt"], found["ann"]
