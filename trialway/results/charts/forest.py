"""Comparisons as a forest plot: estimates, intervals, the line of no effect; ratios on a log scale."""

from typing import Any

from trialway.record_results import Analysis, OutcomeMeasure
from trialway.results.charts.svg import (
    ACCENT,
    AXIS,
    SOFT,
    WIDTH,
    Chart,
    distinct,
    room,
    short,
)
from trialway.results.numbers import read_number

_RATIOS = ("hazard ratio", "odds ratio", "risk ratio", "rate ratio", "relative risk", "ratio of")
_DIFFERENCES = ("difference",)
STEP = 32
MOST = 20


def forest_picture(measure: OutcomeMeasure) -> Chart | None:
    """Only comparisons of one kind of estimate, all with both limits; ratios must be above zero."""
    kinds = {_kind(analysis) for analysis in measure.analyses}
    names = {(analysis.estimate or "").casefold() for analysis in measure.analyses}
    if len(kinds) != 1 or len(names) != 1 or not 1 <= len(measure.analyses) <= MOST:
        return None
    kind = kinds.pop()
    values = [_value(measure, analysis, kind) for analysis in measure.analyses]
    if kind is None or any(value is None for value in values):
        return None
    labels = distinct([value["label"] for value in values if value])
    rows = [{**value, "label": label} for value, label in zip(values, labels, strict=True) if value]
    estimate = measure.analyses[0].estimate or ""
    level = {analysis.interval.percent for analysis in measure.analyses}
    interval = (
        f"{level.pop()}% confidence interval"
        if len(level) == 1 and None not in level
        else "confidence interval"
    )
    told = f"{short(estimate, 60)} (lines: {interval})"
    title = f"{short(estimate, 60)}: {short(measure.title or 'comparison', 90)}"
    no_effect = "1" if kind == "ratio" else "0"
    described = f"{told}. The dashed line at {no_effect} stands for no difference. The table has the numbers."
    size = room(WIDTH, labels, AXIS + 1 + STEP * len(labels))
    return Chart(title, described, size, _spec(rows, labels, told, kind))


def _kind(analysis: Analysis) -> str | None:
    name = (analysis.estimate or "").casefold()
    if any(word in name for word in _RATIOS):
        return "ratio"
    return "difference" if any(word in name for word in _DIFFERENCES) else None


def _value(measure: OutcomeMeasure, analysis: Analysis, kind: str | None) -> dict[str, Any] | None:
    stated = (analysis.value, analysis.interval.lower, analysis.interval.upper)
    numbers = [read_number(text) if text else None for text in stated]
    if any(number is None or (kind == "ratio" and number <= 0) for number in numbers):
        return None
    value, lower, upper = (float(number) for number in numbers if number is not None)
    titles = {group.id: group.title or "" for group in measure.groups}
    label = " and ".join(filter(None, (titles.get(group) for group in analysis.groups))) or "Comparison"
    return {"label": label, "value": value, "lower": lower, "upper": upper}


def _spec(rows: list[dict[str, Any]], labels: list[str], told: str, kind: str) -> dict[str, Any]:
    y = {"field": "label", "type": "nominal", "sort": labels, "title": None}
    scale = {"type": "log"} if kind == "ratio" else {"zero": False}
    axis = {"title": told, "titleLimit": WIDTH + 200}
    return {
        "width": WIDTH,
        "height": {"step": STEP},
        "layer": [
            {
                "data": {"values": [{"none": 1 if kind == "ratio" else 0}]},
                "mark": {"type": "rule", "strokeDash": [4, 4], "color": SOFT},
                "encoding": {"x": {"field": "none", "type": "quantitative", "scale": scale, "axis": axis}},
            },
            {
                "data": {"values": rows},
                "mark": {"type": "rule", "strokeWidth": 2, "color": ACCENT},
                "encoding": {
                    "y": y,
                    "x": {"field": "lower", "type": "quantitative", "scale": scale, "axis": axis},
                    "x2": {"field": "upper"},
                },
            },
            {
                "data": {"values": rows},
                "mark": {"type": "square", "size": 90, "color": ACCENT, "opacity": 1},
                "encoding": {
                    "y": y,
                    "x": {"field": "value", "type": "quantitative", "scale": scale, "axis": axis},
                },
            },
        ],
    }
