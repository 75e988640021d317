"""Names of places made comparable: ``Łódź``, ``LODZ`` and ``lodz`` are one: typed or listed ─▶ **names**."""

import re
import unicodedata

# Letters that Unicode does not take apart, and marks within a word that people leave out.
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})
_MARKS = str.maketrans(dict.fromkeys("’'ʻʼ`´."))
_SHORT = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
_WORD = re.compile(r"\w+")


def plain(name: str) -> str:
    """Small letters without accents, words with one space between; ``St. Louis`` as ``saint louis``."""
    letters = unaccented(name).translate(_MARKS)
    return " ".join(_SHORT.get(word, word) for word in _WORD.findall(letters))


def unaccented(text: str) -> str:
    """In small letters without accents."""
    small = text.casefold()
    if small.isascii():
        return small
    taken_apart = unicodedata.normalize("NFKD", small)
    return "".join(char for char in taken_apart if not unicodedata.combining(char)).translate(_LETTERS)
