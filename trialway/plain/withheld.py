"""Parts of the text that the operator does not show: PatientText ─▶ **PatientText** ─▶ every reader.

A part that is left out keeps its question, so that nobody takes it for the record's silence.
"""

from collections.abc import Collection

import msgspec

from trialway.plain.statement import PatientText, PlainSection, Statement, TextPiece, general, make_statement

ALL = "all"
_NOT_SHOWN = "Those who run this site do not show this part."
_NONE_SHOWN = "Those who run this site do not show texts for patients."


def withhold(text: PatientText, withheld: Collection[str]) -> PatientText:
    """``withheld``: ids of sections, or "all", which leaves the record's own title and no text."""
    if ALL in withheld:
        return msgspec.structs.replace(
            text, title=_own_title(text), summary=general("text-withheld", _NONE_SHOWN), sections=()
        )
    if not withheld:
        return text
    return msgspec.structs.replace(
        text,
        sections=tuple(_empty(one) if one.id in withheld else one for one in text.sections),
    )


def _empty(section: PlainSection) -> PlainSection:
    return PlainSection(
        id=section.id, question=section.question, statements=(general("section-withheld", _NOT_SHOWN),)
    )


def _own_title(text: PatientText) -> Statement:
    words = TextPiece(text.scientific_title, theirs=True, quoted=True)
    return make_statement("title-own", ("official_title",), words)
