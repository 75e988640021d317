"""A criterion in its place among others: outline ─▶ **nodes** ─▶ list_adoption, own_scopes, read_criteria.

Every node quotes the text: its words are ``text[node.start:node.end]``.
"""

from msgspec import Struct

from trialway.criteria.section_headings import Side
from trialway.criteria.text_lines import TextLine


class OutlineNode(Struct):
    """One criterion. ``scope`` are the headings that narrow for whom it holds; ``alternative`` when "or"
    joins it to a neighbour; ``open_ended`` when its words do not say how its children count, or where their
    list ends; ``line`` is the line that it begins with."""

    start: int
    end: int
    side: Side
    scope: tuple[str, ...] = ()
    topic: str = ""
    alternative: bool = False
    children: list["OutlineNode"] = []
    open_ended: bool = False
    line: TextLine | None = None
