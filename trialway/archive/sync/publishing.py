"""Spool ─▶ archive: the pages are loaded, what is gone is marked, what moved redirects."""

import datetime as dt
from collections.abc import Callable

import msgspec
from django.db import transaction
from django.db.models import Exists, OuterRef

from trialway.archive.derive import bump_change, remove
from trialway.archive.load import Loaded, load_paths
from trialway.archive.models import Link, Record, Slug, Sync, Version
from trialway.archive.sync.staging import Staging, SyncRun
from trialway.data_folder import DataFolder


def publish(folder: DataFolder, spool: Staging, state: SyncRun, progress: Callable[[Loaded], None]) -> Sync:
    """Load the whole pass under the caller's lock; killed anywhere, publishing again ends the same."""
    loaded = load_paths(folder, spool.pages(), seen=state.started, registry=state.registry, progress=progress)
    with transaction.atomic():
        _welcome_back(state)
        _mark_gone(state)
        for old, new in state.moved.items():
            _redirect(state.registry, old, new)
        return note(state, "published", _counted(state, loaded))


def _counted(state: SyncRun, loaded: Loaded) -> Loaded:
    """What the whole pass brought, told by the archive: publishing that was killed brought a part before."""
    made = Version.objects.filter(record__registry=state.registry, first_seen=state.started)
    older = Version.objects.filter(record=OuterRef("record"), first_seen__lt=state.started)
    versions, changed = made.count(), made.filter(Exists(older)).count()
    unchanged = loaded.records - versions
    return Loaded(versions - changed, changed, unchanged, loaded.refused, loaded.files, loaded.bytes_read)


def note(state: SyncRun, outcome: str, loaded: Loaded) -> Sync:
    """Keep what became of a pass."""
    return Sync.objects.create(
        registry=state.registry,
        kind=state.kind,
        subset=msgspec.json.encode(state.subset).decode(),
        state=outcome,
        reason=state.reason,
        started=state.started,
        finished=dt.datetime.now(dt.UTC),
        data_timestamp=state.data_timestamp,
        etag=state.etag,
        fetched=state.fetched,
        new=loaded.new,
        changed=loaded.changed,
        unchanged=loaded.unchanged,
        refused=loaded.refused,
        withdrawn=len(state.gone) + len(state.moved),
    )


def _mark_gone(state: SyncRun) -> None:
    gone = Record.objects.filter(
        registry=state.registry, record_id__in=[*state.gone, *state.moved], withdrawn__isnull=True
    )
    numbers = list(gone.values_list("pk", flat=True))
    gone.update(withdrawn=state.started)
    bump_change(set(numbers))


def _welcome_back(state: SyncRun) -> None:
    """A record that the registry has again is withdrawn no more."""
    back = Record.objects.filter(
        registry=state.registry, withdrawn__isnull=False, current__last_seen=state.started
    ).exclude(record_id__in=state.gone)
    numbers = list(back.values_list("pk", flat=True))
    back.update(withdrawn=None)
    bump_change(set(numbers))


def _redirect(registry: str, old: str, new: str) -> None:
    """The old number leads to the trial of the new one; its record stays, as one of that trial's."""
    into = Link.objects.filter(record__registry=registry, record__record_id=new).first()
    link = Link.objects.filter(record__registry=registry, record__record_id=old).first()
    if into is None or link is None or into.trial_id == link.trial_id:
        return
    left = link.trial_id
    link.trial_id, link.evidence, link.strength = into.trial_id, f"the registry redirects to {new}", "alias"
    link.save()
    _move_addresses(left, into.trial_id, old)
    bump_change({into.record_id})


def _move_addresses(left: int, into: int, old: str) -> None:
    """Of a trial that still has a record that speaks for itself, the one address; of another one all that
    leads to it, and the trial is no more."""
    staying = Link.objects.filter(trial=left).exclude(strength="alias").order_by("pk").first()
    if staying is None:
        Link.objects.filter(trial=left).update(trial=into)
        Slug.objects.filter(trial=left).update(trial=into, canonical=False)
        remove(left)
        return
    Slug.objects.filter(trial=left, slug=old).update(trial=into, canonical=False)
    if not Slug.objects.filter(trial=left, canonical=True).exists():
        Slug.objects.filter(trial=left, slug=staying.record.record_id).update(canonical=True)
    bump_change({staying.record_id})
