"""What an index knows about words, made when first asked for: lexicon ─**known words**▶ widening, asking."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

import tantivy

from trialway.search.document.facet_codes import FacetCodes
from trialway.search.document.facets import FACETS
from trialway.search.interpretation.resolve_place import town_names
from trialway.search.language.facet_labels import FacetLabels
from trialway.search.language.lexicon import Lexicon, read_lexicon
from trialway.search.language.suggestions import Suggester
from trialway.search.language.synonym_candidates import SynonymCandidates, topic_names
from trialway.search.language.thesaurus import build_thesaurus
from trialway.search.tantivy_engine.schema import NAMES, WORDS
from trialway.vocabulary.lay_words import lay_lines


class IndexWords:
    """Of one generation of the index, as it was when it was opened."""

    def __init__(self, folder: Path, searcher: tantivy.Searcher, codebook: FacetCodes) -> None:
        self._folder = folder
        self._codebook = codebook
        self._labels: dict[str, FacetLabels] = {}
        self._searcher = searcher

    @cached_property
    def lexicon(self) -> Lexicon:
        return read_lexicon(self._folder)

    @cached_property
    def vocabulary(self) -> SynonymCandidates:
        known, named = build_thesaurus(self.lexicon.equations), topic_names(self.lexicon.names)
        return SynonymCandidates(known, self.trials, named, self._searcher.num_docs)

    @cached_property
    def spellings(self) -> dict[str, int]:
        """Words that somebody may have meant, with how many trials' names have them; lay words are known
        though no record says them."""
        lay = (word.lower() for line in lay_lines() for form in line.forms for word in form.split())
        return dict.fromkeys(lay, 1) | self.lexicon.words

    @cached_property
    def suggester(self) -> Suggester:
        return Suggester(self.lexicon.names)

    @cached_property
    def towns(self) -> frozenset[str]:
        return town_names(self.lexicon.names)

    def labels(self, facet: str) -> FacetLabels:
        """The values of a facet by what they are called."""
        if facet not in self._labels:
            self._labels[facet] = FacetLabels(FACETS[facet], self._codebook)
        return self._labels[facet]

    def has_name(self, name: str) -> bool:
        """Whether any trial has the number or acronym, in the normal form of identifiers."""
        return bool(self._searcher.doc_freq("name", name))

    def trials(self, terms: Sequence[str]) -> int:
        """How many trials hold the rarest of the terms, which is as many as can hold all."""
        return min((self._trials(term) for term in terms), default=0)

    def occurs(self, terms: Sequence[str]) -> bool:
        """Whether each of the terms stands anywhere in the index."""
        return bool(terms) and self.trials(terms) > 0

    def _trials(self, term: str) -> int:
        return max(self._searcher.doc_freq(field, term) for field in (WORDS, NAMES))
