"""tantivy query → hits in an order that does not depend on tantivy's segments."""

from collections.abc import Sequence

import tantivy

from trialway.search.tantivy_engine.facet_counts import total_of

# Hits fetched beyond those wanted: seldom do more than so many share the last score, and they cost next to
# nothing beside a second search.
MORE = 80
# So many are asked for at once where all are wanted: to count them first would be a second search.
MANY = 20_000
# Score or key, the trial's number, and where the engine keeps it.
Place = tuple[float, int, tantivy.DocAddress]


def top_scored(
    searcher: tantivy.Searcher, query: tantivy.Query, most: int, *, count: bool = True
) -> tuple[list[Place], int]:
    """Best score first, equal scores by trial number; and how many there are, if they are to be counted.

    tantivy leaves equal scores in the order of its segments, which changes when they are merged. So all hits
    that share the last score are fetched before they are put in order.
    """
    wanted = most + MORE
    found = searcher.search(query, wanted, count=count)
    hits = found.hits
    while len(hits) == wanted and hits[-1][0] == hits[most - 1][0]:
        wanted *= 4
        hits = searcher.search(query, wanted, count=False).hits
    ordered = sorted(_numbered(searcher, hits), key=lambda place: (-place[0], place[1]))
    return ordered, total_of(found) if count else 0


def top_by_key(
    searcher: tantivy.Searcher, query: tantivy.Query, most: int, key: str
) -> tuple[list[Place], int]:
    """By a key of each trial, of which no two are equal, so that nothing is left to chance."""
    found = searcher.search(query, most, order_by_field=key)
    return _numbered(searcher, found.hits), total_of(found)


def all_hits(searcher: tantivy.Searcher, query: tantivy.Query) -> Sequence[tuple[float, tantivy.DocAddress]]:
    """All that it finds, in no order; few queries find so many that they have to be asked twice."""
    found = searcher.search(query, MANY)
    total = total_of(found)
    return found.hits if total <= MANY else searcher.search(query, total, count=False).hits


def _numbered(searcher: tantivy.Searcher, hits: Sequence[tuple[float, tantivy.DocAddress]]) -> list[Place]:
    numbers = searcher.fast_field_values("number", [place for _, place in hits])
    return [(score, int(number or 0), place) for (score, place), number in zip(hits, numbers, strict=True)]
