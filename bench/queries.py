"""Seeded queries of every kind, drawn from the words and values that an index holds."""

import itertools
import random
import re
from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from tantivy import Query as Engines

from trialway.search.engine.base import Engine
from trialway.search.engine.hit import Hit
from trialway.search.language.analysis import terms
from trialway.search.query.parser import STOP_WORDS
from trialway.search.query.query import Filter, Query, Text
from trialway.search.tantivy_engine.schema import SCHEMA

FIVE = ("status", "phase", "country", "condition", "sponsor_class")
# Shares of the trials that hold a word.
TELLING = (0.005, 0.25)
BROAD = (0.08, 0.35)
_WORD = re.compile(r"[a-z]{3,}")
_AREAS = ("title", "condition", "intervention", "summary", "outcome")


class Kind(NamedTuple):
    """Queries of one kind; ``facets`` are counted with each."""

    name: str
    queries: list[Query]
    facets: tuple[str, ...] = ()


def draw(engine: Engine, count: int, seed: int = 1) -> list[Kind]:
    """``count`` queries of each kind; every one finds at least the trial that it was drawn from."""
    drawing = _Drawing(engine, seed)
    pairs = [drawing.pair() for _ in range(count)]
    broad = [drawing.word(BROAD) for _ in range(count)]
    narrowed = [drawing.narrowed() for _ in range(count)]
    single = [Query(filters=(item,)) for query in narrowed for item in query.filters][:count]
    return [
        Kind("two words", pairs),
        Kind("phrase", [drawing.phrase() for _ in range(count)]),
        Kind("broad word", broad),
        Kind("two filters", narrowed),
        Kind("two words, five facets", pairs, FIVE),
        Kind("broad word, five facets", broad, FIVE),
        Kind("newest first", [query.with_sort("newest") for query in pairs]),
        Kind("one filter, five facets", single, FIVE),
        Kind("all trials, five facets", [Query()], FIVE),
    ]


class _Drawing:
    def __init__(self, engine: Engine, seed: int) -> None:
        self.engine = engine
        self.dice = random.Random(seed)
        self.shares: dict[str, float] = {}

    def pair(self) -> Query:
        while True:
            words = self._telling(" ".join(self._texts(self._trial())), TELLING)
            if len({terms(word) for word in words}) >= 2:
                first = self.dice.choice(words)
                second = self.dice.choice([word for word in words if terms(word) != terms(first)])
                return _query(f"{first} {second}")

    def word(self, shares: tuple[float, float]) -> Query:
        while True:
            words = self._telling(" ".join(self._texts(self._trial())), shares)
            if words:
                return _query(self.dice.choice(words))

    def phrase(self) -> Query:
        while True:
            text = self.dice.choice(self._texts(self._trial()))
            pairs = [pair for pair in _neighbours(text) if all(self._is(word, TELLING) for word in pair)]
            if pairs:
                return _query('"{} {}"'.format(*self.dice.choice(pairs)))

    def narrowed(self) -> Query:
        """A telling word, with a value of two facets of the trial that it was drawn from."""
        while True:
            hit = self._trial()
            card = hit.card
            words = self._telling(" ".join(self._texts(hit)), TELLING)
            if words and card.status and card.status.code and card.phases and card.phases[0].code:
                filters = (Filter("phase", (card.phases[0].code,)), Filter("status", (card.status.code,)))
                return Query(text=Text.read(self.dice.choice(words)), filters=filters)

    def _trial(self) -> Hit:
        while True:
            number = self.dice.randint(1, len(self.engine))
            own = Engines.term_query(SCHEMA, "number", number)
            found = self.engine.searcher.search(own, 1).hits
            if found:
                return Hit(number, None, partial(self.engine._stored, found[0][1]))

    def _texts(self, hit: Hit) -> list[str]:
        texts = hit.texts
        return [text.lower() for area in _AREAS for text in texts.get(area, ())]

    def _telling(self, text: str, shares: tuple[float, float]) -> list[str]:
        return [word for word in sorted(set(_WORD.findall(text))) if self._is(word, shares)]

    def _is(self, word: str, shares: tuple[float, float]) -> bool:
        if word in STOP_WORDS or len(terms(word)) != 1:
            return False
        share = self.shares.get(word)
        if share is None:
            found = self.engine.searcher.doc_freq("words", terms(word)[0])
            share = self.shares[word] = found / len(self.engine)
        return shares[0] <= share <= shares[1]


def _neighbours(text: str) -> Iterator[tuple[str, str]]:
    words = text.split()
    for first, second in itertools.pairwise(words):
        if _WORD.fullmatch(first) and _WORD.fullmatch(second):
            yield first, second


def _query(typed: str) -> Query:
    return Query(text=Text.read(typed))
