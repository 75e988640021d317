"""The history of a trial: RecordHistory, steps ─▶ **HistoryPage** ─▶ versions with their changes in words."""

import datetime as dt

from msgspec import Struct

from trialway.archive.history import RecordHistory, VersionInfo, VersionStep
from trialway.differences import compare
from trialway.presenters.dates import day_words
from trialway.presenters.history.changes import ShownChanges, shown_changes
from trialway.presenters.registry_text import (
    RegistryText,
    counted,
    language,
    said,
)
from trialway.registries.known import history_url, label_of

NOTHING = (
    "Nothing that is read here changed: only the order of entries, or fields that this site does not know."
)


class ShownVersion(Struct, frozen=True):
    """``changes`` is None for the first version that was seen."""

    name: str
    heading: str
    seen: str
    current: bool
    changes: ShownChanges | None
    nothing: str = ""


class VersionChoice(Struct, frozen=True):
    """A version to compare with."""

    name: str
    words: str


class ShownRecord(Struct, frozen=True):
    """One record. ``older`` names the version after which the next page goes on."""

    registry: str
    record_id: str
    url: str | None
    older_url: str
    count: str
    withdrawn: str
    versions: tuple[ShownVersion, ...]
    choices: tuple[VersionChoice, ...]
    older: str = ""


class HistoryPage(Struct, frozen=True):
    slug: str
    title: RegistryText
    problem: str
    records: tuple[ShownRecord, ...]


def history_page(
    slug: str, histories: tuple[tuple[RecordHistory, tuple[VersionStep, ...]], ...], problem: str = ""
) -> HistoryPage:
    """``histories``: every record with the steps to show, newest first."""
    return HistoryPage(
        slug=slug,
        title=title(slug, [step for _, found in histories for step in found]),
        problem=problem,
        records=tuple(_record(record, found) for record, found in histories),
    )


def title(slug: str, found: list[VersionStep]) -> RegistryText:
    """What the newest version of the steps calls the trial."""
    record = found[0].record if found else None
    words = said(record.brief_title or record.official_title, record) if record else None
    return words or RegistryText(slug)


def _record(record: RecordHistory, found: tuple[VersionStep, ...]) -> ShownRecord:
    last = found[-1].version if found else None
    return ShownRecord(
        registry=label_of(record.registry),
        record_id=record.record_id,
        url=found[0].record.url if found else None,
        older_url=history_url(record.registry, record.record_id),
        count=counted(len(record.versions), "version"),
        withdrawn=withdrawn(record),
        versions=tuple(_version(record, step) for step in found),
        choices=choices(record),
        older=last.name if last and record.before(last) else "",
    )


def _version(record: RecordHistory, step: VersionStep) -> ShownVersion:
    lang = language(step.record)
    changes = compare(step.previous, step.record) if step.previous else ()
    return ShownVersion(
        name=step.version.name,
        heading=version_words(step.version),
        seen=_seen(step.version),
        current=step.version == record.versions[0],
        changes=shown_changes(changes, lang) if step.previous else None,
        nothing=NOTHING if step.previous and not changes else "",
    )


def choices(record: RecordHistory) -> tuple[VersionChoice, ...]:
    """Every version of a record, the newest first."""
    return tuple(
        VersionChoice(version.name, f"{version_words(version)}, seen {_day(version.first_seen)}")
        for version in record.versions
    )


def version_words(version: VersionInfo) -> str:
    """``Version of 9 March 2026``, by the registry's own date."""
    return f"Version of {day_words(version.updated)}" if version.updated else "Version without a date"


def _seen(version: VersionInfo) -> str:
    first, last = _day(version.first_seen), _day(version.last_seen)
    return f"Seen here on {first}" if first == last else f"Seen here from {first} to {last}"


def withdrawn(record: RecordHistory) -> str:
    """A sentence about a record that the registry has no more."""
    if record.withdrawn is None:
        return ""
    name, day = label_of(record.registry), _day(record.withdrawn)
    return f"{name} withdrew this record: since {day} it is no longer there. What was seen of it stays here."


def _day(moment: dt.datetime) -> str:
    return day_words(moment.astimezone(dt.UTC).date())
