"""The file that a backup is: a tar with the database, what lies beside it, and at the end a manifest."""

import datetime as dt
import hashlib
import re
import shutil
import sqlite3
import tarfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from io import BytesIO
from pathlib import Path

import msgspec
from msgspec import Struct

from trialway.errors import SettingError, StoreDamaged

_MANIFEST = "manifest.json"
_CHUNK = 1024 * 1024
# All that a backup may hold beside its manifest.
_BACKED_UP = re.compile(r"trialway\.sqlite3|secret_key|refused/[0-9a-f]{64}\.zst")


class Manifest(Struct):
    """``files``: name → SHA-256; ``counts``: rows of the tables that hold what is not derived."""

    program: str
    made: dt.datetime
    files: dict[str, str]
    counts: dict[str, int]


def write_backup(target: Path, files: list[tuple[Path, str]], manifest: Manifest) -> None:
    """A tar of the files under their names, and the manifest."""
    with tarfile.open(target, "w") as tar:
        for file, name in files:
            tar.add(file, name)
        content = msgspec.json.encode(manifest)
        member = tarfile.TarInfo(_MANIFEST)
        member.size = len(content)
        tar.addfile(member, BytesIO(content))


def read_manifest(source: Path) -> Manifest:
    """The manifest alone; StoreDamaged when the file is no backup."""
    with _opened(source) as tar:
        return _manifest(tar)


def unpack_backup(source: Path, target: Path) -> Manifest:
    """Put the files into a new folder: nothing but what backups have and the manifest names."""
    with _opened(source) as tar:
        manifest = _manifest(tar)
        members = [member for member in tar.getmembers() if member.name != _MANIFEST]
        for member in members:
            if not (member.isfile() and member.name in manifest.files and is_part(member.name)):
                raise StoreDamaged(
                    f"{source} holds {member.name!r}, which is no part of a backup; take another one."
                )
        for member in members:
            _unpack(tar, member, target / member.name)
    return manifest


def _unpack(tar: tarfile.TarFile, member: tarfile.TarInfo, file: Path) -> None:
    """Content and permissions alone; tarfile's own safe way needs Python 3.11.4."""
    content = tar.extractfile(member)
    assert content is not None, f"{member.name} is no file"
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb") as target:
        file.chmod(member.mode & 0o700)
        shutil.copyfileobj(content, target, _CHUNK)


def is_part(name: str) -> bool:
    """Whether a backup may hold a file of this name."""
    return bool(_BACKED_UP.fullmatch(name))


@contextmanager
def _opened(source: Path) -> Iterator[tarfile.TarFile]:
    """StoreDamaged, too, for whatever is found to be wrong while it is read."""
    try:
        with tarfile.open(source, "r:") as tar:
            yield tar
    except (tarfile.TarError, KeyError, msgspec.DecodeError) as error:
        raise StoreDamaged(f"{source} is no whole backup of Trialway ({error}); take another one.") from error
    except IsADirectoryError as error:
        raise SettingError(f"{source} is a folder; name a file that trialway backup wrote.") from error


def _manifest(tar: tarfile.TarFile) -> Manifest:
    file = tar.extractfile(_MANIFEST)
    return msgspec.json.decode(file.read() if file else b"", type=Manifest)


def hash_of(file: Path) -> str:
    """SHA-256 in hexadecimal digits, whatever the size of the file."""
    digest = hashlib.sha256()
    with file.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def count_rows(database: Path) -> dict[str, int]:
    """Rows of the tables. Raises sqlite3.DatabaseError when the database is damaged, or none."""
    tables = ("archive_record", "archive_version", "archive_refusal", "archive_slug")
    with closing(sqlite3.connect(database)) as connection:
        found = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
        if found != "ok":
            raise sqlite3.DatabaseError(found)
        # The names are ours and stand above.
        return {
            table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608
            for table in tables
        }
