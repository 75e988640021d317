"""A registry's text as paragraphs, headings and nested lists, however it writes them: markdown, numbers,
letters, dashes.

ClinicalTrials.gov sends lists as markdown and escapes everything else; what submitters typed by hand ("1)",
"a.", "• ", "-Pain")
comes through as plain lines (seen in 2,310 records, November 2026). A general markdown reader loses numbers
and reads lines of
hand-typed lists as one paragraph: docs/decisions/registry-text.md.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeGuard

from trialway.registry_text.repair import clean, unescape

DEEPEST = 8
_BULLET = r"\\?[-–—•·●○▪◦‣⁃➢✓□■]|\*|\\?\+"
_ORDINAL = r"\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{2,5})\\?[.)]"
_ITEM = re.compile(rf"(?P<marker>{_BULLET}|{_ORDINAL})(?:\s+(?P<text>\S.*)|$)")
# Without a space a marker is believed only where a word follows: "-Pain", "2.Patients"; not "-5 °C", "4.3
# Purpose", "i.v. dose".
_GLUED_ITEM = re.compile(r"(?P<marker>\\?[-–•●]|\(?\d{1,2}\\?[.)])(?P<text>[A-Z][a-z].*)")
_HEADING = re.compile(
    r"[^.!?]{1,80}:|[A-Z][A-Z /&-]{4,60}"
    r"|(?i:[^.!?:]{0,40}\b(?:inclusion|exclusion|eligibility) criteria\b[^.!?]{0,30})"
)


@dataclass(frozen=True)
class Paragraph:
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Heading:
    text: str


@dataclass
class Item:
    """`marker` as printed, without its escape; empty for a bullet."""

    marker: str
    blocks: list["Block"] = field(default_factory=list)


@dataclass
class Listing:
    items: list[Item]


Block = Paragraph | Heading | Listing


@dataclass
class _Line:
    indent: int
    marker: str | None
    text: str
    after_blank: bool

    @property
    def kind(self) -> str:
        bare = (self.marker or "").strip("().")
        return "*" if not bare else "1" if bare.isdigit() else "A" if bare.isupper() else "a"


def parse(text: str) -> list[Block]:
    """Never fails; every letter and digit of the text is in some block or marker, in order."""
    top: list[Block] = []
    open_lists: list[tuple[_Line, Listing]] = []
    for line in _lines(clean(text)):
        if line.marker is None:
            _place_words(line, open_lists, top)
        else:
            _place_item(line, open_lists, top)
    return _with_headings(top)


def _lines(text: str) -> Iterator[_Line]:
    blank = True
    for raw in text.split("\n"):
        stripped = raw.strip()
        if not stripped:
            blank = True
            continue
        indent = len(raw.expandtabs(4)) - len(raw.expandtabs(4).lstrip())
        marker, words = _split_marker(stripped)
        if marker is not None and not words:
            continue  # an empty item, such as a lone "\-"
        yield _Line(indent, marker, unescape(words), blank)
        blank = False


def _split_marker(line: str) -> tuple[str | None, str]:
    """("1)", "Age over 18") from ``* 1\\) Age over 18``; a bullet's marker is ""."""
    match = _ITEM.fullmatch(line) or _GLUED_ITEM.fullmatch(line)
    if match is None:
        return None, line
    marker, words = unescape(match["marker"]), match["text"] or ""
    if any(char.isalnum() for char in marker):
        # "A." or "12." alone on its line is words, not an item without any.
        return (marker, words) if words else (None, line)
    inner = _ITEM.fullmatch(words) or _GLUED_ITEM.fullmatch(words)
    if inner and inner["text"]:
        inner_marker = unescape(inner["marker"])
        return (inner_marker if any(char.isalnum() for char in inner_marker) else ""), inner["text"]
    return "", words


def _place_words(line: _Line, open_lists: list[tuple[_Line, Listing]], top: list[Block]) -> None:
    while open_lists and line.after_blank and line.indent <= open_lists[-1][0].indent:
        open_lists.pop()
    blocks = open_lists[-1][1].items[-1].blocks if open_lists else top
    last = blocks[-1] if blocks else None
    if isinstance(last, Paragraph) and not line.after_blank:
        blocks[-1] = Paragraph((*last.lines, line.text))
    else:
        blocks.append(Paragraph((line.text,)))


def _place_item(line: _Line, open_lists: list[tuple[_Line, Listing]], top: list[Block]) -> None:
    while open_lists and line.indent < open_lists[-1][0].indent:
        open_lists.pop()
    item = Item(line.marker or "", [Paragraph((line.text,))])
    if _goes_on(line, open_lists):
        open_lists[-1][1].items.append(item)
        return
    listing = Listing([item])
    blocks = open_lists[-1][1].items[-1].blocks if open_lists else top
    blocks.append(listing)
    if len(open_lists) < DEEPEST:
        open_lists.append((line, listing))


def _goes_on(line: _Line, open_lists: list[tuple[_Line, Listing]]) -> bool:
    """Whether the item belongs to a list that is open; lists that it ends are closed on the way."""
    while open_lists and abs(line.indent - open_lists[-1][0].indent) <= 1:
        same_indent = [first.kind for first, _ in open_lists if abs(line.indent - first.indent) <= 1]
        if open_lists[-1][0].kind == line.kind:
            return True
        if line.kind not in same_indent and _introduces(open_lists[-1][1].items[-1]):
            return False
        open_lists.pop()
    return False


def _introduces(item: Item) -> bool:
    last = item.blocks[-1]
    return isinstance(last, Paragraph) and last.lines[-1].endswith((":", "："))


def _with_headings(blocks: list[Block]) -> list[Block]:
    """A short line that announces something; what nothing follows ("Further criteria may apply")
    announces nothing."""
    last = len(blocks) - 1
    return [
        Heading(block.lines[0]) if place < last and _announces(block) else block
        for place, block in enumerate(blocks)
    ]


def _announces(block: Block) -> TypeGuard[Paragraph]:
    return (
        isinstance(block, Paragraph)
        and len(block.lines) == 1
        and _HEADING.fullmatch(block.lines[0]) is not None
    )
