"""People with a serious and with another event, side by side: Reported ─▶ **a table** ─▶ ``found``.

The registry counts both kinds apart, and a person who had both is in both counts.
"""

from trialway.plain.statement import PlainRow, PlainTable, TextPiece, make_statement
from trialway.registry_text import repair
from trialway.results.events import event_totals
from trialway.results.reported import Reported
from trialway.results.sentences import cells_of_groups
from trialway.results.table import Cell, Column

MOST_ROWS = 12
SHARE = "a share in percent"
_NOTE = "One person can be in both columns, so the two numbers are never added up."


def event_shares(report: Reported) -> PlainTable | None:
    """A row for each group; None unless people are counted in both columns, or where groups are very many.

    A total beside its groups is left out, as it is in sentences.
    """
    table = event_totals(report.results.events)
    if table is None:
        return None
    _, serious, other = (cells_of_groups(table, row) for row in table.rows)
    if not _any_counted(serious) or not _any_counted(other) or len(serious) > MOST_ROWS:
        return None
    rows = tuple(
        PlainRow(
            title=(TextPiece(repair(column.title).strip(), theirs=True),), cells=(_words(one), _words(two))
        )
        for (column, one), (_, two) in zip(serious, other, strict=True)
    )
    return PlainTable(
        caption="How many people had an event, by group",
        heads=("Group", "People with a serious event", "People with another event (not serious)"),
        rows=rows,
        note=make_statement(
            "found-both-tables", ("results",), _NOTE, rests_on=_numbers(rows), derivation=SHARE
        ),
    )


def _any_counted(cells: tuple[tuple[Column, Cell | None], ...]) -> bool:
    return any(cell and cell.value.number is not None for _, cell in cells)


def _words(cell: Cell | None) -> tuple[TextPiece, ...]:
    """``24 of 50 (48.0%)``; nothing where the record gives no number."""
    if cell is None or cell.value.number is None:
        return ()
    out_of = (TextPiece(" of "), TextPiece(cell.out_of.text, theirs=True)) if cell.out_of else ()
    percent = (TextPiece(f" ({cell.percent}%)"),) if cell.percent is not None else ()
    return (TextPiece(cell.value.text, theirs=True), *out_of, *percent)


def _numbers(rows: tuple[PlainRow, ...]) -> tuple[str, ...]:
    """The record's own numbers in the table, each once."""
    pieces = (piece for row in rows for cell in row.cells for piece in cell)
    return tuple(dict.fromkeys(piece.text for piece in pieces if piece.theirs))
