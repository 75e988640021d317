"""What happens with the results? TrialRecord ─▶ **the section ``results``**."""

import datetime as dt
import re
from collections.abc import Iterator

from trialway.plain.phrases import counted, line, noun_of
from trialway.plain.statement import (
    PlainSection,
    Statement,
    general,
    make_statement,
    name,
    quote,
)
from trialway.plain.tense import voice_of
from trialway.record import Reference, TrialRecord
from trialway.vocabulary.dates import StatedDate, date_words
from trialway.vocabulary.violation_event import VIOLATION_EVENT

_LONGEST_QUOTE = 300
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def write_results(record: TrialRecord, _today: dt.date) -> PlainSection:
    if noun_of(record) == "programme" and not record.results_status.posted:
        # It gives a treatment and asks no question: no results are due.
        return PlainSection(id="results", question="What is known of it?", statements=tuple(_papers(record)))
    return PlainSection(
        id="results",
        question="What happens with the results?",
        statements=(*_posted(record), *_due(record), *_papers(record), *_shared(record), *_general(record)),
    )


def _posted(record: TrialRecord) -> Iterator[Statement]:
    voice, state = voice_of(record), record.results_status
    posted, submitted = record.dates.results_first_posted, record.dates.results_first_submitted
    if state.posted and posted:
        fields = ("results_status.posted", "dates.results_first_posted")
        yield make_statement(
            "results-posted",
            fields,
            f"Results were first posted {_on(posted)} ",
            name(date_words(posted)),
            ".",
            rests_on=(posted.iso,),
        )
    elif state.posted:
        yield make_statement("results-posted", ("results_status.posted",), "The registry has posted results.")
    elif state.waived:
        yield make_statement(
            "results-waived",
            ("results_status.waived",),
            "The registry does not ask for results of this trial.",
        )
    elif submitted:
        yield make_statement(
            "results-submitted",
            ("dates.results_first_submitted",),
            "Results were sent to the registry, which has not posted them yet.",
            rests_on=(submitted.iso,),
        )
    elif voice.tense == "past":
        yield make_statement(
            "results-missing", ("results_status.posted",), "The registry has not posted any results."
        )
    elif voice.tense == "unheld":
        yield make_statement(
            "results-none", ("recruitment.status",), "Nobody took part, so there are no results."
        )
    else:
        yield make_statement(
            "results-later", ("results_status.posted",), "There are no results in the registry yet."
        )
    expected = record.dates.results_expected
    if expected and not state.posted:
        yield make_statement(
            "results-expected",
            ("dates.results_expected",),
            "The registry names this date for the results: ",
            name(date_words(expected)),
            ".",
            rests_on=(expected.iso,),
        )


def _on(date: StatedDate) -> str:
    return "on" if date.precision in ("day", "minute") else "in"


def _due(record: TrialRecord) -> Iterator[Statement]:
    """Results that are late, as the registry states it; never worked out from dates."""
    delay_date, notices = record.dates.delay_first_posted, record.results_status.violations
    if delay_date and not record.results_status.posted:
        yield make_statement(
            "results-delayed",
            ("dates.delay_first_posted",),
            "The team asked to send the results later, as the registry showed ",
            f"{_on(delay_date)} ",
            name(date_words(delay_date)),
            ".",
            rests_on=(delay_date.iso,),
        )
    for event in record.results_status.unposted_events[-1:]:
        if event.kind and event.kind.code == "reset" and not record.results_status.posted:
            yield make_statement(
                "results-returned",
                ("results_status.unposted_events.kind",),
                "The registry sent the results back to the team to be mended.",
                rests_on=(event.kind.raw,),
            )
    for notice in notices[:1]:
        words = notice.description or (VIOLATION_EVENT.words(notice.kind) if notice.kind else "")
        if words:
            yield make_statement(
                "results-notice",
                ("results_status.violations.description", "results_status.violations.kind"),
                "The registry shows a notice by the US regulator: ",
                quote(line(words)),
                ".",
                rests_on=(words,),
            )


def _papers(record: TrialRecord) -> Iterator[Statement]:
    """Papers that the team lists as results, and those that the registry found by the trial's number."""
    fields = ("references.kind", "references.citation")
    for code, words in (
        ("result", "The record lists {papers} as results. Some may be about other studies."),
        ("derived", "The registry found {papers} that {name} the number of this trial."),
    ):
        papers = [one for one in record.references if one.kind and one.kind.code == code]
        if papers and not all(_is_older(one, record) for one in papers):
            name = "names" if len(papers) == 1 else "name"
            told = words.format(papers=counted(len(papers), "paper"), name=name)
            rests = tuple(one.citation for one in papers[:3] if one.citation)
            yield make_statement(f"papers-{code}", fields, told, rests_on=rests, derivation="count")


def _is_older(paper: Reference, record: TrialRecord) -> bool:
    """Whether it came out before the trial began, and so tells of something else."""
    years = [int(year) for year in _YEAR.findall(line(paper.citation))]
    return bool(years) and record.dates.start is not None and max(years) < record.dates.start.first_day.year


def _shared(record: TrialRecord) -> Iterator[Statement]:
    decision, place = record.data_sharing.decision, ("data_sharing.decision",)
    if decision is None or decision.code is None:
        return
    if decision.code != "yes" and line(record.data_sharing.description):
        # The words beside the field often take back what it says: "No. Under discussion."
        return
    own = line(record.data_sharing.description).rstrip(".")
    if own and len(own) <= _LONGEST_QUOTE:
        yield make_statement(
            "sharing-quoted",
            (*place, "data_sharing.description"),
            "On sharing data about single people, the record says yes, and: ",
            quote(own),
            ".",
            rests_on=(decision.raw, own),
        )
        return
    words = {
        "yes": "The team plans to share data about single people with other researchers.",
        "no": "The team does not plan to share data about single people.",
        "undecided": "The team has not decided whether to share data about single people.",
    }.get(decision.code)
    if words:
        yield make_statement("sharing", place, words, rests_on=(decision.raw,))


def _general(record: TrialRecord) -> Iterator[Statement]:
    if voice_of(record).tense in ("future", "present"):
        yield general("your-results", "You can ask the team to tell you what the trial found.")
    if not record.results_status.posted and voice_of(record).tense != "unheld":
        yield general("no-names", "Reports on a trial do not name the people who took part.")
