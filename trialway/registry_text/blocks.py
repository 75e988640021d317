"""A registry's text as paragraphs, headings and nested lists, however it writes them.

A registry may send lists as markdown and escape everything else; what submitters typed by hand
("1)", "a.", "• ", "-Pain") comes through as plain lines (seen in 2,310 records, November 2026). A general
markdown reader loses numbers and reads lines of hand-typed lists as one paragraph:
docs/decisions/registry-text.md.
"""

import re
from dataclasses import dataclass, field
from typing import TypeGuard

from trialway.registry_text.lines import RegistryLine, read_lines
from trialway.registry_text.repair import clean

DEEPEST = 8
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
class ListItem:
    """`marker` as printed, without its escape; empty for a bullet."""

    marker: str
    blocks: list["Block"] = field(default_factory=list)


@dataclass
class Listing:
    items: list[ListItem]


Block = Paragraph | Heading | Listing


def parse(text: str) -> list[Block]:
    """Never fails; every letter and digit of the text is in some block or marker, in order."""
    top: list[Block] = []
    open_lists: list[tuple[RegistryLine, Listing]] = []
    for line in read_lines(clean(text)):
        if line.marker is None:
            _place_words(line, open_lists, top)
        else:
            _place_item(line, open_lists, top)
    return _with_headings(top)


def _place_words(
    line: RegistryLine, open_lists: list[tuple[RegistryLine, Listing]], top: list[Block]
) -> None:
    while open_lists and line.after_blank and line.indent <= open_lists[-1][0].indent:
        open_lists.pop()
    blocks = open_lists[-1][1].items[-1].blocks if open_lists else top
    last = blocks[-1] if blocks else None
    if isinstance(last, Paragraph) and not line.after_blank:
        blocks[-1] = Paragraph((*last.lines, line.text))
    else:
        blocks.append(Paragraph((line.text,)))


def _place_item(line: RegistryLine, open_lists: list[tuple[RegistryLine, Listing]], top: list[Block]) -> None:
    while open_lists and line.indent < open_lists[-1][0].indent:
        open_lists.pop()
    item = ListItem(line.marker or "", [Paragraph((line.text,))])
    if _goes_on(line, open_lists):
        open_lists[-1][1].items.append(item)
        return
    listing = Listing([item])
    blocks = open_lists[-1][1].items[-1].blocks if open_lists else top
    blocks.append(listing)
    if len(open_lists) < DEEPEST:
        open_lists.append((line, listing))


def _goes_on(line: RegistryLine, open_lists: list[tuple[RegistryLine, Listing]]) -> bool:
    """Whether the item belongs to a list that is open; lists that it ends are closed on the way."""
    while open_lists and abs(line.indent - open_lists[-1][0].indent) <= 1:
        same_indent = [first.kind for first, _ in open_lists if abs(line.indent - first.indent) <= 1]
        if open_lists[-1][0].kind == line.kind:
            return True
        if line.kind not in same_indent and _introduces(open_lists[-1][1].items[-1]):
            return False
        open_lists.pop()
    return False


def _introduces(item: ListItem) -> bool:
    last = item.blocks[-1]
    return isinstance(last, Paragraph) and last.lines[-1].endswith((":", "："))


def _with_headings(blocks: list[Block]) -> list[Block]:
    """A short line that announces something; what nothing follows ("Further criteria may apply") announces
    nothing.
    """
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
