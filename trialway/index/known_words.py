"""What an index knows about words, made when first asked for: lexicon ─**known words**▶ widening, asking."""

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

import tantivy

from trialway.index.called import towns
from trialway.index.lexicon import Lexicon, read_lexicon
from trialway.index.suggesting import Suggester
from trialway.index.thesaurus import Thesaurus, thesaurus_of


class KnownWords:
    """Of one generation of the index, as it was when it was opened."""

    def __init__(self, folder: Path, searcher: tantivy.Searcher) -> None:
        self._folder = folder
        self._searcher = searcher

    @cached_property
    def lexicon(self) -> Lexicon:
        return read_lexicon(self._folder)

    @cached_property
    def thesaurus(self) -> Thesaurus:
        return thesaurus_of(self.lexicon.equations)

    @cached_property
    def suggester(self) -> Suggester:
        return Suggester(self.lexicon.names)

    @cached_property
    def towns(self) -> frozenset[str]:
        return towns(self.lexicon.names)

    def has_name(self, name: str) -> bool:
        """Whether any trial has the number or acronym, in the normal form of identifiers."""
        return bool(self._searcher.doc_freq("name", name))

    def occurs(self, terms: Iterable[str]) -> bool:
        """Whether each of the terms stands anywhere in the index."""
        return all(self._searcher.doc_freq("words", term) for term in terms)
