"""How text becomes terms, the same for records and for what is typed: text ─**analysis**▶ index."""

import re
from functools import lru_cache

import tantivy
from msgspec import Struct

NAME = "english"
# tantivy cannot hold longer terms; nothing that people look for comes near.
LONGEST_TERM = 60
_POSSESSIVE = re.compile(r"['’]s\b", re.IGNORECASE)


class Piece(Struct, frozen=True):
    """A term and where the word that it was made of stands in the text, in characters."""

    term: str
    start: int
    end: int


def _analyzer() -> tantivy.TextAnalyzer:
    return (
        tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
        .filter(tantivy.Filter.remove_long(LONGEST_TERM))
        .filter(tantivy.Filter.lowercase())
        .filter(tantivy.Filter.ascii_fold())
        .filter(tantivy.Filter.stemmer("english"))
        .build()
    )


ENGLISH = _analyzer()


def register(index: tantivy.Index) -> None:
    """Make the analysis known to an index that has just been made or opened."""
    index.register_tokenizer(NAME, ENGLISH)


def plain(text: str) -> str:
    """The text without the possessive: the disease is Crohn's to some and Crohn to MeSH."""
    return _POSSESSIVE.sub("", text) if "'" in text or "’" in text else text


@lru_cache(maxsize=10_000)
def terms(text: str) -> tuple[str, ...]:
    """The terms of something short, in order: ``T-DM1`` gives ``t`` and ``dm1``."""
    return tuple(ENGLISH.analyze(plain(text)))


def pieces(text: str) -> list[Piece]:
    """The terms of a text with their places, for highlighting; here the ``s`` of a possessive is a term
    too."""
    return [
        Piece(token.text, token.char_offset_from, token.char_offset_to)
        for token in ENGLISH.pre_tokenize(text).tokens
    ]
