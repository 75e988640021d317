"""What if I cannot take part, or want to stop? Mostly general. TrialRecord ─▶ **the section ``unable``**."""

import datetime as dt
from collections.abc import Iterator

from trialway.plain.phrases import noun_of
from trialway.plain.statement import (
    PlainSection,
    Statement,
    general,
    make_statement,
    name,
)
from trialway.plain.tense import voice_of
from trialway.record import TrialRecord


def write_unable(record: TrialRecord, _today: dt.date) -> PlainSection:
    closed = voice_of(record).tense in ("past", "unheld")
    return PlainSection(
        id="unable",
        question="What if I am looking for a trial?"
        if closed
        else "What if I cannot take part, or want to stop?",
        statements=(*_general(record), *_outside(record)),
    )


def _general(record: TrialRecord) -> Iterator[Statement]:
    voice = voice_of(record)
    if voice.tense in ("past", "unheld"):
        yield general("closed", f"This {noun_of(record)} takes no new people, but other trials may be open.")
        yield general("other-trials", "Your doctor can tell you about other treatments and other trials.")
        return
    yield general("free", "Taking part in a trial is your choice.")
    yield general("stop", "You can stop at any time, and you do not have to say why.")
    yield general("care", "Your usual care goes on if you say no, or if you stop.")
    yield general("stop-talk", "Talk to the trial team first, so that you can stop without harm.")
    yield general("other-ways", "Your doctor can tell you about other treatments and other trials.")


def _outside(record: TrialRecord) -> Iterator[Statement]:
    access = record.recruitment.expanded_access
    medicines = any(
        one.kind and one.kind.code in ("drug", "biological", "device") for one in record.interventions
    )
    if access is None or access.offered is None or not medicines or noun_of(record) == "programme":
        return
    place = ("recruitment.expanded_access.offered",)
    if not access.offered:
        yield make_statement(
            "no-expanded-access",
            place,
            "The record says that no special programme gives the treatment outside the trial.",
            rests_on=("No",),
        )
        return
    yield make_statement(
        "expanded-access-offered",
        place,
        "The record says that some people can get the treatment outside the trial.",
        rests_on=("Yes",),
    )
    if access.record_id:
        where = ("recruitment.expanded_access.record_id",)
        yield make_statement(
            "expanded-access-record",
            where,
            "This has a record of its own: ",
            name(access.record_id),
            ".",
            rests_on=(access.record_id,),
        )
