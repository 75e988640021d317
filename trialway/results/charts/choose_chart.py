"""Which picture belongs to a table of the results, by its key: Reported ─▶ **chosen** ─▶ Picture."""

from trialway.results.charts.baseline import baseline_picture
from trialway.results.charts.events import events_picture
from trialway.results.charts.flow import flow_picture
from trialway.results.charts.forest import forest_picture
from trialway.results.charts.outcome import outcome_picture
from trialway.results.charts.svg import Chart
from trialway.results.reported import Reported
from trialway.results.table import Table

COMPARISON = "-comparison"
_DRAWN = {
    "flow": flow_picture,
    "baseline": baseline_picture,
    "outcome": outcome_picture,
    "events": events_picture,
}


def chart_of(table: Table) -> Chart | None:
    """The picture of a table; None when its numbers do not support one."""
    kind = table.key.partition("-")[0]
    if table.key == "events-totals":
        return None
    return _DRAWN[kind](table)


def chart(report: Reported, key: str) -> Chart | None:
    """The picture under a key: a table's own, or with ``-comparison`` behind it an outcome's forest plot."""
    if key.endswith(COMPARISON):
        outcome = report.outcome(key.removesuffix(COMPARISON))
        return forest_picture(outcome[0]) if outcome else None
    table = report.table(key)
    return chart_of(table) if table else None
