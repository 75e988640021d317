"""The values of one facet by what they are called: codebook ─**labels**▶ numbers of values ─▶ finding."""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property

from trialway.index.codebook import Codebook
from trialway.index.facets import Facet
from trialway.index.spelling import SHORTEST, nearest
from trialway.index.suggesting import plain


class Labels:
    """Made once for an open index: to compare labels with what is typed their letters are made alike."""

    def __init__(self, facet: Facet, codebook: Codebook) -> None:
        values = codebook.values.get(facet.name, [])
        self.plain = [plain(facet.labels.get(value.code, value.label)) for value in values]

    def holding(self, texts: Iterable[str]) -> list[int]:
        """Numbers of the values that hold every word of one of the texts, anywhere in a word."""
        asked = [words for text in texts if (words := plain(text).split())]
        return [at for at, label in enumerate(self.plain) if any(_holds(label, words) for words in asked)]

    def mended(self, typed: str) -> str:
        """The text with each word that stands in no label put right; empty when that cannot be."""
        words = [self._mended(word) for word in plain(typed).split()]
        return " ".join(words) if all(words) else ""

    def _mended(self, word: str) -> str:
        if any(word in label for label in self.plain):
            return word
        near = nearest(word, self._words) if len(word) >= SHORTEST else []
        return near[0] if near else ""

    @cached_property
    def _words(self) -> Counter[str]:
        return Counter(word for label in self.plain for word in label.split())


def _holds(label: str, words: Sequence[str]) -> bool:
    return all(word in label for word in words)
