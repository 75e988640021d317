"""Results section of ClinicalTrials.gov → TrialResults: flat, in the section's order; numbers as written."""

import msgspec
from msgspec import Raw

from trialway.record import NO_RESULTS, LeftOut
from trialway.record_results import (
    AdverseEvent,
    AdverseEvents,
    Affected,
    Agreement,
    Analysis,
    Baseline,
    BaselineMeasure,
    EventGroup,
    Group,
    Interval,
    Milestone,
    OutcomeMeasure,
    ParticipantFlow,
    Period,
    ResultsContact,
    TrialResults,
)
from trialway.registries.ctgov import results_schema as schema
from trialway.registries.ctgov.coerce import coerce_to_schema
from trialway.registries.ctgov.normalise import REGISTRY
from trialway.vocabulary.coded import Coded, Vocabulary
from trialway.vocabulary.comparison_type import COMPARISON_TYPE
from trialway.vocabulary.dates import read_date
from trialway.vocabulary.dispersion import DISPERSION
from trialway.vocabulary.event_assessment import EVENT_ASSESSMENT
from trialway.vocabulary.interval_sides import INTERVAL_SIDES
from trialway.vocabulary.milestone import MILESTONE
from trialway.vocabulary.outcome_type import OUTCOME_TYPE
from trialway.vocabulary.parameter import PARAMETER
from trialway.vocabulary.publication_restriction import PUBLICATION_RESTRICTION
from trialway.vocabulary.reporting_status import REPORTING_STATUS

# The modules of the section by the part of TrialResults that they fill.
PARTS = {
    "participantFlowModule": "flow",
    "baselineCharacteristicsModule": "baseline",
    "outcomeMeasuresModule": "outcomes",
    "adverseEventsModule": "events",
    "moreInfoModule": "more",
}
_decode = msgspec.json.Decoder(schema.Results).decode


def results(raw: Raw) -> TrialResults | None:
    """The results of a record; None when it has none."""
    read = read_section(raw)
    return _normalised(*read) if read else None


def read_section(raw: Raw) -> tuple[schema.Results, tuple[LeftOut, ...]] | None:
    """The section as the API shapes it, and what was left out because its type is wrong."""
    if bytes(raw) == bytes(NO_RESULTS):
        return None
    try:
        return _decode(raw), ()
    except msgspec.ValidationError:
        left_out: list[LeftOut] = []
        fitted = coerce_to_schema(msgspec.json.decode(raw), schema.Results, "resultsSection", left_out)
        return msgspec.convert(fitted, schema.Results), tuple(left_out)


def _normalised(section: schema.Results, left_out: tuple[LeftOut, ...]) -> TrialResults:
    more = section.more_info_module
    agreement, contact = more.certain_agreement, more.point_of_contact
    return TrialResults(
        flow=_flow(section.participant_flow_module),
        baseline=_baseline(section.baseline_characteristics_module),
        outcomes=tuple(map(_outcome, section.outcome_measures_module.outcome_measures)),
        events=_events(section.adverse_events_module),
        limitations=more.limitations_and_caveats.description,
        agreement=Agreement(
            investigator_is_employee=agreement.pi_sponsor_employee,
            restricts=agreement.restrictive_agreement,
            restriction=_coded(PUBLICATION_RESTRICTION, agreement.restriction_type),
            details=agreement.other_details,
        ),
        contact=ResultsContact(
            title=contact.title,
            organisation=contact.organization,
            email=contact.email,
            phone=contact.phone,
            phone_extension=contact.phone_ext,
        ),
        left_out=left_out,
    )


def _flow(flow: schema.ParticipantFlow) -> ParticipantFlow:
    return ParticipantFlow(
        recruitment=flow.recruitment_details,
        before_assignment=flow.pre_assignment_details,
        units=flow.type_units_analyzed,
        groups=tuple(
            Group(id=each.id, title=each.title, description=each.description) for each in flow.groups
        ),
        periods=tuple(map(_period, flow.periods)),
    )


def _period(period: schema.FlowPeriod) -> Period:
    return Period(
        title=period.title,
        milestones=tuple(
            Milestone(
                kind=_coded(MILESTONE, each.type),
                comment=each.comment,
                counts=each.achievements,
            )
            for each in period.milestones
        ),
        withdrawals=period.drop_withdraws,
    )


def _baseline(baseline: schema.Baseline) -> Baseline:
    return Baseline(
        population=baseline.population_description,
        units=baseline.type_units_analyzed,
        groups=baseline.groups,
        denominators=baseline.denoms,
        measures=tuple(
            BaselineMeasure(
                title=each.title,
                description=each.description,
                population=each.population_description,
                parameter=_coded(PARAMETER, each.param_type),
                dispersion=_coded(DISPERSION, each.dispersion_type),
                unit=each.unit_of_measure,
                calculate_percent=each.calculate_pct,
                counted_units=each.denom_units_selected,
                denominators=each.denoms,
                classes=each.classes,
            )
            for each in baseline.measures
        ),
    )


def _outcome(each: schema.OutcomeMeasure) -> OutcomeMeasure:
    return OutcomeMeasure(
        kind=_coded(OUTCOME_TYPE, each.type),
        title=each.title,
        description=each.description,
        population=each.population_description,
        reporting=_coded(REPORTING_STATUS, each.reporting_status),
        posting_expected=read_date(each.anticipated_posting_date or ""),
        parameter=_coded(PARAMETER, each.param_type),
        dispersion=_coded(DISPERSION, each.dispersion_type),
        unit=each.unit_of_measure,
        calculate_percent=each.calculate_pct,
        time_frame=each.time_frame,
        units=each.type_units_analyzed,
        counted_units=each.denom_units_selected,
        groups=each.groups,
        denominators=each.denoms,
        classes=each.classes,
        analyses=tuple(map(_analysis, each.analyses)),
    )


def _analysis(each: schema.Analysis) -> Analysis:
    return Analysis(
        groups=each.group_ids,
        compared=each.group_description,
        estimate=each.param_type,
        value=each.param_value,
        estimate_comment=each.estimate_comment,
        interval=Interval(
            percent=each.ci_pct_value,
            sides=_coded(INTERVAL_SIDES, each.ci_num_sides),
            lower=each.ci_lower_limit,
            upper=each.ci_upper_limit,
            lower_comment=each.ci_lower_limit_comment,
            upper_comment=each.ci_upper_limit_comment,
        ),
        dispersion=_coded(DISPERSION, each.dispersion_type),
        dispersion_value=each.dispersion_value,
        p_value=each.p_value,
        p_value_comment=each.p_value_comment,
        method=each.statistical_method,
        method_comment=each.statistical_comment,
        comparison=_coded(COMPARISON_TYPE, each.non_inferiority_type),
        comparison_comment=each.non_inferiority_comment,
        tested_non_inferiority=each.tested_non_inferiority,
        other=each.other_analysis_description,
    )


def _events(events: schema.AdverseEvents) -> AdverseEvents:
    return AdverseEvents(
        time_frame=events.time_frame,
        description=events.description,
        threshold=events.frequency_threshold,
        deaths_comment=events.all_cause_mortality_comment,
        groups=tuple(
            EventGroup(
                id=each.id,
                title=each.title,
                description=each.description,
                deaths=Affected(affected=each.deaths_num_affected, at_risk=each.deaths_num_at_risk),
                serious=Affected(affected=each.serious_num_affected, at_risk=each.serious_num_at_risk),
                other=Affected(affected=each.other_num_affected, at_risk=each.other_num_at_risk),
            )
            for each in events.event_groups
        ),
        serious=tuple(map(_event, events.serious_events)),
        other=tuple(map(_event, events.other_events)),
    )


def _event(event: schema.AdverseEvent) -> AdverseEvent:
    return AdverseEvent(
        term=event.term,
        organ_system=event.organ_system,
        vocabulary=event.source_vocabulary,
        assessment=_coded(EVENT_ASSESSMENT, event.assessment_type),
        notes=event.notes,
        counts=event.stats,
    )


def _coded(vocabulary: Vocabulary, raw: str | None) -> Coded | None:
    """A word that no vocabulary knows is kept and shown as the registry's own."""
    return vocabulary.read(REGISTRY, raw) if raw else None
