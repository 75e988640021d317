"""The 60 searches of tests/search/real_queries.tsv in the bundled sample, with their first three hits."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench import machine
from tests.search.making import bring, read_sample
from tests.search.real_queries import RealQuery, ask, is_right, real_queries
from trialway.search.engine.base import Engine
from trialway.search.engine.reader import open_index
from trialway.search.query.query import Query, Text
from trialway.search.results.answer import Answer, Result, answer

HEAD = """# Sixty searches and their first hits

What patients, nurses and analysts type, in the 373 trials of the bundled sample, and the first three hits.
Written by `python -m bench.relevance searches --write docs/search-examples.md`.

✓ is right, ✗ is not: whether title, conditions, treatments, sponsor or summary say what
`tests/search/real_queries.tsv` asks of a right hit. Where the page asks “did you mean”, the hits are
those of what was meant, which stands behind the question mark. *Must come up*: how many of the trials
that must stand on the first page do. Where nothing is found, the trials that the page shows as closest
stand there.

| who | search | trials | must come up | first three hits |
| --- | --- | --- | --- | --- |
"""


def main(output: Path | None) -> None:
    with tempfile.TemporaryDirectory() as folder:
        bring(Path(folder) / "index", read_sample())
        engine = open_index(Path(folder) / "index")
        rows = [(query, *ask(engine, query)) for query in real_queries()]
    if output:
        output.write_text(
            HEAD + "\n".join(_line(query, question.typed, found) for query, question, found in rows) + "\n"
        )
    shown = _sums([(query, found) for query, _, found in rows])
    typed = _sums([(query, _as_typed(engine, query)) for query, *_ in rows])
    head = ("what", "of", "as the page does", "of", "as typed")
    print(machine.table(head, [(*ours, *plain[1:]) for ours, plain in zip(shown, typed, strict=True)]))


def _as_typed(engine: Engine, query: RealQuery) -> Answer:
    """No other words, no sentence read, no slip mended."""
    return answer(engine, Query(text=Text.read(query.typed), expand=False), facets=())


def _line(query: RealQuery, searched: str, found: Answer) -> str:
    meant = (
        f" ? {searched}" if searched != query.typed and len(query.typed) < 40 and found.readings == () else ""
    )
    wanted = f"{_up(query, found)} of {len(query.wanted)}" if query.wanted else ""
    shown = found.closest.hits if found.closest else found.hits[:3]
    hits = ("closest: " if found.closest else "") + "<br>".join(_hit(query, hit) for hit in shown)
    return f"| {query.who} | `{query.typed}`{meant} | {found.total:,} | {wanted} | {hits} |"


def _hit(query: RealQuery, hit: Result) -> str:
    title = hit.card.title if len(hit.card.title) <= 90 else hit.card.title[:89] + "…"
    return f"{'✓' if is_right(query, hit) else '✗'} {hit.card.slug} {title.replace('|', '/')}"


def _up(query: RealQuery, found: Answer) -> int:
    return sum(hit.card.slug in query.wanted for hit in found.hits)


def _sums(rows: list[tuple[RealQuery, Answer]]) -> Iterator[tuple[object, ...]]:
    hits = [is_right(query, hit) for query, found in rows for hit in found.hits[:3]]
    first = [is_right(query, found.hits[0]) for query, found in rows if found.hits]
    yield "searches that find something", len(rows), sum(bool(found.hits) for _, found in rows)
    close = sum(bool(found.hits or found.closest) for _, found in rows)
    yield "or show what comes closest", len(rows), close
    yield (
        "trials that must come up",
        sum(len(query.wanted) for query, _ in rows),
        sum(_up(*row) for row in rows),
    )
    yield "first hits that are right", len(first), sum(first)
    yield "first three hits that are right", len(hits), sum(hits)
