"""Files → archive: the whole way in, batch by batch; killed at any moment, the same call carries on."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from trialway.archive.files.raw_record import RawRecord, Unreadable
from trialway.archive.files.read_files import find_files, read_file
from trialway.archive.models import Load, Refusal
from trialway.archive.prefetch import prefetch_in_process
from trialway.archive.preparing import Found, prepare
from trialway.archive.rejected import keep_rejected
from trialway.archive.store import IncomingRecord, store
from trialway.data_folder import DataFolder
from trialway.registries.known import DEFAULT
from trialway.vocabulary.dates import read_date

_BATCH_RECORDS = 500
_BATCH_BYTES = 32 * 1024 * 1024


class Loaded(Struct):
    """What a load did. ``bytes_read`` counts the bytes of the files as they lie on the disk."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    refused: int = 0
    files: int = 0
    bytes_read: int = 0

    @property
    def records(self) -> int:
        """All that was taken."""
        return self.new + self.changed + self.unchanged


def load_paths(
    folder: DataFolder,
    paths: Iterable[Path],
    *,
    seen: dt.datetime | None = None,
    registry: str = DEFAULT,
    progress: Callable[[Loaded], None] = lambda _: None,
) -> Loaded:
    """Load every record in the files and folders. ``seen``: when the registry said so; default now (UTC).

    ``registry``: whose records they are. The caller holds the data folder's write lock. ``progress`` is
    called with every piece that was read.
    """
    started = dt.datetime.now(dt.UTC)
    loaded = Loaded()
    batch = _Batch(loaded)
    newest: dt.datetime | None = None
    found = _read(folder, registry, find_files(paths), seen or started, loaded)
    for item, prepared in prefetch_in_process(prepare, found, weight=lambda item: len(item.piece.raw)):
        if isinstance(prepared, str):
            refused = Unreadable([item.piece.raw], item.piece.position, prepared)
            _refuse(folder, item.source, refused, seen or started, loaded)
        else:
            moment = _seen(item.piece, seen or started)
            newest = max(newest or moment, moment)
            batch.add(IncomingRecord(registry, *prepared, moment))
        progress(loaded)
    batch.flush()
    progress(loaded)
    if newest:  # where all was refused, nothing was learnt: what is here is no fresher than before
        note_load(registry, started, newest, loaded)
    return loaded


def _read(
    folder: DataFolder, registry: str, files: Iterable[Path], seen: dt.datetime, loaded: Loaded
) -> Iterator[Found]:
    """The pieces of all files; what cannot be read is refused on the way."""
    for path in files:
        before = loaded.bytes_read

        def used(count: int, before: int = before) -> None:
            loaded.bytes_read = before + count

        for source, found in read_file(path, used):
            if isinstance(found, Unreadable):
                _refuse(folder, source, found, seen, loaded)
            else:
                yield Found(registry, source, found)
        loaded.files += 1
        loaded.bytes_read = before + path.stat().st_size


class _Batch:
    """Arrivals that wait to be stored together, each record at most once."""

    def __init__(self, loaded: Loaded) -> None:
        self.loaded = loaded
        self.arrivals: dict[tuple[str, str], IncomingRecord] = {}
        self.size = 0

    def add(self, arrival: IncomingRecord) -> None:
        if arrival.key in self.arrivals:
            self.flush()
        self.arrivals[arrival.key] = arrival
        self.size += len(arrival.blob)
        if len(self.arrivals) >= _BATCH_RECORDS or self.size >= _BATCH_BYTES:
            self.flush()

    def flush(self) -> None:
        if self.arrivals:
            stored = store(list(self.arrivals.values()))
            self.loaded.new += stored.new
            self.loaded.changed += stored.changed
            self.loaded.unchanged += stored.unchanged
        self.arrivals, self.size = {}, 0


def _seen(piece: RawRecord, otherwise: dt.datetime) -> dt.datetime:
    """A record in an envelope may say itself when it was seen."""
    stated = read_date(piece.seen) if piece.seen else None
    return at_midnight(stated.first_day) if stated else otherwise


def at_midnight(day: dt.date) -> dt.datetime:
    """A day as the archive keeps moments: its first in UTC."""
    return dt.datetime.combine(day, dt.time(), dt.UTC)


def _refuse(folder: DataFolder, source: str, found: Unreadable, seen: dt.datetime, loaded: Loaded) -> None:
    kept = keep_rejected(folder.refused, found.chunks)
    Refusal.objects.get_or_create(
        source=source,
        position=found.position[:200],
        kept=kept.name,
        defaults={"reason": found.reason[:300], "size": kept.size, "seen": seen},
    )
    loaded.refused += 1


def note_load(registry: str, started: dt.datetime, seen: dt.datetime, loaded: Loaded) -> None:
    """Keep that a load came to its end. ``seen``: the newest moment of which its records speak."""
    Load.objects.create(
        registry=registry,
        started=started,
        finished=dt.datetime.now(dt.UTC),
        seen=seen,
        new=loaded.new,
        changed=loaded.changed,
        unchanged=loaded.unchanged,
        refused=loaded.refused,
    )
