"""A query with synonyms beside its words, as an engine is asked: Query ─expansion▶ **ExpandedQuery**."""

from msgspec import Struct
from msgspec.structs import replace

from trialway.search.engine.base import Engine
from trialway.search.language.expansion import AddedSynonyms, expand
from trialway.search.query.query import Query, Text


class ExpandedQuery(Struct, frozen=True):
    """The query for the engine, and which synonyms it has."""

    query: Query
    added: tuple[AddedSynonyms, ...] = ()


def expand_query(engine: Engine, query: Query) -> ExpandedQuery:
    """The same query when it has no words or is to be searched as typed."""
    if query.text.tree is None or not query.expand:
        return ExpandedQuery(query)
    found = expand(query.text.tree, engine.words.vocabulary)
    return ExpandedQuery(replace(query, text=Text(query.text.typed, found.tree)), found.added)
