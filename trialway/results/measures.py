"""Baseline characteristics and outcome measures → tables: the same form, classes and categories as rows."""

from trialway.record_results import (
    Baseline,
    BaselineMeasure,
    Denominator,
    Group,
    Measure,
    MeasureClass,
    Measurement,
    OutcomeMeasure,
)
from trialway.results.numbers import ReportedValue, read_value
from trialway.results.table import Cell, Column, Count, Row, Table, percent_of

_COUNTS = {"count_of_participants", "count_of_units"}


def baseline_tables(baseline: Baseline) -> tuple[Table, ...]:
    """One table a characteristic."""
    columns = _columns(baseline.groups, baseline.denominators)
    return tuple(
        _table(f"baseline-{place}", measure, _with_counts(columns, measure.denominators))
        for place, measure in enumerate(baseline.measures, 1)
    )


def outcome_table(measure: OutcomeMeasure, place: int) -> Table:
    """The numbers of one outcome; ``place`` is its position in the record, from 1."""
    return _table(f"outcome-{place}", measure, _columns(measure.groups, measure.denominators))


def _table(key: str, measure: Measure, columns: tuple[Column, ...]) -> Table:
    counted = measure.parameter is not None and measure.parameter.code in _COUNTS
    return Table(
        key=key,
        title=measure.title or "Untitled measure",
        columns=columns,
        rows=tuple(
            row for each in measure.classes for row in _rows(each, columns, measure.counted_units, counted)
        ),
        label_names=("Part", "Category"),
        parameter=measure.parameter,
        dispersion=measure.dispersion,
        unit=measure.unit,
        notes=_notes(measure),
    )


def _notes(measure: Measure) -> tuple[str, ...]:
    """An outcome's description stands beside its table, a characteristic has no other place for it."""
    described = measure.description if isinstance(measure, BaselineMeasure) else None
    return tuple(note for note in (described, measure.population) if note)


def _rows(part: MeasureClass, columns: tuple[Column, ...], units: str | None, counted: bool) -> list[Row]:
    counts = (
        tuple(_count(part.denominators, column.id, units) for column in columns) if part.denominators else ()
    )
    rows = []
    for category in part.categories:
        by_group = {measurement.group: measurement for measurement in category.measurements}
        cells = tuple(
            _cell(by_group.get(column.id), column, counts[place] if counts else None, units, counted)
            for place, column in enumerate(columns)
        )
        rows.append(Row(labels=(part.title or "", category.title or ""), cells=cells))
    return rows or [Row(labels=(part.title or "", ""), cells=tuple(None for _ in columns))]


def _cell(
    measurement: Measurement | None, column: Column, own: Count | None, units: str | None, counted: bool
) -> Cell | None:
    """``own``: how many the row says were counted; where it says so it is told beside any number."""
    if measurement is None:
        return None
    value = read_value(measurement.value)
    out_of = _out_of(column, own, units)
    return Cell(
        value=value,
        spread=_stated(measurement.spread),
        lower=_stated(measurement.lower),
        upper=_stated(measurement.upper),
        out_of=out_of if counted or own else None,
        percent=percent_of(value, out_of) if counted else None,
        comment=measurement.comment,
    )


def _stated(text: str | None) -> ReportedValue | None:
    return read_value(text) if text is not None else None


def _columns(groups: tuple[Group, ...], denominators: tuple[Denominator, ...]) -> tuple[Column, ...]:
    columns = tuple(
        Column(id=group.id or str(place), title=group.title or "Group", description=group.description)
        for place, group in enumerate(groups)
    )
    return _with_counts(columns, denominators)


def _with_counts(columns: tuple[Column, ...], denominators: tuple[Denominator, ...]) -> tuple[Column, ...]:
    """The columns with the numbers of people of this table; without any they keep their own."""
    if not denominators:
        return columns
    return tuple(
        Column(
            id=column.id,
            title=column.title,
            description=column.description,
            counts=tuple(
                count for denominator in denominators if (count := _count((denominator,), column.id, None))
            ),
        )
        for column in columns
    )


def _count(denominators: tuple[Denominator, ...], group: str, units: str | None) -> Count | None:
    for denominator in denominators:
        if units is None or denominator.units == units or len(denominators) == 1:
            for count in denominator.counts:
                if count.group == group:
                    return Count(units=denominator.units or "Participants", value=read_value(count.value))
    return None


def _out_of(column: Column, own: Count | None, units: str | None) -> ReportedValue | None:
    """How many could have been counted: as the row says, else the column, in the units of the measure."""
    if own is not None:
        return own.value
    fitting = [count for count in column.counts if units is None or count.units == units] or list(
        column.counts
    )
    return fitting[0].value if fitting else None
