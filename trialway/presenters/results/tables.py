"""One result table as a page shows it: heads, cells, numbered notes, what the dispersion is called."""

from msgspec import Struct

from trialway.presenters.registry_text import RegistryText, coded, said
from trialway.record import TrialRecord
from trialway.results.charts.choose_chart import chart_of
from trialway.results.charts.svg import Chart
from trialway.results.numbers import ReportedValue
from trialway.results.table import Cell, Column, Row, Table
from trialway.vocabulary.dispersion import DISPERSION
from trialway.vocabulary.parameter import PARAMETER


class Head(Struct, frozen=True):
    """``counts``: how many people of the group the numbers are about."""

    title: RegistryText
    counts: tuple[str, ...]
    description: RegistryText | None


class ShownCell(Struct, frozen=True):
    """``value`` as written, ``around`` its spread or limits, ``share`` of all, ``note`` a note's number."""

    value: str
    around: str = ""
    share: str = ""
    events: str = ""
    note: int = 0
    meaning: str = ""


class ShownRow(Struct, frozen=True):
    """``part`` heads the rows that follow when it differs from the row before."""

    part: RegistryText | None
    label: RegistryText | None
    cells: tuple[ShownCell | None, ...]
    note: int = 0


class ShownPicture(Struct, frozen=True):
    """``key`` is its address; ``alt`` says what is drawn; ``width`` and ``height`` in pixels."""

    key: str
    title: str
    alt: str
    width: int
    height: int


def shown_picture(key: str, picture: Chart | None) -> ShownPicture | None:
    return ShownPicture(key, picture.title, picture.description, *picture.size) if picture else None


class ShownTable(Struct, frozen=True):
    key: str
    title: RegistryText
    told_in: str
    unit: RegistryText | None
    heads: tuple[Head, ...]
    label_name: str
    rows: tuple[ShownRow, ...]
    notes: tuple[RegistryText, ...]
    population: tuple[RegistryText, ...]
    has_shares: bool
    has_events: bool
    meanings: tuple[tuple[str, str], ...]
    picture: ShownPicture | None = None


def shown_table(table: Table, record: TrialRecord) -> ShownTable:
    """The whole table; nothing of it is cut."""
    notes = _Notes(record)
    rows = tuple(_rows(table, record, notes))
    cells = [cell for row in rows for cell in row.cells if cell]
    return ShownTable(
        key=table.key,
        title=_said(table.title, record),
        told_in=told_in(table, record),
        unit=said(table.unit, record),
        heads=tuple(_head(column, record) for column in table.columns),
        label_name=next((name for name in reversed(table.label_names) if name), "What was counted"),
        rows=rows,
        notes=tuple(notes.found),
        population=tuple(words for note in table.notes if (words := said(note, record))),
        has_shares=any("%" in cell.share for cell in cells),
        has_events=any(cell.events for cell in cells),
        picture=shown_picture(table.key, chart_of(table)),
        meanings=tuple(sorted({(cell.value or "–", cell.meaning) for cell in cells if cell.meaning})),
    )


def told_in(table: Table, record: TrialRecord) -> str:
    """``Mean (standard deviation)``, ``Median [95% confidence interval]``, ``Number of participants``."""
    parameter = coded(PARAMETER, table.parameter, record).text if table.parameter else ""
    if table.dispersion is None or table.dispersion.code == "none":
        return parameter
    dispersion = coded(DISPERSION, table.dispersion, record).text
    dispersion = dispersion[0].lower() + dispersion[1:]
    has_limits = any(cell and cell.lower for row in table.rows for cell in row.cells)
    return f"{parameter or 'Number'} {f'[{dispersion}]' if has_limits else f'({dispersion})'}"


class _Notes:
    """The comments of a table, each once, numbered from 1."""

    def __init__(self, record: TrialRecord) -> None:
        self.record = record
        self.found: list[RegistryText] = []

    def number(self, comment: str | None) -> int:
        words = said(comment, self.record)
        if words is None:
            return 0
        if words not in self.found:
            self.found.append(words)
        return self.found.index(words) + 1


def _rows(table: Table, record: TrialRecord, notes: _Notes) -> list[ShownRow]:
    rows, before = [], ""
    for row in table.rows:
        part, label = _labels(row)
        shown = said(part, record) if part and part != before else None
        before = part
        cells = tuple(_cell(cell, notes) for cell in row.cells)
        rows.append(ShownRow(shown, said(label, record), cells, notes.number(row.comment)))
    return rows


def _labels(row: Row) -> tuple[str, str]:
    """A row with one filled label needs no head of its own."""
    *outer, inner = row.labels
    part = " / ".join(filter(None, outer))
    return ("", part) if part and not inner else (part, inner)


def _head(column: Column, record: TrialRecord) -> Head:
    return Head(
        title=_said(column.title, record),
        counts=tuple(f"{count.value.text or 'not stated'} {count.units.lower()}" for count in column.counts),
        description=said(column.description, record),
    )


def _cell(cell: Cell | None, notes: _Notes) -> ShownCell | None:
    if cell is None:
        return None
    return ShownCell(
        value=cell.value.text,
        around=_around(cell),
        share=_share(cell),
        events=cell.events.text if cell.events else "",
        note=notes.number(cell.comment),
        meaning=cell.value.meaning or "",
    )


def _around(cell: Cell) -> str:
    spread = f"({cell.spread.text})" if cell.spread and cell.spread.text else ""
    limits = f"[{_text(cell.lower)} to {_text(cell.upper)}]" if cell.lower or cell.upper else ""
    return " ".join(filter(None, (spread, limits)))


def _text(value: ReportedValue | None) -> str:
    return (value.text if value else "") or "not stated"


def _share(cell: Cell) -> str:
    """What could be counted: as a share where that says something, else as the number of people measured."""
    if cell.out_of is None:
        return ""
    return (
        f"of {cell.out_of.text} ({cell.percent}%)"
        if cell.percent is not None
        else f"(n = {cell.out_of.text})"
    )


def _said(text: str, record: TrialRecord) -> RegistryText:
    return said(text, record) or RegistryText("Not named")
