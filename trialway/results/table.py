"""The one form of all result tables: groups of people as columns, what was counted or measured as rows."""

from decimal import Decimal

from msgspec import Struct

from trialway.results.numbers import ReportedValue
from trialway.vocabulary.coded import Coded


class TablePart(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What is not stated is left out when written."""


class Count(TablePart, frozen=True):
    """How many of a group were counted, in participants or other units."""

    units: str
    value: ReportedValue


class Column(TablePart, frozen=True):
    """A group of people. ``id`` is the record's own, unique within the table."""

    id: str
    title: str
    description: str | None = None
    counts: tuple[Count, ...] = ()


class Cell(TablePart, frozen=True):
    """A number and what belongs to it.

    ``spread`` or ``lower`` and ``upper`` are of the table's dispersion. ``out_of``: how many could have been
    counted; ``percent``: the share of it that the value is, worked out by us. ``events``: how often, where
    ``value`` says how many people.
    """

    value: ReportedValue
    spread: ReportedValue | None = None
    lower: ReportedValue | None = None
    upper: ReportedValue | None = None
    out_of: ReportedValue | None = None
    percent: Decimal | None = None
    events: ReportedValue | None = None
    comment: str | None = None


class Row(TablePart, frozen=True):
    """``labels`` from the outside in, such as time and category; a cell is None where there is none."""

    labels: tuple[str, ...]
    cells: tuple[Cell | None, ...]
    comment: str | None = None


class Table(TablePart, frozen=True):
    """``key`` is for addresses, ``label_names`` head the labels, ``notes`` are the record's words."""

    key: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    label_names: tuple[str, ...] = ("",)
    parameter: Coded | None = None
    dispersion: Coded | None = None
    unit: str | None = None
    notes: tuple[str, ...] = ()


def percent_of(value: ReportedValue, out_of: ReportedValue | None) -> Decimal | None:
    """The share in percent, to one decimal; None where it cannot be worked out or says nothing."""
    if value.number is None or value.bound or out_of is None or not out_of.number or out_of.number <= 0:
        return None
    return (100 * value.number / out_of.number).quantize(Decimal("0.1"))
