"""The one form of all result tables: groups of people as columns, what was counted or measured as rows."""

from decimal import Decimal

from msgspec import Struct

from trialway.results.numbers import Value
from trialway.vocabulary.coded import Coded


class Part(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What is not stated is left out when written."""


class Count(Part, frozen=True):
    """How many of a group were counted, in participants or other units."""

    units: str
    value: Value


class Column(Part, frozen=True):
    """A group of people. ``id`` is the record's own, unique within the table."""

    id: str
    title: str
    description: str | None = None
    counts: tuple[Count, ...] = ()


class Cell(Part, frozen=True):
    """A number and what belongs to it.

    ``spread`` or ``lower`` and ``upper`` are of the table's dispersion. ``out_of``: how many could have been
    counted; ``percent``: the share of it that the value is, worked out by us. ``events``: how often, where
    ``value`` says how many people.
    """

    value: Value
    spread: Value | None = None
    lower: Value | None = None
    upper: Value | None = None
    out_of: Value | None = None
    percent: Decimal | None = None
    events: Value | None = None
    comment: str | None = None


class Row(Part, frozen=True):
    """``labels`` from the outside in, such as time and category; a cell is None where there is none."""

    labels: tuple[str, ...]
    cells: tuple[Cell | None, ...]
    comment: str | None = None


class Table(Part, frozen=True):
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


def percent_of(value: Value, out_of: Value | None) -> Decimal | None:
    """The share in percent, to one decimal; None where it cannot be worked out or says nothing."""
    if value.number is None or value.bound or out_of is None or not out_of.number or out_of.number <= 0:
        return None
    return (100 * value.number / out_of.number).quantize(Decimal("0.1"))
