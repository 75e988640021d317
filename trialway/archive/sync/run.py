"""One sync from beginning to end, and how it is taken up again."""

import datetime as dt
from collections.abc import Callable
from contextlib import AbstractContextManager

import msgspec
from msgspec import Struct

from trialway.archive.load import Loaded, note_load
from trialway.archive.locking import writing
from trialway.archive.models import Sync
from trialway.archive.sync import fetching, reconcile
from trialway.archive.sync.publishing import note, publish
from trialway.archive.sync.staging import Staging, SyncRun
from trialway.archive.sync.verifying import why_hold
from trialway.data_folder import DataFolder
from trialway.errors import SettingError
from trialway.registries.subset import Subset
from trialway.registries.sync_source import SyncSource

# The registry dates updates by the day, and a day's data may come in two refreshes.
_OVERLAP = dt.timedelta(days=1)


class Listener(Struct):
    """Who is told how far it has come: ``fetching`` after each page, ``loading`` with each record."""

    fetching: Callable[[SyncRun], None] = lambda _: None
    loading: Callable[[Loaded], None] = lambda _: None


def last_published(registry: str) -> Sync | None:
    """The last pass over a registry that reached the archive."""
    return Sync.objects.filter(registry=registry, state="published").order_by("-started", "-pk").first()


def spool_of(folder: DataFolder, registry: str) -> Staging:
    """Where the registry's pass lies until it is published."""
    return Staging(folder.root / "incoming" / registry)


def sync(
    folder: DataFolder,
    source: SyncSource,
    subset: Subset | None,
    *,
    full: bool = False,
    listener: Listener | None = None,
) -> Sync | None:
    """Fetch and publish what is new; None when there is nothing. ``subset`` None: the one kept so far.

    A pass that was stopped is carried on; one that is held back is fetched anew. Raises RegistryError.
    """
    listener = listener or Listener()
    last, spool = last_published(source.registry), spool_of(folder, source.registry)
    wanted = _subset(subset, last)
    state = _taken_up(spool, wanted, full)
    if state is None:
        version = source.version((last.etag or None) if last and not full else None)
        if version is None:
            # The data are as fresh as the registry's own: that is news for whoever asks how old they are.
            now = dt.datetime.now(dt.UTC)
            note_load(source.registry, now, now, Loaded())
            return None
        since = None if full or last is None else dt.date.fromisoformat(last.data_timestamp[:10]) - _OVERLAP
        kind = "full" if since is None else "changes"
        state = SyncRun(
            source.registry, kind, wanted, dt.datetime.now(dt.UTC), version.timestamp, version.etag or ""
        )
        fetching.plan(source, state, since, version.day)
        state.stage = "fetching"
        spool.write(state)
    return _go_on(folder, source, spool, state, listener)


def _go_on(
    folder: DataFolder, source: SyncSource, spool: Staging, state: SyncRun, listener: Listener
) -> Sync:
    if state.stage == "fetching":
        fetching.fetch(source, spool, state, listener.fetching)
        missing = sorted(reconcile.missing(source, spool, state))
        state.reason = why_hold(spool, state, len(missing))
        if state.reason:
            state.stage = "held"
            spool.write(state)
            return note(state, "held", Loaded())
        reconcile.ask_for(source, spool, state, missing)
        state.stage = "publishing"
        spool.write(state)
    return _publish(folder, spool, state, listener)


def accept(folder: DataFolder, source: SyncSource, listener: Listener | None = None) -> Sync:
    """Publish the pass that is held back."""
    spool = spool_of(folder, source.registry)
    state = spool.read()
    if state is None or state.stage != "held":
        raise SettingError(
            f"No pass is held back, so there is nothing to accept; run trialway sync {source.registry}."
        )
    reconcile.ask_for(source, spool, state, sorted(reconcile.missing(source, spool, state)))
    state.stage = "publishing"
    spool.write(state)
    return _publish(folder, spool, state, listener or Listener())


def _publish(folder: DataFolder, spool: Staging, state: SyncRun, listener: Listener) -> Sync:
    lock: AbstractContextManager[None] = writing(folder)
    with lock:
        done = publish(folder, spool, state, listener.loading)
    spool.clear()
    return done


def _taken_up(spool: Staging, subset: Subset, full: bool) -> SyncRun | None:
    state = spool.read()
    if state is None or state.stage not in {"fetching", "publishing"}:
        return None
    if state.stage == "fetching" and (state.subset != subset or (full and state.kind != "full")):
        return None
    return state


def _subset(wanted: Subset | None, last: Sync | None) -> Subset:
    """A subset stays the subset that it is."""
    kept = msgspec.json.decode(last.subset, type=Subset) if last else None
    if wanted is None or kept is None or wanted == kept:
        return wanted or kept or Subset()
    raise SettingError(
        f"This data folder keeps {kept.words} of the registry, not {wanted.words}; leave the options out, "
        "or use another folder with --data."
    )
