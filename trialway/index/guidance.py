"""What to try when nothing was found: Query ─▶ **guidance** in sentences ─▶ Answer."""

from collections.abc import Iterator

from trialway.index.engine import Engine
from trialway.index.identifiers import registry_number
from trialway.index.query import Query, Text
from trialway.index.tree import Field, Node, wanted, written
from trialway.index.widening import total

MOST_WORDS = 8


def guidance(engine: Engine, query: Query) -> tuple[str, ...]:
    """Sentences for a query that finds nothing, the likeliest cause first."""
    if number := registry_number(query.text.typed):
        return (f"There is no trial {number} here. Check the number, or search by condition or treatment.",)
    if not len(engine):
        return ("No trials are loaded yet; trialway load takes them in.",)
    return tuple(_sentences(engine, query))


def _sentences(engine: Engine, query: Query) -> Iterator[str]:
    words = _words(query.text)
    lost = [word for word in words if not total(engine, Query(text=Text(written(word), word)))]
    for word in lost:
        yield f"No trial here mentions {_quoted(word)}. Check its spelling, or try another word for it."
    alone = total(engine, query.without_filters().with_near(None)) if query.text.tree else 0
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
    for field, leaf in wanted(text.tree) if text.tree else ():
        found.append(Field(field, leaf) if field else leaf)
    return found[:MOST_WORDS]


def _quoted(word: Node) -> str:
    return f"‘{written(word)}’"
