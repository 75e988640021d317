"""Participant flow → tables, one a period: who started, who reached what, who left and why."""

from collections.abc import Iterable

from trialway.record_results import FlowCount, ParticipantFlow, Period
from trialway.results.numbers import read_value
from trialway.results.table import Cell, Column, Row, Table
from trialway.vocabulary.coded import Coded
from trialway.vocabulary.milestone import MILESTONE


def flow_tables(flow: ParticipantFlow) -> tuple[Table, ...]:
    """The periods in the record's order."""
    columns = tuple(
        Column(id=group.id or str(place), title=group.title or "Group", description=group.description)
        for place, group in enumerate(flow.groups)
    )
    return tuple(_period(period, place, columns, flow) for place, period in enumerate(flow.periods, 1))


def _period(period: Period, place: int, columns: tuple[Column, ...], flow: ParticipantFlow) -> Table:
    rows = [_row((_milestone(each.kind),), each.counts, columns, each.comment) for each in period.milestones]
    rows += [
        _row(("Reason for leaving", each.reason or "Not stated"), each.counts, columns, each.comment)
        for each in period.withdrawals
    ]
    return Table(
        key=f"flow-{place}",
        title=period.title or f"Period {place}",
        columns=columns,
        rows=tuple(row if len(row.labels) == 2 else _widened(row) for row in rows),
        label_names=("Stage", "Reason"),
        unit=flow.units or "Participants",
    )


def _milestone(kind: Coded | None) -> str:
    """A milestone of the study's own stands as it is written."""
    if kind is None:
        return "Not stated"
    return MILESTONE.labels[kind.code] if kind.code else kind.raw


def _widened(row: Row) -> Row:
    return Row(labels=(*row.labels, ""), cells=row.cells, comment=row.comment)


def _row(
    labels: tuple[str, ...], counts: Iterable[FlowCount], columns: tuple[Column, ...], comment: str | None
) -> Row:
    by_group = {count.group: count for count in counts}
    return Row(
        labels=labels, cells=tuple(_cell(by_group.get(column.id)) for column in columns), comment=comment
    )


def _cell(count: FlowCount | None) -> Cell | None:
    """People, and how many units (eyes, teeth) they bring when a study counts those."""
    if count is None:
        return None
    units = read_value(count.units) if count.units else None
    return Cell(value=read_value(count.participants), events=units, comment=count.comment)
