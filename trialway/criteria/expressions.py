"""What a criterion says, typed: the atoms that readers find and the logic that joins them.

readers ─▶ **expressions** ─▶ evaluate, sentences. Operators are named as in the field: and, or, not, cmp,
in, exists. An expression is of what the words say; which side the criterion stands on is for ``evaluate``.
"""

from typing import Literal, TypeAlias

from msgspec import Struct

Kind = Literal[
    "age",
    "sex",
    "healthy volunteers",
    "pregnancy",
    "contraception",
    "performance status",
    "time window",
    "laboratory value",
    "CNS metastases",
    "infection",
    "biomarker",
    "cancer spread",
    "prior lines",
    "prior treatment",
    "life expectancy",
    "measurable disease",
    "BMI",
    "NYHA class",
    "LVEF",
    "HbA1c",
    "kidney function",
    "language",
    "consent",
    "other trial",
    "condition",
    "medicine",
    "procedure",
    "stage",
    "allergy",
    "compliance",
    "judgement",
    "blood pressure",
    "CTCAE grade",
    "Child-Pugh class",
]
Operator = Literal["<", "<=", "=", ">=", ">"]
# "mixed": treatments and illnesses in one list, "cardiac surgery or stroke within 3 months".
WindowKind = Literal["wash-out", "progression window", "look-back", "recency", "mixed"]


class Expression(Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="op"):
    """Base of all expressions."""


class Compare(Expression, frozen=True, kw_only=True, omit_defaults=True, tag="cmp"):
    """A number against a limit: ``Compare(kind="age", variable="age", sign=">=", value=18, unit="year")``.

    ``unit`` is "" when the registry states none. ``times_limit``: the value is a multiple of the
    laboratory's own upper limit of normal. ``where`` narrows the people whom it is about ("with liver
    metastases").
    """

    kind: Kind
    variable: str
    sign: Operator
    value: float
    unit: str = ""
    times_limit: bool = False


class Among(Expression, frozen=True, kw_only=True, omit_defaults=True, tag="in"):
    """A grade or state among some: ``Among(kind="NYHA class", variable="nyha", values=("2", "3"))``."""

    kind: Kind
    variable: str
    values: tuple[str, ...]


class Exists(Expression, frozen=True, kw_only=True, omit_defaults=True, tag="exists"):
    """A state or a thing that is so: ``Exists(kind="infection", variable="hepatitis_b", where=("active",))``.

    ``where`` are the words that narrow it; a plain "yes" to the variable then leaves it open.
    """

    kind: Kind
    variable: str
    where: tuple[str, ...] = ()


class Has(Expression, frozen=True, kw_only=True, omit_defaults=True, tag="has"):
    """Something of the list of concepts that somebody has, takes or went through:
    ``Has(kind="condition", variable="condition:mesh:D001249", words="severe asthma", where=("severe",))``.

    ``words`` are those of the criterion, ``where`` what narrows them, ``perhaps`` what does so if words
    before
    a list hold for all of it. ``when``: now, ever (now or before),
    past, planned, or "unstated", where the criterion names it and it was not read what for. ``who``: the
    patient, or relatives.
    """

    kind: Kind
    variable: str
    words: str
    where: tuple[str, ...] = ()
    perhaps: tuple[str, ...] = ()
    when: Literal["now", "ever", "past", "planned", "unstated"] = "now"
    who: Literal["patient", "family"] = "patient"


class Within(Expression, frozen=True, kw_only=True, omit_defaults=True, tag="within"):
    """Something that happened within a time before now: ``what`` is the registry's own phrase.

    ``variable`` names the event when we know it ("live_vaccine"), else it is "".
    """

    window: WindowKind
    variable: str
    amount: float
    unit: Literal["hour", "day", "week", "month", "year"]
    what: str
    sign: Literal["<", "<="] = "<="
    kind: Kind = "time window"


class All(Expression, frozen=True, kw_only=True, omit_defaults=True, tag="and"):
    """Every part holds."""

    parts: tuple["Expr", ...]


class AnyOf(Expression, frozen=True, kw_only=True, omit_defaults=True, tag="or"):
    """At least one part holds."""

    parts: tuple["Expr", ...]


class AtLeast(Expression, frozen=True, kw_only=True, omit_defaults=True, tag="atleast"):
    """So many parts hold, or more."""

    count: int
    parts: tuple["Expr", ...]


class Not(Expression, frozen=True, kw_only=True, omit_defaults=True, tag="not"):
    """The part does not hold."""

    part: "Expr"


class Unread(Expression, frozen=True, kw_only=True, omit_defaults=True, tag="unread"):
    """Words that were not read: never yes, never no."""

    words: str


Atom: TypeAlias = Compare | Among | Exists | Has | Within
Expr: TypeAlias = Compare | Among | Exists | Has | Within | All | AnyOf | AtLeast | Not | Unread


def atoms_of(expression: Expr) -> tuple[Atom, ...]:
    """The atoms of an expression, in order."""
    match expression:
        case All(parts=parts) | AnyOf(parts=parts) | AtLeast(parts=parts):
            return tuple(atom for part in parts for atom in atoms_of(part))
        case Not(part=part):
            return atoms_of(part)
        case Unread():
            return ()
        case _:
            return (expression,)
