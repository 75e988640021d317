"""Text → terms, the same for records and for what is typed: tokens, spelling variants, English stems.

tantivy is given terms, not words: the stems of most words are remembered here, while tantivy would stem each
word anew, which took more than half of its time (2026-11).
"""

import re
from functools import lru_cache

import tantivy
from msgspec import Struct

NAME = "terms"
# tantivy cannot hold longer terms; nothing that people look for comes near.
LONGEST_TERM = 60
# Of 2,300 real records each new one brings 4 % of chunks that were not known yet; of half a million, fewer.
# So many take some 50 MB.
MOST_KNOWN = 300_000
SHORT = 80


class WordSpan(Struct, frozen=True):
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
_TERMS = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()


def register_analyzer(index: tantivy.Index) -> None:
    """Make the fields' analysis, terms with blanks between, known to an index just made or opened."""
    index.register_tokenizer(NAME, _TERMS)


@lru_cache(maxsize=10_000)
def terms(text: str) -> tuple[str, ...]:
    """The terms of something short, in order: ``T-DM1`` gives ``t`` and ``dm1``."""
    return tuple(ENGLISH.analyze(normalise_spelling(text)))


class _Known(dict[str, str]):
    """What stands between two blanks, such as ``(asthma),`` → its terms."""

    def __missing__(self, chunk: str) -> str:
        found = " ".join(ENGLISH.analyze(normalise_spelling(chunk)))
        if len(self) < MOST_KNOWN:
            self[chunk] = found
        return found


_known = _Known()


def analyse(text: str) -> str:
    """The terms of a text of any length, in order, with blanks between: what the index's fields take in."""
    return _of_short(text) if len(text) <= SHORT else _of_chunks(text)


def _of_chunks(text: str) -> str:
    # No term reaches over a blank, so that the parts can be looked up one by one.
    return " ".join(map(_known.__getitem__, text.split()))


# Places, drugs and terms stand in many trials.
_of_short = lru_cache(maxsize=50_000)(_of_chunks)


# What tantivy takes for words in plain letters; to ask it for their places takes four times as long.
_PLAIN_WORD = re.compile(r"[A-Za-z0-9]+")


def split_words(text: str) -> list[WordSpan]:
    """The terms of a text with their places, for highlighting; here the ``s`` of a possessive is a term
    too."""
    # The text has offsets, its way of writing made alike has none: so each word is looked up by itself.
    return [WordSpan(_known[text[start:end]], start, end) for start, end in _words(text)]


def _words(text: str) -> list[tuple[int, int]]:
    if text.isascii():
        return [word.span() for word in _PLAIN_WORD.finditer(text)]
    return [(token.char_offset_from, token.char_offset_to) for token in ENGLISH.pre_tokenize(text).tokens]


_POSSESSIVE = re.compile(r"['’]s\b", re.IGNORECASE)
_GREEK = {
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "ζ": "zeta", "η": "eta",
    "θ": "theta", "κ": "kappa", "λ": "lambda", "μ": "mu", "µ": "mu", "σ": "sigma", "τ": "tau", "ω": "omega",
}  # fmt: skip
_LETTERS = str.maketrans({one: name for letter, name in _GREEK.items() for one in (letter, letter.upper())})
_AMERICAN = {
    "aema": "ema", "aemia": "emia", "aemic": "emic", "aemo": "emo", "aesthe": "esthe", "aetio": "etio",
    "ageing": "aging", "aluminium": "aluminum", "analyse": "analyze", "apnoea": "apnea",
    "behaviour": "behavior", "caecum": "cecum", "caecal": "cecal", "caesar": "cesar", "centre": "center",
    "coeli": "celi", "colour": "color", "counsell": "counsel", "dyspnoea": "dyspnea", "faec": "fec",
    "favour": "favor", "fibre": "fiber", "foet": "fet", "gynaec": "gynec", "homoeo": "homeo",
    "isation": "ization", "ised": "ized", "ising": "izing", "judgement": "judgment", "labour": "labor",
    "leuco": "leuko", "litre": "liter", "neurone": "neuron", "odour": "odor", "oedem": "edem",
    "oesoph": "esoph", "oestr": "estr", "paed": "ped", "programme": "program", "rrhoe": "rrhe",
    "sulph": "sulf", "tumour": "tumor", "vapour": "vapor", "yse": "yze", "ysing": "yzing",
}  # fmt: skip
_BRITISH = re.compile("|".join(sorted(_AMERICAN, key=len, reverse=True)), re.IGNORECASE)


def normalise_spelling(text: str) -> str:
    """The text without possessives, with American spelling and the names of Greek letters.

    >>> written_alike("Crohn’s, haemophilia and TNF-α in paediatric care")
    'Crohn, hemophilia and TNF-alpha in pediatric care'
    """
    if "'" in text or "’" in text:
        text = _POSSESSIVE.sub("", text)
    if not text.isascii():
        text = text.translate(_LETTERS)
    small = text.lower()
    # Most words have none of them, which is sooner found out one by one than by one pattern for all.
    if not any(part in small for part in _AMERICAN):
        return text
    return _BRITISH.sub(lambda match: _AMERICAN[match[0].lower()], text)
