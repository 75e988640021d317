"""The data folder ⇄ one file: the database as it stands at one moment, the key, what was refused.

The index and the static files are made again on restore. A manifest at the end has the hash of every file.
"""

import datetime as dt
import hashlib
import sqlite3
import tarfile
import tempfile
from contextlib import closing
from io import BytesIO
from pathlib import Path

import msgspec
from msgspec import Struct

from trialway import __version__
from trialway.data_folder import DataFolder
from trialway.errors import SettingError, StoreDamaged

_MANIFEST = "manifest.json"
_CHUNK = 1024 * 1024


class Manifest(Struct):
    """``files``: name → SHA-256; ``counts``: rows of the tables that hold what is not derived."""

    program: str
    made: dt.datetime
    files: dict[str, str]
    counts: dict[str, int]


def back_up(folder: DataFolder, target: Path) -> Manifest:
    """Write a backup while readers and writers go on. Nothing half-written stays under the target's name."""
    if target.exists():
        raise SettingError(f"{target} is there already; name another file.")
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".trialway-backup-") as work:
        database = Path(work) / folder.database.name
        _copy_database(folder.database, database)
        files = [(database, database.name), *_beside(folder)]
        hashes = {name: _hash(file) for file, name in files}
        manifest = Manifest(f"Trialway {__version__}", dt.datetime.now(dt.UTC), hashes, _counts(database))
        packed = Path(work) / "backup.tar"
        with tarfile.open(packed, "w") as tar:
            for file, name in files:
                tar.add(file, name)
            _add_bytes(tar, _MANIFEST, msgspec.json.encode(manifest))
        packed.chmod(0o600)
        packed.replace(target)
    return manifest


def restore(source: Path, folder: DataFolder) -> Manifest:
    """Put a backup into an empty data folder after checking all of it; StoreDamaged when a byte is wrong."""
    if folder.root.exists() and any(folder.root.iterdir()):
        raise SettingError(f"{folder.root} is not empty; name one that is with --data, or move it away.")
    folder.root.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.root.parent, prefix=".trialway-restore-") as work:
        unpacked = Path(work) / "data"
        manifest = _unpack(source, unpacked)
        _verify(unpacked, manifest, source)
        unpacked.chmod(0o700)
        if folder.root.exists():
            folder.root.rmdir()
        unpacked.replace(folder.root)
    return manifest


def _copy_database(source: Path, target: Path) -> None:
    """SQLite's own copy of one moment, whatever is being written."""
    with closing(sqlite3.connect(source)) as live, closing(sqlite3.connect(target)) as copy:
        live.backup(copy)


def _beside(folder: DataFolder) -> list[tuple[Path, str]]:
    found = [folder.secret_key] if folder.secret_key.exists() else []
    found += sorted(folder.refused.glob("*.zst")) if folder.refused.exists() else []
    return [(file, file.relative_to(folder.root).as_posix()) for file in found]


def _unpack(source: Path, target: Path) -> Manifest:
    try:
        with tarfile.open(source) as tar:
            tar.extractall(target, filter="data")
        manifest = (target / _MANIFEST).read_bytes()
        (target / _MANIFEST).unlink()
        return msgspec.json.decode(manifest, type=Manifest)
    except (tarfile.TarError, FileNotFoundError, msgspec.DecodeError) as error:
        raise StoreDamaged(f"{source} is no whole backup of Trialway ({error}); take another one.") from error


def _verify(folder: Path, manifest: Manifest, source: Path) -> None:
    for name, expected in manifest.files.items():
        file = folder / name
        if not file.is_file() or _hash(file) != expected:
            raise StoreDamaged(f"{source} is damaged: {name} is not what was backed up; take another one.")
    database = folder / "trialway.sqlite3"
    if _counts(database) != manifest.counts:
        raise StoreDamaged(f"{source} is damaged: its database does not hold what it should; take another.")


def _counts(database: Path) -> dict[str, int]:
    tables = ("archive_record", "archive_version", "archive_refusal", "archive_slug")
    with closing(sqlite3.connect(database)) as connection:
        if connection.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            raise StoreDamaged(f"{database} is damaged; run trialway check.")
        # The names are ours and stand above.
        return {
            table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608
            for table in tables
        }


def _hash(file: Path) -> str:
    digest = hashlib.sha256()
    with file.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def _add_bytes(tar: tarfile.TarFile, name: str, content: bytes) -> None:
    member = tarfile.TarInfo(name)
    member.size = len(content)
    tar.addfile(member, BytesIO(content))
