"""What are the risks? Only what the record says. TrialRecord ─▶ **the section ``risks``**."""

import datetime as dt
import re
from collections.abc import Iterator

from trialway.plain.phrases import counted, line
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
from trialway.results.reported import reported

_HARM = SECTION_WORDS["section.harm"]
_RISK = SECTION_WORDS["section.risk"]
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])|\n+")
_MOST_QUOTED = 3
_COMMITTEE = {
    "past": "A committee checked the data of the trial while it ran.",
    "unheld": "A committee was going to check the data of the trial.",
}


def write_risks(record: TrialRecord, _today: dt.date) -> PlainSection:
    quotations = tuple(_in_their_words(record))
    return PlainSection(
        id="risks",
        question="What are the risks?",
        statements=(*_stated(record, quoted=bool(quotations)), *_explained(record)),
        quotations=quotations,
    )


def _stated(record: TrialRecord, *, quoted: bool) -> Iterator[Statement]:
    tense = voice_of(record).tense
    past = tense in ("past", "unheld")
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
            "The record speaks of risks in its own words, which stand below.",
        )
    elif not (listed or record.results_status.posted):
        yield make_statement(
            "risks-missing",
            ("brief_summary", "detailed_description"),
            "The record does not say what the risks are.",
        )
    found = [(place, outcome) for place, outcome in _outcomes(record) if _HARM.search(line(outcome.measure))]
    if found:
        measures = counted(len(found), "measure")
        verb = "were" if past and len(found) != 1 else "was" if past else "are" if len(found) != 1 else "is"
        rests = tuple(line(outcome.measure) for _, outcome in found[:5])
        fields = tuple(dict.fromkeys(place for place, _ in found))
        yield make_statement(
            "harms-measured",
            fields,
            f"In the record, {measures} {verb} about unwanted effects.",
            rests_on=rests,
            derivation="count",
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


def _in_their_words(record: TrialRecord) -> Iterator[Quotation]:
    left = _MOST_QUOTED
    for field, text, where in (
        ("brief_summary", record.brief_summary, "summary"),
        ("detailed_description", record.detailed_description, "description"),
    ):
        found = [
            line(sentence)
            for sentence in _SENTENCE.split(text or "")
            if _RISK.search(sentence) and 40 <= len(sentence) <= 500
        ][:left]
        left -= len(found)
        if found:
            title = f"What the record says of risks, in its {where}"
            yield Quotation(title=title, text="\n\n".join(found), field=field)
