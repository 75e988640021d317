"""Lexicon: what the loaded trials teach about words, as a file beside the index.

It can be made anew from the index at any time; a reader without it searches as typed.
"""

from pathlib import Path

import msgspec
import zstandard
from msgspec import Struct

from trialway.atomic_files import replace_file

FILE = "lexicon.msgpack.zst"
# Raise it when what stands in the file, or how it is learned, changes.
VERSION = 1


class SynonymPair(Struct, frozen=True, array_like=True):
    """Who asks for ``asked`` also finds ``form``; so many ``trials`` say so.

    ``source``: ``heading`` (a record's own word beside its one subject heading), ``name`` (an intervention's
    other name), ``short`` (an abbreviation).
    """

    asked: str
    form: str
    source: str
    trials: int


class LexiconName(Struct, frozen=True, array_like=True):
    """A name that ``trials`` trials state; ``kind``: condition, treatment, sponsor, place or acronym."""

    text: str
    kind: str
    trials: int


class Lexicon(Struct, frozen=True):
    """``upto``: the last change that it knows of. ``words``: in how many trials' names each stands."""

    upto: int = 0
    equations: tuple[SynonymPair, ...] = ()
    names: tuple[LexiconName, ...] = ()
    words: dict[str, int] = {}
    version: int = VERSION


def write_lexicon(generation: Path, lexicon: Lexicon) -> None:
    packed = zstandard.ZstdCompressor(level=6).compress(msgspec.msgpack.encode(lexicon))
    replace_file(generation / FILE, packed)


def read_lexicon(generation: Path) -> Lexicon:
    """An empty one when the file is missing, damaged or of another version: nothing but comfort is lost."""
    try:
        packed = (generation / FILE).read_bytes()
        found = msgspec.msgpack.decode(zstandard.ZstdDecompressor().decompress(packed), type=Lexicon)
    except (OSError, msgspec.DecodeError, zstandard.ZstdError):
        return Lexicon()
    return found if found.version == VERSION else Lexicon()


def stamp_of(generation: Path) -> tuple[int, int]:
    """Other whenever the lexicon is other."""
    try:
        status = (generation / FILE).stat()
    except FileNotFoundError:
        return 0, 0
    return status.st_ino, status.st_mtime_ns
