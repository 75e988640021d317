"""A cell of any CSV file, so that no spreadsheet runs what stands in it: text ─▶ **cell**."""

import re

from trialway.registry_text.controls import without_controls

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_NUMBER = re.compile(
    r"[+-]?(?:\d+(?:\.\d*)?|\.\d+|\d{1,3}(?:,\d{3})+(?:\.\d+)?)(?:[eE][+-]?\d{1,3})?", re.ASCII
)


def safe_cell(text: str) -> str:
    """The text without control characters; an apostrophe before what begins like a formula makes spreadsheets
    show it. Numbers with a sign stay numbers."""
    text = without_controls(text)
    return f"'{text}" if text.startswith(_FORMULA) and not _NUMBER.fullmatch(text) else text
