"""Paths → pieces: files, folders and the registry's bulk .zip; plain, .gz, .zst; lines, arrays, pages."""

import io
import itertools
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import BinaryIO, NamedTuple

import msgspec
from msgspec import Raw, Struct

from trialway.archive.files.lines import read_lines
from trialway.archive.files.open_file import (
    DAMAGED,
    Bomb,
    Guarded,
    open_file,
)
from trialway.archive.files.raw_record import CHUNK, RawRecord, Unreadable
from trialway.archive.files.values import read_values

SUFFIXES = (".json", ".jsonl", ".ndjson", ".gz", ".zst", ".zip")
_NEXT_LINE_IS_A_RECORD = re.compile(rb"\{[^\n]*\n[\r\n]*\{")
# The fixed part of a member's header is 30 bytes; its name and extra field follow.
FILE_HEADER = 30 + 512
_SNIFF = 256 * 1024


class FileItem(NamedTuple):
    """A piece with the file it came from."""

    source: str
    found: RawRecord | Unreadable


class _Wrapped(Struct):
    """A study inside an envelope that says when it was seen, or several of them."""

    study: Raw | msgspec.UnsetType = msgspec.UNSET
    studies: list[Raw] | msgspec.UnsetType = msgspec.UNSET
    seen: str | None = None


def find_files(paths: Iterable[Path]) -> Iterator[Path]:
    """The files themselves, and in folders every file whose name says JSON, in the order of their names."""
    for path in paths:
        if path.is_dir():
            yield from sorted(file for file in path.rglob("*") if file.suffix in SUFFIXES and file.is_file())
        else:
            yield path


def read_file(path: Path, tell: Callable[[int], None] = lambda _: None) -> Iterator[FileItem]:
    """The pieces of one file; ``tell`` is called with the bytes of the file used so far."""
    if path.suffix == ".zip":
        yield from _read_zip(path, tell)
        return
    stream, used = open_file(path)
    with stream:
        for found in _guarded(read_stream(stream, path.name), lambda: _bytes_of(path)):
            tell(used())
            yield FileItem(str(path), found)


def read_stream(stream: BinaryIO, name: str) -> Iterator[RawRecord | Unreadable]:
    """The records of one unpacked stream."""
    start = stream.peek(_SNIFF) if isinstance(stream, io.BufferedReader) else b""
    for found in read_lines(stream) if _is_lines(name, start) else read_values(stream):
        yield from [found] if isinstance(found, Unreadable) else unwrap(found)


def _is_lines(name: str, start: bytes) -> bool:
    suffixes = Path(name).suffixes
    return ".jsonl" in suffixes or ".ndjson" in suffixes or bool(_NEXT_LINE_IS_A_RECORD.match(start.lstrip()))


def unwrap(piece: RawRecord) -> Iterator[RawRecord]:
    """Takes a study out of ``{seen, study}``, and studies out of a page or an array on one line."""
    try:
        if piece.raw.startswith(b"["):
            inside = msgspec.json.decode(piece.raw, type=list[Raw])
            return _numbered(piece, inside, piece.seen)
        wrapped = msgspec.json.decode(piece.raw, type=_Wrapped)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return iter([piece])
    if isinstance(wrapped.study, Raw):
        return iter([piece._replace(raw=bytes(wrapped.study), seen=wrapped.seen)])
    if not isinstance(wrapped.studies, msgspec.UnsetType):
        return _numbered(piece, wrapped.studies, wrapped.seen)
    return iter([piece])


def _numbered(piece: RawRecord, inside: list[Raw], seen: str | None) -> Iterator[RawRecord]:
    for number, raw in enumerate(inside, 1):
        yield RawRecord(bytes(raw), f"{piece.position}, item {number}", seen)


def _read_zip(path: Path, tell: Callable[[int], None]) -> Iterator[FileItem]:
    try:
        archive = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, *DAMAGED) as error:
        yield FileItem(str(path), Unreadable(_bytes_of(path), "the file", f"no readable zip: {error}"))
        return
    used = 0
    with archive:
        for member in archive.infolist():
            used += member.compress_size
            if member.filename.endswith(SUFFIXES[:3]):
                for found in _guarded(_read_member(archive, member), partial(_bytes_of_member, path, member)):
                    tell(used)
                    yield FileItem(str(path), found._replace(position=f"{member.filename}, {found.position}"))


def _read_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[RawRecord | Unreadable]:
    try:
        opened = archive.open(member)
    except (RuntimeError, NotImplementedError) as error:
        # Encrypted, or packed in a way that Python does not know.
        raise zipfile.BadZipFile(str(error)) from error
    with opened:
        stream = io.BufferedReader(Guarded(opened, lambda: member.compress_size), CHUNK)  # type: ignore[arg-type]
        yield from read_stream(stream, member.filename)


def _guarded(
    pieces: Iterator[RawRecord | Unreadable], packed: Callable[[], Iterator[bytes]]
) -> Iterator[RawRecord | Unreadable]:
    """The pieces up to where the file turns out to be damaged or a bomb, then one refusal for the rest."""
    for number in itertools.count(1):
        try:
            found = next(pieces)
        except StopIteration:
            return
        except Bomb:
            yield Unreadable(
                packed(), f"after item {number - 1}", "it unfolds to far more than any real file"
            )
            return
        except (*DAMAGED, zipfile.BadZipFile) as error:
            if isinstance(error, OSError) and error.errno is not None:
                raise  # the disk, not the data
            yield Unreadable(packed(), f"after item {number - 1}", f"cannot be unpacked further: {error}")
            return
        yield found._replace(chunks=_until_damage(found.chunks)) if isinstance(found, Unreadable) else found


def _until_damage(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """What a file turns out to be while a long piece of it is being kept, the next piece tells."""
    try:
        yield from chunks
    except (Bomb, *DAMAGED) as error:
        if isinstance(error, OSError) and error.errno is not None:
            raise


def _bytes_of_member(path: Path, member: zipfile.ZipInfo) -> Iterator[bytes]:
    """The member as it lies in the zip, with the header before it."""
    return _bytes_of(path, member.header_offset, member.compress_size + FILE_HEADER)


def _bytes_of(path: Path, start: int = 0, length: int | None = None) -> Iterator[bytes]:
    with path.open("rb") as file:
        file.seek(start)
        left = path.stat().st_size - start if length is None else length
        while left > 0 and (chunk := file.read(min(CHUNK, left))):
            left -= len(chunk)
            yield chunk
