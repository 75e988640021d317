"""What to take back when next to nothing was found: Query ─▶ **relaxing** ─▶ offers, the best first."""

from collections.abc import Callable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from trialway.search.query.fielded_text import has_no_syntax, remove_part, split_fields
from trialway.search.query.query import DATES, Query, Text
from trialway.search.query.syntax_tree import (
    And,
    Field,
    Node,
    Term,
    to_syntax,
)

# So few hits are reason enough to offer more.
FEW = 5
MOST_WORDS = 8
MOST_OFFERS = 5
Total = Callable[[Query], int]


class Offer(Struct, frozen=True):
    """Another search: what of the query it gives up (``kind``: facet, age, dates, numbers, place, area, word,
    spelling; ``what``: which, as it was asked), how many trials it finds, and its parameters."""

    kind: str
    what: str
    trials: int
    query: str


def relaxations(query: Query, found: int, total: Total) -> tuple[Offer, ...]:
    """Each single thing that can be given up, with what that brings; only what brings more."""
    offers = [
        Offer(kind, what, trials, other.query_string())
        for kind, what, other in _without_one(query)
        if (trials := total(other)) > found
    ]
    return tuple(sorted(offers, key=lambda offer: -offer.trials)[:MOST_OFFERS])


def _without_one(query: Query) -> Iterator[tuple[str, str, Query]]:
    for item in query.filters:
        yield "facet", item.facet, query.without_filter(item.facet)
    for name in ("age", "near", "numbers"):
        if getattr(query, name) not in {None, ()}:
            yield name, name, query.without(name)
    for period in query.periods:
        yield "dates", DATES[period.date], query.without(period.date)
    typed = query.text.typed
    for part in split_fields(typed).parts:
        yield "area", part.whole, query.with_text(remove_part(typed, part))
    if query.text.tree is not None and has_no_syntax(split_fields(typed).rest):
        yield from (("word", to_syntax(word), _without_word(query, word)) for word in _words(query.text.tree))


def _words(tree: Node) -> list[Node]:
    """The words that all must be there, when there are several."""
    parts = tree.parts if isinstance(tree, And) else ()
    words: list[Node] = [part for part in parts if isinstance(part, Term)]
    return words[:MOST_WORDS] if len(words) > 1 else []


def _without_word(query: Query, word: Node) -> Query:
    assert isinstance(query.text.tree, And)
    rest = [part for part in query.text.tree.parts if part != word]
    typed = " ".join(
        f"({to_syntax(part)})" if not isinstance(part, Term | Field) else to_syntax(part) for part in rest
    )
    return replace(query, text=Text.read(typed), page=1)
