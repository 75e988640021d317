"""The lines of an eligibility text with their positions: text ─▶ **lines** ─▶ heading_lines.

Nothing is repaired here: every line knows where its words are in the registry's text.
"""

import re
from collections.abc import Iterator

from msgspec import Struct

from trialway.criteria.cues import contains_any
from trialway.criteria.section_headings import Side

_BULLET = r"\\?[-–—•·●○▪◦‣⁃➢✓□■*+]{1,3}"
_ORDINAL = r"\(?(?:\d{1,3}(?:\.\d{1,2}){0,3}|[A-Za-z]|[ivxIVX]{2,5})\\?[.)]|\d{1,2}(?:\.\d{1,2}){1,3}"
_MARKER = re.compile(rf"(?P<bullet>{_BULLET})(?=\s)|(?P<ordinal>{_ORDINAL})(?=\s)")
# Without a space a marker is believed only where a word follows: "-Pain", "2.Patients"; not "-5 °C".
_GLUED = re.compile(
    r"(?P<bullet>\\?[-–•●]{1,3})(?=[A-Z][A-Za-z])|(?P<ordinal>\(?\d{1,2}\\?[.)])(?=[A-Z][a-z])"
)
# What a marker of letters ends with.
_CLOSING = (".", ")")
_LETTER = re.compile(r"[^\W_]")
# "… (HIV) test ---Negative hepatitis B …": two items that lost their line break.
_LOST_BREAK = re.compile(r"[ \t]-{2,3}(?=[A-Z])")


class TextLine(Struct, frozen=True):
    """``text[start:end]`` are the words; ``style`` is "" (no marker), ``*``, ``1``, ``A``, ``a`` or ``i``;
    ``number`` that of a marker such as "12.", otherwise 0; ``side`` what the line alone says of its side
    ("Exclusion: pregnancy"), otherwise None."""

    start: int
    end: int
    indent: int
    style: str
    after_blank: bool
    number: int = 0
    side: Side | None = None


def split_lines(text: str) -> Iterator[TextLine]:
    """Every line that has words, in order."""
    after_blank = True
    for start, end in _pieces(text):
        line = _line(text, start, end, after_blank)
        if line is None:
            after_blank = True
            continue
        yield line
        after_blank = False


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    may_be_lost = "--" in text
    for raw in text.splitlines(keepends=True):
        cut = start
        for lost in _LOST_BREAK.finditer(raw) if may_be_lost else ():
            yield cut, start + lost.start()
            cut = start + lost.start() + 1
        yield cut, start + len(raw)
        start += len(raw)


def _line(text: str, start: int, end: int, after_blank: bool) -> TextLine | None:
    words = text[start:end]
    indent = len(words) - len(words.lstrip())
    at, end = start + indent, start + len(words.rstrip())
    style, number = "", 0
    # Twice at most: "* 1\) Age".
    for _ in range(2):
        if text[at : at + 1].isalpha() and not contains_any(text[at : at + 8], _CLOSING):
            break
        marker = _MARKER.match(text, at, end) or _GLUED.match(text, at, end)
        if marker is None:
            break
        style, number = _style(marker), _number(marker)
        at = marker.end() + len(text[marker.end() : end]) - len(text[marker.end() : end].lstrip())
    if not _LETTER.search(text, at, end):
        return None
    return TextLine(at, end, indent, style, after_blank, number)


def _style(marker: re.Match[str]) -> str:
    if marker["bullet"]:
        return "*"
    bare = marker["ordinal"].strip("()\\.")
    if bare[0].isdigit():
        return "1"
    if len(bare) > 1:
        return "i"
    return "A" if bare.isupper() else "a"


def _number(marker: re.Match[str]) -> int:
    bare = (marker["ordinal"] or "").strip("()\\.")
    return int(bare) if bare.isdecimal() else 0
