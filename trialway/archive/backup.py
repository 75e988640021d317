"""The data folder ⇄ one file: the database as it stands at one moment, the key, what was refused.

The index and the static files are made again on restore. A manifest at the end has the hash of every file.
"""

import datetime as dt
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

import msgspec

from trialway import __version__
from trialway.archive.backup_file import (
    Manifest,
    count_rows,
    hash_of,
    is_part,
    read_manifest,
    unpack_backup,
    write_backup,
)
from trialway.archive.migrating import damaged
from trialway.data_folder import DataFolder
from trialway.errors import SettingError, StoreDamaged


def back_up(folder: DataFolder, target: Path) -> Manifest:
    """Write a backup while readers and writers go on. Nothing half-written stays under the target's name."""
    if target.exists():
        raise SettingError(f"{target} is there already; name another file.")
    if not target.parent.is_dir():
        raise SettingError(f"The folder {target.parent} does not exist; make it, or name another file.")
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".trialway-backup-") as work:
        database = Path(work) / folder.database.name
        counts = _copy_database(folder.database, database)
        files = [(database, database.name), *_beside(folder)]
        hashes = {name: hash_of(file) for file, name in files}
        manifest = Manifest(f"Trialway {__version__}", dt.datetime.now(dt.UTC), hashes, counts)
        packed = Path(work) / "backup.tar"
        write_backup(packed, files, manifest)
        packed.chmod(0o600)
        packed.replace(target)
    return manifest


def restore(source: Path, folder: DataFolder) -> Manifest:
    """Put a backup into an empty data folder after checking all of it; StoreDamaged when a byte is wrong.

    The caller makes the index, then calls ``finish``. Until then the same call with the same backup finds
    what it has put there and carries on.
    """
    if _begun(folder).is_file():
        return _carried_on(source, folder)
    if folder.root.exists() and any(folder.root.iterdir()):
        raise SettingError(f"{folder.root} is not empty; name one that is with --data, or move it away.")
    folder.root.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.root.parent, prefix=".trialway-restore-") as work:
        unpacked = DataFolder(Path(work) / "data")
        manifest = unpack_backup(source, unpacked.root)
        _verify(unpacked, manifest, source)
        _begun(unpacked).write_bytes(msgspec.json.encode(manifest))
        unpacked.root.chmod(0o700)
        if folder.root.exists():
            folder.root.rmdir()
        unpacked.root.replace(folder.root)
    return manifest


def finish(folder: DataFolder) -> None:
    """The restored folder has its index: it is like any other from now on."""
    _begun(folder).unlink(missing_ok=True)


def _begun(folder: DataFolder) -> Path:
    """The manifest of the backup that was put here and whose index is not made yet."""
    return folder.root / "restoring.json"


def _carried_on(source: Path, folder: DataFolder) -> Manifest:
    manifest = read_manifest(source)
    if msgspec.json.encode(manifest) != _begun(folder).read_bytes():
        raise SettingError(
            f"{folder.root} holds another backup that was restored as far as its index; run trialway index "
            "there to carry on, or name an empty folder with --data."
        )
    return manifest


def _copy_database(source: Path, target: Path) -> dict[str, int]:
    """SQLite's own copy of one moment, whatever is being written; gives how many rows it holds."""
    try:
        with closing(sqlite3.connect(source)) as live, closing(sqlite3.connect(target)) as copy:
            live.backup(copy)
        return count_rows(target)
    except sqlite3.DatabaseError as error:
        raise damaged(source, error) from error


def _beside(folder: DataFolder) -> list[tuple[Path, str]]:
    found = [folder.secret_key] if folder.secret_key.exists() else []
    found += sorted(folder.refused.glob("*.zst")) if folder.refused.exists() else []
    return [(file, file.relative_to(folder.root).as_posix()) for file in found]


def _verify(folder: DataFolder, manifest: Manifest, source: Path) -> None:
    if folder.database.name not in manifest.files:
        raise StoreDamaged(f"{source} is damaged: it names no database; take another one.")
    for name, expected in manifest.files.items():
        file = folder.root / name
        if not is_part(name) or not file.is_file() or hash_of(file) != expected:
            raise StoreDamaged(f"{source} is damaged: {name} is not what was backed up; take another one.")
    try:
        held = count_rows(folder.database)
    except sqlite3.DatabaseError as error:
        raise StoreDamaged(
            f"{source} is damaged: its database cannot be read ({error}); take another."
        ) from error
    if held != manifest.counts:
        raise StoreDamaged(f"{source} is damaged: its database does not hold what it should; take another.")
