"""The overview of what a study found: outcomes, who took part, side effects, limits."""

from collections import Counter

from msgspec import Struct
from msgspec.structs import replace

from trialway.presenters.dates import date_words
from trialway.presenters.registry_text import (
    LabelledRow,
    Prose,
    RegistryText,
    coded,
    prose,
    said,
    yes_no,
)
from trialway.presenters.results.outcome import (
    OutcomeLine,
    ShownOutcome,
    outcome_line,
    shown_outcome,
)
from trialway.presenters.results.tables import ShownTable, shown_table
from trialway.presenters.sources import SourceLine, source_line
from trialway.record import TrialRecord
from trialway.record_results import TrialResults
from trialway.registries.known import results_url
from trialway.results.disagreements import disagreements
from trialway.results.reported import Reported, reported
from trialway.results.sentences import (
    ResultSentences,
    Sentence,
    event_sentences,
    primary_outcome_sentences,
)
from trialway.results.table import Table
from trialway.trial import Source, Trial
from trialway.vocabulary.publication_restriction import PUBLICATION_RESTRICTION

# A page stays readable and small with about as many numbers; what is beyond has a page of its own.
ROOM = 600
MOST_OUTCOMES = 6

KINDS = {
    "primary": "Primary outcomes",
    "secondary": "Secondary outcomes",
    "other": "Other outcomes planned beforehand",
    "post_hoc": "Outcomes decided on afterwards",
}


class TableLine(Struct, frozen=True):
    """A table, or a link to the page that it has for itself."""

    key: str
    title: RegistryText
    rows: int
    table: ShownTable | None


class OutcomeTables(Struct, frozen=True):
    title: str
    lines: tuple[OutcomeLine, ...]


class ResultsPage(Struct, frozen=True):
    slug: str
    title: RegistryText
    source: SourceLine
    results_url: str
    posted: str
    told: tuple[ResultSentences, ...]
    events_told: tuple[Sentence, ...]
    primary: tuple[ShownOutcome, ...]
    primary_more: tuple[OutcomeLine, ...]
    outcomes: tuple[OutcomeTables, ...]
    flow: tuple[TableLine, ...]
    flow_words: tuple[LabelledRow, ...]
    baseline: tuple[TableLine, ...]
    baseline_words: tuple[LabelledRow, ...]
    events: tuple[TableLine, ...]
    events_words: tuple[LabelledRow, ...]
    more: tuple[LabelledRow, ...]
    disagreements: tuple[str, ...]
    left_out: int


def source_with_results(trial: Trial) -> tuple[Source, Reported] | None:
    """The preferred record that has results, and what it reports."""
    for source in trial.sources:
        found = reported(source.record)
        if found:
            return source, found
    return None


def results_page(trial: Trial) -> ResultsPage | None:
    """None when no record of the trial has results."""
    found = source_with_results(trial)
    if found is None:
        return None
    source, report = found
    record = source.record
    primary, more, room = _primary(report, record)
    flow, room = _lines(report.flow, record, room)
    baseline, room = _lines(report.baseline, record, room)
    events, room = _lines(report.events, record, room)
    posted = record.dates.results_first_posted
    return ResultsPage(
        slug=trial.slug,
        title=said(record.brief_title or record.official_title, record) or RegistryText(trial.slug),
        source=source_line(source),
        results_url=results_url(record),
        posted=date_words(posted) if posted else "",
        told=tuple(told for told in primary_outcome_sentences(report) if told.sentences)[:MOST_OUTCOMES],
        events_told=event_sentences(report),
        primary=primary,
        primary_more=more,
        outcomes=_groups(report, record),
        flow=flow,
        flow_words=_flow_words(report, record),
        baseline=baseline,
        baseline_words=_baseline_words(report, record),
        events=events,
        events_words=_events_words(report, record),
        more=_more(report.results, record),
        disagreements=disagreements(report.results),
        left_out=len(report.results.left_out),
    )


def _primary(
    report: Reported, record: TrialRecord
) -> tuple[tuple[ShownOutcome, ...], tuple[OutcomeLine, ...], int]:
    """The primary outcomes that fit whole, lines for the rest, and the room that is left."""
    shown: list[ShownOutcome] = []
    more: list[OutcomeLine] = []
    room = ROOM
    for place, (key, measure) in enumerate(report.outcomes, 1):
        if measure.kind is None or measure.kind.code != "primary":
            continue
        size = len(measure.groups) * sum(len(each.categories) for each in measure.classes) + 15 * len(
            measure.analyses
        )
        if len(shown) < MOST_OUTCOMES and size <= room:
            room -= size
            shown.append(shown_outcome(key, measure, place, record))
        else:
            more.append(replace(outcome_line(key, measure, record), number=place))
    return tuple(shown), tuple(more), room


def _lines(tables: tuple[Table, ...], record: TrialRecord, room: int) -> tuple[tuple[TableLine, ...], int]:
    lines: list[TableLine] = []
    described: tuple[str | None, ...] = ()
    for table in tables:
        size = len(table.columns) * len(table.rows)
        shown = shown_table(table, record) if size <= room else None
        if shown:
            room -= size
            # The groups of one section are mostly the same: what they are is said with the first table.
            groups = tuple(column.description for column in table.columns)
            shown = _without_descriptions(shown) if groups == described else shown
            described = groups
        title = said(table.title, record) or RegistryText("Not named")
        lines.append(TableLine(table.key, title, len(table.rows), shown))
    return tuple(lines), room


def _without_descriptions(table: ShownTable) -> ShownTable:
    return replace(table, heads=tuple(replace(head, description=None) for head in table.heads))


def _groups(report: Reported, record: TrialRecord) -> tuple[OutcomeTables, ...]:
    lines = _lines_of_outcomes(report, record)
    groups = (
        OutcomeTables(title, tuple(line for line in lines if line.kind == kind))
        for kind, title in KINDS.items()
    )
    return tuple(group for group in groups if group.lines)


def _lines_of_outcomes(report: Reported, record: TrialRecord) -> list[OutcomeLine]:
    """Lines of the same title are told apart by their number."""
    lines = [outcome_line(key, measure, record) for key, measure in report.outcomes]
    titles = Counter(line.title.text for line in lines)
    return [
        replace(line, number=place) if titles[line.title.text] > 1 else line
        for place, line in enumerate(lines, 1)
    ]


def _flow_words(report: Reported, record: TrialRecord) -> tuple[LabelledRow, ...]:
    flow = report.results.flow
    return _rows(
        record,
        ("How people were recruited", flow.recruitment),
        ("Before groups were formed", flow.before_assignment),
    )


def _baseline_words(report: Reported, record: TrialRecord) -> tuple[LabelledRow, ...]:
    baseline = report.results.baseline
    return _rows(
        record,
        ("Who was counted", baseline.population),
        ("What was counted, where it was not people", baseline.units),
    )


def _events_words(report: Reported, record: TrialRecord) -> tuple[LabelledRow, ...]:
    events = report.results.events
    return _rows(
        record,
        ("Time in which events were counted", events.time_frame),
        ("How events were collected", events.description),
        ("Other events are listed from this share of people on, in percent", events.threshold),
        ("Note on deaths", events.deaths_comment),
    )


def _more(results: TrialResults, record: TrialRecord) -> tuple[LabelledRow, ...]:
    agreement, contact = results.agreement, results.contact
    rows = [*_rows(record, ("Limitations, in the submitter's words", results.limitations))]
    if agreement.investigator_is_employee is not None:
        rows.append(
            LabelledRow(
                "The lead researcher is employed by the sponsor",
                (yes_no(agreement.investigator_is_employee),),
            )
        )
    if agreement.restricts is not None:
        rows.append(
            LabelledRow("An agreement limits what researchers may publish", (yes_no(agreement.restricts),))
        )
    if agreement.restriction:
        rows.append(
            LabelledRow("For how long", (coded(PUBLICATION_RESTRICTION, agreement.restriction, record),))
        )
    rows += _rows(
        record,
        ("Terms of the agreement", agreement.details),
        ("Contact for the results", contact.title),
        ("Organisation", contact.organisation),
        ("E-mail", contact.email),
        ("Telephone", " ext. ".join(filter(None, (contact.phone, contact.phone_extension)))),
    )
    return tuple(rows)


def _rows(record: TrialRecord, *pairs: tuple[str, str | None]) -> tuple[LabelledRow, ...]:
    found: list[LabelledRow] = []
    for term, text in pairs:
        words: Prose | None = prose(text, record)
        if words:
            found.append(LabelledRow(term, prose=words))
    return tuple(found)
