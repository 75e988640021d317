"""A characteristic that was counted, as bars: the share of each category in each group."""

from trialway.results.charts.svg import (
    ACCENT,
    WIDTH,
    Chart,
    distinct,
    room,
    short,
)
from trialway.results.table import Table

MOST_CATEGORIES = 10
PLOT, STEP, SPACING = WIDTH - 160, 22, 10
MOST_GROUPS = 8


def baseline_picture(table: Table) -> Chart | None:
    """Only for counts of people in two or more categories, every share known."""
    counted = table.parameter is not None and table.parameter.code == "count_of_participants"
    if (
        not counted
        or not 2 <= len(table.rows) <= MOST_CATEGORIES
        or not 1 <= len(table.columns) <= MOST_GROUPS
    ):
        return None
    categories = distinct([", ".join(filter(None, row.labels)) or "All" for row in table.rows])
    groups = distinct([column.title for column in table.columns])
    values = []
    ends = [0.0]
    for category, row in zip(categories, table.rows, strict=True):
        for group, cell in zip(groups, row.cells, strict=True):
            if cell is None or cell.percent is None:
                return None
            label, percent = f"{cell.value.text} ({cell.percent}%)", float(cell.percent)
            values.append({"category": category, "group": group, "percent": percent, "label": label})
            ends.append(percent / 100 * PLOT + 5 + 7 * len(label))
    x = {
        "field": "percent",
        "type": "quantitative",
        "title": None,
        "scale": {"domain": [0, 100]},
        "axis": None,
    }
    y = {"field": "category", "type": "nominal", "sort": categories, "title": None}
    bars = {"mark": {"type": "bar", "color": ACCENT, "height": 12}, "encoding": {"x": x, "y": y}}
    numbers = {
        "mark": {"type": "text", "align": "left", "dx": 5},
        "encoding": {"x": x, "y": y, "text": {"field": "label"}},
    }
    facet = {
        "field": "group",
        "type": "nominal",
        "sort": groups,
        "title": None,
        "header": {"labelAnchor": "start"},
    }
    spec = {
        "data": {"values": values},
        "facet": facet,
        "columns": 1,
        "spacing": SPACING,
        "spec": {"layer": [bars, numbers], "width": PLOT, "height": {"step": STEP}},
    }
    described = (
        f"Number and percent of people in {len(categories)} categories, group by group, as in the table."
    )
    height = 16 + len(groups) * (STEP * len(categories) + 24) + (len(groups) - 1) * SPACING
    size = room(max(PLOT, round(max(ends))), categories, height)
    return Chart(short(table.title, 120), described, size, spec)
