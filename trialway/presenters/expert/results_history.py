"""The history of the results: submitted, returned, posted, waived, late."""

import msgspec

from trialway.presenters.dates import date_words, dated
from trialway.presenters.registry_text import (
    LabelledRow,
    RegistryText,
    coded,
    counted,
    joined,
    said,
)
from trialway.presenters.source_reader import RowsSection, SourceReader, rows
from trialway.record import ResultsStatus, SubmissionCycle, TrialRecord, UnpostedEvent, ViolationEvent
from trialway.trial import Trial
from trialway.vocabulary.unposted_event import UNPOSTED_EVENT
from trialway.vocabulary.violation_event import VIOLATION_EVENT


def results_history(trial: Trial) -> RowsSection | None:
    """None when the record says nothing of its results' way."""
    reading = SourceReader(trial)
    status = reading.chosen(
        lambda record: record.results_status if record.results_status != ResultsStatus() else None
    )
    found = rows(
        (
            "First submitted to the registry",
            reading.date_of_each(lambda record: record.dates.results_first_submitted),
        ),
        (
            "First met the registry's quality criteria",
            reading.date_of_each(lambda record: record.dates.results_first_submitted_checked),
        ),
        ("First posted", reading.date_of_each(lambda record: record.dates.results_first_posted)),
        (
            "First posted with the registry's comments",
            reading.date_of_each(lambda record: record.dates.results_first_posted_with_comments),
        ),
        ("Expected from the sponsor", reading.date_of_each(lambda record: record.dates.results_expected)),
        (
            "Request to delay, first submitted",
            reading.date_of_each(lambda record: record.dates.delay_first_submitted),
        ),
        (
            "Request to delay, first met the registry's quality criteria",
            reading.date_of_each(lambda record: record.dates.delay_first_submitted_checked),
        ),
        (
            "Request to delay, first posted",
            reading.date_of_each(lambda record: record.dates.delay_first_posted),
        ),
        ("Posting delayed", reading.flag(lambda record: record.recruitment.delayed_posting or None)),
    )
    if status:
        found += _status_rows(status.value, status.source.record)
    if not found:
        return None
    return RowsSection(
        id="results",
        title="Results history",
        help="When results were sent to the registry and when the public could see them.",
        template="expert/rows.jinja",
        rows=found,
        sources=reading.sources,
    )


def _status_rows(status: ResultsStatus, record: TrialRecord) -> tuple[LabelledRow, ...]:
    return rows(
        ("Results requirement waived", RegistryText("Yes") if status.waived else None),
        ("Rounds of submission", tuple(_cycle(cycle) for cycle in status.cycles)),
        ("Submitted by", said(status.unposted_party, record)),
        ("Submitted and not yet posted", tuple(_event(event, record) for event in status.unposted_events)),
        ("Notices under US law (FDAAA 801)", tuple(_violation(each, record) for each in status.violations)),
    )


def _cycle(cycle: SubmissionCycle) -> RegistryText:
    withdrawn = "withdrawn on an unknown date" if cycle.withdrawn_date_unknown else None
    comments = cycle.comment_postings
    text = joined(
        dated("submitted", cycle.submitted),
        dated("withdrawn", cycle.withdrawn) or withdrawn,
        dated("returned after quality review", cycle.returned),
        f"{counted(comments, 'posting')} with comments" if comments else None,
    )
    return RegistryText(text[:1].upper() + text[1:] if text else "A round without dates")


def _event(event: UnpostedEvent, record: TrialRecord) -> RegistryText:
    what = coded(UNPOSTED_EVENT, event.kind, record) if event.kind else RegistryText("A step without a name")
    when = date_words(event.date) if event.date else "on an unknown date" if event.date_unknown else ""
    return msgspec.structs.replace(what, note=when)


def _violation(event: ViolationEvent, record: TrialRecord) -> RegistryText:
    what = coded(VIOLATION_EVENT, event.kind, record) if event.kind else RegistryText("Notice")
    dates = joined(
        dated("issued", event.issued),
        dated("released", event.released),
        dated("posted", event.posted),
        dated("entered", event.created),
    )
    description = said(event.description, record)
    text = f"{what.text}: {description.text}" if description else what.text
    return RegistryText(
        text, description.lang if description else what.lang, note=dates, own_word=what.own_word
    )
