"""What can I do next? TrialRecord ─▶ **the section ``next``**."""

import datetime as dt
from collections.abc import Iterator

from trialway.plain.phrases import counted
from trialway.plain.statement import (
    PlainSection,
    Statement,
    general,
    make_statement,
    name,
)
from trialway.plain.tense import voice_of
from trialway.record import TrialRecord


def write_next_steps(record: TrialRecord, _today: dt.date) -> PlainSection:
    return PlainSection(
        id="next",
        question="What can I do next?",
        statements=(*_number(record), *_talk(record), *_contacts(record)),
    )


def _number(record: TrialRecord) -> Iterator[Statement]:
    number = record.record_id
    yield make_statement(
        "keep-number",
        ("record_id",),
        "Keep the number of this trial: ",
        name(number),
        ".",
        rests_on=(number,),
    )
    yield general("why-number", "With it, anyone can find the trial again.")


def _talk(record: TrialRecord) -> Iterator[Statement]:
    if voice_of(record).tense in ("future", "present"):
        yield general("talk", "Show this page to a doctor or nurse whom you trust.")
        yield general("talk-fit", "Together you can see if the trial fits you.")
    else:
        yield general("talk-other", "Ask a doctor or nurse whom you trust about trials that are open.")


def _contacts(record: TrialRecord) -> Iterator[Statement]:
    if voice_of(record).tense not in ("future", "present"):
        return
    central = [one for one in record.central_contacts if one.phone or one.email]
    local = sum(any(one.phone or one.email for one in site.contacts) for site in record.sites)
    if central:
        yield make_statement(
            "contact",
            ("central_contacts.phone", "central_contacts.email"),
            "The record names somebody whom you can call or write to.",
        )
    if local:
        places = counted(local, "place")
        be = "has" if local == 1 else "have"
        yield make_statement(
            "local-contacts",
            ("sites.contacts.phone", "sites.contacts.email"),
            f"In the record, {places} {be} a contact.",
            derivation="count",
        )
    if not central and not local:
        yield make_statement(
            "no-contact",
            ("central_contacts.phone", "central_contacts.email"),
            "This copy of the record names nobody to call. The registry’s own page may.",
        )
