"""Trials as the archive stores them → Trial: unpacked and normalised, in any process."""

import datetime as dt
from typing import NamedTuple

from trialway.archive import compression
from trialway.registries.known import REGISTRIES
from trialway.trial import Source, Trial


class StoredSource(NamedTuple):
    """A record of a trial at its current version; ``key`` is the record's row."""

    key: int
    registry: str
    blob: bytes
    codec: int
    first_seen: dt.datetime
    last_seen: dt.datetime
    evidence: str
    withdrawn: dt.datetime | None


class StoredTrial(NamedTuple):
    """A trial whose records were not read yet."""

    number: int
    slug: str
    change: int
    sources: tuple[StoredSource, ...]


def read_trial(stored: StoredTrial) -> Trial:
    """The trial with all its records."""
    return Trial(stored.number, stored.slug, stored.change, tuple(map(_read, stored.sources)))


def _read(source: StoredSource) -> Source:
    record = REGISTRIES[source.registry].normalise(compression.decompress(source.blob, source.codec))
    return Source(record, source.first_seen, source.last_seen, source.evidence, source.withdrawn)
