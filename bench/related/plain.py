"""The peer: plain BM25 more-like-this, a trial's most telling words looked for anywhere in the others."""

import math
from collections import Counter

import tantivy
from tantivy import Occur

from trialway.search.engine.base import Engine
from trialway.search.language.analysis import analyse
from trialway.search.tantivy_engine.schema import SCHEMA

# Those that Lucene's MoreLikeThis starts from.
MOST_TERMS = 25
FEWEST_TRIALS = 2
AREAS = ("title", "condition", "intervention", "summary")


def plain(engine: Engine, number: int, most: int) -> list[int]:
    """Numbers of the trials with the best BM25 score for the words, each weighed as often as it stands."""
    hit = engine.fetch([number]).get(number)
    assert hit is not None, f"no trial {number} in the index"
    texts = hit.texts
    counts = Counter(term for area in AREAS for text in texts.get(area, ()) for term in analyse(text).split())
    query = tantivy.Query.boolean_query([(Occur.Should, _term(term)) for term in _telling(engine, counts)])
    hits = engine.searcher.search(query, most + 1, count=False).hits
    numbers = engine.searcher.fast_field_values("number", [place for _, place in hits])
    return [int(other or 0) for other in numbers if other != number][:most]


def _telling(engine: Engine, counts: Counter[str]) -> list[str]:
    every = len(engine)
    weighed = []
    for term, count in counts.items():
        found = engine.searcher.doc_freq("words", term)
        if FEWEST_TRIALS <= found < every:
            weighed.append((-count * math.log(1 + every / found), term))
    return [term for _, term in sorted(weighed)[:MOST_TERMS]]


def _term(term: str) -> tantivy.Query:
    return tantivy.Query.term_query(SCHEMA, "words", term, "freq")
