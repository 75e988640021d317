"""Search text ⇄ plain words and parts for one area (``title:asthma``).

A form has one box for each area; in the text they stand as ``title:asthma``, so that one text says it all.
"""

import re
from collections.abc import Mapping

from msgspec import Struct

from trialway.search.query.lexer import ALIASES, FIELDS

# Boxes of the form are named after their area: in_title.
BOXES = {f"in_{field}": field for field in FIELDS}
_NAMES = "|".join((*FIELDS, *ALIASES))
_PART = re.compile(rf'(?<![\w("-])({_NAMES}):("[^"]*"|\([^()]*\)|[^\s()"]+)')
_SYNTAX = re.compile(r'["():]|\b(?:AND|OR|NOT)\b|(?<!\w)-\w')


class FieldedPart(Struct, frozen=True):
    """``title:(asthma child)``: the area, its words, and the whole as it was typed."""

    area: str
    words: str
    whole: str


class SplitText(Struct, frozen=True):
    """The words without an area, and the parts that have one."""

    rest: str
    parts: tuple[FieldedPart, ...] = ()


def text_with_fields(last: Mapping[str, str]) -> str:
    """The text of the box, with what the boxes of the areas add to it."""
    parts = [last.get("q", "")]
    for box, area in BOXES.items():
        words = " ".join(last.get(box, "").split())
        if words:
            parts.append(in_field(area, words))
    return " ".join(part for part in parts if part)


def in_field(area: str, words: str) -> str:
    """The words as they are typed for one area; quotation marks and single words need no parentheses."""
    alone = re.fullmatch(r'"[^"]*"|[^\s()":]+', words)
    return f"{area}:{words}" if alone else f"{area}:({words})"


def split_fields(typed: str) -> SplitText:
    """The text without its areas' parts. Where OR, NOT or parentheses tie parts together it stays whole."""
    found = tuple(
        FieldedPart(ALIASES.get(match[1], match[1]), match[2].strip('"()'), match[0])
        for match in _PART.finditer(typed)
    )
    rest = " ".join(_PART.sub(" ", typed).split())
    if not found or re.search(r"[()]|\b(?:OR|NOT)\b", rest):
        return SplitText(typed)
    return SplitText(rest, found)


def remove_part(typed: str, part: FieldedPart) -> str:
    """The text as it would be had the part not been typed."""
    return " ".join(typed.replace(part.whole, " ", 1).split())


def has_no_syntax(text: str) -> bool:
    """Whether it is words alone: no quotation marks, areas, operators or parentheses."""
    return not _SYNTAX.search(text)
