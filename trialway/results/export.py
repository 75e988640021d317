"""A table as CSV: one line a number, so that nothing of the table is lost. Safe in spreadsheets."""

import csv
import io

from trialway.results.table import Cell, Table

HEAD = (
    *("Part", "Category", "Group", "Value", "Spread", "Lower limit", "Upper limit"),
    *("Out of", "Percent", "Events", "Comment"),
)
# A cell that begins like a formula would be run by a spreadsheet; numbers may begin with a sign.
_FORMULA = ("=", "@", "\t", "\r")
_SIGNS = ("+", "-")


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
                writer.writerow(
                    [*map(_safe, labels), *_numbers(cell), _safe(cell.comment or row.comment or "")]
                )
    return out.getvalue()


def _numbers(cell: Cell) -> list[str]:
    values = (cell.value, cell.spread, cell.lower, cell.upper, cell.out_of)
    texts = [value.text if value else "" for value in values]
    share = "" if cell.percent is None else str(cell.percent)
    return [_safe_number(text) for text in (*texts, share, cell.events.text if cell.events else "")]


def _safe(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA + _SIGNS) else text


def _safe_number(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
