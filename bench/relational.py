# ruff: noqa: S608 - the benchmark writes its own SQL from its own names
"""Search as it is written in SQL, where only the words are a dialect's own matter."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from trialway.search.query.query import Filter, Query

TABLES = (
    "CREATE TABLE value (trial integer, facet integer, code integer, PRIMARY KEY (trial, facet, code)){}",
    "CREATE INDEX value_of ON value (facet, code, trial)",
    "CREATE INDEX newest ON trial (newest)",
    "CREATE INDEX updated ON trial (updated)",
)


class Row(NamedTuple):
    """A trial as the peers get it: texts of the areas that weigh more, all other text, days, values."""

    number: int
    texts: tuple[str, ...]
    newest: int
    updated: int
    values: tuple[tuple[str, str], ...]


class Peer(NamedTuple):
    """An engine filled with the trials; ``find`` finds, counts, and tells how many match."""

    name: str
    configuration: str
    find: Callable[[Query, tuple[str, ...]], int]


class Numbers(dict[Any, int]):
    """Integers for codes, as any schema would have them."""

    def __missing__(self, key: object) -> int:
        self[key] = len(self)
        return self[key]


class Sql:
    """``run`` executes a statement; ``matching`` and ``best`` say in the dialect what words find and how
    they rank: SQL with one place for the words in each; ``key`` is the trial's number there."""

    def __init__(
        self, run: Callable[[str, list[Any]], Sequence[Any]], matching: str, best: str, key: str
    ) -> None:
        self.run, self.matching, self.best, self.key = run, matching, best, key
        self.numbers = Numbers()

    def value_rows(self, row: Row) -> Iterable[tuple[int, int, int]]:
        for facet, code in row.values:
            yield row.number, self.numbers[facet], self.numbers[facet, code]

    def find(self, query: Query, facets: tuple[str, ...]) -> int:
        """The 20 best, the counts, and how many match."""
        self.twenty(query)
        for asked, filters in self._counted(query, facets):
            self.counts(query, asked, filters)
        sql, values = self.matches(query, query.filters)
        return int(self.run(f"SELECT count(*) FROM ({sql}) AS found", values)[0][0])

    def twenty(self, query: Query) -> Sequence[Any]:
        if query.order == "relevance":
            conditions, values = self._filtered(query.filters, self.key)
            return self.run(self.best.format(conditions), [query.text.typed, *values])
        sql, values = self.matches(query, query.filters)
        inside = f"WHERE id IN ({sql})" if query.text.tree or query.filters else ""
        values = values if inside else []
        return self.run(f"SELECT id FROM trial {inside} ORDER BY {query.order} DESC, id LIMIT 20", values)

    def counts(self, query: Query, facets: Sequence[str], filters: Sequence[Filter]) -> Sequence[Any]:
        of = ", ".join(str(self.numbers[facet]) for facet in facets)
        group = f"WHERE facet IN ({of}) GROUP BY facet, code"
        if query.text.tree is None and not filters:
            return self.run(f"SELECT facet, code, count(*) FROM value {group}", [])
        sql, values = self.matches(query, filters)
        found = f"WITH found AS MATERIALIZED ({sql})"
        joined = "found JOIN value ON value.trial = found.id"
        return self.run(f"{found} SELECT facet, code, count(*) FROM {joined} {group}", values)

    def matches(self, query: Query, filters: Sequence[Filter]) -> tuple[str, list[Any]]:
        if query.text.tree is None:
            conditions, values = self._filtered(filters, "id")
            return f"SELECT id FROM trial WHERE true {conditions}", values
        conditions, values = self._filtered(filters, self.key)
        return self.matching.format(conditions), [query.text.typed, *values]

    def _filtered(self, filters: Sequence[Filter], key: str) -> tuple[str, list[Any]]:
        """A trial needs one of the codes of every filter."""
        sql = "AND {} IN (SELECT trial FROM value WHERE facet = {} AND code IN ({}))"
        parts = []
        for item in filters:
            codes = ", ".join(str(self.numbers[item.facet, code]) for code in item.codes)
            parts.append(sql.format(key, self.numbers[item.facet], codes))
        return " ".join(parts), []

    @staticmethod
    def _counted(query: Query, facets: tuple[str, ...]) -> Iterable[tuple[list[str], list[Filter]]]:
        """Facets with the filters that narrow their counts: a facet's own choice does not."""
        chosen = {item.facet for item in query.filters}
        if open_ := [facet for facet in facets if facet not in chosen]:
            yield open_, list(query.filters)
        for facet in chosen & set(facets):
            yield [facet], [item for item in query.filters if item.facet != facet]
