"""Opens files, plain or compressed, with a measure of how far reading has come and a guard against bombs."""

import gzip
import io
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import zstandard

from trialway.archive.files.zstd_stream import ZstdStream

# Real records shrink 5 to 30 times; what unfolds a thousandfold, beyond this size, was made to harm.
MAX_RATIO = 1000
ALWAYS_ALLOWED = 256 * 1024 * 1024

DAMAGED = (OSError, EOFError, zlib.error, zstandard.ZstdError)


class Bomb(Exception):
    """A compressed file that unfolds beyond any real one."""


class Guarded(io.RawIOBase):
    """A stream that counts what it gives and stops bombs; ``packed`` tells the packed bytes used."""

    def __init__(self, stream: BinaryIO, packed: Callable[[], int], file: BinaryIO | None = None) -> None:
        self.stream = stream
        self.file = file
        self.packed = packed
        self.given = 0

    def readable(self) -> bool:
        return True

    def close(self) -> None:
        super().close()
        self.stream.close()
        if self.file is not None:
            self.file.close()

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self.stream.read(len(buffer))
        buffer[: len(data)] = data
        self.given += len(data)
        if self.given > ALWAYS_ALLOWED and self.given > MAX_RATIO * max(self.packed(), 1):
            raise Bomb
        return len(data)


def open_file(path: Path) -> tuple[BinaryIO, Callable[[], int]]:
    """A buffered stream of the unpacked bytes, and what tells the bytes of the file used."""
    file = path.open("rb", buffering=1024 * 1024)
    unpacked: BinaryIO
    if path.suffix == ".gz":
        unpacked = gzip.GzipFile(fileobj=file)  # type: ignore[assignment]
    elif path.suffix == ".zst":
        unpacked = ZstdStream(file)  # type: ignore[assignment]
    else:
        return file, file.tell
    return io.BufferedReader(Guarded(unpacked, file.tell, file), 1024 * 1024), file.tell
