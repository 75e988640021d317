"""An outcome as points with intervals, one line a group; counts of people as shares of their group."""

from decimal import Decimal
from typing import Any

from trialway.results.charts.svg import (
    ACCENT,
    AXIS,
    INK,
    LINE,
    WIDTH,
    Chart,
    distinct,
    room,
    short,
)
from trialway.results.table import Cell, Table
from trialway.vocabulary.dispersion import DISPERSION
from trialway.vocabulary.parameter import PARAMETER

_INTERVALS = (
    "confidence_80",
    "confidence_90",
    "confidence_95",
    "confidence_97_5",
    "confidence_99",
    "confidence_other",
)
_RANGES = (*_INTERVALS, "interquartile_range", "full_range")
_SPREADS = ("standard_deviation", "standard_error")
STEP, SPACING = 30, 12
MOST_ROWS = 12
MOST_GROUPS = 8


def outcome_picture(table: Table) -> Chart | None:
    """None when a number is missing, when the spread is not told, or when there is nothing to compare."""
    points = _points(table)
    if points is None:
        return None
    groups = distinct([column.title for column in table.columns])
    told = _told_in(table)
    values = [
        {"group": groups[group], "row": row, **{name: float(number) for name, number in point.items()}}
        for row, group, point in points
    ]
    rows = len({value["row"] for value in values})
    return Chart(
        short(table.title, 120),
        _described(table, told),
        room(WIDTH, groups, _height(rows, len(groups))),
        _spec(values, groups, told),
    )


def _height(rows: int, groups: int) -> int:
    """Each row has its heading where there are several."""
    one = STEP * groups
    return AXIS + (one if rows == 1 else rows * (one + 24) + (rows - 1) * SPACING)


def _points(table: Table) -> list[tuple[str, int, dict[str, Decimal]]] | None:
    if not 2 <= len(table.columns) <= MOST_GROUPS or not 1 <= len(table.rows) <= MOST_ROWS:
        return None
    rows = distinct([", ".join(filter(None, row.labels)) or "All" for row in table.rows])
    found = []
    for label, row in zip(rows, table.rows, strict=True):
        for group, cell in enumerate(row.cells):
            point = _point(table, cell)
            if point is None:
                return None
            found.append((label, group, point))
    told_apart = len({tuple(point.values()) for _, _, point in found}) > 1
    return found if told_apart else None


def _point(table: Table, cell: Cell | None) -> dict[str, Decimal] | None:
    if cell is None or cell.value.number is None or cell.value.bound:
        return None
    if table.parameter is not None and table.parameter.code == "count_of_participants":
        return None if cell.percent is None else {"value": cell.percent}
    code = table.dispersion.code if table.dispersion else None
    if code in _RANGES and cell.lower and cell.upper:
        if cell.lower.number is None or cell.upper.number is None:
            return None
        return {"value": cell.value.number, "lower": cell.lower.number, "upper": cell.upper.number}
    if code in _SPREADS and cell.spread and cell.spread.number is not None:
        spread = cell.spread.number
        return {
            "value": cell.value.number,
            "lower": cell.value.number - spread,
            "upper": cell.value.number + spread,
        }
    return None


def _told_in(table: Table) -> str:
    """What the axis counts, and what the lines beside the points are."""
    if table.parameter is not None and table.parameter.code == "count_of_participants":
        return "Percent of the people in each group"
    parameter = PARAMETER.words(table.parameter) if table.parameter else "Value"
    unit = f", {short(table.unit, 60)}" if table.unit else ""
    if table.dispersion is None:
        return f"{parameter}{unit}"
    spread = DISPERSION.words(table.dispersion)
    sign = "± one " if table.dispersion.code in _SPREADS else ""
    return f"{parameter}{unit} (lines: {sign}{spread[0].lower()}{spread[1:]})"


def _described(table: Table, told: str) -> str:
    return f"{told}. One line for each of {len(table.columns)} groups. The numbers stand in the table."


def _spec(values: list[dict[str, Any]], groups: list[str], told: str) -> dict[str, Any]:
    y = {"field": "group", "type": "nominal", "sort": groups, "title": None}
    axis = {"title": told, "titleLimit": WIDTH + 200}
    has_lines = "lower" in values[0]
    from_zero = not has_lines
    point = {
        "mark": {"type": "point", "filled": True, "size": 90, "color": ACCENT, "opacity": 1},
        "encoding": {
            "y": y,
            "x": {"field": "value", "type": "quantitative", "axis": axis, "scale": {"zero": from_zero}},
        },
    }
    line = {
        "mark": {"type": "rule", "strokeWidth": 2, "color": ACCENT},
        "encoding": {
            "y": y,
            "x": {"field": "lower", "type": "quantitative", "axis": axis, "scale": {"zero": False}},
            "x2": {"field": "upper"},
        },
    }
    layer = {"layer": [line, point] if has_lines else [point], "width": WIDTH, "height": {"step": STEP}}
    rows = list(dict.fromkeys(value["row"] for value in values))
    if len(rows) == 1:
        return {"data": {"values": values}, **layer}
    facet = {
        "field": "row",
        "type": "nominal",
        "sort": rows,
        "title": None,
        "header": {"labelAnchor": "start", "labelColor": INK},
    }
    return {
        "data": {"values": values},
        "facet": facet,
        "columns": 1,
        "spec": layer,
        "spacing": SPACING,
        "config": {"view": {"stroke": LINE}},
    }
