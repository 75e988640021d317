"""Blocks of registry text for a terminal: indented lists with their own markers, no markup."""

from trialway.registry_text.blocks import (
    Block,
    Heading,
    Listing,
    ListItem,
    parse,
)


def to_terminal(text: str) -> str:
    """Paragraphs apart by an empty line; lists tight, four columns a level."""
    return "\n\n".join(_block(block, 0) for block in parse(text))


def _block(block: Block, level: int) -> str:
    match block:
        case Heading(text):
            return text
        case Listing(items):
            return "\n".join(_item(item, level) for item in items)
        case _:
            return ("\n" + "    " * level).join(block.lines)


def _item(item: ListItem, level: int) -> str:
    first, *rest = [_block(block, level + 1) for block in item.blocks]
    inner = "    " * (level + 1)
    lines = [f"{'    ' * level}{item.marker or '•'} {first}"]
    lines += [
        part if isinstance(block, Listing) else inner + part
        for block, part in zip(item.blocks[1:], rest, strict=True)
    ]
    return "\n".join(lines)
