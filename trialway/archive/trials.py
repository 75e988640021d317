"""Trials out of the archive: by address, by change, by number; raw versions are normalised when asked for."""

import hashlib
import logging
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from django.db import connection

from trialway.archive.models import Link, RemovedTrial, Slug
from trialway.archive.models import Trial as TrialRow
from trialway.archive.stored import StoredSource, StoredTrial, read_trial
from trialway.errors import RecordUnreadable
from trialway.registries.known import preference
from trialway.trial import Trial

log = logging.getLogger(__name__)

_BATCH = 200


class Address(NamedTuple):
    """What an address leads to; ``canonical``: the slug that pages redirect to."""

    number: int
    change: int
    canonical: str


def find_address(slug: str) -> Address | None:
    """The trial that a registry number names, in any case; None when the store has none. One query."""
    sql, values = _finding(connection.vendor)
    wanted = slug.strip().upper()[:64]
    with connection.cursor() as cursor:
        cursor.execute(sql, [wanted if value == _ASKED else value for value in values])
        found = cursor.fetchone()
    return Address(*found) if found else None


_ASKED = "?"


@cache
def _finding(vendor: str) -> tuple[str, tuple[Any, ...]]:  # noqa: ARG001 - each has SQL of its own
    """Every address of a trial is asked for so, and to put the query into SQL takes ten times as long as to
    ask it."""
    asked = Slug.objects.filter(trial__slugs__slug=_ASKED, canonical=True)
    sql, values = asked.values_list("trial_id", "trial__change", "slug").query.sql_with_params()
    return sql, tuple(values)


def get_trial(number: int) -> Trial | None:
    """The trial with all its records at their current versions. Raises RecordUnreadable."""
    return next(map(read_trial, stored_trials([number])), None)


def trials_numbered(numbers: Sequence[int]) -> Iterator[Trial]:
    """Those of the trials that the store has and this program can read, in the order asked for."""
    for stored in stored_trials(numbers):
        try:
            yield read_trial(stored)
        except RecordUnreadable as error:
            log.warning("A list goes on without a trial. %s", error)


def find_trial(slug: str) -> Trial | None:
    """The trial at an address, canonical or not."""
    address = find_address(slug)
    return get_trial(address.number) if address else None


def count_changed_after(change: int) -> int:
    """How many trials changed after the store's counter stood at ``change``."""
    return TrialRow.objects.filter(change__gt=change).count()


def numbers_changed_after(change: int) -> set[int]:
    """Their numbers."""
    return set(TrialRow.objects.filter(change__gt=change).values_list("pk", flat=True))


def stored_changed_after(change: int) -> Iterator[StoredTrial]:
    """Those trials, not read yet, in the order of their changes; nothing is held but one small batch.

    All of them: one whose address or records are lost comes with an empty ``slug`` or without ``sources``.
    """
    while numbers := dict(
        TrialRow.objects.filter(change__gt=change).order_by("change").values_list("pk", "change")[:_BATCH]
    ):
        yield from _found(numbers)
        change = max(numbers.values())


def trials_changed_after(change: int) -> Iterator[Trial]:
    """Those trials, in the order of their changes."""
    return map(read_trial, filter(_is_whole, stored_changed_after(change)))


def removed_after(change: int) -> list[int]:
    """The numbers of the trials that went after the store's counter stood at ``change``."""
    return list(RemovedTrial.objects.filter(change__gt=change).values_list("number", flat=True))


def stored_trials(numbers: Sequence[int]) -> Iterator[StoredTrial]:
    """These trials, not read yet, in the order asked for, without those that have no address or no record."""
    return filter(_is_whole, _found(dict.fromkeys(numbers, 0)))


def _is_whole(stored: StoredTrial) -> bool:
    return bool(stored.slug and stored.sources)


def _found(changes: Mapping[int, int]) -> Iterator[StoredTrial]:
    """In the order of the numbers; two queries for any number of trials and sites. ``changes``: number → the
    trial's change, taken where it has no address that says it."""
    slugs = Slug.objects.filter(trial__in=list(changes), canonical=True)
    named = {row[0]: row for row in slugs.values_list("trial_id", "slug", "trial__change")}
    sources = _sources(list(changes))
    for number, change in changes.items():
        yield StoredTrial(*named.get(number, (number, "", change)), tuple(sources.get(number, ())))


def _sources(numbers: list[int]) -> dict[int, list[StoredSource]]:
    """The records of each trial in order of preference; one that redirects to another says nothing itself."""
    rows = (
        Link.objects.filter(trial__in=numbers, record__current__isnull=False)
        .exclude(strength="alias")
        .values_list(
            "trial_id", "record_id", "record__registry", "record__current__blob", "record__current__codec",
            "record__current__first_seen", "record__current__last_seen", "evidence", "record__withdrawn",
            "record__record_id",
        )
    )  # fmt: skip
    sources: dict[int, list[StoredSource]] = {}
    for trial, key, registry, blob, codec, first_seen, last_seen, evidence, withdrawn, number in sorted(
        rows, key=lambda row: preference(row[2], row[9], row[8] is not None)
    ):
        row = StoredSource(
            key, registry, bytes(blob), codec, first_seen, last_seen, evidence, withdrawn, number
        )
        sources.setdefault(trial, []).append(row)
    return sources


def contents_of(numbers: Sequence[int]) -> dict[int, bytes]:
    """Trial → what its records say now, as one hash, in order of preference: a key for what is made of it."""
    rows = (
        Link.objects.filter(trial__in=list(numbers), record__current__isnull=False)
        .exclude(strength="alias")
        .values_list(
            "record__registry", "record__record_id", "record__withdrawn", "trial_id",
            "record__current__content_hash",
        )
    )  # fmt: skip
    contents: dict[int, list[bytes]] = {}
    for *_, trial, content in sorted(rows, key=lambda row: preference(row[0], row[1], row[2] is not None)):
        contents.setdefault(trial, []).append(bytes(content))
    return {trial: _one_hash(hashes) for trial, hashes in contents.items()}


def _one_hash(hashes: list[bytes]) -> bytes:
    return hashes[0] if len(hashes) == 1 else hashlib.blake2b(b"".join(hashes), digest_size=16).digest()


def change_of_every_trial() -> dict[int, int]:
    """Number of every trial → the store's counter at its last change."""
    return dict(TrialRow.objects.values_list("pk", "change"))
