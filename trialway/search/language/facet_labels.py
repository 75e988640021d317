"""Typed words → the values of one facet whose labels hold them."""

from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from trialway.search.document.facet_codes import FacetCodes
from trialway.search.document.facets import Facet
from trialway.search.language.spelling import SHORTEST, similar_words
from trialway.search.language.suggestions import comparable


class _Alike(dict[str, str]):
    """Words as they stand in labels → as they are compared; a word stands in many labels."""

    def __missing__(self, word: str) -> str:
        found = self[word] = comparable(word)
        return found


class FacetLabels:
    """Made once for an open index: to compare labels with what is typed their letters are made alike."""

    def __init__(self, facet: Facet, codebook: FacetCodes) -> None:
        alike = _Alike()
        values = codebook.values.get(facet.name, [])
        labels = (facet.labels.get(value.code, value.label) for value in values)
        self.plain = [" ".join(map(alike.__getitem__, label.split())) for label in labels]

    def holding(self, texts: Iterable[str]) -> list[int]:
        """Numbers of the values that hold every word of one of the texts, anywhere in a word."""
        found: set[int] = set()
        for text in texts:
            found.update(self._holding(comparable(text).split()))
        return sorted(found)

    def _holding(self, words: list[str]) -> list[int]:
        """Few labels hold the longest word, so that it is looked for first."""
        if not words:
            return []
        first, *others = sorted(words, key=len, reverse=True)
        found = [at for at, label in enumerate(self.plain) if first in label]
        for word in others:
            found = [at for at in found if word in self.plain[at]]
        return found

    def mended(self, typed: str) -> str:
        """The text with each word that stands in no label put right; empty when that cannot be."""
        words = [self._mended(word) for word in comparable(typed).split()]
        return " ".join(words) if all(words) else ""

    def _mended(self, word: str) -> str:
        if any(word in label for label in self.plain):
            return word
        near = similar_words(word, self._words) if len(word) >= SHORTEST else []
        return near[0] if near else ""

    @cached_property
    def _words(self) -> Counter[str]:
        return Counter(word for label in self.plain for word in label.split())
