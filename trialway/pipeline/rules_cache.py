"""Rules read before, kept in the archive's table of readings and, the latest, in memory: reading a record
takes milliseconds, and a search a thousand.

Derived: each row is found by the record's content and the version of the reader, and deleting all of them
loses nothing. They hold what registries publish, and nothing that anybody told.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager

import msgspec
from django.db import connection
from django.db.utils import DatabaseError

from trialway.archive.models import CriteriaReading
from trialway.build_id import build_id
from trialway.caches import Cache
from trialway.fit.rules import TrialRules

# All but these may change what is read in a record; layers below them know nothing of them.
NOT_OF_THE_READER = ("site", "presenters", "screening", "commands", "archive", "pipeline", "search", "sample")
_MOST_IN_MEMORY = 5_000
_AT_ONCE = 500
# A visitor waits: where another process is writing to SQLite for longer, they are read again another time.
_MOST_WAITING_MS = 500
_in_memory: Cache[bytes, TrialRules] = Cache("rules of criteria", _MOST_IN_MEMORY)
_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(TrialRules).decode


def load(keys: Iterable[bytes]) -> dict[bytes, TrialRules | None]:
    """The rules that are kept, of those asked for; None for criteria on which this reader fails."""
    wanted = list(dict.fromkeys(keys))
    kept = ((key, _in_memory.get(key)) for key in wanted)
    found: dict[bytes, TrialRules | None] = {key: rules for key, rules in kept if rules is not None}
    missing = [key for key in wanted if key not in found]
    for start in range(0, len(missing), _AT_ONCE):
        found.update(_read(missing[start : start + _AT_ONCE]))
    _remember(found)
    return found


def _read(keys: list[bytes]) -> Iterator[tuple[bytes, TrialRules | None]]:
    rows = CriteriaReading.objects.filter(content_hash__in=keys, reader=reader_version())
    for key, packed in rows.values_list("content_hash", "rules"):
        try:
            yield bytes(key), None if packed is None else _decode(bytes(packed))
        except msgspec.MsgspecError:
            continue  # damaged: read anew


def save(rules: Mapping[bytes, TrialRules], failed: Mapping[bytes, str]) -> None:
    """Keep them, and why the reader failed on others. Where the database cannot be written to, they are read
    again another time."""
    _remember(rules)
    rows = [
        *(_row(key, rules=_encode(each)) for key, each in rules.items()),
        *(_row(key, reason=reason) for key, reason in failed.items()),
    ]
    try:
        with _waiting_briefly():
            CriteriaReading.objects.bulk_create(
                rows,
                update_conflicts=True,
                unique_fields=["content_hash", "reader"],
                update_fields=["rules", "reason"],
            )
    except DatabaseError:
        return


def _row(key: bytes, rules: bytes | None = None, reason: str = "") -> CriteriaReading:
    return CriteriaReading(content_hash=key, reader=reader_version(), rules=rules, reason=reason)


@contextmanager
def _waiting_briefly() -> Iterator[None]:
    """Do not wait for another writer for as long as a command does; PostgreSQL has no one writer."""
    if connection.vendor != "sqlite":
        yield
        return
    with connection.cursor() as cursor:
        before = cursor.execute("PRAGMA busy_timeout").fetchone()[0]
        cursor.execute(f"PRAGMA busy_timeout = {min(_MOST_WAITING_MS, before)}")
        try:
            yield
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {before}")


def _remember(rules: Mapping[bytes, TrialRules | None]) -> None:
    for key, each in rules.items():
        if each is not None:
            _in_memory.keep(key, each)


def forget_other_readers() -> None:
    """Delete what other versions of the reader have read. For commands: it may take a while.

    Nothing stays in memory either, so that what the table lacks is found to be missing there.
    """
    _in_memory.clear()
    CriteriaReading.objects.exclude(reader=reader_version()).delete()


def reader_version() -> int:
    """A number that changes with the code that reads criteria; it fits a column of 64 bits with a sign."""
    return int(build_id(NOT_OF_THE_READER)[:15], 16)
