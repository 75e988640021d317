"""Texts of a trial → tantivy query for trials that share its telling words (TF-IDF).

Not tantivy's own query for it: where trials were deleted it counts them in one place and not in another, and
panics on a term that nearly all trials have (0.27.0).
"""

import math
from collections import Counter

import tantivy
from tantivy import Occur

from trialway.search.document.areas import AreaTexts
from trialway.search.language.analysis import analyse
from trialway.search.tantivy_engine.schema import SCHEMA

# (area of the trial's texts, field to look in, weight)
_COMPARED = (
    ("condition", "condition", 3.0),
    ("intervention", "intervention", 3.0),
    ("title", "title", 2.0),
    ("summary", "words", 1.0),
)
_MOST_TERMS = 25
_FEWEST_TRIALS = 2
# What more trials say tells little, and to go through them all takes longest: without, 13 ms instead of 38
# at 600,000 trials (2026-11).
_MOST_TRIALS = 60_000


def more_like_this(searcher: tantivy.Searcher, texts: AreaTexts) -> tantivy.Query:
    """Trials that share telling words with these texts, the one that they are of before all others."""
    alike = [
        (Occur.Should, tantivy.Query.boost_query(part, weight))
        for area, field, weight in _COMPARED
        for part in _alike(searcher, field, texts.get(area, ()))
    ]
    return tantivy.Query.boolean_query(alike)


def _alike(searcher: tantivy.Searcher, field: str, texts: tuple[str, ...]) -> list[tantivy.Query]:
    """The most telling terms of the texts, each weighed by how telling it is."""
    counts = Counter(term for text in texts for term in analyse(text).split())
    every = searcher.num_docs + 1
    weighed = []
    for term, count in counts.items():
        found = searcher.doc_freq(field, term)
        if _FEWEST_TRIALS <= found < min(every, _MOST_TRIALS):
            weighed.append((count * math.log(1 + every / found), term))
    best = sorted(weighed, key=lambda pair: (-pair[0], pair[1]))[:_MOST_TERMS]
    return [
        tantivy.Query.boost_query(tantivy.Query.term_query(SCHEMA, field, term, "freq"), weight / best[0][0])
        for weight, term in best
    ]
