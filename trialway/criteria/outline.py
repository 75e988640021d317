"""Criteria nested as the registry wrote them: lines and section headings ─▶ **outline** ─▶ read_criteria.

Every node quotes the text: its words are ``text[node.start:node.end]``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from msgspec import Struct

from trialway.criteria.heading_rules import HEADINGS, TRAILING_HEADINGS
from trialway.criteria.section_headings import Side, narrows, side_of
from trialway.criteria.text_lines import TextLine, split_lines

DEEPEST = 8
_INLINE_HEADING = HEADINGS["heading.inline"]
# "… of childbearing potential Exclusion Criteria": the heading lost its line break.
_TRAILING_HEADING = TRAILING_HEADINGS["heading.trailing"]
_CONNECTIVE = re.compile(r"(?i)[\s\\*(-]{0,4}(?P<word>or|and|and/or|either|except)[\s:.)]{0,3}")
_LEADS_ON = re.compile(r"(?i)\b(?:or|and/or)[\s:;,.)]{0,3}$")
_FOLLOWS_ON = re.compile(r"(?i)(?:or|and/or)\b")

_INTRODUCES = HEADINGS.any_of("heading.introduces.")
_GROUP = HEADINGS["heading.group-of-people"]


class OutlineNode(Struct):
    """One criterion. ``scope`` are the headings that narrow for whom it holds; ``alternative`` when "or"
    joins it to a neighbour."""

    start: int
    end: int
    side: Side
    scope: tuple[str, ...] = ()
    topic: str = ""
    alternative: bool = False
    children: list["OutlineNode"] = []


@dataclass
class _Place:
    """The state while reading down the text."""

    side: Side = "unstated"
    section_scope: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    fresh: bool = False
    pending_or: bool = False
    open: list[tuple[TextLine, OutlineNode]] = field(default_factory=list)
    roots: list[OutlineNode] = field(default_factory=list)


def build_outline(text: str) -> list[OutlineNode]:
    """The criteria of an eligibility text, in order; headings are not criteria."""
    place = _Place()
    for line in _with_headings_apart(text):
        _read_line(text, line, place)
    return place.roots


def _with_headings_apart(text: str) -> Iterator[TextLine]:
    for line in split_lines(text):
        words = text[line.start : line.end]
        inline = _INLINE_HEADING.match(words) if "clusion" in words[:40].lower() else None
        trailing = _TRAILING_HEADING.search(words) if "clusion" in words[-20:].lower() else None
        if inline:
            cut = line.start + inline.end()
            yield TextLine(line.start, line.start + inline.end("heading"), line.indent, "", True)
            yield TextLine(cut, line.end, line.indent, line.style, True)
        elif trailing:
            yield TextLine(
                line.start, line.start + trailing.start(), line.indent, line.style, line.after_blank
            )
            yield TextLine(line.start + trailing.start("heading"), line.end, 0, "", True)
        else:
            yield line


def _read_line(text: str, line: TextLine, place: _Place) -> None:
    words = text[line.start : line.end]
    connective = _CONNECTIVE.fullmatch(words) if len(words) < 16 else None
    if connective:
        _join(place, connective["word"].lower())
        return
    side = side_of(words, marked=bool(line.style))
    if side and (not place.open or line.indent <= place.open[0][0].indent or not line.style):
        _open_section(words, side, place)
    elif not line.style and _is_heading(words, line, place):
        _open_heading(words, place)
    else:
        _place_criterion(text, line, place)


def _open_section(words: str, side: Side, place: _Place) -> None:
    # "Part 1:" straight before "Inclusion Criteria:" holds for that section.
    above = place.headings if place.fresh else ()
    place.side, place.open, place.headings = side, [], ()
    place.section_scope = (*above, words) if narrows(words) else above


def _open_heading(words: str, place: _Place) -> None:
    place.open, place.headings, place.fresh = [], (words,), True


def _is_heading(words: str, line: TextLine, place: _Place) -> bool:
    if place.open and line.indent > place.open[-1][0].indent:
        return False
    if words.endswith(":"):
        return len(words) <= 100 and not _INTRODUCES.search(words)
    if len(words) > 60 or words.endswith((".", ";", ",")):
        return False
    return bool(_GROUP.match(words))


def _join(place: _Place, word: str) -> None:
    if word == "and":
        return
    siblings = place.open[-1][1].children if len(place.open) > 1 else place.roots
    if place.open:
        place.open[-1][1].alternative = True
    elif siblings:
        siblings[-1].alternative = True
    place.pending_or = True


def _place_criterion(text: str, line: TextLine, place: _Place) -> None:
    place.fresh = False
    if _continues(text, line, place):
        node = place.open[-1][1]
        node.end = line.end
        node.alternative = node.alternative or _leads_on(text, node)
        return
    parent = _parent(text, line, place)
    scope = place.section_scope
    if place.headings:
        scope += tuple(filter(narrows, place.headings))
    topic = place.headings[-1] if place.headings else ""
    node = OutlineNode(line.start, line.end, place.side, scope, topic)
    siblings = parent.children if parent else place.roots
    _mark_alternatives(text, node, siblings, place)
    siblings.append(node)
    if len(place.open) < DEEPEST:
        place.open.append((line, node))


def _leads_on(text: str, node: OutlineNode) -> bool:
    tail = text[max(node.start, node.end - 12) : node.end]
    return "or" in tail.lower() and bool(_LEADS_ON.search(tail))


def _mark_alternatives(text: str, node: OutlineNode, siblings: list[OutlineNode], place: _Place) -> None:
    if place.pending_or or _FOLLOWS_ON.match(text, node.start):
        node.alternative = True
        if siblings:
            siblings[-1].alternative = True
    if siblings and _leads_on(text, siblings[-1]):
        siblings[-1].alternative = node.alternative = True
    place.pending_or = False


def _continues(text: str, line: TextLine, place: _Place) -> bool:
    if line.style or not place.open:
        return False
    last_line, last = place.open[-1]
    if last.children or text[last.start : last.end].endswith(":"):
        return False
    if line.indent > last_line.indent:
        return True
    return not line.after_blank and (text[line.start].islower() or bool(last_line.style))


def _parent(text: str, line: TextLine, place: _Place) -> OutlineNode | None:
    """The open criterion that a line belongs to, None for a new top-level one; open criteria that the line
    ends are closed."""
    closed = ""
    while place.open:
        above, node = place.open[-1]
        if _stands_under(text, line, place, closed):
            return node
        closed = above.style
        place.open.pop()
    return None


def _stands_under(text: str, line: TextLine, place: _Place, closed: str) -> bool:
    """Whether a line is a child of the innermost open criterion; ``closed`` is the style of what was open
    below it."""
    above, node = place.open[-1]
    introduces = text[node.start : node.end].rstrip("\\ *").endswith((":", "："))
    if line.indent > above.indent + 1 and (line.style or introduces):
        return True
    if not introduces:
        return False
    if not above.style and not line.after_blank and line.indent >= above.indent:
        return True
    # "* Organ function:", then "1. ANC" at the same indent: children in another style, if it has no others.
    level = abs(line.indent - above.indent) <= 1 and line.style not in ("", above.style)
    outer = any(other.style == line.style and abs(other.indent - line.indent) <= 1 for other, _ in place.open)
    return level and not outer and (not node.children or closed == line.style)
