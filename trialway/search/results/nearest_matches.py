"""What comes next to a search that finds nothing: Query, offers ─▶ **closest** ─▶ Answer.

Whoever narrowed the words down gets what they find without that; else trials that have most of the words.
"""

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from trialway.search.engine.hit import Hit
from trialway.search.query.parameters import from_query_string
from trialway.search.query.query import Query, Text
from trialway.search.query.syntax_tree import And, AtLeast, Not
from trialway.search.results.expand_query import expand_query
from trialway.search.results.relaxations import Offer
from trialway.search.tantivy_engine.engine import TantivyEngine

MOST_HITS = 3
# To give up one of these leaves all the words.
KEEPING_WORDS = {"facet", "age", "dates", "numbers"}


class ClosestHits(Struct, frozen=True):
    """``offer``: what was given up to find them; None when it was some of the words. ``query`` is what found
    them, as the engine was asked."""

    hits: tuple[Hit, ...]
    query: Query
    offer: Offer | None = None


def closest_hits(engine: TantivyEngine, query: Query, offers: Iterable[Offer]) -> ClosestHits | None:
    """``query`` is as it was understood; None when nothing is close."""
    for offer in offers:
        if offer.kind in KEEPING_WORDS:
            wide = expand_query(engine, from_query_string(offer.query).query).query
            return ClosestHits(engine.match(wide, most=MOST_HITS).hits, wide, offer)
    return _most_words(engine, expand_query(engine, query).query)


def _most_words(engine: TantivyEngine, wide: Query) -> ClosestHits | None:
    """Trials that lack as few of the words as can be, at most half of them."""
    tree = wide.text.tree
    parts = tree.parts if isinstance(tree, And) else ()
    if any(isinstance(part, Not) for part in parts):
        return None
    for least in range(len(parts) - 1, (len(parts) - 1) // 2, -1):
        asked = replace(wide, text=Text(wide.text.typed, AtLeast(parts, least)), sort="relevance")
        if hits := engine.match(asked, most=MOST_HITS).hits:
            return ClosestHits(hits, asked)
    return None
