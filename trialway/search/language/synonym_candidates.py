"""Words → those of their synonyms that are worth searching for in this index.

What would find nothing more is left out: a phrase that holds the typed words, or another form, is found by
them already. Every form costs a search as much as a typed phrase does.
"""

import re
from collections.abc import Callable, Container, Iterable
from functools import lru_cache

from trialway.search.language.analysis import normalise_spelling, terms
from trialway.search.language.concept_synonyms import concept_synonyms
from trialway.search.language.lexicon import LexiconName
from trialway.search.language.thesaurus import (
    MOST_FORMS,
    Key,
    Synonym,
    Thesaurus,
    key,
)

# What records teach is doubted when it stands in so many times more trials than what was typed, in more
# than so many, and in more than such a share of all: then it is a wider thing, such as "trial".
WIDER = 10
MANY = 1000
SHARE = 0.02
WRITTEN_DOWN = {"", "concept", "lay", "glossary"}
_LETTERS_THEN_DIGITS = re.compile(r"[^\W\d_]{2,}\d+[^\W\d_]?")

# In how many trials all of some terms stand, at the most.
Trials = Callable[[Key], int]


class SynonymCandidates:
    """What is known of words in one index. ``topics``: conditions and treatments in small letters;
    ``denied``: pairs that are never taken for the same; ``named``: names of the concept that words name."""

    def __init__(
        self,
        thesaurus: Thesaurus,
        trials: Trials,
        topics: Container[str],
        every: int,
        denied: Container[tuple[str, str]] = frozenset(),
        named: Callable[[str], Iterable[Synonym]] = concept_synonyms,
    ) -> None:
        self.thesaurus = thesaurus
        self.named = named
        self.denied = denied
        self.trials = trials
        self.topics = topics
        self.every = every
        self.forms = lru_cache(maxsize=5000)(self._forms)

    def is_topic(self, typed: str) -> bool:
        """Whether the words together are a condition or a treatment."""
        small = typed.casefold()
        return small in self.topics or normalise_spelling(small) in self.topics or bool(self._known(typed))

    def _known(self, typed: str) -> tuple[Synonym, ...]:
        """What people wrote down, then names of the concept that the words name, then what was learned."""
        named = tuple(
            form for form in self.named(typed) if (typed.casefold(), form.words.casefold()) not in self.denied
        )
        asked = key(typed)
        if len(asked) > self.thesaurus.longest:
            return named
        forms = self.thesaurus.forms(asked, typed if " " not in typed else "")
        written = tuple(form for form in forms if form.source in WRITTEN_DOWN)
        return (*written, *named, *(form for form in forms if form not in written))

    def _forms(self, typed: str) -> tuple[Synonym, ...]:
        """Other forms of these words together that find more trials, the best first."""
        asked = terms(typed)
        often = self.trials(asked)
        kept: dict[Key, Synonym] = {}
        for form in (*_written_otherwise(typed), *self._known(typed)):
            found = terms(form.words)
            if not _holds(found, asked) and self._is_worth(form, found, often):
                kept.setdefault(found, form)
        return tuple(_widest(list(kept.values())[: 2 * MOST_FORMS]))[:MOST_FORMS]

    def _is_worth(self, form: Synonym, found: Key, often: int) -> bool:
        trials = self.trials(found)
        wide = trials > max(WIDER * often, MANY, SHARE * self.every)
        return bool(trials) and (form.source in WRITTEN_DOWN or not wide)


def topic_names(names: Iterable[LexiconName]) -> frozenset[str]:
    """The names of conditions and treatments that are not somebody's or some place's too."""
    stated = list(names)
    others = {name.text.casefold() for name in stated if name.kind in {"sponsor", "place"}}
    found = {name.text.casefold() for name in stated if name.kind in {"condition", "treatment"}}
    return frozenset(found - others)


def _widest(forms: list[Synonym]) -> Iterable[Synonym]:
    """Without those that hold another one: whoever finds diabetes finds diabetes mellitus."""
    keys = [terms(form.words) for form in forms]
    for form, held in zip(forms, keys, strict=True):
        if not any(other != held and _holds(held, other) for other in keys):
            yield form


def _holds(phrase: Key, part: Key) -> bool:
    return any(phrase[at : at + len(part)] == part for at in range(len(phrase) - len(part) + 1))


def _written_otherwise(typed: str) -> list[Synonym]:
    """The same word with or without its hyphen or blank: ``IL-6`` and ``IL6``. Nothing that need be told."""
    if " " in typed:
        return []
    if len(terms(typed)) == 2 and len(joined := re.sub(r"[^\w]", "", typed)) <= 12:
        return [Synonym(joined, "")]
    if _LETTERS_THEN_DIGITS.fullmatch(typed):
        return [Synonym(re.sub(r"(?<=\D)(?=\d)", " ", typed, count=1), "")]
    return []
