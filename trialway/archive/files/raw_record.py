"""What reading files yields: single raw records, and what could not be read with its reason."""

from collections.abc import Iterable
from typing import NamedTuple

# The largest real study is 1.3 MB; nothing above this is one.
MAX_RECORD = 64 * 1024 * 1024
CHUNK = 1024 * 1024


class RawRecord(NamedTuple):
    """One JSON value as bytes; ``position`` is a place for a person to look: ``line 12``."""

    raw: bytes
    position: str
    seen: str | None = None


class Unreadable(NamedTuple):
    """Bytes that are no record. ``chunks`` must be used up before the next piece is asked for."""

    chunks: Iterable[bytes]
    position: str
    reason: str
