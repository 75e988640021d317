"""A period of participant flow as boxes: for each group who started, who left and why, who completed."""

import textwrap
from html import escape

from trialway.results.charts.svg import (
    FONT,
    INK,
    LINE,
    SOFT,
    Chart,
    short,
)
from trialway.results.table import Row, Table
from trialway.vocabulary.milestone import MILESTONE

MOST_GROUPS = 6
_BOX, _GAP, _LINE, _PAD = 190, 22, 19, 10
_LETTERS = 24


def flow_picture(table: Table) -> Chart | None:
    """None when a group does not say how many started and completed, or when there are too many groups."""
    rows = {row.labels[0]: row for row in table.rows if not row.labels[1]}
    labels = MILESTONE.labels
    started, completed = rows.get(labels["started"]), rows.get(labels["completed"])
    if started is None or completed is None or not 1 <= len(table.columns) <= MOST_GROUPS:
        return None
    if any(cell is None or cell.value.number is None for row in (started, completed) for cell in row.cells):
        return None
    columns = [
        _column(table, place, started, completed, rows.get(labels["not_completed"]))
        for place in range(len(table.columns))
    ]
    heights = [max(len(column[level]) for column in columns) * _LINE + 2 * _PAD for level in range(3)]
    boxes = "".join(_drawn(column, place, heights) for place, column in enumerate(columns))
    width = len(columns) * (_BOX + _GAP)
    height = sum(heights) + 2 * _GAP + 4
    size = f'width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size}>'
    style = f'<g font-family="{FONT}" font-size="14" fill="{INK}">'
    title = f"{short(table.title, 100)}: who started and who completed"
    described = (
        f"For each of {len(columns)} groups: who started, who left and why, who completed, as in the table."
    )
    return Chart(title, described, (width, height), drawn=f"{head}{style}{boxes}</g></svg>")


def _column(
    table: Table, place: int, started: Row, completed: Row, left: Row | None
) -> tuple[list[str], list[str], list[str]]:
    """The lines of the three boxes of one group."""
    first = [
        *textwrap.wrap(short(table.columns[place].title, 70), _LETTERS),
        f"Started: {_text(started, place)}",
    ]
    middle = [f"Did not complete: {_text(left, place)}"] if left else ["Not stated who left"]
    for row in table.rows:
        cell = row.cells[place]
        if row.labels[1] and cell and cell.value.number:
            middle += textwrap.wrap(
                f"{short(row.labels[1], 60)}: {cell.value.text}", _LETTERS, initial_indent="– "
            )
    return first, middle, [f"Completed: {_text(completed, place)}"]


def _text(row: Row, place: int) -> str:
    cell = row.cells[place]
    return (cell.value.text if cell else "") or "not stated"


def _drawn(column: tuple[list[str], list[str], list[str]], place: int, heights: list[int]) -> str:
    left = place * (_BOX + _GAP) + 1
    top, parts = 2, []
    for level, (lines, height) in enumerate(zip(column, heights, strict=True)):
        dashed = ' stroke-dasharray="4 3"' if level == 1 else ""
        size = f'x="{left}" y="{top}" width="{_BOX}" height="{height}"'
        parts.append(f'<rect {size} rx="4" fill="none" stroke="{SOFT}"{dashed}/>')
        parts += [
            f'<text x="{left + _PAD}" y="{top + _PAD + 14 + number * _LINE}">{escape(line)}</text>'
            for number, line in enumerate(lines)
        ]
        if level < 2:
            middle = left + _BOX // 2
            parts.append(
                f'<path d="M{middle} {top + height}v{_GAP}" fill="none" stroke="{LINE}" stroke-width="2"/>'
            )
        top += height + _GAP
    return "".join(parts)
