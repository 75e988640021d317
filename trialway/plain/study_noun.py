"""The noun for a trial in its own text: sections ─▶ **"this study", "this programme"** ─▶ text.

The sections say "trial". A study that only observes is called a study, expanded access a programme.
"""

import re

import msgspec

from trialway.plain.phrases import noun_of
from trialway.plain.statement import (
    PlainGroup,
    PlainSection,
    Statement,
    TextPiece,
)
from trialway.record import TrialRecord

_THIS = re.compile(r"\b([Tt]he|[Tt]his) trial\b")
_ANY = re.compile(r"\b([Aa]) trial\b")


def with_study_noun(section: PlainSection, record: TrialRecord) -> PlainSection:
    """The section with "trial" in our own words replaced by that noun."""
    noun = noun_of(record)
    if noun == "trial":
        return section
    return msgspec.structs.replace(
        section,
        question=_called(section.question, noun),
        statements=_all_called(section.statements, noun),
        groups=tuple(_group(group, noun) for group in section.groups),
        closing=_all_called(section.closing, noun),
        quotations=tuple(
            msgspec.structs.replace(each, title=_called(each.title, noun)) for each in section.quotations
        ),
    )


def _group(group: PlainGroup, noun: str) -> PlainGroup:
    return msgspec.structs.replace(group, statements=_all_called(group.statements, noun))


def _all_called(statements: tuple[Statement, ...], noun: str) -> tuple[Statement, ...]:
    return tuple(
        msgspec.structs.replace(one, pieces=tuple(_piece(piece, noun) for piece in one.pieces))
        for one in statements
    )


def _piece(piece: TextPiece, noun: str) -> TextPiece:
    return piece if piece.theirs else msgspec.structs.replace(piece, text=_called(piece.text, noun))


def _called(words: str, noun: str) -> str:
    words = _THIS.sub(rf"\1 {noun}", words)
    # A programme gives a treatment "outside a trial", which stays one.
    return _ANY.sub(rf"\1 {noun}", words) if noun == "study" else words
