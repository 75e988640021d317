"""Where an observation of a record belongs among its versions. Pure: it decides, ``store.py`` writes.

Versions are ordered by (the registry's own date of update, first seen). An observation is compared with its
neighbours in time alone, so A → B → A is three versions; what was loaded last is of no importance.
"""

import datetime as dt
from typing import NamedTuple


class Observation(NamedTuple):
    """A version as the timeline sees it; ``key`` is None for one that is not stored yet."""

    key: int | None
    content_hash: bytes
    updated: dt.date | None
    first_seen: dt.datetime
    last_seen: dt.datetime

    @property
    def order(self) -> tuple[dt.date, dt.datetime]:
        return (self.updated or dt.date.min, self.first_seen)


def insert_observation(timeline: list[Observation], seen: Observation) -> list[Observation]:
    """The timeline, in order, after the observation ``seen`` (its first and last seen are the same moment).

    A version seen before and after a different one is split: it held twice. The second half has no key.
    """
    ordered = sorted(timeline, key=lambda version: version.order)
    before = [version for version in ordered if version.order <= seen.order]
    after = ordered[len(before) :]
    if before and before[-1].content_hash == seen.content_hash:
        before[-1] = before[-1]._replace(last_seen=max(before[-1].last_seen, seen.last_seen))
        return before + after
    if after and after[0].content_hash == seen.content_hash and not _interrupts(before, seen):
        after[0] = after[0]._replace(first_seen=seen.first_seen)
        return before + after
    return [*_split_last(before, seen), seen, *_second_half(before, seen), *after]


def _interrupts(before: list[Observation], seen: Observation) -> bool:
    return bool(before) and before[-1].updated == seen.updated and before[-1].last_seen > seen.first_seen


def _split_last(before: list[Observation], seen: Observation) -> list[Observation]:
    if not _interrupts(before, seen):
        return before
    return [*before[:-1], before[-1]._replace(last_seen=before[-1].first_seen)]


def _second_half(before: list[Observation], seen: Observation) -> list[Observation]:
    if not _interrupts(before, seen):
        return []
    return [before[-1]._replace(key=None, first_seen=before[-1].last_seen)]
