"""What a record needs before it is stored and no database: described and compressed, in any process."""

from typing import NamedTuple

from trialway.archive import compression
from trialway.archive.files.raw_record import RawRecord
from trialway.errors import NotARecord
from trialway.registries.known import REGISTRIES
from trialway.registries.record_header import RecordHeader


class Found(NamedTuple):
    """A piece of a file that may be a record of the registry."""

    registry: str
    source: str
    piece: RawRecord


class Prepared(NamedTuple):
    """What is stored of a record."""

    described: RecordHeader
    blob: bytes
    codec: int


def prepare(found: Found) -> tuple[Found, Prepared | str]:
    """The record made ready, without its raw bytes; or the whole piece and the reason why it is no record."""
    try:
        described = REGISTRIES[found.registry].describe(found.piece.raw)
    except NotARecord as error:
        return found, str(error)
    except Exception as error:  # noqa: BLE001 - whatever one record makes go wrong must not stop the others
        return found, f"this program fails on it ({type(error).__name__}: {error}); please report it"
    codec = compression.codec_of(found.registry)
    blob = compression.compress(found.piece.raw, codec)
    return found._replace(piece=found.piece._replace(raw=b"")), Prepared(described, blob, codec)
