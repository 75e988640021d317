"""JSON documents of any size: a study, an array, a page of the registry's API; split without parsing."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from trialway.archive.files.raw_record import (
    CHUNK,
    MAX_RECORD,
    RawRecord,
    Unreadable,
)

# Everything up to the next bracket outside strings. Only single characters repeat possessively: Python before
# 3.11.5 goes wrong where a group does (gh-106052). Each part begins with another character than the part in
# front can hold, so there is nothing to go back for.
_PLAIN = re.compile(rb'[^"\[\]{}]*+(?:"[^"\\]*+(?:\\.[^"\\]*+)*"[^"\[\]{}]*+)*', re.DOTALL)
_SPACE = re.compile(rb"[\s,]*")
_PAGE = re.compile(
    rb'\{\s*(?:"(?:totalCount|nextPageToken)"\s*:\s*(?:\d+|"[^"\\]*")\s*,\s*)*"studies"\s*:\s*\['
)
_LONGEST_PAGE_HEAD = 4096


class _Window:
    """The part of a stream that is being looked at."""

    def __init__(self, stream: BinaryIO) -> None:
        self.stream = stream
        self.data = b""

    def more(self) -> bool:
        chunk = self.stream.read(CHUNK)
        self.data += chunk
        return bool(chunk)

    def skip(self, pattern: re.Pattern[bytes]) -> None:
        """Drop what the pattern matches here, however long."""
        while True:
            match = pattern.match(self.data)
            self.data = self.data[match.end() :] if match else self.data
            if self.data or not self.more():
                return

    def rest(self) -> Iterator[bytes]:
        yield self.data
        self.data = b""
        while chunk := self.stream.read(CHUNK):
            yield chunk


def read_values(stream: BinaryIO) -> Iterator[RawRecord | Unreadable]:
    """Every study in the document: the values at the top, inside an array, or inside a page's ``studies``."""
    window = _Window(stream)
    number = 0
    _enter(window)
    while True:
        window.skip(_SPACE)
        if not window.data or window.data[:1] == b"]":
            # After an array only a page's closing words can stand; they are no record.
            return
        number += 1
        position = f"item {number}"
        if window.data[:1] not in (b"{", b"["):
            yield Unreadable(window.rest(), position, "it is not a JSON object")
            return
        end = _end_of_value(window)
        if end is None:
            why = f"longer than {MAX_RECORD >> 20} MB" if len(window.data) > MAX_RECORD else "it is cut off"
            yield Unreadable(window.rest(), position, why)
            return
        yield RawRecord(window.data[:end], position)
        window.data = window.data[end:]


def _enter(window: _Window) -> None:
    """Step inside an array or a page, so that its items stand at the top."""
    window.skip(_SPACE)
    while len(window.data) < _LONGEST_PAGE_HEAD and window.more():
        pass
    page = _PAGE.match(window.data)
    if page:
        window.data = window.data[page.end() :]
    elif window.data[:1] == b"[":
        window.data = window.data[1:]


def _end_of_value(window: _Window) -> int | None:
    """Where the object or array that starts the window ends; None when it is cut off or too long."""
    depth = place = 0
    while True:
        match = _PLAIN.match(window.data, place)
        place = match.end() if match else place
        if place >= len(window.data) or window.data[place : place + 1] == b'"':
            if len(window.data) > MAX_RECORD or not window.more():
                return None
            continue
        depth += 1 if window.data[place : place + 1] in (b"{", b"[") else -1
        place += 1
        if depth == 0:
            return place
