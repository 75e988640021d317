"""Postcodes as people write them: ``SW1A 1AA``, ``10001-2345`` ─▶ the part that says the place."""

import re

# Where the whole code says the street or the house, and its beginning the place.
_PLACE_FIRST = {
    "GB": re.compile(r"([A-Z]{1,2}\d[A-Z\d]?)\d[A-Z]{2}"),
    "CA": re.compile(r"([A-Z]\d[A-Z])\d[A-Z]\d"),
    "IE": re.compile(r"([A-Z]\d[\dW])[A-Z\d]{4}"),
    "NL": re.compile(r"(\d{4})[A-Z]{2}"),
    "US": re.compile(r"(\d{5})\d{4}"),
    "PT": re.compile(r"(\d{4})\d{3}"),
}
SHORTENING = tuple(_PLACE_FIRST)
_FORM = re.compile(r"(?:[A-Za-z]{1,2}-)?(?=[A-Za-z\d -]{0,9}\d)[A-Za-z\d][A-Za-z\d -]{1,9}")


def outward_code(country: str, code: str) -> str:
    """``code`` in capitals without spaces; ``SW1A1AA`` of GB gives ``SW1A``; another form stays whole."""
    form = _PLACE_FIRST.get(country)
    found = form.fullmatch(code) if form else None
    return found[1] if found else code


def looks_like_postcode(text: str) -> bool:
    """Whether it has digits and no more than a postcode has."""
    return bool(_FORM.fullmatch(text))


def bare(text: str) -> str:
    """Capitals and digits alone."""
    return "".join(char for char in text.upper() if char.isascii() and char.isalnum())
