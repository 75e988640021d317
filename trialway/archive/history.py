"""Every version of a trial's records, newest first: what was seen when, and the records when asked for."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from django.db.models import Case, QuerySet, When

from trialway.archive.models import Record, Version
from trialway.archive.stored import read_record
from trialway.record import TrialRecord


class VersionInfo(NamedTuple):
    """A version without its content. ``name`` stands in addresses and outlives a rebuild of the store."""

    key: int
    name: str
    updated: dt.date | None
    first_seen: dt.datetime
    last_seen: dt.datetime

    @property
    def order(self) -> tuple[dt.date, dt.datetime, int]:
        """The greatest is the current version."""
        return (self.updated or dt.date.min, self.first_seen, self.key)


class RecordHistory(NamedTuple):
    """A record with its versions, newest first; ``withdrawn``: when the registry had it no more."""

    registry: str
    record_id: str
    withdrawn: dt.datetime | None
    versions: tuple[VersionInfo, ...]

    def find(self, name: str) -> VersionInfo | None:
        """The version of that name."""
        return next((version for version in self.versions if version.name == name), None)

    def before(self, version: VersionInfo) -> VersionInfo | None:
        """The version that this one replaced."""
        return next((each for each in self.versions if each.order < version.order), None)


class VersionStep(NamedTuple):
    """A version with its content, and the version that it replaced, if there is one."""

    version: VersionInfo
    before: VersionInfo | None
    record: TrialRecord
    previous: TrialRecord | None


def history_of(trial: int) -> tuple[RecordHistory, ...]:
    """All records of a trial, those too that the registry has merged into another. Two queries."""
    merged = Case(When(link__strength="alias", then=1), default=0)
    return histories(Record.objects.filter(link__trial=trial).order_by(merged, "registry", "pk"))


def histories(records: QuerySet[Record]) -> tuple[RecordHistory, ...]:
    """The records' histories, in the order of the query."""
    rows: dict[int, list[tuple[bytes, VersionInfo]]] = {record.pk: [] for record in records}
    found = Version.objects.filter(record__in=rows).values_list(
        "record_id", "content_hash", "pk", "registry_updated", "first_seen", "last_seen"
    )
    for record, content_hash, key, updated, first, last in found:
        rows[record].append((bytes(content_hash), VersionInfo(key, "", updated, first, last)))
    return tuple(
        RecordHistory(record.registry, record.record_id, record.withdrawn, _named(rows[record.pk]))
        for record in records
    )


def _named(rows: list[tuple[bytes, VersionInfo]]) -> tuple[VersionInfo, ...]:
    """Day and content name a version; the second of the same day and content gets a 2."""
    met: Counter[str] = Counter()
    named: list[VersionInfo] = []
    for content_hash, version in sorted(rows, key=lambda row: row[1].order):
        name = f"{version.updated or 'undated'}.{content_hash.hex()[:8]}"
        met[name] += 1
        named.append(version._replace(name=name if met[name] == 1 else f"{name}.{met[name]}"))
    return tuple(reversed(named))


def steps(record: RecordHistory, versions: Iterable[VersionInfo]) -> tuple[VersionStep, ...]:
    """These versions of a record, read, each with the one that it replaced. One query."""
    pairs = [(version, record.before(version)) for version in versions]
    read = read_versions(version for pair in pairs for version in pair if version)
    return tuple(
        VersionStep(version, before, read[version.key], read[before.key] if before else None)
        for version, before in pairs
    )


def read_versions(versions: Iterable[VersionInfo]) -> dict[int, TrialRecord]:
    """The records as these versions have them, by key. One query. Raises RecordUnreadable."""
    found = Version.objects.select_related("record").in_bulk([version.key for version in versions])
    return {key: _read(version) for key, version in found.items()}


def _read(version: Version) -> TrialRecord:
    record = version.record
    return read_record(record.registry, record.record_id, bytes(version.blob), version.codec)
