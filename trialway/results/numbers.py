"""One number of a result as its record writes it; what is no number is kept and explained."""

import re
from decimal import Decimal

from msgspec import Struct

# No measurement has more; pictures cannot draw what a float cannot hold.
_MOST_DIGITS = 100
_NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?")
_THOUSANDS = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_BOUND = re.compile(r"\s*([<>≤≥]=?)\s*(.+)")

# The words that submitters use where there is no number, and what they mean. "NA" is the registry's own.
ABSENT = {
    "NA": "Not available: the record says why, or could not work it out",
    "N/A": "Not available",
    "NE": "Could not be estimated",
    "NR": "Not reached or not reported",
    "ND": "Not determined",
    "": "Nothing was reported",
}


class ReportedValue(Struct, frozen=True, omit_defaults=True):
    """``text`` as written; ``bound`` is ``<`` or the like; ``meaning`` of what is no number."""

    text: str
    number: Decimal | None = None
    bound: str | None = None
    meaning: str | None = None


def read_value(text: str | None) -> ReportedValue:
    """``12.5``, ``1,234``, ``<0.001``, ``NA``, nothing."""
    text = (text or "").strip()
    if text.upper() in ABSENT:
        return ReportedValue(text, meaning=ABSENT[text.upper()])
    bound = _BOUND.fullmatch(text)
    number = read_number(bound[2] if bound else text)
    if number is None:
        return ReportedValue(text, meaning="Not a number")
    return ReportedValue(text, number, bound[1] if bound else None)


def read_number(text: str) -> Decimal | None:
    """The number that the whole text is; None for anything else, and
    for one so large or small that nobody measured it. A comma counts only between thousands."""
    text = text.strip().replace("−", "-")
    if not _NUMBER.fullmatch(text):
        if not _THOUSANDS.fullmatch(text):
            return None
        text = text.replace(",", "")
    number = Decimal(text)
    return number if abs(number.adjusted()) <= _MOST_DIGITS else None
