"""What an index knows about words, each part made when it is first asked for: lexicon ─▶ **IndexWords**.

Synonyms, spellings, suggestions and the names of towns. How often a term occurs is asked of the engine.
"""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Protocol

from trialway.environment import DENIED_SYNONYMS
from trialway.search.document.facet_codes import FacetCodes
from trialway.search.document.facets import FACETS
from trialway.search.language.facet_labels import FacetLabels
from trialway.search.language.lexicon import Lexicon, read_lexicon
from trialway.search.language.suggestions import Suggester
from trialway.search.language.synonym_candidates import SynonymCandidates, topic_names
from trialway.search.language.thesaurus import build_thesaurus
from trialway.vocabulary.lay_words import lay_lines


class TermStatistics(Protocol):
    """What is asked of an engine."""

    def __len__(self) -> int: ...

    def trials_with_term(self, term: str) -> int: ...


class IndexWords:
    """Of one index as it was when it was opened; ``folder`` is where its lexicon lies."""

    def __init__(self, folder: Path, statistics: TermStatistics, codebook: FacetCodes) -> None:
        self._folder = folder
        self._codebook = codebook
        self._labels: dict[str, FacetLabels] = {}
        self._statistics = statistics

    @cached_property
    def lexicon(self) -> Lexicon:
        return read_lexicon(self._folder)

    @cached_property
    def vocabulary(self) -> SynonymCandidates:
        denied = DENIED_SYNONYMS.value()
        known, named = build_thesaurus(self.lexicon.equations, denied), topic_names(self.lexicon.names)
        return SynonymCandidates(known, self.trials, named, len(self._statistics), denied)

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
        """Towns with sites, in small letters."""
        return frozenset(name.text.casefold() for name in self.lexicon.names if name.kind == "place")

    def labels(self, facet: str) -> FacetLabels:
        """The values of a facet by what they are called."""
        if facet not in self._labels:
            self._labels[facet] = FacetLabels(FACETS[facet], self._codebook)
        return self._labels[facet]

    def trials(self, terms: Sequence[str]) -> int:
        """How many trials hold the rarest of the terms, which is as many as can hold all."""
        return min((self._statistics.trials_with_term(term) for term in terms), default=0)

    def occurs(self, terms: Sequence[str]) -> bool:
        """Whether each of the terms stands anywhere in the index."""
        return bool(terms) and self.trials(terms) > 0
