"""What became current and when: versions since a day, each with its changes, in the order of time."""

import datetime as dt
import logging
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from django.db.utils import DatabaseError

from trialway.archive.history import (
    RecordHistory,
    VersionInfo,
    histories,
    read_versions,
)
from trialway.archive.models import Record, Slug, Version
from trialway.differences import Change, compare
from trialway.pipeline.failures import reason_of

# Two records a version are in memory at once, and a record may have megabytes.
_BATCH = 50
_log = logging.getLogger(__name__)


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
    # A record that has lost its trial is named by trialway check, and stands at no address.
    told = [(record, key) for record, key in batch if record in slugs]
    steps = [(record, step) for record, key in told for step in _steps(found[record], key)]
    for (record, step), changes in zip(steps, _changes([step for _, step in steps]), strict=True):
        yield News(
            slugs[record], step.history.registry, step.history.record_id, step.version, step.before, changes
        )


def _changes(steps: list[_Step]) -> list[tuple[Change, ...]]:
    """What changed with each step; nothing, and a line in the log, where this program fails on a record."""
    try:
        read = read_versions(each for step in steps if step.before for each in (step.version, step.before))
        return [
            tuple(compare(read[step.before.key], read[step.version.key])) if step.before else ()
            for step in steps
        ]
    except DatabaseError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever one record makes go wrong must not stop the others
        if len(steps) > 1:
            return [changes for step in steps for changes in _changes([step])]
        _log.warning(
            "%s: what changed with the version %s cannot be told, because this program fails on it (%s). "
            "Please report it.",
            *(steps[0].history.record_id, steps[0].version.name, reason_of(error)),
        )
        return [()]


def _steps(history: RecordHistory, key: int) -> Iterator[_Step]:
    """Nothing for a version that was older than another one when it was first seen."""
    version = next(each for each in history.versions if each.key == key)
    current, *older = (each for each in history.versions if each.first_seen <= version.first_seen)
    if current is version:
        yield _Step(history, version, older[0] if older else None)


def _slugs(records: list[int]) -> dict[int, str]:
    rows = Slug.objects.filter(trial__links__record__in=records, canonical=True)
    return dict(rows.values_list("trial__links__record_id", "slug"))
