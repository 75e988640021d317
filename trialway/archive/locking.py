"""One writer at a time: in the data folder, and with PostgreSQL in the database, from whatever host."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress

from django.db import connection
from django.db.utils import DatabaseError

from trialway import data_folder
from trialway.data_folder import DataFolder
from trialway.errors import StoreBusy

# Any number that no other program on the same database uses: "trialway" in ASCII.
KEY = int.from_bytes(b"trialway")


@contextmanager
def writing(folder: DataFolder) -> Iterator[None]:
    """Hold the write lock of the folder and of the database; StoreBusy when another process has one of them.

    Both are freed when their holder dies, however that happens.
    """
    with data_folder.writing(folder), _database_lock():
        yield


@contextmanager
def _database_lock() -> Iterator[None]:
    """A lock of the session: the connection that writes is the one that holds it, so that whoever loses the
    lock with the connection cannot go on writing. SQLite's file lies in the folder, which is locked."""
    if connection.vendor != "postgresql":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [KEY])
        if not cursor.fetchone()[0]:
            raise StoreBusy(
                "Another process, perhaps on another host, is writing to the database (its PostgreSQL "
                f"session is {_holder()}); try again when it is done."
            )
    try:
        yield
    finally:
        # With the connection the lock is gone already.
        with suppress(DatabaseError), connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [KEY])


def _holder() -> str:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted AND objsubid = 1 "
            "AND classid = %s AND objid = %s",
            [KEY >> 32, KEY & 0xFFFFFFFF],
        )
        row = cursor.fetchone()
    return str(row[0]) if row else "gone by now"
