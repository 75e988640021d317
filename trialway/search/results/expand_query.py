"""A Query with other words for what was typed, as the engine is asked: Query ─**widening**▶ engine."""

from msgspec import Struct
from msgspec.structs import replace

from trialway.search.language.expansion import AddedSynonyms, expand
from trialway.search.query.query import Query, Text
from trialway.search.tantivy_engine.engine import TantivyEngine


class ExpandedQuery(Struct, frozen=True):
    """The query for the engine, and which other words it has."""

    query: Query
    added: tuple[AddedSynonyms, ...] = ()


def expand_query(engine: TantivyEngine, query: Query) -> ExpandedQuery:
    """The same query when it has no words or is to be searched as typed."""
    if query.text.tree is None or not query.expand:
        return ExpandedQuery(query)
    found = expand(query.text.tree, engine.words.vocabulary)
    return ExpandedQuery(replace(query, text=Text(query.text.typed, found.tree)), found.added)


def count_matches(engine: TantivyEngine, query: Query) -> int:
    """How many trials somebody finds who asks this."""
    return engine.match(expand_query(engine, query).query, most=1).total
