"""Keeps the bytes of what a load refuses, packed, in the data folder, each once, named by what they are."""

import hashlib
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import zstandard

# Beyond this only the size is noted: the file that was given still has the rest.
MAX_KEPT = 256 * 1024 * 1024


class RejectedFile(NamedTuple):
    """``name`` of the file in the folder of refusals; ``size`` in bytes before packing, all of it."""

    name: str
    size: int


def keep_rejected(folder: Path, chunks: Iterable[bytes]) -> RejectedFile:
    """Uses up the chunks without holding them; nothing half-written stays under its final name."""
    folder.mkdir(parents=True, exist_ok=True)
    digest, size = hashlib.sha256(), 0
    descriptor, temporary = tempfile.mkstemp(dir=folder, prefix="incoming-")
    try:
        with os.fdopen(descriptor, "wb") as file, zstandard.ZstdCompressor().stream_writer(file) as packer:
            for chunk in chunks:
                digest.update(chunk)
                packer.write(chunk[: max(0, MAX_KEPT - size)])
                size += len(chunk)
        name = f"{digest.hexdigest()}.zst"
        Path(temporary).replace(folder / name)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    return RejectedFile(name, size)
