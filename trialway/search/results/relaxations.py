"""What can be given up when few trials match: Query ─▶ **relaxed queries** ─Batch▶ offers, the best first."""

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from trialway.search.query.fielded_text import has_no_syntax, remove_part, split_fields
from trialway.search.query.query import DATES, Query, Text
from trialway.search.query.syntax_tree import And, Field, Node, Term, to_syntax
from trialway.search.results.batch import Batch

# With fewer hits something is offered.
FEW = 5
MOST_WORDS = 8
MOST_OFFERS = 5


class Relaxation(Struct, frozen=True):
    """The query without one thing. ``kind``: facet, age, dates, numbers, near, area or word; ``what``: which,
    as it was asked."""

    kind: str
    what: str
    query: Query


class Offer(Struct, frozen=True):
    """Another search: what of the query it gives up (``kind`` as in Relaxation, or spelling), how many trials
    it finds, and its parameters."""

    kind: str
    what: str
    trials: int
    query: str


def relaxations(query: Query) -> Iterator[Relaxation]:
    """Each single thing that can be given up."""
    for item in query.filters:
        yield Relaxation("facet", item.facet, query.without_filter(item.facet))
    for name in ("age", "near", "numbers"):
        if getattr(query, name) not in {None, ()}:
            yield Relaxation(name, name, query.without(name))
    for period in query.periods:
        yield Relaxation("dates", DATES[period.date], query.without(period.date))
    typed = query.text.typed
    for part in split_fields(typed).parts:
        yield Relaxation("area", part.whole, query.with_text(remove_part(typed, part)))
    if query.text.tree is not None and has_no_syntax(split_fields(typed).rest):
        for word in _words(query.text.tree):
            yield Relaxation("word", to_syntax(word), _without_word(query, word))


def relaxation_offers(relaxed: Iterable[Relaxation], found: int, batch: Batch) -> tuple[Offer, ...]:
    """Those that find more than ``found``, the most trials first."""
    offers = [
        Offer(one.kind, one.what, batch.total(one.query), one.query.query_string())
        for one in relaxed
        if batch.total(one.query) > found
    ]
    return tuple(sorted(offers, key=lambda offer: -offer.trials)[:MOST_OFFERS])


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
