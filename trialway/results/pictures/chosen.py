"""Which picture belongs to a table of the results, by its key: Reported ─▶ **chosen** ─▶ Picture."""

from trialway.results.pictures.baseline import baseline_picture
from trialway.results.pictures.events import events_picture
from trialway.results.pictures.flow import flow_picture
from trialway.results.pictures.forest import forest_picture
from trialway.results.pictures.outcome import outcome_picture
from trialway.results.pictures.svg import Picture
from trialway.results.reported import Reported
from trialway.results.table import Table

COMPARISON = "-comparison"
_DRAWN = {
    "flow": flow_picture,
    "baseline": baseline_picture,
    "outcome": outcome_picture,
    "events": events_picture,
}


def picture_of(table: Table) -> Picture | None:
    """The picture of a table; None when its numbers do not support one."""
    kind = table.key.partition("-")[0]
    if table.key == "events-totals":
        return None
    return _DRAWN[kind](table)


def picture(report: Reported, key: str) -> Picture | None:
    """The picture under a key: a table's own, or with ``-comparison`` behind it an outcome's forest plot."""
    if key.endswith(COMPARISON):
        outcome = report.outcome(key.removesuffix(COMPARISON))
        return forest_picture(outcome[0]) if outcome else None
    table = report.table(key)
    return picture_of(table) if table else None
