"""What has been published of the results, and what is known of results that are not."""

import msgspec
from msgspec import Raw, Struct

from trialway.record import (
    NO_RESULTS,
    ResultsStatus,
    SubmissionCycle,
    TrialRecord,
    UnpostedEvent,
    ViolationEvent,
)
from trialway.site.presenters.dates import date_words, dated
from trialway.site.presenters.reading import Reading, RowsSection, rows
from trialway.site.presenters.sources import registry_name
from trialway.site.presenters.words import Row, Words, coded, counted, joined, said
from trialway.trial import Trial
from trialway.vocabulary.unposted_event import UNPOSTED_EVENT
from trialway.vocabulary.violation_event import VIOLATION_EVENT

PARTS = {
    "participantFlowModule": "participant flow",
    "baselineCharacteristicsModule": "baseline characteristics",
    "outcomeMeasuresModule": "outcome measures",
    "adverseEventsModule": "adverse events",
}


class ResultsBanner(Struct, frozen=True):
    parts: str
    posted: Words | None
    link: str
    registry: str


def results_banner(trial: Trial) -> ResultsBanner | None:
    """Which parts a registry has published, and since when; None when it has published none."""
    posted = next((source.record for source in trial.sources if _has_results(source.record)), None)
    if posted is None:
        return None
    date = posted.dates.results_first_posted
    modules = _modules(posted.results)
    return ResultsBanner(
        parts=_listed([PARTS[name] for name in PARTS if name in modules]),
        posted=Words(date_words(date), iso=date.iso) if date else None,
        link=f"{posted.url}?tab=results" if posted.url else "",
        registry=registry_name(posted.registry),
    )


def _has_results(record: TrialRecord) -> bool:
    """A record may say that results are posted without holding them."""
    return record.results != NO_RESULTS or bool(record.results_status.posted)


def _modules(results: Raw) -> dict[str, Raw]:
    try:
        return msgspec.json.decode(results, type=dict[str, Raw])
    except msgspec.MsgspecError:
        return {}


def _listed(parts: list[str]) -> str:
    if not parts:
        return ""
    *firsts, last = parts
    text = f"{', '.join(firsts)} and {last}" if firsts else last
    return text[0].upper() + text[1:]


def results_section(trial: Trial) -> RowsSection | None:
    """The history of the results: submitted, returned, posted, waived, late."""
    reading = Reading(trial)
    status = reading.chosen(
        lambda record: record.results_status if record.results_status != ResultsStatus() else None
    )
    found = rows(
        (
            "First submitted to the registry",
            reading.date(lambda record: record.dates.results_first_submitted),
        ),
        (
            "First met the registry's quality criteria",
            reading.date(lambda record: record.dates.results_first_submitted_checked),
        ),
        ("First posted", reading.date(lambda record: record.dates.results_first_posted)),
        (
            "First posted with the registry's comments",
            reading.date(lambda record: record.dates.results_first_posted_with_comments),
        ),
        ("Expected from the sponsor", reading.date(lambda record: record.dates.results_expected)),
        (
            "Request to delay, first submitted",
            reading.date(lambda record: record.dates.delay_first_submitted),
        ),
        (
            "Request to delay, first met the registry's quality criteria",
            reading.date(lambda record: record.dates.delay_first_submitted_checked),
        ),
        ("Request to delay, first posted", reading.date(lambda record: record.dates.delay_first_posted)),
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


def _status_rows(status: ResultsStatus, record: TrialRecord) -> tuple[Row, ...]:
    return rows(
        ("Results requirement waived", Words("Yes") if status.waived else None),
        ("Rounds of submission", tuple(_cycle(cycle) for cycle in status.cycles)),
        ("Submitted by", said(status.unposted_party, record)),
        ("Submitted and not yet posted", tuple(_event(event, record) for event in status.unposted_events)),
        ("Notices under US law (FDAAA 801)", tuple(_violation(each, record) for each in status.violations)),
    )


def _cycle(cycle: SubmissionCycle) -> Words:
    withdrawn = "withdrawn on an unknown date" if cycle.withdrawn_date_unknown else None
    comments = cycle.comment_postings
    text = joined(
        dated("submitted", cycle.submitted),
        dated("withdrawn", cycle.withdrawn) or withdrawn,
        dated("returned after quality review", cycle.returned),
        f"{counted(comments, 'posting')} with comments" if comments else None,
    )
    return Words(text[:1].upper() + text[1:] if text else "A round without dates")


def _event(event: UnpostedEvent, record: TrialRecord) -> Words:
    what = coded(UNPOSTED_EVENT, event.kind, record) if event.kind else Words("A step without a name")
    when = date_words(event.date) if event.date else "on an unknown date" if event.date_unknown else ""
    return msgspec.structs.replace(what, note=when)


def _violation(event: ViolationEvent, record: TrialRecord) -> Words:
    what = coded(VIOLATION_EVENT, event.kind, record) if event.kind else Words("Notice")
    dates = joined(
        dated("issued", event.issued),
        dated("released", event.released),
        dated("posted", event.posted),
        dated("entered", event.created),
    )
    description = said(event.description, record)
    text = f"{what.text}: {description.text}" if description else what.text
    return Words(text, description.lang if description else what.lang, note=dates, own_word=what.own_word)
