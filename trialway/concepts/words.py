"""Text ─▶ **words** as names are compared by, each with its place in the text.

The same for the names of the compact file and for what is read: case, accents, soft hyphens, possessives,
plurals, British spelling, Greek letters and Roman numerals are made alike. What may not stand inside a name
(the end of a sentence, a bracket) becomes a word that no name has.
"""

import re
import unicodedata
from functools import lru_cache

from msgspec import Struct

from trialway.concepts.spelling_rules import (
    AMERICAN,
    AMERICAN_OF,
    GREEK,
    NUMERAL_BEFORE,
    ROMAN,
    SHORTEST_PLURAL,
    SINGULAR,
    TWO_WAYS,
    UNCHANGED,
)

BREAK = "|"
# Characters that are no part of a word and split none: soft hyphen, zero-width ones, marks of direction.
_UNSEEN = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_CHUNK = re.compile(r"[^\s]+|\n+")
_WORD = re.compile(
    rf"(?P<number>\d+(?:[.,]\d+)+(?![^\W_]))"
    rf"|(?P<word>[^\W_](?:[^\W_]|[{_UNSEEN}\u0300-\u036f])*)(?P<own>['’ʼ`´][sS](?![^\W_]))?(?P<sign>[+-](?=[,;/)\]]|$))?"
    rf"|(?P<mark>[^\w\s])"
)
_BREAKS = frozenset('()[]{};:!?•·*=<>≥≤|"“”')
_DASHES = frozenset("-–—")
_LISTING = {"&": "and", "/": "/", ",": ",", "+": "/"}


class Word(Struct, frozen=True):
    """``form`` is what is compared; ``start`` and ``end`` are offsets in the text, in characters."""

    form: str
    start: int
    end: int


def split_words(text: str) -> list[Word]:
    """The words of a text of any length, in order."""
    found: list[Word] = []
    before = ""
    for match in _CHUNK.finditer(text):
        begin = match.start()
        chunk = match[0]
        for form, first, last in chunk_words(chunk):
            if form in _NUMERALS:
                form = numeral(form, before)
            found.append(Word(form, begin + first, begin + last))
            before = form
        if chunk[-1] == "." and text[match.end() + 1 : match.end() + 2].isupper():
            end = match.end()
            found.append(Word(BREAK, end - 1, end))
            before = BREAK
    return found


def name_key(text: str) -> str:
    """What a name is looked up by: the forms of its words with blanks between; empty for a name of none."""
    return " ".join(word.form for word in split_words(text))


# Of 2,300 real records the same chunks make up nearly all of the texts; so many take some megabytes.
@lru_cache(maxsize=20_000)
def chunk_words(chunk: str) -> tuple[tuple[str, int, int], ...]:
    """Form, start and end of each word in what stands between two blanks; numerals as they are written."""
    if chunk in _DASHES:
        return ((BREAK, 0, 1),)
    if chunk.isspace():
        return ((BREAK, 0, len(chunk)),)
    found = []
    for match in _WORD.finditer(chunk):
        start, end = match.span()
        if word := match["word"]:
            word_end = match.end("own") if match["own"] else match.end("word")
            if form := plain_form(word):
                found.append((form, start, word_end))
                if match["sign"] and (sign := _positive_or_negative(word, match["sign"])):
                    found.append((sign, word_end, end))
        elif match["number"]:
            found.append((match["number"].replace(",", ""), start, end))
        elif match["mark"] in _BREAKS:
            found.append((BREAK, start, end))
        elif match["mark"] in _LISTING:
            found.append((_LISTING[match["mark"]], start, end))
    return tuple(found)


def _positive_or_negative(word: str, sign: str) -> str:
    """``HER2+`` and ``HER2-`` say what was found; ``pre-`` and ``vitamin C +`` do not."""
    if len(word) < 2 or not (word.isupper() or any(map(str.isdigit, word))) or word.isdigit():
        return ""
    return "positive" if sign == "+" else "negative"


def numeral(form: str, before: str) -> str:
    """``ii`` as ``2``; a single ``i``, ``v`` or ``x``, and one with a letter behind it ("IIIB"), only after a
    word that numbers follow."""
    if form in ROMAN and (len(form) > 1 or before in NUMERAL_BEFORE):
        return ROMAN[form]
    if before in NUMERAL_BEFORE and form[:-1] in ROMAN and form[-1] in "abc":
        return ROMAN[form[:-1]] + form[-1]
    return form


def plain_form(word: str) -> str:
    """One word as it is compared, without regard to what stands in front of it."""
    if not word.isascii():
        decomposed = unicodedata.normalize("NFKD", word).lower().translate(_GREEK)
        word = "".join(char for char in decomposed if char.isalnum())
    form = singular(AMERICAN_OF.sub(lambda found: AMERICAN[found[0]], word.lower()))
    return TWO_WAYS.get(form, form)


def singular(word: str) -> str:
    """``diseases`` → ``disease``; the same for a word that is no plural but looks like one."""
    if len(word) < SHORTEST_PLURAL or word in UNCHANGED:
        return word
    for ending, instead in SINGULAR:
        if word.endswith(ending):
            return word[: len(word) - len(ending)] + instead
    return word


_GREEK = str.maketrans(GREEK)
_NUMERALS = frozenset({*ROMAN, *(form + letter for form in ROMAN for letter in "abc")})
