"""The results of one trial on a terminal: the sentences, then every table."""

from collections.abc import Iterator

from rich.console import Console, RenderableType
from rich.table import Table as Drawn

from trialway.results.measures import outcome_table
from trialway.results.reported import Reported
from trialway.results.sentences import event_sentences, primary_outcome_sentences
from trialway.results.table import Cell, Table


def print_results(console: Console, report: Reported) -> None:
    """Print all that the record reports."""
    for part in _parts(report):
        console.print(part)


def _parts(report: Reported) -> Iterator[RenderableType]:
    for told in primary_outcome_sentences(report):
        yield f"\n{told.title}"
        yield from (f"  {sentence.text}" for sentence in told.sentences)
        if not told.sentences:
            yield f"  See the table {told.key}."
    yield ""
    yield from (f"  {sentence.text}" for sentence in event_sentences(report))
    yield from map(_drawn, (*report.flow, *report.baseline))
    for place, (_, measure) in enumerate(report.outcomes, 1):
        yield _drawn(outcome_table(measure, place))
    yield from map(_drawn, report.events)


def _drawn(table: Table) -> Drawn:
    drawn = Drawn(title=f"{table.key}: {table.title}", caption=table.unit, title_justify="left")
    drawn.add_column("")
    for column in table.columns:
        drawn.add_column(column.title, justify="right")
    for row in table.rows:
        drawn.add_row(", ".join(filter(None, row.labels)) or "All", *map(_text, row.cells))
    return drawn


def _text(cell: Cell | None) -> str:
    if cell is None:
        return "not stated"
    spread = f" ({cell.spread.text})" if cell.spread else ""
    limits = f" [{cell.lower.text if cell.lower else ''} to {cell.upper.text if cell.upper else ''}]"
    share = f" of {cell.out_of.text}" if cell.out_of else ""
    percent = f" ({cell.percent}%)" if cell.percent is not None else ""
    return f"{cell.value.text or '–'}{spread}{limits if cell.lower or cell.upper else ''}{share}{percent}"
