"""The status module of a study → Recruitment, Dates; and what is known of its results."""

from msgspec import Raw

from trialway.record import (
    NO_RESULTS,
    Dates,
    ExpandedAccess,
    LeftOut,
    Recruitment,
    ResultsStatus,
    SubmissionCycle,
    UnpostedEvent,
    ViolationEvent,
)
from trialway.registries.ctgov import schema
from trialway.registries.field_reader import FieldReader
from trialway.vocabulary.dates import StatedDate
from trialway.vocabulary.status import STATUS
from trialway.vocabulary.unposted_event import UNPOSTED_EVENT
from trialway.vocabulary.violation_event import VIOLATION_EVENT


def recruitment(reading: FieldReader, status: schema.StatusModule) -> Recruitment:
    """Overall status and what goes with it."""
    access = status.expanded_access_info
    return Recruitment(
        status=reading.coded(STATUS, status.overall_status),
        last_known=reading.coded(STATUS, status.last_known_status),
        verified=reading.date("protocolSection.statusModule.statusVerifiedDate", status.status_verified_date),
        why_stopped=status.why_stopped,
        expanded_access=None
        if access == schema.ExpandedAccessInfo()
        else ExpandedAccess(
            offered=access.has_expanded_access,
            record_id=access.nct_id,
            status=reading.coded(STATUS, access.status_for_nct_id),
        ),
        delayed_posting=status.delayed_posting,
    )


def dates(reading: FieldReader, status: schema.StatusModule, tracking: schema.SubmissionTracking) -> Dates:
    """All dates of the study, its record and its results."""

    def day(field: str, raw: str | None, kind: str | None = None) -> StatedDate | None:
        return reading.date(f"protocolSection.statusModule.{field}", raw, kind)

    def struct(field: str, stated: schema.DateStruct | schema.PartialDateStruct) -> StatedDate | None:
        return day(f"{field}.date", stated.date, stated.type)

    comments = tracking.first_mcp_info.post_date_struct
    misc = "derivedSection.miscInfoModule.submissionTracking"
    return Dates(
        start=struct("startDateStruct", status.start_date_struct),
        primary_completion=struct("primaryCompletionDateStruct", status.primary_completion_date_struct),
        completion=struct("completionDateStruct", status.completion_date_struct),
        first_submitted=day("studyFirstSubmitDate", status.study_first_submit_date),
        first_submitted_checked=day("studyFirstSubmitQcDate", status.study_first_submit_qc_date),
        first_posted=struct("studyFirstPostDateStruct", status.study_first_post_date_struct),
        results_first_submitted=day("resultsFirstSubmitDate", status.results_first_submit_date),
        results_first_submitted_checked=day("resultsFirstSubmitQcDate", status.results_first_submit_qc_date),
        results_first_posted=struct("resultsFirstPostDateStruct", status.results_first_post_date_struct),
        results_first_posted_with_comments=reading.date(
            f"{misc}.firstMcpInfo.postDateStruct.date", comments.date, comments.type
        ),
        results_expected=reading.date(
            f"{misc}.estimatedResultsFirstSubmitDate", tracking.estimated_results_first_submit_date
        ),
        delay_first_submitted=day("dispFirstSubmitDate", status.disp_first_submit_date),
        delay_first_submitted_checked=day("dispFirstSubmitQcDate", status.disp_first_submit_qc_date),
        delay_first_posted=struct("dispFirstPostDateStruct", status.disp_first_post_date_struct),
        last_update_submitted=day("lastUpdateSubmitDate", status.last_update_submit_date),
        last_update_posted=struct("lastUpdatePostDateStruct", status.last_update_post_date_struct),
    )


def results_status(reading: FieldReader, study: schema.Study) -> ResultsStatus:
    """Whether results are posted, waived or still with the registry."""
    tracking = study.derived_section.misc_info_module.submission_tracking
    notes = study.annotation_section.annotation_module
    unposted = notes.unposted_annotation
    return ResultsStatus(
        posted=study.has_results,
        waived=study.protocol_section.status_module.results_waived,
        cycles=tuple(
            SubmissionCycle(
                submitted=reading.date("submissionInfos.releaseDate", each.release_date),
                withdrawn=reading.date("submissionInfos.unreleaseDate", each.unrelease_date),
                withdrawn_date_unknown=each.unrelease_date_unknown,
                returned=reading.date("submissionInfos.resetDate", each.reset_date),
                comment_postings=each.mcp_release_n,
            )
            for each in tracking.submission_infos
        ),
        unposted_party=unposted.unposted_responsible_party,
        unposted_events=tuple(
            UnpostedEvent(
                kind=reading.coded(UNPOSTED_EVENT, each.type),
                date=reading.date("unpostedEvents.date", each.date),
                date_unknown=each.date_unknown,
            )
            for each in unposted.unposted_events
        ),
        violations=tuple(
            ViolationEvent(
                kind=reading.coded(VIOLATION_EVENT, each.type),
                description=each.description,
                created=reading.date("violationEvents.creationDate", each.creation_date),
                issued=reading.date("violationEvents.issuedDate", each.issued_date),
                released=reading.date("violationEvents.releaseDate", each.release_date),
                posted=reading.date("violationEvents.postedDate", each.posted_date),
            )
            for each in notes.violation_annotation.violation_events
        ),
    )


def results(results: Raw, left_out: list[LeftOut]) -> Raw:
    """The results section as raw JSON; what is no object is left out."""
    if bytes(results).startswith(b"{"):
        return results
    if bytes(results) != b"null":
        raw = bytes(results).decode("utf-8", "replace")
        left_out.append(LeftOut(path="resultsSection", raw=raw, reason="not an object"))
    return NO_RESULTS
