"""What are the risks? Only what the record says. TrialRecord ─▶ **the section ``risks``**."""

import datetime as dt
from collections.abc import Iterator

from trialway.plain.phrases import line
from trialway.plain.prose import quotations
from trialway.plain.section_rules import SECTION_WORDS
from trialway.plain.statement import (
    PlainSection,
    Quotation,
    Statement,
    general,
    make_statement,
)
from trialway.plain.tense import voice_of
from trialway.record import Outcome, TrialRecord
from trialway.registry_text import repair
from trialway.results.reported import reported

_HARM = SECTION_WORDS["section.harm"]
_RISKS = ("harm.side-effects", "harm.risk-of-taking-part")
_MOST_MEASURES = 5
_NOT_OF_IT = ("harm.not-of-taking-part",)
_COMMITTEE = {
    "past": "A committee checked the data of the trial while it ran.",
    "unheld": "A committee was going to check the data of the trial.",
}


def write_risks(record: TrialRecord, _today: dt.date) -> PlainSection:
    title = "What may be about risks"
    shown = quotations(record, *_RISKS, title=title, unless=_NOT_OF_IT)
    shown = shown or quotations(record, "harm.named", title=title, unless=(*_NOT_OF_IT, "harm.only-counted"))
    return PlainSection(
        id="risks",
        question="What are the risks?",
        statements=(*_stated(record, quoted=bool(shown)), *_explained(record)),
        quotations=(*shown, *_measured(record)),
    )


def _stated(record: TrialRecord, *, quoted: bool) -> Iterator[Statement]:
    tense = voice_of(record).tense
    report = reported(record)
    listed = bool(report and report.results.events.groups)
    if listed:
        words = "Results are posted, and they list health problems during the trial."
        yield make_statement("harms-posted", ("results_status.posted", "results"), words)
    elif record.results_status.posted:
        words = "Results are posted in the registry. Look there for health problems during the trial."
        yield make_statement("harms-elsewhere", ("results_status.posted",), words)
    if quoted:
        yield make_statement(
            "risks-quoted",
            ("brief_summary", "detailed_description"),
            "Some words of the record may be about risks. They stand below.",
        )
    elif not (listed or record.results_status.posted):
        # Nothing is claimed of the words: harm is written of in more ways than any search finds.
        yield general("no-field-for-risks", "The registry has no field of its own for risks.")
    found = [(place, outcome) for place, outcome in _outcomes(record) if _HARM.search(line(outcome.measure))]
    if found:
        verb = {"past": "also counted", "unheld": "was also going to count"}.get(tense, "also counts")
        yield make_statement(
            "harms-measured",
            tuple(dict.fromkeys(place for place, _ in found)),
            f"It {verb} health problems of the people in it.",
            rests_on=tuple(line(outcome.measure) for _, outcome in found[:5]),
        )
    committee = record.oversight.has_monitoring_committee
    if committee is not None:
        words = (
            _COMMITTEE.get(tense, "A committee checks the data of the trial while it runs.")
            if committee
            else "The record names no committee that checks the data."
        )
        yield make_statement(
            "committee",
            ("oversight.has_monitoring_committee",),
            words,
            rests_on=("Yes" if committee else "No",),
        )


def _measured(record: TrialRecord) -> Iterator[Quotation]:
    """The measures of harm: what a team counts is what it thinks may happen."""
    found = [
        (place, one)
        for place, one in _outcomes(record)
        if _HARM.search(line(one.measure)) and line(one.description)
    ]
    if found:
        yield Quotation(
            title="Some of the health problems that are counted, in the record's words",
            text="\n\n".join(_measure(one) for _, one in found[:_MOST_MEASURES]),
            field=found[0][0],
        )


def _measure(outcome: Outcome) -> str:
    return f"{line(outcome.measure)}: {repair(outcome.description or '')}"


def _explained(record: TrialRecord) -> Iterator[Statement]:
    if voice_of(record).tense in ("future", "present"):
        yield general(
            "told-of-risks", "Before you agree to join, the team must tell you what is known about the risks."
        )
        yield general("ask-about-risks", "You can ask as much as you like, and take your time.")


def _outcomes(record: TrialRecord) -> Iterator[tuple[str, Outcome]]:
    for kind, outcomes in (
        ("primary", record.outcomes.primary),
        ("secondary", record.outcomes.secondary),
        ("other", record.outcomes.other),
    ):
        for outcome in outcomes:
            yield f"outcomes.{kind}.measure", outcome
