"""Groups with the same statements are shown once: groups ─▶ **groups with several names** ─▶ ``given``."""

import msgspec

from trialway.plain.phrases import counted, line
from trialway.plain.statement import (
    PlainGroup,
    Quotation,
    Statement,
    Strip,
    TextPiece,
)

MOST_NAMES = 6
LONGEST_NAMES = 120
# What is said of one group, and of several.
_OF_SEVERAL = (
    ("In this group, you", "In each of these groups, you"),
    ("This group gets ", "These groups get "),
    ("This group got ", "These groups got "),
    ("This group was ", "These groups were "),
    ("This group is ", "These groups are "),
    (" for this group", " for these groups"),
    (" on this group", " on these groups"),
    (" about this group", " about these groups"),
)


def deduplicate(groups: tuple[PlainGroup, ...]) -> tuple[PlainGroup, ...]:
    """The groups, merged, in the order of the first of each kind."""
    alike: dict[tuple[object, ...], list[PlainGroup]] = {}
    for group in groups:
        alike.setdefault(_content(group), []).append(group)
    return tuple(same[0] if len(same) == 1 else _several(same) for same in alike.values())


def _content(group: PlainGroup) -> tuple[object, ...]:
    """What makes two groups the same: our statements, or the record's words where there are none."""
    strips: tuple[Strip, ...] = group.strips
    sentences = tuple(one.text for one in group.statements)
    own = group.quotation.text if group.quotation and not _says_something(group) else bool(group.quotation)
    return sentences, tuple(one.text for one in strips), own


def _says_something(group: PlainGroup) -> bool:
    return any(one.template not in ("role", "own-words", "nothing-said") for one in group.statements)


def _several(groups: list[PlainGroup]) -> PlainGroup:
    own = _own_words(groups)
    statements = tuple(_of_several(one) for one in groups[0].statements)
    return msgspec.structs.replace(groups[0], title=_title(groups, own), statements=statements, quotation=own)


def _title(groups: list[PlainGroup], own: Quotation | None) -> tuple[TextPiece, ...]:
    """Their names in a row, or their number when the names are long and shown with the record's words."""
    if own != groups[0].quotation and sum(len(each.name) for each in groups) > LONGEST_NAMES:
        return (TextPiece(f"{len(groups)} groups, named below"),)
    shown = groups[:MOST_NAMES]
    title: list[TextPiece] = []
    for place, group in enumerate(shown):
        last = place == len(shown) - 1 == len(groups) - 1
        title += [TextPiece(" and " if last else ", ")] if place else []
        title += group.title
    if len(groups) > len(shown):
        title.append(TextPiece(f" and {counted(len(groups) - len(shown), 'more group')}"))
    return tuple(title)


def _own_words(groups: list[PlainGroup]) -> Quotation | None:
    """The record's words on each group, below its name where they differ."""
    first = groups[0].quotation
    if first is None or len({each.quotation.text for each in groups if each.quotation}) == 1:
        return first
    lines = [f"* {each.name}: {line(each.quotation.text)}" for each in groups if each.quotation]
    return msgspec.structs.replace(first, text="\n".join(lines))


def _of_several(one: Statement) -> Statement:
    return msgspec.structs.replace(one, pieces=tuple(_plural(piece) for piece in one.pieces))


def _plural(piece: TextPiece) -> TextPiece:
    if piece.theirs:
        return piece
    text = piece.text
    for single, several in _OF_SEVERAL:
        text = text.replace(single, several)
    return msgspec.structs.replace(piece, text=text)
