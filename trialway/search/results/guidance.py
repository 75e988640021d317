"""What to try when nothing was found: Query ─▶ **guidance** in sentences ─▶ Answer."""

from collections.abc import Iterator

from trialway.search.document.identifiers import registry_number
from trialway.search.query.query import Query, Text
from trialway.search.query.syntax_tree import (
    Field,
    Node,
    positive_terms,
    to_syntax,
)
from trialway.search.results.expand_query import count_matches
from trialway.search.tantivy_engine.engine import TantivyEngine

MOST_WORDS = 8


def guidance(engine: TantivyEngine, query: Query) -> tuple[str, ...]:
    """Sentences for a query that finds nothing, the likeliest cause first."""
    if number := registry_number(query.text.typed):
        return (f"There is no trial {number} here. Check the number, or search by condition or treatment.",)
    if not len(engine):
        return ("No trials are loaded yet; trialway load takes them in.",)
    return tuple(_sentences(engine, query))


def _sentences(engine: TantivyEngine, query: Query) -> Iterator[str]:
    words = _words(query.text)
    lost = [word for word in words if not count_matches(engine, Query(text=Text(to_syntax(word), word)))]
    for word in lost:
        yield f"No trial here mentions {_quoted(word)}. Check its spelling, or try another word for it."
    alone = count_matches(engine, query.without_filters().with_near(None)) if query.text.tree else 0
    if query.near and alone:
        return  # what is farther away, and what passes without the filters, is offered with its number
    if query.narrowed and alone:
        trials = "1 trial" if alone == 1 else f"{alone:,} trials"
        yield f"Without the filters, the words alone find {trials}. Take a filter out."
    elif query.narrowed and not query.near and not query.text.tree and len(engine):
        yield "No trial passes all the filters together. Take one out."
    if len(words) > 1 and not lost and not alone:
        yield "Each word is found, but no trial has them all. Use fewer words, or write OR between them."


def _words(text: Text) -> list[Node]:
    found: list[Node] = []
    for field, leaf in positive_terms(text.tree) if text.tree else ():
        found.append(Field(field, leaf) if field else leaf)
    return found[:MOST_WORDS]


def _quoted(word: Node) -> str:
    return f"‘{to_syntax(word)}’"
