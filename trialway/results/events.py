"""Adverse events → tables: totals, serious and other events; people affected out of people at risk."""

from collections import Counter
from functools import lru_cache

from msgspec.structs import replace

from trialway.results.shape import AdverseEvent, AdverseEvents, EventGroup, EventStats
from trialway.results.table import Cell, Column, Row, Table, percent_of
from trialway.results.values import Value, read_value
from trialway.vocabulary.event_assessment import EVENT_ASSESSMENT


def event_totals(events: AdverseEvents) -> Table | None:
    """Deaths from any cause, people with a serious event, people with another event."""
    if not events.event_groups:
        return None
    lines = (
        ("Deaths from any cause", "deaths_num_affected", "deaths_num_at_risk"),
        ("People with at least one serious event", "serious_num_affected", "serious_num_at_risk"),
        ("People with at least one other event", "other_num_affected", "other_num_at_risk"),
    )
    rows = tuple(
        Row(
            labels=(label,),
            cells=tuple(
                _share(getattr(group, affected), getattr(group, at_risk)) for group in events.event_groups
            ),
        )
        for label, affected, at_risk in lines
    )
    return Table(
        key="events-totals",
        title="Deaths and people with adverse events",
        columns=_columns(events.event_groups),
        rows=rows,
        label_names=("What happened",),
        unit="Participants",
    )


def event_table(events: AdverseEvents, kind: str) -> Table | None:
    """The ``serious`` or the ``other`` events, in the record's order; None when there are none."""
    listed = events.serious_events if kind == "serious" else events.other_events
    if not listed:
        return None
    columns = _columns(events.event_groups)
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
    ranked = sorted(events.other_events, key=lambda event: -max(map(_touched, event.stats), default=0))
    return event_table(replace(events, other_events=tuple(ranked[:most])), "other")


def _touched(stats: EventStats) -> float:
    return stats.num_affected / stats.num_at_risk if stats.num_affected and stats.num_at_risk else 0.0


def _ways(events: tuple[AdverseEvent, ...]) -> tuple[str, ...]:
    """How events were named and collected; where there are several ways, with the number of events."""
    ways = Counter((event.source_vocabulary, event.assessment_type) for event in events)
    return tuple(
        f"{_way(*way)}{f' ({count} of the events)' if len(ways) > 1 else ''}"
        for way, count in ways.items()
        if any(way)
    )


def _way(vocabulary: str | None, assessment: str | None) -> str:
    collected = EVENT_ASSESSMENT.words(EVENT_ASSESSMENT.read("ctgov", assessment)) if assessment else ""
    return "; ".join(filter(None, (f"Terms of {vocabulary}" if vocabulary else "", collected)))


def _row(event: AdverseEvent, columns: tuple[Column, ...]) -> Row:
    by_group = {stats.group_id: stats for stats in event.stats}
    return Row(
        labels=(event.organ_system or "Not stated", event.term or "Not stated"),
        cells=tuple(_cell(by_group.get(column.id)) for column in columns),
        comment=event.notes,
    )


def _cell(stats: EventStats | None) -> Cell | None:
    if stats is None:
        return None
    cell = _share(stats.num_affected, stats.num_at_risk)
    events = _value(stats.num_events) if stats.num_events is not None else None
    if cell is None:
        return Cell(value=Value(""), events=events) if events else None
    return Cell(value=cell.value, out_of=cell.out_of, percent=cell.percent, events=events)


def _share(affected: int | None, at_risk: int | None) -> Cell | None:
    if affected is None and at_risk is None:
        return None
    value, out_of = _value(affected), _value(at_risk) if at_risk is not None else None
    return Cell(value=value, out_of=out_of, percent=percent_of(value, out_of))


@lru_cache(maxsize=10_000)
def _value(number: int | None) -> Value:
    return read_value(None if number is None else str(number))


def _columns(groups: tuple[EventGroup, ...]) -> tuple[Column, ...]:
    return tuple(
        Column(id=group.id or str(place), title=group.title or "Group", description=group.description)
        for place, group in enumerate(groups)
    )
