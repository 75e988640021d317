"""The history as JSON: every version with the days on which it was seen, and its changes."""

import datetime as dt
from collections.abc import Sequence

from msgspec import Struct

from trialway.archive.history import RecordHistory, VersionInfo, VersionStep
from trialway.differences import compare
from trialway.differences.describe_changes import DescribedChange, describe_changes
from trialway.presenters.history.comparison import Compared


class VersionJSON(Struct, frozen=True):
    """``before`` is the version that was replaced; without one there are no changes to tell."""

    version: str
    registry_updated: dt.date | None
    first_seen: dt.datetime
    last_seen: dt.datetime
    before: str | None
    changes: list[DescribedChange]


class HistoryJSON(Struct, frozen=True):
    """``older``: the version after which the next page goes on, None when there is none."""

    registry: str
    record: str
    withdrawn: dt.datetime | None
    count: int
    versions: list[VersionJSON]
    older: str | None


class ComparisonJSON(Struct, frozen=True):
    registry: str
    record: str
    before: str
    after: str
    changes: list[DescribedChange]


def history_to_json(record: RecordHistory, steps: Sequence[VersionStep]) -> HistoryJSON:
    last = steps[-1].version if steps else None
    return HistoryJSON(
        registry=record.registry,
        record=record.record_id,
        withdrawn=record.withdrawn,
        count=len(record.versions),
        versions=[_version(step) for step in steps],
        older=last.name if last and record.before(last) else None,
    )


def comparison_to_json(record: RecordHistory, before: Compared, after: Compared) -> ComparisonJSON:
    changes = [describe_changes(change) for change in compare(before.record, after.record)]
    return ComparisonJSON(record.registry, record.record_id, before.version.name, after.version.name, changes)


def _version(step: VersionStep) -> VersionJSON:
    version: VersionInfo = step.version
    changes = compare(step.previous, step.record) if step.previous else ()
    return VersionJSON(
        version=version.name,
        registry_updated=version.updated,
        first_seen=version.first_seen,
        last_seen=version.last_seen,
        before=step.before.name if step.before else None,
        changes=[describe_changes(change) for change in changes],
    )
