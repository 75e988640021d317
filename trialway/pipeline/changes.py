"""What became current and when: versions since a day, each with its changes, in the order of time."""

import datetime as dt
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from trialway.archive.history import (
    RecordHistory,
    VersionInfo,
    histories,
    read_versions,
)
from trialway.archive.models import Record, Slug, Version
from trialway.differences import Change, compare

# Two records a version are in memory at once, and a record may have megabytes.
_BATCH = 50


class News(NamedTuple):
    """A version that became current; ``before`` is the one that it replaced, None for a new record."""

    trial: str
    registry: str
    record_id: str
    version: VersionInfo
    before: VersionInfo | None
    changes: tuple[Change, ...]


def news(since: dt.datetime | None = None, trial: int | None = None) -> Iterator[News]:
    """Of all trials or of one; nothing is held but a small batch."""
    versions = Version.objects.order_by("first_seen", "pk")
    if since is not None:
        versions = versions.filter(first_seen__gte=since)
    if trial is not None:
        versions = versions.filter(record__link__trial=trial)
    rows = versions.values_list("record_id", "pk").iterator(chunk_size=1000)
    while batch := list(islice(rows, _BATCH)):
        yield from _told(batch)


class _Step(NamedTuple):
    history: RecordHistory
    version: VersionInfo
    before: VersionInfo | None


def _told(batch: list[tuple[int, int]]) -> Iterator[News]:
    records = Record.objects.filter(pk__in={record for record, _ in batch}).order_by("pk")
    found = dict(zip((record.pk for record in records), histories(records), strict=True))
    slugs = _slugs(list(found))
    steps = [(record, step) for record, key in batch for step in _steps(found[record], key)]
    wanted = [each for _, step in steps if step.before for each in (step.version, step.before)]
    read = read_versions(wanted)
    for record, step in steps:
        changes = compare(read[step.before.key], read[step.version.key]) if step.before else ()
        yield News(
            slugs[record], step.history.registry, step.history.record_id, step.version, step.before, changes
        )


def _steps(history: RecordHistory, key: int) -> Iterator[_Step]:
    """Nothing for a version that was older than another one when it was first seen."""
    version = next(each for each in history.versions if each.key == key)
    current, *older = (each for each in history.versions if each.first_seen <= version.first_seen)
    if current is version:
        yield _Step(history, version, older[0] if older else None)


def _slugs(records: list[int]) -> dict[int, str]:
    rows = Slug.objects.filter(trial__links__record__in=records, canonical=True)
    return dict(rows.values_list("trial__links__record_id", "slug"))
