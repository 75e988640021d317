"""Writes a batch of raw records: versions, and what is made of them. All of a batch, or nothing of it."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from django.db import transaction

from trialway.archive.derive import update_trials
from trialway.archive.models import Record, Version
from trialway.archive.rows import insert, reserve_keys, update
from trialway.archive.timeline import Observation, insert_observation
from trialway.registries.record_header import RecordHeader


class IncomingRecord(NamedTuple):
    """A described and compressed record on its way in; ``seen``: when the registry said so (UTC)."""

    registry: str
    described: RecordHeader
    blob: bytes
    codec: int
    seen: dt.datetime

    @property
    def key(self) -> tuple[str, str]:
        """What names the record."""
        return self.registry, self.described.record_id

    @property
    def observation(self) -> Observation:
        """The arrival as its record's timeline sees it."""
        return Observation(None, self.described.content_hash, self.described.updated, self.seen, self.seen)


class Stored(NamedTuple):
    """How many records were new, how many got another version, how many said nothing new."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0


class _Change(NamedTuple):
    """A record of the batch, before and after; new versions in ``after`` have no key until inserted."""

    record: Record
    arrival: IncomingRecord
    before: list[Observation]
    after: list[Observation]


def store(arrivals: list[IncomingRecord]) -> Stored:
    """Store a batch in one transaction; each record at most once in a batch."""
    with transaction.atomic():
        records = _records(arrivals)
        timelines = _timelines(records.values())
        changes = [
            _Change(record, arrival, before, insert_observation(before, arrival.observation))
            for arrival in arrivals
            for record in [records[arrival.key]]
            for before in [timelines[record.pk]]
        ]
        stored = _counted(changes)
        _extend_versions(changes)
        _insert_versions(changes)
        _point_to_current(changes)
    return stored


def _counted(changes: list[_Change]) -> Stored:
    new = sum(not change.before for change in changes)
    changed = sum(
        bool(change.before) and any(seen.key is None for seen in change.after) for change in changes
    )
    return Stored(new, changed, len(changes) - new - changed)


def _records(arrivals: list[IncomingRecord]) -> dict[tuple[str, str], Record]:
    wanted = {arrival.key for arrival in arrivals}
    assert len(wanted) == len(arrivals), "a batch holds each record at most once"
    known = _known_records(wanted)
    missing = sorted(wanted - known.keys())
    keys = reserve_keys(Record, len(missing))
    insert(
        Record, ("id", "registry", "record_id"), ((pk, *name) for pk, name in zip(keys, missing, strict=True))
    )
    known.update(
        (name, Record(pk=pk, registry=name[0], record_id=name[1]))
        for pk, name in zip(keys, missing, strict=True)
    )
    return known


def _known_records(wanted: set[tuple[str, str]]) -> dict[tuple[str, str], Record]:
    found = Record.objects.filter(
        registry__in={registry for registry, _ in wanted}, record_id__in={number for _, number in wanted}
    )
    return {(record.registry, record.record_id): record for record in found}


def _timelines(records: Iterable[Record]) -> dict[int, list[Observation]]:
    timelines: dict[int, list[Observation]] = defaultdict(list)
    rows = Version.objects.filter(record__in=[record.pk for record in records]).values_list(
        "record_id", "pk", "content_hash", "registry_updated", "first_seen", "last_seen"
    )
    for record, key, content_hash, updated, first, last in rows:
        timelines[record].append(Observation(key, bytes(content_hash), updated, first, last))
    return timelines


def _extend_versions(changes: list[_Change]) -> None:
    """Versions that were there already and are now known to have held for longer, or for less long."""
    before = {seen.key: seen for change in changes for seen in change.before}
    rows = (
        (seen.first_seen, seen.last_seen, seen.key)
        for change in changes
        for seen in change.after
        if seen.key is not None and seen != before[seen.key]
    )
    update(Version, ("first_seen", "last_seen"), rows)


def _insert_versions(changes: list[_Change]) -> None:
    places = [
        (change, place) for change in changes for place, seen in enumerate(change.after) if seen.key is None
    ]
    rows = []
    for key, (change, at) in zip(reserve_keys(Version, len(places)), places, strict=True):
        change.after[at] = change.after[at]._replace(key=key)
        rows.append(_row(change, change.after[at]))
    insert(Version, _COLUMNS, rows)


_COLUMNS = ("content_hash", "registry_updated", "first_seen", "last_seen", "id", "record_id", "codec", "blob")


def _row(change: _Change, seen: Observation) -> tuple[object, ...]:
    codec, blob = _packed(change, seen)
    when = (seen.updated, seen.first_seen, seen.last_seen)
    return (seen.content_hash, *when, seen.key, change.record.pk, codec, blob)


def _packed(change: _Change, seen: Observation) -> tuple[int, bytes]:
    """The bytes of a version: those that arrived, or those of a stored version that says the same."""
    if seen.content_hash == change.arrival.described.content_hash:
        return change.arrival.codec, change.arrival.blob
    version = Version.objects.filter(record=change.record, content_hash=seen.content_hash)[0]
    return version.codec, bytes(version.blob)


def _point_to_current(changes: list[_Change]) -> None:
    """The greatest (registry's update, first seen) is current; what is made of a record follows it."""
    moved = []
    for change in changes:
        latest = max(change.after, key=lambda seen: (*seen.order, seen.key or 0))
        if latest.key != change.record.current_id:
            change.record.current_id = latest.key
            moved.append(change.record)
    update(Record, ("current_id",), ((record.current_id, record.pk) for record in moved))
    update_trials([change.record for change in changes], {record.pk for record in moved})
