"""Where a record's results contradict themselves: wrong sums, more people affected than there were."""

from collections.abc import Iterator
from decimal import Decimal

from trialway.record_results import TrialResults
from trialway.results.events import event_table, event_totals
from trialway.results.flow import flow_tables
from trialway.results.table import Cell, Row, Table


def disagreements(results: TrialResults) -> tuple[str, ...]:
    """Sentences for the reader; nothing is corrected."""
    found = [line for table in flow_tables(results.flow) for line in _flow(table)]
    events = results.events
    for table in (event_totals(events), event_table(events, "serious"), event_table(events, "other")):
        found += _affected(table) if table else ()
    return tuple(found)


def _flow(table: Table) -> Iterator[str]:
    """Who started either completed or did not."""
    started, completed, left = (_find(table, word) for word in ("Started", "Completed", "Did not complete"))
    if not (started and completed and left):
        return
    for place, column in enumerate(table.columns):
        numbers = [_number(row, place) for row in (started, completed, left)]
        first, second, third = numbers
        if first is not None and second is not None and third is not None and first != second + third:
            yield (
                f"{table.title}, {column.title}: {first} people started, but {second} completed and "
                f"{third} did not, which makes {second + third}."
            )


def _affected(table: Table) -> Iterator[str]:
    for row in table.rows:
        for column, cell in zip(table.columns, row.cells, strict=True):
            if cell and _exceeds(cell):
                yield (
                    f"{table.title}, {row.labels[-1]}, {column.title}: {cell.value.text} people affected, "
                    f"but only {cell.out_of.text if cell.out_of else 0} at risk."
                )


def _exceeds(cell: Cell) -> bool:
    affected, at_risk = cell.value.number, cell.out_of.number if cell.out_of else None
    return affected is not None and at_risk is not None and affected > at_risk


def _find(table: Table, label: str) -> Row | None:
    return next((row for row in table.rows if row.labels[0] == label), None)


def _number(row: Row, place: int) -> Decimal | None:
    cell = row.cells[place]
    return cell.value.number if cell else None
