"""The record itself: when it was posted, changed, verified and seen, and what could not be read."""

import datetime as dt
from collections.abc import Callable

from trialway.presenters.dates import day_words
from trialway.presenters.disagreeing import source_name
from trialway.presenters.expert.stopped import last_known
from trialway.presenters.registry_text import (
    RegistryText,
    coded,
    counted,
    said_name,
)
from trialway.presenters.source_reader import RowsSection, SourceReader, rows
from trialway.record import ExpandedAccess, TrialRecord
from trialway.trial import Chosen, Source, Trial
from trialway.vocabulary.status import STATUS


def record_dates(trial: Trial, not_stated: tuple[str, ...]) -> RowsSection:
    """``not_stated`` are the names of the sections that the records do not fill."""
    reading = SourceReader(trial)
    access = reading.chosen(lambda record: record.recruitment.expanded_access)
    found = rows(
        (
            "Submitted by",
            reading.name(lambda record: record.organisation.name if record.organisation else None),
        ),
        ("First submitted", reading.date_of_each(lambda record: record.dates.first_submitted)),
        (
            "First met quality criteria",
            reading.date_of_each(lambda record: record.dates.first_submitted_checked),
        ),
        ("First posted", reading.date_of_each(lambda record: record.dates.first_posted)),
        ("Last update submitted", reading.date_of_each(lambda record: record.dates.last_update_submitted)),
        ("Last update posted", reading.date_of_each(lambda record: record.dates.last_update_posted)),
        ("Last verified by the sponsor", reading.date_of_each(lambda record: record.recruitment.verified)),
        ("Status before it became unknown", last_known(trial)),
        ("Expanded access", _access(access) if access else ()),
        ("Registry's data of", reading.date_of_each(lambda record: record.registry_data_date)),
        ("This version first seen here", _days(trial, lambda source: source.first_seen)),
        ("This version last seen here", _days(trial, lambda source: source.last_seen)),
    )
    return RowsSection(
        id="record",
        title="About this record",
        help="When the registry's record was made, changed and last checked.",
        template="expert/rows.jinja",
        rows=found,
        quiet=" ".join(filter(None, (_empty(not_stated), _left_out(trial)))),
        sources=reading.sources,
    )


def _days(trial: Trial, read: Callable[[Source], dt.datetime]) -> tuple[RegistryText, ...]:
    """A day for each record; which record it is of, where there are several."""
    several = len(trial.sources) > 1
    return tuple(
        RegistryText(day_words(read(source).date()), note=source_name(source) if several else "")
        for source in trial.sources
    )


def _access(access: Chosen[ExpandedAccess]) -> tuple[RegistryText, ...]:
    """Whether the intervention can be had outside the study."""
    stated, record = access.value, access.source.record
    found = []
    if stated.offered is not None:
        found.append(RegistryText("Offered" if stated.offered else "Not offered"))
    if stated.record_id:
        found.append(_access_record(stated, record))
    elif stated.status:
        found.append(coded(STATUS, stated.status, record))
    return tuple(found)


def _access_record(stated: ExpandedAccess, record: TrialRecord) -> RegistryText:
    name = said_name(stated.record_id, record) or RegistryText("")
    note = coded(STATUS, stated.status, record).text.lower() if stated.status else ""
    return RegistryText(f"Record {name.text}", name.lang, note=note)


def _empty(not_stated: tuple[str, ...]) -> str:
    if not not_stated:
        return ""
    *firsts, last = [name[0].lower() + name[1:] for name in not_stated]
    names = f"{', '.join(firsts)} or {last}" if firsts else last
    return f"The record states nothing under: {names}."


def _left_out(trial: Trial) -> str:
    count = sum(len(source.record.left_out) for source in trial.sources)
    if not count:
        return ""
    verb = "is" if count == 1 else "are"
    return f"{counted(count, 'value')} of the record could not be read and {verb} left out here."
