"""A table as CSV: one line a number, so that nothing of the table is lost. Safe in spreadsheets."""

import csv
import io

from trialway.interop.spreadsheet import safe_cell
from trialway.results.table import Cell, Table

HEAD = (
    *("Part", "Category", "Group", "Value", "Spread", "Lower limit", "Upper limit"),
    *("Out of", "Percent", "Events", "Comment"),
)


def table_csv(table: Table) -> str:
    """The table with a head; labels of three levels are joined."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEAD)
    for row in table.rows:
        *outer, inner = row.labels
        for column, cell in zip(table.columns, row.cells, strict=True):
            if cell is not None:
                labels = (" / ".join(filter(None, outer)), inner, column.title)
                cells = (*labels, *_numbers(cell), cell.comment or row.comment or "")
                writer.writerow(map(safe_cell, cells))
    return out.getvalue()


def _numbers(cell: Cell) -> list[str]:
    values = (cell.value, cell.spread, cell.lower, cell.upper, cell.out_of)
    texts = [value.text if value else "" for value in values]
    share = "" if cell.percent is None else str(cell.percent)
    return [*texts, share, cell.events.text if cell.events else ""]
