"""The history as JSON: every version with the days on which it was seen, and its changes."""

import datetime as dt
from collections.abc import Sequence

from msgspec import Struct

from trialway.archive.history import Known, RecordHistory, Step
from trialway.differences import compare
from trialway.differences.telling import Told, tell
from trialway.site.presenters.history.comparison import Compared


class TwinVersion(Struct, frozen=True):
    """``before`` is the version that was replaced; without one there are no changes to tell."""

    version: str
    registry_updated: dt.date | None
    first_seen: dt.datetime
    last_seen: dt.datetime
    before: str | None
    changes: list[Told]


class TwinHistory(Struct, frozen=True):
    """``older``: the version after which the next page goes on, None when there is none."""

    registry: str
    record: str
    withdrawn: dt.datetime | None
    count: int
    versions: list[TwinVersion]
    older: str | None


class TwinComparison(Struct, frozen=True):
    registry: str
    record: str
    before: str
    after: str
    changes: list[Told]


def twin_history(record: RecordHistory, steps: Sequence[Step]) -> TwinHistory:
    last = steps[-1].version if steps else None
    return TwinHistory(
        registry=record.registry,
        record=record.record_id,
        withdrawn=record.withdrawn,
        count=len(record.versions),
        versions=[_version(step) for step in steps],
        older=last.name if last and record.before(last) else None,
    )


def twin_comparison(record: RecordHistory, before: Compared, after: Compared) -> TwinComparison:
    changes = [tell(change) for change in compare(before.record, after.record)]
    return TwinComparison(record.registry, record.record_id, before.version.name, after.version.name, changes)


def _version(step: Step) -> TwinVersion:
    version: Known = step.version
    changes = compare(step.previous, step.record) if step.previous else ()
    return TwinVersion(
        version=version.name,
        registry_updated=version.updated,
        first_seen=version.first_seen,
        last_seen=version.last_seen,
        before=step.before.name if step.before else None,
        changes=[tell(change) for change in changes],
    )
