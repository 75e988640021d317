"""Adverse events as dots, one line an event, one dot a group; the largest differences first."""

from decimal import Decimal

from trialway.results.charts.svg import (
    AXIS,
    LINE,
    SERIES,
    SOFT,
    WIDTH,
    Chart,
    distinct,
    room,
)
from trialway.results.table import Row, Table

MOST_EVENTS = 20
PLOT, STEP = WIDTH - 120, 24
MOST_GROUPS = 6


def events_picture(table: Table) -> Chart | None:
    """The events that most differ between groups, in percent of those at risk; None for one group."""
    if not 2 <= len(table.columns) <= MOST_GROUPS:
        return None
    rows = [(row, shares) for row in table.rows if (shares := _shares(row)) is not None]
    rows.sort(key=lambda pair: (-(max(pair[1]) - min(pair[1])), -max(pair[1]), pair[0].labels))
    chosen = rows[:MOST_EVENTS]
    if len(chosen) < 2:
        return None
    groups = distinct([column.title for column in table.columns])
    events = distinct([row.labels[-1] for row, _ in chosen])
    values = [
        {"event": event, "group": group, "percent": float(share)}
        for event, (_, shares) in zip(events, chosen, strict=True)
        for group, share in zip(groups, shares, strict=True)
    ]
    cut = (
        f"the {len(chosen)} that differ most"
        if len(table.rows) > len(chosen)
        else "the largest difference first"
    )
    described = f"Percent of the people at risk with each event, group by group, {cut}. The table has all."
    x = {
        "field": "percent",
        "type": "quantitative",
        "title": "Percent of the people at risk",
        "scale": {"domainMin": 0},
    }
    y = {
        "field": "event",
        "type": "nominal",
        "sort": events,
        "title": None,
        "axis": {"grid": True, "gridColor": LINE},
    }
    color = {
        "field": "group",
        "type": "nominal",
        "sort": groups,
        "title": None,
        "scale": {"domain": groups, "range": list(SERIES[: len(groups)])},
    }
    shape = {"field": "group", "type": "nominal", "sort": groups, "title": None, "scale": {"domain": groups}}
    span = {
        "mark": {"type": "line", "color": SOFT, "strokeWidth": 1},
        "encoding": {"x": x, "y": y, "detail": {"field": "event"}},
    }
    dots = {
        "mark": {"type": "point", "filled": True, "size": 80, "opacity": 1},
        "encoding": {"x": x, "y": y, "color": color, "shape": shape},
    }
    spec = {"data": {"values": values}, "layer": [span, dots], "width": PLOT, "height": {"step": STEP}}
    legend = 16 + 16 * len(groups)
    size = room(PLOT, events, AXIS + STEP * len(events) + legend)
    return Chart(table.title, described, size, spec)


def _shares(row: Row) -> list[Decimal] | None:
    shares = [cell.percent if cell else None for cell in row.cells]
    return (
        None if any(share is None for share in shares) else [share for share in shares if share is not None]
    )
