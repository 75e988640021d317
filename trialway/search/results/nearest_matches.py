"""What comes closest to a search that finds nothing: Query ─▶ weaker queries ─Batch▶ **ClosestHits**.

Whoever narrowed the words down gets what they find without that; else trials that have most of the words.
"""

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from trialway.search.engine.hit import Hit
from trialway.search.query.query import Query, Text
from trialway.search.query.syntax_tree import And, AtLeast, Not
from trialway.search.results.batch import Batch
from trialway.search.results.relaxations import Offer, Relaxation

MOST_HITS = 3
# To give up one of these leaves all the words.
KEEPING_WORDS = {"facet", "age", "dates", "numbers"}
# From so many numbers of words that must be there the greatest that finds something is taken.
MOST_LEVELS = 8


class ClosestHits(Struct, frozen=True):
    """``offer``: what was given up to find them; None when it was some of the words. ``query`` is what found
    them, with its synonyms."""

    hits: tuple[Hit, ...]
    query: Query
    offer: Offer | None = None


def add_weaker_queries(expanded: Query, relaxed: Iterable[Relaxation], batch: Batch) -> None:
    """Add what ``closest_hits`` needs."""
    batch.add((one.query for one in relaxed if one.kind in KEEPING_WORDS), limit=MOST_HITS)
    batch.add(_with_most_words(expanded), limit=MOST_HITS, expanded=True)


def closest_hits(
    expanded: Query, relaxed: Iterable[Relaxation], offers: Iterable[Offer], batch: Batch
) -> ClosestHits | None:
    """``offers`` are the best first; None when nothing comes close."""
    queries = {one.query.query_string(): one.query for one in relaxed}
    for offer in offers:
        if offer.kind in KEEPING_WORDS:
            query = queries[offer.query]
            return ClosestHits(batch.matched(query).hits[:MOST_HITS], batch.as_asked(query), offer)
    for query in _with_most_words(expanded):
        if hits := batch.matched(query).hits:
            return ClosestHits(hits, query)
    return None


def _with_most_words(expanded: Query) -> list[Query]:
    """Trials may lack one word, two, and so on, at most half of them."""
    tree = expanded.text.tree
    parts = tree.parts if isinstance(tree, And) else ()
    if any(isinstance(part, Not) for part in parts):
        return []
    levels = range(len(parts) - 1, (len(parts) - 1) // 2, -1)[:MOST_LEVELS]
    trees = (AtLeast(parts, least) for least in levels)
    return [replace(expanded, text=Text(expanded.text.typed, one), sort="relevance") for one in trees]
