"""Participant flow → tables, one a period: who started, who reached what, who left and why."""

from collections.abc import Iterable

from trialway.results.shape import FlowCount, FlowPeriod, ParticipantFlow
from trialway.results.table import Cell, Column, Row, Table
from trialway.results.values import read_value

# The registry's own words for the points that every period has.
MILESTONES = {"STARTED": "Started", "COMPLETED": "Completed", "NOT COMPLETED": "Did not complete"}


def flow_tables(flow: ParticipantFlow) -> tuple[Table, ...]:
    """The periods in the record's order."""
    columns = tuple(
        Column(id=group.id or str(place), title=group.title or "Group", description=group.description)
        for place, group in enumerate(flow.groups)
    )
    return tuple(_period(period, place, columns, flow) for place, period in enumerate(flow.periods, 1))


def _period(period: FlowPeriod, place: int, columns: tuple[Column, ...], flow: ParticipantFlow) -> Table:
    rows = [
        _row((_milestone(each.type),), each.achievements, columns, each.comment) for each in period.milestones
    ]
    rows += [
        _row(("Reason for leaving", each.type or "Not stated"), each.reasons, columns, each.comment)
        for each in period.drop_withdraws
    ]
    return Table(
        key=f"flow-{place}",
        title=period.title or f"Period {place}",
        columns=columns,
        rows=tuple(row if len(row.labels) == 2 else _widened(row) for row in rows),
        label_names=("Stage", "Reason"),
        unit=flow.type_units_analyzed or "Participants",
    )


def _milestone(kind: str | None) -> str:
    return MILESTONES.get(kind or "", kind or "Not stated")


def _widened(row: Row) -> Row:
    return Row(labels=(*row.labels, ""), cells=row.cells, comment=row.comment)


def _row(
    labels: tuple[str, ...], counts: Iterable[FlowCount], columns: tuple[Column, ...], comment: str | None
) -> Row:
    by_group = {count.group_id: count for count in counts}
    return Row(
        labels=labels, cells=tuple(_cell(by_group.get(column.id)) for column in columns), comment=comment
    )


def _cell(count: FlowCount | None) -> Cell | None:
    """People, and how many units (eyes, teeth) they bring when a study counts those."""
    if count is None:
        return None
    units = read_value(count.num_units) if count.num_units else None
    return Cell(value=read_value(count.num_subjects), events=units, comment=count.comment)
