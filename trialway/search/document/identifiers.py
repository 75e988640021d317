"""Typed text → the normal form of a trial's number or acronym, as the index holds it.

An identifier is compared by its letters and digits alone: ``bo-29738`` is BO29738. Words can be
identifiers too (a sponsor may call its trial ``sprint``), so being equal to one never hides the other
trials that a word finds.
"""

import unicodedata

from trialway.registries import known


def normalise_identifier(identifier: str) -> str:
    """Letters and digits only, in capitals; empty when there are none."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", identifier).upper()))


def registry_number(text: str) -> str | None:
    """The registry number that the text is, in the registry's own form; there need be no such trial."""
    return known.read_number(normalise_identifier(text))


def as_name(text: str) -> str:
    """The text as the index would hold it if it were a trial's number or acronym."""
    return registry_number(text) or normalise_identifier(text)


def looks_like_identifier(text: str) -> bool:
    """Whether the whole text can be one identifier: ``BO29738``, ``2010-019256-37``; neither words nor
    ``HER2``."""
    return (
        len(text.split()) <= 3
        and sum(char.isdigit() for char in text) >= 4
        and len(normalise_identifier(text)) <= 40
    )
