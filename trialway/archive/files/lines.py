"""JSON lines: one record a line; a damaged line is refused alone."""

from collections.abc import Iterator
from typing import BinaryIO

from trialway.archive.files.raw_record import (
    CHUNK,
    MAX_RECORD,
    RawRecord,
    Unreadable,
)


def read_lines(stream: BinaryIO) -> Iterator[RawRecord | Unreadable]:
    """Blank lines are passed over; a line longer than a record can be is refused without being held."""
    number = 0
    while line := stream.readline(MAX_RECORD + 1):
        number += 1
        if len(line) > MAX_RECORD and not line.endswith(b"\n"):
            yield Unreadable(
                _rest_of_line(line, stream), f"line {number}", f"longer than {MAX_RECORD >> 20} MB"
            )
        elif line.strip():
            yield RawRecord(line.strip(), f"line {number}")


def _rest_of_line(start: bytes, stream: BinaryIO) -> Iterator[bytes]:
    yield start
    while part := stream.readline(CHUNK):
        yield part
        if part.endswith(b"\n"):
            return
