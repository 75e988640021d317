"""The results section as the API gives it (v2.0.5): raw bytes ─▶ **schema** ─▶ TrialResults.

The smallest and most frequent parts are read straight into Trialway's own shape: only their names differ.
"""

from msgspec import field

from trialway import record_results as neutral
from trialway.registries.ctgov.schema import Count, Shape


class FlowCount(neutral.FlowCount, frozen=True, gc=False):
    """How many of a group."""

    group: str | None = field(default=None, name="groupId")
    participants: str | None = field(default=None, name="numSubjects")
    units: str | None = field(default=None, name="numUnits")


class FlowMilestone(Shape, frozen=True):
    """A point that people reached: STARTED, COMPLETED, NOT COMPLETED or the study's own."""

    type: str | None = None
    comment: str | None = None
    achievements: tuple[FlowCount, ...] = ()


class Withdrawal(neutral.Withdrawal, frozen=True, gc=False):
    """A reason for which people left."""

    reason: str | None = field(default=None, name="type")
    counts: tuple[FlowCount, ...] = field(default=(), name="reasons")


class FlowPeriod(Shape, frozen=True):
    """A stage of the study."""

    title: str | None = None
    milestones: tuple[FlowMilestone, ...] = ()
    drop_withdraws: tuple[Withdrawal, ...] = ()


class ParticipantFlow(Shape, frozen=True):
    """Who started, who finished, who left and why."""

    pre_assignment_details: str | None = None
    recruitment_details: str | None = None
    type_units_analyzed: str | None = None
    groups: tuple[neutral.Group, ...] = ()
    periods: tuple[FlowPeriod, ...] = ()


class DenomCount(neutral.GroupCount, frozen=True, gc=False):
    """How many of a group were counted."""

    group: str | None = field(default=None, name="groupId")


class Denom(neutral.Denominator, frozen=True, gc=False):
    """How many were counted, in participants or other units."""

    counts: tuple[DenomCount, ...] = ()


class Measurement(neutral.Measurement, frozen=True, gc=False):
    """One number, as it was written, with its spread or its limits."""

    group: str | None = field(default=None, name="groupId")
    lower: str | None = field(default=None, name="lowerLimit")
    upper: str | None = field(default=None, name="upperLimit")


class Category(neutral.Category, frozen=True, gc=False):
    """A line of a class."""

    measurements: tuple[Measurement, ...] = ()


class Class(neutral.MeasureClass, frozen=True, gc=False):
    """A part of a measure: a time, a subgroup."""

    denominators: tuple[Denom, ...] = field(default=(), name="denoms")
    categories: tuple[Category, ...] = ()


class BaselineMeasure(Shape, frozen=True):
    """Something that was known of people at the start."""

    title: str | None = None
    description: str | None = None
    population_description: str | None = None
    param_type: str | None = None
    dispersion_type: str | None = None
    unit_of_measure: str | None = None
    calculate_pct: bool | None = None
    denom_units_selected: str | None = None
    denoms: tuple[Denom, ...] = ()
    classes: tuple[Class, ...] = ()


class Baseline(Shape, frozen=True):
    """Who took part."""

    population_description: str | None = None
    type_units_analyzed: str | None = None
    groups: tuple[neutral.Group, ...] = ()
    denoms: tuple[Denom, ...] = ()
    measures: tuple[BaselineMeasure, ...] = ()


class Analysis(Shape, frozen=True):
    """A statistical comparison."""

    param_type: str | None = None
    param_value: str | None = None
    dispersion_type: str | None = None
    dispersion_value: str | None = None
    statistical_method: str | None = None
    statistical_comment: str | None = None
    p_value: str | None = None
    p_value_comment: str | None = None
    ci_num_sides: str | None = None
    ci_pct_value: str | None = None
    ci_lower_limit: str | None = None
    ci_upper_limit: str | None = None
    ci_lower_limit_comment: str | None = None
    ci_upper_limit_comment: str | None = None
    estimate_comment: str | None = None
    tested_non_inferiority: bool | None = None
    non_inferiority_type: str | None = None
    non_inferiority_comment: str | None = None
    other_analysis_description: str | None = None
    group_description: str | None = None
    group_ids: tuple[str, ...] = ()


class OutcomeMeasure(Shape, frozen=True):
    """Something that was measured to answer the study's question."""

    type: str | None = None
    title: str | None = None
    description: str | None = None
    population_description: str | None = None
    reporting_status: str | None = None
    anticipated_posting_date: str | None = None
    param_type: str | None = None
    dispersion_type: str | None = None
    unit_of_measure: str | None = None
    calculate_pct: bool | None = None
    time_frame: str | None = None
    type_units_analyzed: str | None = None
    denom_units_selected: str | None = None
    groups: tuple[neutral.Group, ...] = ()
    denoms: tuple[Denom, ...] = ()
    classes: tuple[Class, ...] = ()
    analyses: tuple[Analysis, ...] = ()


class OutcomeMeasures(Shape, frozen=True):
    """All outcomes that were reported."""

    outcome_measures: tuple[OutcomeMeasure, ...] = ()


class EventGroup(Shape, frozen=True):
    """A group whose adverse events are told, with its totals."""

    id: str | None = None
    title: str | None = None
    description: str | None = None
    deaths_num_affected: Count | None = None
    deaths_num_at_risk: Count | None = None
    serious_num_affected: Count | None = None
    serious_num_at_risk: Count | None = None
    other_num_affected: Count | None = None
    other_num_at_risk: Count | None = None


class EventStats(neutral.EventCount, frozen=True, gc=False):
    """How many people of a group had an event, and how often."""

    group: str | None = field(default=None, name="groupId")
    events: Count | None = field(default=None, name="numEvents")
    affected: Count | None = field(default=None, name="numAffected")
    at_risk: Count | None = field(default=None, name="numAtRisk")


class AdverseEvent(Shape, frozen=True):
    """An event that happened, whatever caused it."""

    term: str | None = None
    organ_system: str | None = None
    source_vocabulary: str | None = None
    assessment_type: str | None = None
    notes: str | None = None
    stats: tuple[EventStats, ...] = ()


class AdverseEvents(Shape, frozen=True):
    """What happened to people's health during the study."""

    frequency_threshold: str | None = None
    time_frame: str | None = None
    description: str | None = None
    all_cause_mortality_comment: str | None = None
    event_groups: tuple[EventGroup, ...] = ()
    serious_events: tuple[AdverseEvent, ...] = ()
    other_events: tuple[AdverseEvent, ...] = ()


class LimitationsAndCaveats(Shape, frozen=True):
    """What the submitter says limits the results."""

    description: str | None = None


class CertainAgreement(Shape, frozen=True):
    """What the submitter and the investigators agreed about publishing."""

    pi_sponsor_employee: bool | None = None
    restriction_type: str | None = None
    restrictive_agreement: bool | None = None
    other_details: str | None = None


class PointOfContact(Shape, frozen=True):
    """Whom to ask about the results."""

    title: str | None = None
    organization: str | None = None
    email: str | None = None
    phone: str | None = None
    phone_ext: str | None = None


class MoreInformation(Shape, frozen=True):
    """Limits, agreements, contact."""

    limitations_and_caveats: LimitationsAndCaveats = LimitationsAndCaveats()
    certain_agreement: CertainAgreement = CertainAgreement()
    point_of_contact: PointOfContact = PointOfContact()


class Results(Shape, frozen=True):
    """The whole results section."""

    participant_flow_module: ParticipantFlow = ParticipantFlow()
    baseline_characteristics_module: Baseline = Baseline()
    outcome_measures_module: OutcomeMeasures = OutcomeMeasures()
    adverse_events_module: AdverseEvents = AdverseEvents()
    more_info_module: MoreInformation = MoreInformation()
