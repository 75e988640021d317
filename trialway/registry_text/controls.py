"""Control characters taken out where text leaves the program: text ─▶ **controls** ─▶ page, terminal.

A registry's record may hold any character, and the archive keeps it. On its way out a NUL breaks HTML and
XML, and an escape sequence makes a terminal do what the record wants.
"""

import re

# C0 but tab and line feed, DEL, C1 (U+009B begins an escape sequence too). A carriage return alone lets a
# line of a terminal be written over.
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]|\r(?!\n)")
_C0 = bytes(code for code in (*range(0x20), 0x7F) if code not in b"\t\n\r")
_C1 = re.compile(rb"\xc2[\x80-\x9f]")


def without_controls(text: str) -> str:
    """The text without control characters; tabs and ends of lines stay."""
    return _CONTROLS.sub("", text)


def without_controls_utf8(text: bytes) -> bytes:
    """The same for bytes of UTF-8, quick enough for every page; carriage returns stay."""
    return _C1.sub(b"", text.translate(None, _C0))
