"""How each registry stands in the store: how much, how fresh, what failed or is held back, and why."""

import datetime as dt

import msgspec
from django.db.models import Count, Max, Min, QuerySet
from msgspec import Struct

from trialway.archive.models import Load, Oddity, Record, Refusal, Sync, Version
from trialway.registries.known import REGISTRIES
from trialway.registries.subset import Subset

_MOST = 10


class Pass(Struct, frozen=True):
    """A sync that came to its end. ``registry_time`` is the registry's own time of its data."""

    finished: dt.datetime
    registry_time: str
    subset: str
    fetched: int
    new: int
    changed: int
    withdrawn: int
    refused: int
    reason: str = ""


class UnmappedValue(Struct, frozen=True):
    """A value that no record of ours could take: ``what`` is ``unknown`` or ``left out``."""

    what: str
    place: str
    raw: str
    records: int


class RegistryStatus(Struct, frozen=True):
    """One registry. ``seen``: the day that the newest load speaks of; ``held``: newer than ``synced``."""

    registry: str
    records: int
    withdrawn: int
    versions: int
    newest_update: dt.date | None
    seen: dt.datetime | None
    synced: Pass | None
    held: Pass | None
    unknown_values: int
    left_out: int
    unread: tuple[UnmappedValue, ...]


class RefusedInput(Struct, frozen=True):
    """Why pieces of files were no records, how many, and where one of them stood."""

    reason: str
    times: int
    example: str


def registry_statuses() -> tuple[RegistryStatus, ...]:
    """Every registry that Trialway reads, also one that the store has nothing of."""
    return tuple(_standing(registry) for registry in REGISTRIES)


def seen_between() -> tuple[dt.date, dt.date] | None:
    """The days on which the registries were last seen to say what is here: of the record that was not
    looked at for longest, and of the newest load. A sync looks at every record. None while there is nothing.
    """
    newest = Load.objects.aggregate(newest=Max("seen"))["newest"]
    kept = Record.objects.filter(current__isnull=False, withdrawn=None)
    oldest = kept.aggregate(oldest=Min("current__last_seen"))["oldest"]
    if newest is None or oldest is None:
        return None
    synced = Sync.objects.filter(state="published").aggregate(newest=Max("finished"))["newest"]
    return _day(min(newest, max(oldest, synced) if synced else oldest)), _day(newest)


def _day(time: dt.datetime) -> dt.date:
    return time.astimezone(dt.UTC).date()


def refusals(most: int = _MOST) -> tuple[RefusedInput, ...]:
    """The commonest reasons first."""
    rows = (
        Refusal.objects.values_list("reason")
        .annotate(times=Count("pk"), latest=Max("pk"))
        .order_by("-times", "reason")[:most]
    )
    examples = Refusal.objects.in_bulk([latest for _, _, latest in rows])
    return tuple(
        RefusedInput(reason, times, f"{examples[latest].source}, {examples[latest].position}")
        for reason, times, latest in rows
    )


def unread_values(oddities: QuerySet[Oddity], most: int = _MOST) -> tuple[UnmappedValue, ...]:
    """The values among these that stand in the most records first."""
    rows = (
        oddities.values_list("what", "place", "raw")
        .annotate(records=Count("record", distinct=True))
        .order_by("-records", "place", "raw")
    )
    return tuple(UnmappedValue(*row) for row in rows[:most])


def _standing(registry: str) -> RegistryStatus:
    records = Record.objects.filter(registry=registry)
    versions = Version.objects.filter(record__registry=registry)
    oddities = Oddity.objects.filter(record__registry=registry)
    odd = dict(oddities.values_list("what").annotate(count=Count("pk")))
    synced = _latest(registry, "published")
    held = _latest(registry, "held")
    return RegistryStatus(
        registry=registry,
        records=records.count(),
        withdrawn=records.exclude(withdrawn=None).count(),
        versions=versions.count(),
        newest_update=versions.aggregate(newest=Max("registry_updated"))["newest"],
        seen=Load.objects.filter(registry=registry).aggregate(newest=Max("seen"))["newest"],
        synced=_pass(synced) if synced else None,
        held=_pass(held) if held and (synced is None or held.pk > synced.pk) else None,
        unknown_values=odd.get("unknown", 0),
        left_out=odd.get("left out", 0),
        unread=unread_values(oddities),
    )


def _latest(registry: str, state: str) -> Sync | None:
    return Sync.objects.filter(registry=registry, state=state).order_by("-pk").first()


def _pass(sync: Sync) -> Pass:
    return Pass(
        finished=sync.finished,
        registry_time=sync.data_timestamp,
        subset=msgspec.json.decode(sync.subset, type=Subset).words,
        fetched=sync.fetched,
        new=sync.new,
        changed=sync.changed,
        withdrawn=sync.withdrawn,
        refused=sync.refused,
        reason=sync.reason,
    )
