"""Hard words and what they mean: glossary data ─▶ **terms, and where a text uses them** ─▶ pages, /glossary.

for found in find_terms("a randomized trial with a washout"):
    found.term.name, found.term.meaning      # "randomised", "Put into a group by chance."
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import Literal, NamedTuple

import msgspec
import zstandard
from msgspec import Struct

from trialway.plain.phrases import places_of

CREDIT = "National Cancer Institute, Dictionary of Cancer Terms (2016)"
Language = Literal["en", "es"]

_DATA = files("trialway.plain.glossary_data")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
# Everyday words, and words of the page itself, that the dictionary explains for its own reasons.
_EVERYDAY = frozenset(
    [
        "a",
        "age",
        "as",
        "be",
        "cancer",
        "cell",
        "cells",
        "chemical",
        "disease",
        "doctor",
        "drug",
        "gene",
        "health",
        "hospital",
        "nurse",
        "patient",
        "patients",
        "medicine",
        "medicines",
        "study",
        "trial",
        "treatment",
        "therapy",
        "blood",
        "bone",
        "brain",
        "breast",
        "heart",
        "liver",
        "lung",
        "kidney",
        "skin",
        "vein",
        "muscle",
        "organ",
        "tissue",
        "body",
        "pain",
        "surgery",
        "test",
        "tests",
        "infection",
        "weight",
        "x",
        "i",
        "ii",
        "iii",
        "iv",
        "it",
        "he",
        "or",
        "an",
        "so",
        "well",
        "no",
        "mg",
        "kg",
        "mm",
        "in",
        "on",
        "at",
        "is",
        "was",
        "all",
        "he",
        "us",
        "me",
        "condition",
        "diagnosis",
        "symptom",
        "symptoms",
        "vaccine",
        "healthy",
        "injection",
        "dose",
        "oral",
        "oxygen",
        "protein",
        "tumor",
        "tumour",
        "water",
        "sodium",
        "program",
        "programme",
        "set",
        "stage",
        "research",
        "hormone",
        "family",
        "history",
        "response",
        "risk",
        "factor",
        "will",
        "who",
        "trust",
        "significant",
        "sign",
        "mean",
        "stress",
        "diet",
        "device",
        "analysis",
        "assessment",
        "administration",
        "concentration",
        "result",
        "results",
        "recover",
        "support",
    ]
)
# The dictionary has thousands of substances; a drug's name is a name, not a hard word.
_SUBSTANCE = re.compile(
    (
        r"^(?:A|An|Another|The)\b[^.]{0,60}\b(?:substance|drug|brand|"
        r"trade|vaccine|antibody|agent|form of|combination|abbreviation "
        r"for a|mixture)\b|^A drug|being studied in the treatment|"
        r"used to treat"
    ),
    re.IGNORECASE,
)


class GlossaryTerm(Struct, frozen=True, kw_only=True):
    """``source`` is ``CREDIT`` for what the National Cancer Institute wrote, and empty for our own words."""

    name: str
    meaning: str
    source: str = ""
    forms: tuple[str, ...] = ()


class FoundTerm(Struct, frozen=True):
    """Where a text uses a term: ``text[start:end]``."""

    start: int
    end: int
    term: GlossaryTerm


class _Spelling(NamedTuple):
    words: tuple[str, ...]
    term: GlossaryTerm
    capitals: bool


@cache
def own_terms() -> tuple[GlossaryTerm, ...]:
    """Terms of trials, in our own words."""
    rows = [
        row.split("\t") for row in (_DATA / "own_terms.tsv").read_text(encoding="utf-8").splitlines() if row
    ]
    return tuple(
        GlossaryTerm(name=name, meaning=meaning, forms=tuple(form for form in forms.split(";") if form))
        for name, forms, meaning in rows
    )


@cache
def nci_terms(language: Language = "en") -> tuple[GlossaryTerm, ...]:
    """Terms of the National Cancer Institute, in English or Spanish."""
    packed = (_DATA / "nci_terms.json.zst").read_bytes()
    rows = msgspec.json.decode(
        zstandard.ZstdDecompressor().decompress(packed), type=list[tuple[str, str, str, str]]
    )
    chosen = ((row[0], row[1]) if language == "en" else (row[2], row[3]) for row in rows)
    return tuple(
        GlossaryTerm(name=name, meaning=meaning, source=CREDIT)
        for name, meaning in chosen
        if name and meaning
    )


def find_terms(text: str, names: Iterable[str] = (), language: Language = "en") -> tuple[FoundTerm, ...]:
    """The hard words of a text, the longest that fits, each at its first place; never inside ``names``."""
    matches = _matches_in(text, language)
    if not matches:
        return ()
    folded = text.lower()
    taken = [span for name in names if len(name) > 1 for span in places_of(name, text, folded)]
    seen: set[str] = set()
    found: list[FoundTerm] = []
    for start, end, term in matches:
        inside = any(start < last and first < end for first, last in taken)
        if term.name not in seen and not inside:
            seen.add(term.name)
            found.append(FoundTerm(start, end, term))
    return tuple(found)


@lru_cache(maxsize=1 << 13)
def _matches_in(text: str, language: Language) -> tuple[tuple[int, int, GlossaryTerm], ...]:
    """Matches of terms, cached because our own sentences recur on every page."""
    return tuple(_matches(text, _by_first_word(language)))


def _matches(text: str, table: Mapping[str, list[_Spelling]]) -> Iterator[tuple[int, int, GlossaryTerm]]:
    words = list(_WORD.finditer(text))
    folded = [match[0].casefold() for match in words]
    place = 0
    while place < len(words):
        longest = next(
            (
                one
                for one in table.get(folded[place], ())
                if _is_here(text, words[place : place + len(one.words)], one)
            ),
            None,
        )
        if longest is None:
            place += 1
            continue
        yield words[place].start(), words[place + len(longest.words) - 1].end(), longest.term
        place += len(longest.words)


def _is_here(text: str, words: list[re.Match[str]], spelling: _Spelling) -> bool:
    if tuple(word[0].casefold() for word in words) != spelling.words or not _together(text, words):
        return False
    # An abbreviation is one only in capitals: WHO is not "who".
    return not spelling.capitals or words[0][0].isupper()


def _together(text: str, words: list[re.Match[str]]) -> bool:
    """No sentence ends, and no list goes on, between the words of a term."""
    return all(not text[one.end() : other.start()].strip(" -/") for one, other in pairwise(words))


@cache
def _by_first_word(language: Language) -> Mapping[str, list[_Spelling]]:
    """Terms by their first word; our own definitions come before the dictionary's, longer spellings first."""
    spellings: dict[tuple[str, ...], _Spelling] = {}
    ours = own_terms() if language == "en" else ()
    theirs = (term for term in nci_terms(language) if not _SUBSTANCE.search(term.meaning[:160]))
    for term in (*ours, *theirs):
        for form in (term.name, *term.forms):
            words = tuple(match[0].casefold() for match in _WORD.finditer(form))
            capitals = form.isupper() and len(form) <= 5
            if words and not (len(words) == 1 and (words[0] in _EVERYDAY or len(words[0]) < 2)):
                spellings.setdefault(words, _Spelling(words, term, capitals))
    table: dict[str, list[_Spelling]] = {}
    for words, spelling in sorted(spellings.items(), key=lambda pair: -len(pair[0])):
        table.setdefault(words[0], []).append(spelling)
    return table
