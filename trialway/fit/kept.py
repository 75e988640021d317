"""Rules read before, kept in a file of the data folder: reading a record takes milliseconds, and a search a
thousand.

Derived and rebuildable: each row is found by the record's content and is of one version of the reader;
deleting the file loses nothing. It holds what registries publish, and nothing that anybody told.
"""

import sqlite3
import threading
from collections import OrderedDict
from collections.abc import Iterable, Mapping
from contextlib import closing
from functools import cache
from pathlib import Path

import msgspec

from trialway.build_id import build_id
from trialway.fit.rules import Rules

# All but these may change what is read in a record; layers below them know nothing of them.
NOT_OF_THE_READER = ("site", "commands", "archive", "sample")
_MOST_IN_MEMORY = 5_000
_AT_ONCE = 500
_recent: OrderedDict[tuple[Path, bytes], Rules] = OrderedDict()
_lock = threading.Lock()


def load(file: Path, keys: Iterable[bytes]) -> dict[bytes, Rules]:
    """The rules that are kept, of those asked for. A file that cannot be read is as good as none."""
    wanted = list(dict.fromkeys(keys))
    with _lock:
        found = {key: _recent[file, key] for key in wanted if (file, key) in _recent}
    missing = [key for key in wanted if key not in found]
    try:
        read = _read(file, missing) if missing and file.exists() else {}
    except (sqlite3.Error, msgspec.MsgspecError):
        read = {}
    _remember(file, read)
    return found | read


def save(file: Path, rules: Mapping[bytes, Rules]) -> None:
    """Keep them. Where the file cannot be written they are read again another time."""
    _remember(file, rules)
    rows = [(key, msgspec.msgpack.encode(each)) for key, each in rules.items()]
    try:
        with closing(_opened(file)) as database, database:
            database.executemany("INSERT OR REPLACE INTO rules VALUES (?, ?)", rows)
    except sqlite3.OperationalError:
        return
    except sqlite3.DatabaseError:
        # No database: a new one comes in its place.
        file.unlink(missing_ok=True)


def _read(file: Path, keys: list[bytes]) -> dict[bytes, Rules]:
    decode = msgspec.msgpack.Decoder(Rules).decode
    found: dict[bytes, Rules] = {}
    with closing(_opened(file)) as database:
        for start in range(0, len(keys), _AT_ONCE):
            some = keys[start : start + _AT_ONCE]
            marks = ",".join("?" * len(some))
            rows = database.execute(f"SELECT key, rules FROM rules WHERE key IN ({marks})", some)  # noqa: S608
            found.update((key, decode(packed)) for key, packed in rows)
    return found


def _opened(file: Path) -> sqlite3.Connection:
    """Rows of another version of the reader are thrown away."""
    database = sqlite3.connect(file, timeout=2)
    if database.execute("PRAGMA user_version").fetchone()[0] != reader_version():
        with database:
            database.execute("PRAGMA journal_mode=WAL")
            database.execute("DROP TABLE IF EXISTS rules")
            database.execute("CREATE TABLE rules (key BLOB PRIMARY KEY, rules BLOB) WITHOUT ROWID")
            database.execute(f"PRAGMA user_version={reader_version()}")
    return database


def _remember(file: Path, rules: Mapping[bytes, Rules]) -> None:
    with _lock:
        for key, each in rules.items():
            _recent[file, key] = each
            _recent.move_to_end((file, key))
        while len(_recent) > _MOST_IN_MEMORY:
            _recent.popitem(last=False)


@cache
def reader_version() -> int:
    """A number of 31 bits that changes with the code that reads criteria."""
    return int(build_id(NOT_OF_THE_READER)[:8], 16) >> 1
