"""Numbers of trials as people type them: text ─**identifiers**▶ the normal form that the index holds.

An identifier is compared by its letters and digits alone: ``nct 0474-0918`` is NCT04740918. Words can be
identifiers too (a sponsor may call its trial ``sprint``), so being equal to one never hides the other
trials that a word finds.
"""

import re
import unicodedata

_NCT = re.compile(r"NCT(\d{8}|[1-9]\d{2,6})")


def normalise_identifier(identifier: str) -> str:
    """Letters and digits only, in capitals; empty when there are none."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", identifier).upper()))


def registry_number(text: str) -> str | None:
    """The registry number that the text is, in the registry's own form, whether or not there is such a trial.

    >>> registry_number("nct 4740918")
    'NCT04740918'
    """
    match = _NCT.fullmatch(normalise_identifier(text))
    # A spreadsheet that counts with the digits drops the zeros before them. Where a zero is left, digits are
    # missing at the end instead, and nobody can know which.
    return f"NCT{int(match[1]):08d}" if match else None


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
