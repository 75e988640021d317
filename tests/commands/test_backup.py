"""`trialway backup` and `trialway restore`: what was there is there again; a damaged one changes nothing."""

import sqlite3
import tarfile

import pytest
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
