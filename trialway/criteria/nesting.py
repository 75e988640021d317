"""Which criterion a line goes on or stands under: lines, open criteria ─▶ **a parent** ─▶ outline."""

from trialway.criteria.outline_nodes import OutlineNode
from trialway.criteria.section_headings import COLONS
from trialway.criteria.text_lines import TextLine

# The criteria that a line may still belong to, the innermost last, each with its first line.
OpenCriteria = list[tuple[TextLine, OutlineNode]]


def continues(text: str, line: TextLine, opened: OpenCriteria) -> bool:
    """Whether a line without a marker is the rest of the criterion above it."""
    if line.style or not opened:
        return False
    last_line, last = opened[-1]
    if last.children or text[last.start : last.end].endswith(":"):
        return False
    if line.indent > last_line.indent:
        return True
    return not line.after_blank and (text[line.start].islower() or bool(last_line.style))


def parent_of(text: str, line: TextLine, opened: OpenCriteria) -> OutlineNode | None:
    """The open criterion that a line belongs to, None for a new top-level one; open criteria that the line
    ends are closed."""
    closed = ""
    while opened:
        above, node = opened[-1]
        if _stands_under(text, line, opened, closed):
            return node
        closed = above.style
        opened.pop()
    return None


def _stands_under(text: str, line: TextLine, opened: OpenCriteria, closed: str) -> bool:
    """Whether a line is a child of the innermost open criterion; ``closed`` is the style of what was open
    below it."""
    above, node = opened[-1]
    introduces = text[node.start : node.end].rstrip("\\ *").endswith(COLONS)
    if line.indent > above.indent + 1 and (line.style or introduces):
        return True
    if not introduces:
        return False
    if not above.style and not line.after_blank and line.indent >= above.indent:
        return True
    # "* Organ function:", then "1. ANC" at the same indent: children in another style, if it has no others.
    level = abs(line.indent - above.indent) <= 1 and line.style not in ("", above.style)
    outer = any(other.style == line.style and abs(other.indent - line.indent) <= 1 for other, _ in opened)
    return level and not outer and (not node.children or closed == line.style)
