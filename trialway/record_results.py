"""What a registry publishes of a trial's results: raw results ─▶ **TrialResults** ─▶ tables, sentences.

Neutral between registries and frozen, as ``record.py`` is. Numbers are kept as they are written ("NA",
"<0.001"); ``results/numbers.py`` reads them. ``group`` is always the ``id`` of a group in the same part.
"""

from trialway.record import LeftOut, RecordPart
from trialway.vocabulary.coded import Coded
from trialway.vocabulary.dates import StatedDate


class Group(RecordPart, frozen=True):
    """People who are told of together. ``id``: unique within its part of the results."""

    id: str | None = None
    title: str | None = None
    description: str | None = None


class FlowCount(RecordPart, frozen=True):
    """How many people of a group, and how many units (eyes, teeth) they bring."""

    group: str | None = None
    participants: str | None = None
    units: str | None = None
    comment: str | None = None


class Milestone(RecordPart, frozen=True):
    """A point that people reached: started, completed, not completed, or the study's own."""

    kind: Coded | None = None
    comment: str | None = None
    counts: tuple[FlowCount, ...] = ()


class Withdrawal(RecordPart, frozen=True):
    """A reason for which people left, in the record's words."""

    reason: str | None = None
    comment: str | None = None
    counts: tuple[FlowCount, ...] = ()


class Period(RecordPart, frozen=True):
    """A stage of the study."""

    title: str | None = None
    milestones: tuple[Milestone, ...] = ()
    withdrawals: tuple[Withdrawal, ...] = ()


class ParticipantFlow(RecordPart, frozen=True):
    """Who started, who completed, who left and why. ``units``: what is counted where it is not people."""

    recruitment: str | None = None
    before_assignment: str | None = None
    units: str | None = None
    groups: tuple[Group, ...] = ()
    periods: tuple[Period, ...] = ()


class GroupCount(RecordPart, frozen=True):
    """How many of a group were counted."""

    group: str | None = None
    value: str | None = None


class Denominator(RecordPart, frozen=True):
    """How many were counted in each group, in participants or other units."""

    units: str | None = None
    counts: tuple[GroupCount, ...] = ()


class Measurement(RecordPart, frozen=True):
    """One number with its spread or its limits."""

    group: str | None = None
    value: str | None = None
    spread: str | None = None
    lower: str | None = None
    upper: str | None = None
    comment: str | None = None


class Category(RecordPart, frozen=True):
    """A line of a class."""

    title: str | None = None
    measurements: tuple[Measurement, ...] = ()


class MeasureClass(RecordPart, frozen=True):
    """A part of a measure: a time, a subgroup."""

    title: str | None = None
    denominators: tuple[Denominator, ...] = ()
    categories: tuple[Category, ...] = ()


class Measure(RecordPart, frozen=True):
    """Something that was counted or measured. ``unit``: of the numbers; ``counted_units``: of the
    denominators that they refer to."""

    title: str | None = None
    description: str | None = None
    population: str | None = None
    parameter: Coded | None = None
    dispersion: Coded | None = None
    unit: str | None = None
    calculate_percent: bool | None = None
    counted_units: str | None = None
    denominators: tuple[Denominator, ...] = ()
    classes: tuple[MeasureClass, ...] = ()


class BaselineMeasure(Measure, frozen=True):
    """Something that was known of people at the start."""


class Baseline(RecordPart, frozen=True):
    """Who took part. ``units``: what was counted where it was not people."""

    population: str | None = None
    units: str | None = None
    groups: tuple[Group, ...] = ()
    denominators: tuple[Denominator, ...] = ()
    measures: tuple[BaselineMeasure, ...] = ()


class Interval(RecordPart, frozen=True):
    """A confidence interval; ``percent`` is its level ("95")."""

    percent: str | None = None
    sides: Coded | None = None
    lower: str | None = None
    upper: str | None = None
    lower_comment: str | None = None
    upper_comment: str | None = None


class Analysis(RecordPart, frozen=True):
    """A statistical comparison. ``estimate`` names what was estimated, ``value`` is the estimate."""

    groups: tuple[str, ...] = ()
    compared: str | None = None
    estimate: str | None = None
    value: str | None = None
    estimate_comment: str | None = None
    interval: Interval = Interval()
    dispersion: Coded | None = None
    dispersion_value: str | None = None
    p_value: str | None = None
    p_value_comment: str | None = None
    method: str | None = None
    method_comment: str | None = None
    comparison: Coded | None = None
    comparison_comment: str | None = None
    tested_non_inferiority: bool | None = None
    other: str | None = None


class OutcomeMeasure(Measure, frozen=True):
    """Something that was measured to answer the study's question. ``posting_expected``: where its numbers
    are not there yet."""

    kind: Coded | None = None
    time_frame: str | None = None
    reporting: Coded | None = None
    posting_expected: StatedDate | None = None
    units: str | None = None
    groups: tuple[Group, ...] = ()
    analyses: tuple[Analysis, ...] = ()


class Affected(RecordPart, frozen=True):
    """People affected out of people at risk."""

    affected: int | None = None
    at_risk: int | None = None


class EventGroup(Group, frozen=True):
    """A group whose adverse events are told, with its totals."""

    deaths: Affected = Affected()
    serious: Affected = Affected()
    other: Affected = Affected()


class EventCount(RecordPart, frozen=True):
    """How many people of a group had an event, and how often it happened."""

    group: str | None = None
    events: int | None = None
    affected: int | None = None
    at_risk: int | None = None


class AdverseEvent(RecordPart, frozen=True):
    """An event that happened, whatever caused it. ``vocabulary``: whose terms name it (MedDRA)."""

    term: str | None = None
    organ_system: str | None = None
    vocabulary: str | None = None
    assessment: Coded | None = None
    notes: str | None = None
    counts: tuple[EventCount, ...] = ()


class AdverseEvents(RecordPart, frozen=True):
    """What happened to people's health during the study. ``threshold``: percent from which other events
    are listed."""

    time_frame: str | None = None
    description: str | None = None
    threshold: str | None = None
    deaths_comment: str | None = None
    groups: tuple[EventGroup, ...] = ()
    serious: tuple[AdverseEvent, ...] = ()
    other: tuple[AdverseEvent, ...] = ()


class Agreement(RecordPart, frozen=True):
    """What the sponsor and the investigators agreed about publishing."""

    investigator_is_employee: bool | None = None
    restricts: bool | None = None
    restriction: Coded | None = None
    details: str | None = None


class ResultsContact(RecordPart, frozen=True):
    """Whom to ask about the results."""

    title: str | None = None
    organisation: str | None = None
    email: str | None = None
    phone: str | None = None
    phone_extension: str | None = None


class TrialResults(RecordPart, frozen=True):
    """One registry's results of one trial. ``left_out``: values that are not of the kind their field
    promises."""

    flow: ParticipantFlow = ParticipantFlow()
    baseline: Baseline = Baseline()
    outcomes: tuple[OutcomeMeasure, ...] = ()
    events: AdverseEvents = AdverseEvents()
    limitations: str | None = None
    agreement: Agreement = Agreement()
    contact: ResultsContact = ResultsContact()
    left_out: tuple[LeftOut, ...] = ()
