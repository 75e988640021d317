"""What ``trialway check`` knows: counts, odd values, refusals, age, and whether all is whole."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

from django.db import connection
from django.db.models import F, Max
from django.db.utils import DatabaseError
from msgspec import Struct

from trialway.archive import compression
from trialway.archive.migrating import damaged
from trialway.archive.models import Link, Load, Oddity, Record, Refusal, Slug, Trial, Version
from trialway.archive.registry_status import (
    RefusedInput,
    UnmappedValue,
    refusals,
    registry_statuses,
    unread_values,
)
from trialway.registries.known import REGISTRIES

_MOST = 20


class Report(Struct):
    """The state of the store. ``faults`` are corruption or loss; ``warnings`` are not."""

    trials: int
    records: int
    versions: int
    newest_update: dt.date | None
    last_load: dt.datetime | None
    odd: tuple[UnmappedValue, ...]
    odd_total: int
    refused: tuple[RefusedInput, ...]
    refused_total: int
    faults: list[str]
    warnings: list[str]


def examine(stale_days: int, progress: Callable[[int], None] = lambda _: None) -> Report:
    """Reads every current version; ``progress`` is told how many. Raises StoreDamaged for damaged pages."""
    _refuse_damaged_pages()
    last = Load.objects.order_by("-finished").first()
    return Report(
        trials=Trial.objects.count(),
        records=Record.objects.count(),
        versions=Version.objects.count(),
        newest_update=Version.objects.aggregate(newest=Max("registry_updated"))["newest"],
        last_load=last.finished if last else None,
        odd=unread_values(Oddity.objects.all(), _MOST),
        odd_total=Oddity.objects.count(),
        refused=refusals(_MOST),
        refused_total=Refusal.objects.count(),
        faults=[*_orphans(), *_unreadable(progress)],
        warnings=[*_age(last, stale_days), *_held_back()],
    )


def _refuse_damaged_pages() -> None:
    """PostgreSQL looks after its own pages."""
    if connection.vendor != "sqlite":
        return
    try:
        with connection.cursor() as cursor:
            found = cursor.execute("PRAGMA integrity_check(1)").fetchone()[0]
    except DatabaseError as error:
        found = str(error)
    if found != "ok":
        raise damaged(Path(connection.settings_dict["NAME"]), DatabaseError(found))


def _orphans() -> Iterator[str]:
    """Rows that lost what they belong to; each names how many and what to do."""
    remedy = "restore a backup, or load the registry's records again"
    counts = {
        "records have no version": Record.objects.filter(versions__isnull=True).count(),
        "records have versions and no current one": Record.objects.filter(
            current__isnull=True, versions__isnull=False
        )
        .distinct()
        .count(),
        "records point to a version of another record": Record.objects.exclude(current__record=F("pk"))
        .exclude(current=None)
        .count(),
        "records belong to no trial": Record.objects.filter(link__isnull=True).count(),
        "trials have no record": Trial.objects.exclude(
            pk__in=Link.objects.exclude(strength="alias").values("trial")
        ).count(),
        "trials have no address": Trial.objects.exclude(
            pk__in=Slug.objects.filter(canonical=True).values("trial")
        ).count(),
    }
    yield from (f"{count:,} {what}; {remedy}." for what, count in counts.items() if count)


def _unreadable(progress: Callable[[int], None]) -> Iterator[str]:
    links = Link.objects.select_related("record__current").order_by("pk").iterator(chunk_size=200)
    for number, link in enumerate(links, 1):
        version = link.record.current
        if version is not None and not _reads(link.record, version):
            yield f"{link.record.record_id}: its version cannot be read; restore a backup."
        progress(number)


def _reads(record: Record, version: Version) -> bool:
    try:
        raw = compression.decompress(bytes(version.blob), version.codec)
        described = REGISTRIES[record.registry].describe(raw)
    except Exception:  # noqa: BLE001 - whatever the bytes are, the other records are looked at too
        return False
    return described.record_id == record.record_id and described.content_hash == bytes(version.content_hash)


def _held_back() -> Iterator[str]:
    for standing in registry_statuses():
        if standing.held is not None:
            yield (
                f"The sync of {standing.registry} of {standing.held.finished:%Y-%m-%d} is held back: "
                f"{standing.held.reason} trialway sync {standing.registry} --accept publishes it."
            )


def _age(last: Load | None, stale_days: int) -> Iterator[str]:
    if last is None:
        yield "Nothing was loaded yet; trialway load takes the registry's files."
        return
    days = (dt.datetime.now(dt.UTC) - last.seen).days
    if days > stale_days:
        yield f"The last load speaks of {last.seen:%Y-%m-%d}, {days:,} days ago; load newer records."
