"""Adverse events → tables: totals, serious and other events; people affected out of people at risk."""

from collections import Counter
from functools import lru_cache

from msgspec.structs import replace

from trialway.record_results import AdverseEvent, AdverseEvents, Affected, EventCount, EventGroup
from trialway.results.numbers import ReportedValue, read_value
from trialway.results.table import Cell, Column, Row, Table, percent_of
from trialway.vocabulary.coded import Coded
from trialway.vocabulary.event_assessment import EVENT_ASSESSMENT


def event_totals(events: AdverseEvents) -> Table | None:
    """Deaths from any cause, people with a serious event, people with another event."""
    if not events.groups:
        return None
    lines = (
        ("Deaths from any cause", [group.deaths for group in events.groups]),
        ("People with at least one serious event", [group.serious for group in events.groups]),
        ("People with at least one other event", [group.other for group in events.groups]),
    )
    rows = tuple(Row(labels=(label,), cells=tuple(map(_share, counts))) for label, counts in lines)
    return Table(
        key="events-totals",
        title="Deaths and people with adverse events",
        columns=_columns(events.groups),
        rows=rows,
        label_names=("What happened",),
        unit="Participants",
    )


def event_table(events: AdverseEvents, kind: str) -> Table | None:
    """The ``serious`` or the ``other`` events, in the record's order; None when there are none."""
    listed = events.serious if kind == "serious" else events.other
    if not listed:
        return None
    columns = _columns(events.groups)
    return Table(
        key=f"events-{kind}",
        title="Serious adverse events" if kind == "serious" else "Other adverse events",
        columns=columns,
        rows=tuple(_row(event, columns) for event in listed),
        label_names=("Organ system", "Event"),
        unit="Participants",
        notes=_ways(listed),
    )


def most_frequent(events: AdverseEvents, most: int) -> Table | None:
    """Of the table of other events the rows that touched the largest share of any group."""
    people = Counter[str | None]()
    for count in (count for event in events.other for count in event.counts):
        people[count.group] = max(people[count.group], count.at_risk or 0)

    def largest(event: AdverseEvent) -> float:
        # A share of the few who were asked about one event is no share of their group.
        counts = [count for count in event.counts if 2 * (count.at_risk or 0) >= people[count.group]]
        return max(map(_touched, counts), default=0)

    ranked = sorted(events.other, key=lambda event: -largest(event))
    return event_table(replace(events, other=tuple(ranked[:most])), "other")


def _touched(count: EventCount) -> float:
    return count.affected / count.at_risk if count.affected and count.at_risk else 0.0


def _ways(events: tuple[AdverseEvent, ...]) -> tuple[str, ...]:
    """How events were named and collected; where there are several ways, with the number of events."""
    ways = Counter((event.vocabulary, event.assessment) for event in events)
    return tuple(
        f"{_way(*way)}{f' ({count} of the events)' if len(ways) > 1 else ''}"
        for way, count in ways.items()
        if any(way)
    )


def _way(vocabulary: str | None, assessment: Coded | None) -> str:
    collected = EVENT_ASSESSMENT.words(assessment) if assessment else ""
    return "; ".join(filter(None, (f"Terms of {vocabulary}" if vocabulary else "", collected)))


def _row(event: AdverseEvent, columns: tuple[Column, ...]) -> Row:
    by_group = {count.group: count for count in event.counts}
    return Row(
        labels=(event.organ_system or "Not stated", event.term or "Not stated"),
        cells=tuple(_cell(by_group.get(column.id)) for column in columns),
        comment=event.notes,
    )


def _cell(count: EventCount | None) -> Cell | None:
    if count is None:
        return None
    cell = _share(count)
    events = _value(count.events) if count.events is not None else None
    if cell is None:
        return Cell(value=ReportedValue(""), events=events) if events else None
    return Cell(value=cell.value, out_of=cell.out_of, percent=cell.percent, events=events)


def _share(count: Affected | EventCount) -> Cell | None:
    if count.affected is None and count.at_risk is None:
        return None
    value, out_of = _value(count.affected), _value(count.at_risk) if count.at_risk is not None else None
    return Cell(value=value, out_of=out_of, percent=percent_of(value, out_of))


@lru_cache(maxsize=10_000)
def _value(number: int | None) -> ReportedValue:
    return read_value(None if number is None else str(number))


def _columns(groups: tuple[EventGroup, ...]) -> tuple[Column, ...]:
    return tuple(
        Column(id=group.id or str(place), title=group.title or "Group", description=group.description)
        for place, group in enumerate(groups)
    )
