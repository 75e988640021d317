"""The answers of a person: variable → value. A missing answer is unknown, never "no"."""

from collections.abc import Mapping

from msgspec import Struct

from trialway.criteria.units import canonical, days


class Quantity(Struct, frozen=True):
    """A measured value; ``upper_limit`` is the laboratory's own upper limit of normal, in the same unit."""

    value: float
    unit: str = ""
    upper_limit: float | None = None


Answer = bool | int | float | str | tuple[str, ...] | Quantity
Answers = Mapping[str, Answer]


def span_of_age(answer: Answer) -> tuple[float, float] | None:
    """The days between which an age lies: somebody of 18 years has lived 18 to 19 years. A fraction of a
    year is exact."""
    age = (
        Quantity(float(answer), "year")
        if isinstance(answer, int | float) and not isinstance(answer, bool)
        else answer
    )
    if not isinstance(age, Quantity):
        return None
    unit = age.unit or "year"
    length = days(1, unit) if age.value == int(age.value) else 0.0
    return days(age.value, unit), days(age.value, unit) + length


def number_in(answer: Answer, variable: str, unit: str) -> tuple[float, float] | None:
    """The answer in the variable's canonical unit, and the factor of ``unit`` to it; None when the two
    cannot be compared."""
    if isinstance(answer, bool | str | tuple):
        return None
    # A plain number is in the unit of the limit; HbA1c has two in use, and is in percent then.
    given = (
        answer
        if isinstance(answer, Quantity)
        else Quantity(float(answer), "%" if variable == "hba1c" else unit)
    )
    value = canonical(variable, given.value, given.unit)
    one = canonical(variable, 1.0, unit)
    return None if value is None or one is None else (value, one)
