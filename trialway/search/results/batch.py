"""Searches asked of the engine in one call: queries ─expand▶ **Batch** ─match_many▶ totals and hits."""

from collections.abc import Iterable

from trialway.search.engine.base import Engine, Matched, MatchRequest
from trialway.search.language.expansion import expand_query
from trialway.search.query.query import Query


class Batch:
    """Collects queries, each asked once, and answers all of them together.

    ``total``, ``matched`` and ``as_asked`` take a query as it was added.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._requests: dict[Query, MatchRequest] = {}
        self._answers: dict[Query, Matched] = {}

    def add(self, queries: Iterable[Query], *, limit: int = 1, expanded: bool = False) -> None:
        """Ask for so many hits of each, at least for its total; ``expanded`` ones have their synonyms."""
        for query in queries:
            before = self._requests.get(query)
            asked = (
                before.query
                if before
                else query
                if expanded
                else expand_query(self._engine.words, query).query
            )
            self._requests[query] = MatchRequest(asked, limit=max(limit, before.limit if before else 0))

    def run(self) -> None:
        """Ask the engine, once."""
        if self._requests:
            answers = self._engine.match_many(list(self._requests.values()))
            self._answers = dict(zip(self._requests, answers, strict=True))

    def total(self, query: Query) -> int:
        """How many trials match."""
        return self._answers[query].total

    def matched(self, query: Query) -> Matched:
        """Hits and total."""
        return self._answers[query]

    def as_asked(self, query: Query) -> Query:
        """The query with its synonyms."""
        return self._requests[query].query
