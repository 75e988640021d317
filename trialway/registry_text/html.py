"""Blocks of registry text as HTML that is safe in a page: paragraphs, lists, bold lines, links."""

import re
from functools import lru_cache
from html import escape

import nh3

from trialway.registry_text.blocks import (
    Block,
    Heading,
    Listing,
    ListItem,
    Paragraph,
    parse,
)
from trialway.registry_text.repair import addresses, repair

TAGS = {"p", "br", "ul", "ol", "li", "strong", "a", "sub", "sup", "wbr"}
ATTRIBUTES = {"ol": {"start", "type"}, "li": {"value"}, "a": {"href", "rel"}, "ul": {"class"}}
_SMALL = re.compile(r"&lt;(su[bp])&gt;(.{1,40}?)&lt;/\1&gt;")
_TRAILING = ".,;:!?)]}'’”"


# Whoever reads a trial turns from one of its views to another, and each shows much of the same text.
@lru_cache(maxsize=1000)
def to_html(text: str) -> str:
    """Whole blocks; headings become bold lines, because a registry's headings know nothing of the page
    around them.
    """
    return purify("".join(_block(block) for block in parse(text)))


def blocks_html(blocks: list[Block]) -> str:
    return purify("".join(_block(block) for block in blocks))


def inline_html(text: str) -> str:
    """One line of text, for a cell, a heading or a link's words."""
    html = _inline(repair(text))
    return purify(html) if "<" in html else html


def purify(html: str) -> str:
    """What is built here is clean already; this is the second lock on the door (a test sees that it changes
    nothing).
    """
    return nh3.clean(
        html, tags=TAGS, attributes=ATTRIBUTES, link_rel=None, url_schemes={"http", "https", "mailto"}
    )


def _block(block: Block) -> str:
    match block:
        case Heading(text):
            return f"<p><strong>{_inline(text)}</strong></p>"
        case Paragraph(lines):
            return f"<p>{'<br>'.join(map(_inline, lines))}</p>"
        case Listing(items):
            return _listing(items)


def _listing(items: list[ListItem]) -> str:
    numbers = [item.marker.strip("().") for item in items]
    if not any(numbers):
        return "<ul>" + "".join(f"<li>{_body(item)}</li>" for item in items) + "</ul>"
    if all(number.isascii() and number.isdigit() for number in numbers):
        return _numbered(items, [int(number) for number in numbers])
    # Letters and Roman numbers are kept as words: a browser's counters cannot print "(iv)".
    return (
        '<ul class="tw-prose__marked">'
        + "".join(f"<li>{_body(item, item.marker and item.marker + ' ')}</li>" for item in items)
        + "</ul>"
    )


def _numbered(items: list[ListItem], numbers: list[int]) -> str:
    """A browser prints the numbers; one that does not follow the last is stated, so that none changes."""
    start = f' start="{numbers[0]}"' if numbers[0] != 1 else ""
    html = f"<ol{start}>"
    for position, (item, number) in enumerate(zip(items, numbers, strict=True)):
        jump = position and number != numbers[position - 1] + 1
        html += f'<li value="{number}">' if jump else "<li>"
        html += f"{_body(item)}</li>"
    return html + "</ol>"


def _body(item: ListItem, marker: str = "") -> str:
    """The first words stand bare in the item, so that short lists stay dense."""
    first, *rest = item.blocks
    words = "<br>".join(map(_inline, first.lines)) if isinstance(first, Paragraph) else _block(first)
    return escape(marker) + words + "".join(map(_block, rest))


def _inline(text: str) -> str:
    pieces: list[str] = []
    end = 0
    for match in addresses(text):
        address = match[0].rstrip(_TRAILING)
        pieces += (_words(text[end : match.start()]), _address(address))
        end = match.start() + len(address)
    return "".join(pieces) + _words(text[end:])


def _words(text: str) -> str:
    return _SMALL.sub(r"<\1>\2</\1>", escape(text, quote=False))


def _address(address: str) -> str:
    # A break after each part keeps a long address inside a narrow column.
    shown = "<wbr>".join(
        escape(part, quote=False) for part in re.split(r"(?<=[?&])|(?<=[^/:]/)(?!/)", address) if part
    )
    if "@" in address and "/" not in address:
        return shown
    target = address if address.lower().startswith(("http://", "https://")) else f"https://{address}"
    return f'<a href="{escape(target)}" rel="nofollow noopener">{shown}</a>'
