"""What to try when nothing was found: Query ─▶ queries to count ─Batch▶ **sentences**, likeliest first."""

from collections.abc import Iterator

from trialway.search.query.query import Query, Text
from trialway.search.query.syntax_tree import Field, Node, positive_terms, to_syntax
from trialway.search.results.batch import Batch

MOST_WORDS = 8
NOTHING_LOADED = "No trials are loaded yet; trialway load takes them in."


def no_such_number(number: str) -> str:
    """For a registry number that no trial here has."""
    return f"There is no trial {number} here. Check the number, or search by condition or treatment."


def guidance_queries(query: Query) -> list[Query]:
    """Every word alone, and all words without filters and place."""
    if query.text.tree is None:
        return []
    return [*map(_alone, _words(query.text)), _words_alone(query)]


def guidance(query: Query, batch: Batch) -> Iterator[str]:
    """Sentences; ``batch`` has answered the guidance queries."""
    words = _words(query.text)
    lost = [word for word in words if not batch.total(_alone(word))]
    for word in lost:
        yield f"No trial here mentions {_quoted(word)}. Check its spelling, or try another word for it."
    alone = batch.total(_words_alone(query)) if query.text.tree else 0
    if query.near and alone:
        return  # what is farther away, and what passes without the filters, is offered with its number
    if query.narrowed and alone:
        trials = "1 trial" if alone == 1 else f"{alone:,} trials"
        yield f"Without the filters, the words alone find {trials}. Take a filter out."
    elif query.narrowed and not query.near and not query.text.tree:
        yield "No trial passes all the filters together. Take one out."
    if len(words) > 1 and not lost and not alone:
        yield "Each word is found, but no trial has them all. Use fewer words, or write OR between them."


def _words(text: Text) -> list[Node]:
    found: list[Node] = []
    for field, leaf in positive_terms(text.tree) if text.tree else ():
        found.append(Field(field, leaf) if field else leaf)
    return found[:MOST_WORDS]


def _alone(word: Node) -> Query:
    return Query(text=Text(to_syntax(word), word))


def _words_alone(query: Query) -> Query:
    return query.without_filters().with_near(None)


def _quoted(word: Node) -> str:
    return f"‘{to_syntax(word)}’"
