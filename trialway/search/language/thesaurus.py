"""Lay list, glossary and lexicon → Thesaurus: synonyms by what is typed.

What people wrote goes before what was learned; of what was learned, the best attested.
"""

import re
from collections.abc import Container, Iterable, Iterator
from functools import cache

from msgspec import Struct

from trialway.concepts.concept_list import shipped_concepts
from trialway.plain.glossary import own_terms
from trialway.search.language.analysis import normalise_spelling, terms
from trialway.search.language.lexicon import SynonymPair
from trialway.search.query.parser import STOP_WORDS
from trialway.vocabulary.lay_words import lay_lines

# More would cost time and bring little: the first are the ones that people mean.
MOST_FORMS = 6
_ENDING = re.compile(r"(?:ing|ed|e?s)$")


class Synonym(Struct, frozen=True):
    """Other words, as they are shown, and where they come from: ``lay``, ``glossary`` or a source of
    lexicon.py."""

    words: str
    source: str


Key = tuple[str, ...]


class Thesaurus:
    """``longest``: of how many terms the longest key consists."""

    def __init__(self, pairs: Iterable[tuple[str, Synonym]]) -> None:
        self._forms: dict[Key, dict[Key, Synonym]] = {}
        self._words: dict[Key, set[str]] = {}
        for asked, form in pairs:
            found, other = key(asked), terms(form.words)
            if found and other and found != key(form.words):
                self._forms.setdefault(found, {}).setdefault(other, form)
                self._words.setdefault(found, set()).add(root(asked))
        self.longest = max(map(len, self._forms), default=0)

    def forms(self, asked: Key, word: str = "") -> tuple[Synonym, ...]:
        """Other forms of the terms, the best first; all of them. Cancer of the womb is womb cancer.

        ``word``: the one word that was typed, when it was one: a system has the stem of systemic therapy and
        is none.
        """
        if word and asked in self._words and root(word) not in self._words[asked]:
            return ()
        turned = asked[::-1] if len(asked) == 2 else ()
        return tuple((self._forms.get(asked) or self._forms.get(turned, {})).values())


def key(text: str) -> Key:
    """What is looked up: the terms without the words that a search leaves out."""
    return terms(" ".join(word for word in text.split() if word.lower() not in STOP_WORDS))


def root(word: str) -> str:
    """The word without the endings that leave it the same word: ``allergies`` and ``allergy``."""
    return _ENDING.sub("", normalise_spelling(word).casefold()).rstrip("yi")


def build_thesaurus(
    equations: Iterable[SynonymPair], denied: Container[tuple[str, str]] = frozenset()
) -> Thesaurus:
    """Everything that is written down, then what these equations add; without the ``denied`` pairs, which
    are in small letters."""
    learned = (
        (each.asked, Synonym(each.form, each.source))
        for each in equations
        if not _are_two(each.asked, each.form)
    )
    known = (*curated_thesaurus(), *learned)
    return Thesaurus(
        (asked, form) for asked, form in known if (asked.casefold(), form.words.casefold()) not in denied
    )


def _are_two(one: str, other: str) -> bool:
    """Whether the list of concepts knows two names as two things: a statin is one of the statins."""
    first, second = shipped_concepts().exactly(one), shipped_concepts().exactly(other)
    return first is not None and second is not None and first.id != second.id


@cache
def curated_thesaurus() -> tuple[tuple[str, Synonym], ...]:
    """The pairs of the lay list and of the glossary."""
    return (*_lay(), *_glossary())


def _lay() -> Iterator[tuple[str, Synonym]]:
    for line in lay_lines():
        for asked in line.forms if line.both_ways else line.forms[:1]:
            yield from ((asked, Synonym(form, "lay")) for form in line.forms if form != asked)


def _glossary() -> Iterator[tuple[str, Synonym]]:
    for term in own_terms():
        yield from _all_ways((term.name, *term.forms))


def _all_ways(forms: tuple[str, ...]) -> Iterator[tuple[str, Synonym]]:
    for asked in forms:
        yield from ((asked, Synonym(form, "glossary")) for form in forms if form != asked)
