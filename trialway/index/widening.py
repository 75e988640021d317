"""A Query with other words for what was typed, as the engine is asked: Query ─**widening**▶ engine."""

from msgspec import Struct
from msgspec.structs import replace

from trialway.index.engine import Engine
from trialway.index.expansion import Added, expand
from trialway.index.query import Query, Text


class Widened(Struct, frozen=True):
    """The query for the engine, and which other words it has."""

    query: Query
    added: tuple[Added, ...] = ()


def widened(engine: Engine, query: Query) -> Widened:
    """The same query when it has no words or is to be searched as typed."""
    if query.text.tree is None or not query.expand:
        return Widened(query)
    found = expand(query.text.tree, engine.words.vocabulary)
    return Widened(replace(query, text=Text(query.text.typed, found.tree)), found.added)


def total(engine: Engine, query: Query) -> int:
    """How many trials somebody finds who asks this."""
    return engine.match(widened(engine, query).query, most=1).total
