"""Trials as the archive stores them → Trial: unpacked and normalised, in any process."""

import datetime as dt
from typing import NamedTuple

from trialway.archive import compression
from trialway.errors import RecordUnreadable
from trialway.record import TrialRecord
from trialway.registries.known import REGISTRIES
from trialway.trial import Source, Trial


class StoredSource(NamedTuple):
    """A record of a trial at its current version; ``key`` is the record's row, ``number`` the registry's."""

    key: int
    registry: str
    blob: bytes
    codec: int
    first_seen: dt.datetime
    last_seen: dt.datetime
    evidence: str
    withdrawn: dt.datetime | None
    number: str = ""


class StoredTrial(NamedTuple):
    """A trial whose records were not read yet."""

    number: int
    slug: str
    change: int
    sources: tuple[StoredSource, ...]


def read_trial(stored: StoredTrial) -> Trial:
    """The trial with all its records. Raises RecordUnreadable."""
    return Trial(stored.number, stored.slug, stored.change, tuple(map(_read, stored.sources)))


def _read(source: StoredSource) -> Source:
    record = read_record(source.registry, source.number, source.blob, source.codec)
    return Source(record, source.first_seen, source.last_seen, source.evidence, source.withdrawn)


def read_record(registry: str, number: str, blob: bytes, codec: int) -> TrialRecord:
    """A version of a record. Raises RecordUnreadable, whatever goes wrong."""
    try:
        return REGISTRIES[registry].normalise(compression.decompress(blob, codec))
    except Exception as error:
        raise RecordUnreadable(registry, number, f"{type(error).__name__}: {error}"[:300]) from error
