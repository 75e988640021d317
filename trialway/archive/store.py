"""Writes a batch of raw records: versions, and what is made of them. All of a batch, or nothing of it."""

import datetime as dt
from collections import defaultdict
from typing import NamedTuple

from django.db import transaction

from trialway.archive import compression
from trialway.archive.derive import Current, derive
from trialway.archive.models import Record, Version
from trialway.archive.timeline import Seen, place
from trialway.registries.described import Described


class Arrival(NamedTuple):
    """A described raw record on its way in; ``seen``: when the registry said so (UTC)."""

    registry: str
    described: Described
    raw: bytes
    seen: dt.datetime

    @property
    def key(self) -> tuple[str, str]:
        """What names the record."""
        return self.registry, self.described.record_id

    @property
    def observation(self) -> Seen:
        """The arrival as its record's timeline sees it."""
        return Seen(None, self.described.content_hash, self.described.updated, self.seen, self.seen)


class Stored(NamedTuple):
    """How many records were new, how many got another version, how many said nothing new."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0


class _Change(NamedTuple):
    """A record of the batch, before and after."""

    record: Record
    arrival: Arrival
    before: list[Seen]
    after: list[Seen]

    @property
    def inserted(self) -> list[Seen]:
        return [seen for seen in self.after if seen.key is None]


def store(arrivals: list[Arrival]) -> Stored:
    """Store a batch in one transaction; each record at most once in a batch."""
    with transaction.atomic():
        records = _records(arrivals)
        timelines = _timelines(records)
        changes = [
            _Change(record, arrival, before, place(before, arrival.observation))
            for arrival in arrivals
            for record in [records[arrival.key]]
            for before in [timelines[record.pk]]
        ]
        _extend_versions(changes)
        _insert_versions(changes)
        _point_to_current(changes)
    new = sum(not change.before for change in changes)
    changed = sum(bool(change.before and change.inserted) for change in changes)
    return Stored(new, changed, len(changes) - new - changed)


def _records(arrivals: list[Arrival]) -> dict[tuple[str, str], Record]:
    wanted = {arrival.key for arrival in arrivals}
    assert len(wanted) == len(arrivals), "a batch holds each record at most once"
    known = _known_records(wanted)
    missing = [
        Record(registry=registry, record_id=number) for registry, number in sorted(wanted - known.keys())
    ]
    known.update(
        {(record.registry, record.record_id): record for record in Record.objects.bulk_create(missing)}
    )
    return known


def _known_records(wanted: set[tuple[str, str]]) -> dict[tuple[str, str], Record]:
    found = Record.objects.filter(
        registry__in={registry for registry, _ in wanted}, record_id__in={number for _, number in wanted}
    )
    return {(record.registry, record.record_id): record for record in found}


def _timelines(records: dict[tuple[str, str], Record]) -> dict[int, list[Seen]]:
    timelines: dict[int, list[Seen]] = defaultdict(list)
    rows = Version.objects.filter(record__in=[record.pk for record in records.values()]).values_list(
        "record_id", "pk", "content_hash", "registry_updated", "first_seen", "last_seen"
    )
    for record, key, content_hash, updated, first, last in rows:
        timelines[record].append(Seen(key, bytes(content_hash), updated, first, last))
    return timelines


def _extend_versions(changes: list[_Change]) -> None:
    """Versions that were there already and are now known to have held for longer, or for less long."""
    before = {seen.key: seen for change in changes for seen in change.before}
    longer = [
        Version(pk=seen.key, first_seen=seen.first_seen, last_seen=seen.last_seen)
        for change in changes
        for seen in change.after
        if seen.key is not None and seen != before[seen.key]
    ]
    Version.objects.bulk_update(longer, ["first_seen", "last_seen"])


def _insert_versions(changes: list[_Change]) -> None:
    Version.objects.bulk_create(_version(change, seen) for change in changes for seen in change.inserted)


def _version(change: _Change, seen: Seen) -> Version:
    codec = compression.codec_of(change.arrival.registry)
    return Version(
        record=change.record,
        content_hash=seen.content_hash,
        registry_updated=seen.updated,
        first_seen=seen.first_seen,
        last_seen=seen.last_seen,
        codec=codec,
        blob=compression.compress(_raw_of(change, seen), codec),
    )


def _point_to_current(changes: list[_Change]) -> None:
    """The greatest (registry's update, first seen) is current; what is made of a record follows it."""
    inserted = [change for change in changes if change.inserted]
    timelines = _timelines({change.arrival.key: change.record for change in inserted})
    moved = []
    for change in inserted:
        latest = max(timelines[change.record.pk], key=lambda seen: (*seen.order, seen.key or 0))
        if latest.key != change.record.current_id:
            change.record.current_id = latest.key
            moved.append(Current(change.record, _raw_of(change, latest)))
    Record.objects.bulk_update([current.record for current in moved], ["current"])
    derive(moved)


def _raw_of(change: _Change, seen: Seen) -> bytes:
    """The bytes of a version: those that arrived, or those of a stored version that says the same."""
    if seen.content_hash == change.arrival.described.content_hash:
        return change.arrival.raw
    version = Version.objects.filter(record=change.record, content_hash=seen.content_hash)[0]
    return compression.decompress(bytes(version.blob), version.codec)
