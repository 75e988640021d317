"""`trialway backup` and `trialway restore`: what was there is there again; a damaged one changes nothing."""

import gzip
import hashlib
import json
import re
import signal
import sqlite3
import subprocess
import sys
import tarfile
from io import BytesIO

import pytest
from django.db import connection
from typer.testing import CliRunner

from tests.registries.ctgov.studies import sample
from trialway.archive.backup import back_up, restore
from trialway.archive.models import Refusal, Version
from trialway.cli import app
from trialway.data_folder import DataFolder
from trialway.errors import SettingError, StoreDamaged


def run(*words: object):
    return CliRunner().invoke(app, [str(word) for word in words])


@pytest.fixture
def loaded(data_folder, tmp_path):
    path = tmp_path / "studies.jsonl"
    path.write_bytes(b"\n".join([*sample()[:10], b"{broken"]))
    assert run("load", path).exit_code == 0
    return data_folder


@pytest.fixture
def backup(loaded, tmp_path):
    target = tmp_path / "backup.tar"
    result = run("backup", target)
    assert result.exit_code == 0
    assert "10 versions in" in result.stdout
    return target


def rows(folder: DataFolder) -> list:
    with sqlite3.connect(folder.database) as database:
        return database.execute(
            "SELECT record_id, hex(content_hash), hex(blob) FROM archive_version"
        ).fetchall()


def test_what_was_backed_up_is_restored(backup, loaded, tmp_path):
    again = DataFolder(tmp_path / "again")
    restore(backup, again)
    assert rows(again) == rows(loaded)
    assert (again.refused / Refusal.objects.get().kept).exists()


def test_what_is_written_meanwhile_is_whole_or_absent(loaded, tmp_path):
    with sqlite3.connect(loaded.database) as writer:
        writer.execute("DELETE FROM archive_refusal")
        back_up(loaded, tmp_path / "backup.tar")
        writer.rollback()
    again = DataFolder(tmp_path / "again")
    restore(tmp_path / "backup.tar", again)
    with sqlite3.connect(again.database) as database:
        assert database.execute("SELECT count(*) FROM archive_refusal").fetchone()[0] > 0


def test_a_folder_that_holds_something_is_left_alone(backup, loaded):
    with pytest.raises(SettingError, match="is not empty"):
        restore(backup, loaded)
    assert Version.objects.count() == 10


def test_a_backup_is_not_written_over(backup):
    assert run("backup", backup).exit_code == 2


@pytest.mark.parametrize("place", [0.2, 0.5, 0.9])
def test_a_damaged_backup_is_refused_and_nothing_is_made(backup, tmp_path, place):
    content = bytearray(backup.read_bytes())
    position = int(len(content) * place)
    content[position : position + 400] = bytes(byte ^ 0xFF for byte in content[position : position + 400])
    backup.write_bytes(content)
    with pytest.raises(StoreDamaged):
        restore(backup, DataFolder(tmp_path / "again"))
    assert not (tmp_path / "again").exists()


def test_half_a_backup_is_refused(backup, tmp_path):
    backup.write_bytes(backup.read_bytes()[:5000])
    with pytest.raises(StoreDamaged, match="no whole backup"):
        restore(backup, DataFolder(tmp_path / "again"))


def test_what_is_no_backup_is_refused(tmp_path):
    with tarfile.open(tmp_path / "other.tar", "w"):
        pass
    with pytest.raises(StoreDamaged, match="no whole backup"):
        restore(tmp_path / "other.tar", DataFolder(tmp_path / "again"))


def repacked(backup, tmp_path, change) -> object:
    """The backup with other files in it: ``change`` gets name → content, the manifest among them."""
    with tarfile.open(backup) as tar:
        files = {member.name: tar.extractfile(member).read() for member in tar.getmembers()}
    change(files)
    target = tmp_path / "repacked.tar"
    with tarfile.open(target, "w") as tar:
        for name, content in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            tar.addfile(member, BytesIO(content))
    return target


def with_manifest(files: dict[str, bytes], **changed: bytes) -> None:
    """Files put in, and named in the manifest; ``__`` stands for a slash and ``_dot_`` for a dot."""
    manifest = json.loads(files.pop("manifest.json"))
    for name, content in changed.items():
        name = name.replace("__", "/").replace("_dot_", ".")
        files[name] = content
        manifest["files"][name] = hashlib.sha256(content).hexdigest()
    files["manifest.json"] = json.dumps(manifest).encode()


def without_database(files):
    manifest = json.loads(files["manifest.json"])
    del files["trialway.sqlite3"], manifest["files"]["trialway.sqlite3"]
    files["manifest.json"] = json.dumps(manifest).encode()


BAD = {
    "a file that the manifest does not name": (
        lambda files: files.update({"static/evil.js": b"alert()"}),
        "holds 'static/evil.js', which is no part of a backup",
    ),
    "a file that no backup has": (
        lambda files: with_manifest(files, static__evil_dot_js=b"alert()"),
        "holds 'static/evil.js', which is no part of a backup",
    ),
    "a file outside": (
        lambda files: files.update({"../outside": b"x"}),
        "holds '../outside', which is no part of a backup",
    ),
    "no database": (without_database, "it names no database"),
    "a database that is none": (
        lambda files: with_manifest(files, trialway_dot_sqlite3=b"this is no database at all" * 100),
        r"its database cannot be read \(file is not a database\)",
    ),
    "an empty database": (
        lambda files: with_manifest(files, trialway_dot_sqlite3=b""),
        r"its database cannot be read \(no such table: archive_record\)",
    ),
    "no manifest": (lambda files: files.pop("manifest.json"), "is no whole backup of Trialway"),
    "a manifest of something else": (
        lambda files: files.update({"manifest.json": b"[1]"}),
        "is no whole backup of Trialway",
    ),
}


@pytest.mark.parametrize("case", BAD)
def test_what_is_no_backup_of_ours_is_refused_in_a_sentence(backup, tmp_path, case):
    change, sentence = BAD[case]
    bad = repacked(backup, tmp_path, change)

    result = run("restore", bad, "--data", tmp_path / "again")

    assert result.exit_code == 3
    assert re.search(sentence, result.stderr)
    assert result.stderr.count("\n") == 1
    assert not (tmp_path / "again").exists()
    assert not (tmp_path / "outside").exists()


def test_a_packed_tar_and_a_folder_are_refused_in_a_sentence(backup, tmp_path):
    packed = tmp_path / "backup.tar.gz"
    packed.write_bytes(gzip.compress(backup.read_bytes())[:-9])

    assert run("restore", packed, "--data", tmp_path / "again").exit_code == 3
    assert run("restore", tmp_path, "--data", tmp_path / "again").exit_code == 2


def test_a_backup_into_a_folder_that_is_not_there_is_refused_in_a_sentence(loaded, tmp_path):
    result = run("backup", tmp_path / "nowhere" / "backup.tar")

    assert result.exit_code == 2
    assert "does not exist; make it, or name another file" in result.stderr


def damage_pages(folder: DataFolder) -> None:
    """Zeros in the middle of the file, where the versions are."""
    connection.close()
    with sqlite3.connect(folder.database) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    size = folder.database.stat().st_size
    with folder.database.open("r+b") as file:
        file.seek(size // 4 // 4096 * 4096)
        file.write(bytes(size // 2))


@pytest.mark.parametrize("words", [["check"], ["backup", "damaged.tar"], ["index", "--rebuild"]])
def test_damaged_pages_are_told_in_a_sentence(loaded, tmp_path, monkeypatch, words):
    monkeypatch.chdir(tmp_path)
    damage_pages(loaded)

    result = run(*words)

    assert result.exit_code == 3
    assert re.fullmatch(r"trialway: .*(no readable database|database is damaged) \(.*\).*\n", result.stderr)
    assert not (tmp_path / "damaged.tar").exists()


RESTORE = """
import os, signal, sys
from trialway.search.tantivy_engine.backend import TantivyBackend
def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)
TantivyBackend.build = die
sys.argv[1:] = ["restore", *sys.argv[1:]]
from trialway.cli import main
main()
"""


def killed_in_its_index_step(backup, folder: DataFolder) -> None:
    program = [sys.executable, "-c", RESTORE, str(backup), "--data", str(folder.root)]
    assert subprocess.run(program, capture_output=True, check=False).returncode == -signal.SIGKILL
    assert folder.database.exists()
    assert not (folder.index / "current").exists()


def restored(backup, folder: DataFolder) -> subprocess.CompletedProcess[str]:
    program = [sys.executable, "-m", "trialway", "restore", str(backup), "--data", str(folder.root)]
    return subprocess.run(program, capture_output=True, text=True, check=False)


def test_a_restore_killed_in_its_index_step_is_carried_on_by_the_same_command(backup, loaded, tmp_path):
    again = DataFolder(tmp_path / "again")
    killed_in_its_index_step(backup, again)

    result = restored(backup, again)

    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.startswith("10 versions of 10 records restored")
    assert (again.index / "current").exists()
    assert rows(again) == rows(loaded)
    assert restored(backup, again).returncode == 2, "it is like any other folder from now on"


def test_another_backup_does_not_carry_it_on(backup, tmp_path):
    again = DataFolder(tmp_path / "again")
    killed_in_its_index_step(backup, again)
    assert run("backup", tmp_path / "later.tar").exit_code == 0

    result = restored(tmp_path / "later.tar", again)

    assert result.returncode == 2
    assert "holds another backup that was restored as far as its index" in result.stderr


def test_a_backup_is_not_restored_beside_postgresql(backup, tmp_path, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://trialway@localhost/trialway")

    result = run("restore", backup, "--data", tmp_path / "again")

    assert (result.exit_code, (tmp_path / "again").exists()) == (2, False)
    assert "use pg_restore" in result.stderr
