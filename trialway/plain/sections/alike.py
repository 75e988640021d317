"""Groups of which the same is said are told once: groups ─▶ **groups with several names** ─▶ ``given``."""

import msgspec

from trialway.plain.statement import Piece, PlainGroup, Statement, Strip
from trialway.plain.wording import counted

MOST_NAMES = 6
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


def told_once(groups: tuple[PlainGroup, ...]) -> tuple[PlainGroup, ...]:
    """In the order of the first of each kind."""
    alike: dict[tuple[object, ...], list[PlainGroup]] = {}
    for group in groups:
        alike.setdefault(_told(group), []).append(group)
    return tuple(same[0] if len(same) == 1 else _several(same) for same in alike.values())


def _told(group: PlainGroup) -> tuple[object, ...]:
    """All that a reader sees of a group but its name."""
    strips: tuple[Strip, ...] = group.strips
    words = group.quotation.text if group.quotation else ""
    return tuple(one.text for one in group.statements), tuple(one.text for one in strips), words


def _several(groups: list[PlainGroup]) -> PlainGroup:
    shown = groups[:MOST_NAMES]
    title: list[Piece] = []
    for place, group in enumerate(shown):
        last = place == len(shown) - 1 == len(groups) - 1
        title += [Piece(" and " if last else ", ")] if place else []
        title += group.title
    if len(groups) > len(shown):
        title.append(Piece(f" and {counted(len(groups) - len(shown), 'more group')}"))
    statements = tuple(_of_several(one) for one in groups[0].statements)
    return msgspec.structs.replace(groups[0], title=tuple(title), statements=statements)


def _of_several(one: Statement) -> Statement:
    return msgspec.structs.replace(one, pieces=tuple(_plural(piece) for piece in one.pieces))


def _plural(piece: Piece) -> Piece:
    if piece.theirs:
        return piece
    text = piece.text
    for single, several in _OF_SEVERAL:
        text = text.replace(single, several)
    return msgspec.structs.replace(piece, text=text)
