"""What is this trial about? TrialRecord ─▶ **the section ``about``**."""

import datetime as dt
from collections.abc import Iterator

from trialway.plain.phrases import (
    counted,
    join_list,
    line,
    noun_of,
)
from trialway.plain.sections.title import conditions, tested
from trialway.plain.statement import (
    PlainSection,
    Quotation,
    Statement,
    make_statement,
)
from trialway.plain.tense import Voice, voice_of
from trialway.record import TrialRecord
from trialway.registry_text import repair


def write_about(record: TrialRecord, _today: dt.date) -> PlainSection:
    return PlainSection(
        id="about",
        question=f"What is this {noun_of(record)} about?",
        statements=tuple(_statements(record, voice_of(record))),
        quotations=tuple(_own_words(record)),
    )


def _statements(record: TrialRecord, voice: Voice) -> Iterator[Statement]:
    found = conditions(record)
    if found:
        be = "was" if voice.tense in ("past", "unheld") else "is"
        yield make_statement(
            "conditions",
            ("conditions",),
            f"This {noun_of(record)} {be} about ",
            join_list(found),
            ".",
            rests_on=record.conditions,
        )
        if len(found) > 3:
            more = counted(len(found) - 3, "more condition")
            yield make_statement(
                "more-conditions", ("conditions",), f"The record lists {more}.", derivation="count"
            )
    names = tested(record)
    if names:
        verb = ("give", "gave") if noun_of(record) == "programme" else ("look at", "looked at")
        looks = voice.active(*verb, many=False)
        yield make_statement(
            "tested", ("interventions.name",), f"It {looks} ", join_list(names), ".", rests_on=tuple(names)
        )


def _own_words(record: TrialRecord) -> Iterator[Quotation]:
    if line(record.brief_summary):
        yield Quotation(
            title="In the words of those who run the trial",
            text=repair(record.brief_summary or ""),
            field="brief_summary",
        )
