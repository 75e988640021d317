"""The environment variables: refused when wrong, documented always; and the data folder that they name."""

import os
import re
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from trialway import data_folder, environment
from trialway.data_folder import DataFolder
from trialway.errors import SettingError, StoreBusy
from trialway.registries import known

ROOT = Path(__file__).parent.parent
DOCUMENTED = (ROOT / "docs" / "settings.md").read_text()


def rows() -> dict[str, str]:
    table = {variable.name: variable.help for variable in (*environment.VARIABLES, *known.variables())}
    return table | environment.OF_THE_SCRIPTS


@pytest.mark.parametrize("name", rows())
def test_every_setting_is_documented_in_its_own_words(name):
    assert f"| `{name}` | {rows()[name]} |" in DOCUMENTED


def test_no_setting_is_documented_that_does_not_exist():
    assert set(re.findall(r"^\| `(\w+)`", DOCUMENTED, re.MULTILINE)) == set(rows())


@pytest.mark.parametrize(
    ("name", "wrong", "remedy"),
    [
        ("TRIALWAY_DEBUG", "maybe", "write yes or no"),
        ("TRIALWAY_STALE_DAYS", "-1", "write a whole number"),
        ("TRIALWAY_STALE_DAYS", "0", "write a whole number"),
        ("TRIALWAY_STALE_DAYS", "٧", "write a whole number"),
        ("TRIALWAY_HOSTS", "https://trials.example.org", "write names alone"),
        ("TRIALWAY_HOSTS", "trials.example.org:8000", "write names alone"),
        ("TRIALWAY_BASE_URL", "trials.example.org", "write it like https://"),
        ("TRIALWAY_BASE_URL", "https://trials.example.org/folder", "write it like https://"),
        ("TRIALWAY_BASE_URL", "http://[", "write it like https://"),
        ("TRIALWAY_SITE_NAME", "two\nlines", "write it on one line"),
        ("TRIALWAY_DATA", __file__, "name a folder"),
    ],
)
def test_a_wrong_value_is_refused_with_name_value_and_remedy(monkeypatch, name, wrong, remedy):
    monkeypatch.setenv(name, wrong)

    with pytest.raises(SettingError) as refusal:
        environment.check_environment()

    assert name in str(refusal.value)
    assert repr(wrong) in str(refusal.value)
    assert remedy in str(refusal.value)


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("TRIALWAY_SECRET_KEY", "hunter2"),
        ("DATABASE_URL", "mysql://me:hunter2@host/name"),
        ("DATABASE_URL", "postgresql://me:hunter2@host:port/name"),
    ],
)
def test_a_wrong_secret_is_refused_without_printing_it(monkeypatch, name, wrong):
    monkeypatch.setenv(name, wrong)

    with pytest.raises(SettingError, match=name) as refusal:
        environment.check_environment()

    assert "hunter2" not in str(refusal.value)


def test_a_misspelt_setting_is_refused_with_the_likely_one(monkeypatch):
    monkeypatch.setenv("TRIALWAY_HOST", "trials.example.org")

    with pytest.raises(SettingError, match="did you mean TRIALWAY_HOSTS"):
        environment.check_environment()


def test_an_empty_value_counts_as_unset(monkeypatch):
    monkeypatch.setenv("TRIALWAY_STALE_DAYS", " ")

    assert environment.STALE_DAYS.value() == 7


def test_right_values_are_read(monkeypatch):
    monkeypatch.setenv("TRIALWAY_HOSTS", "Trials.example.org, .example.net,[::1]")
    monkeypatch.setenv("TRIALWAY_BASE_URL", "https://trials.example.org/")
    monkeypatch.setenv("TRIALWAY_DEBUG", "Yes")

    assert environment.HOSTS.value() == ("trials.example.org", ".example.net", "[::1]")
    assert environment.BASE_URL.value() == "https://trials.example.org"
    assert environment.DEBUG.value() is True


def test_denied_synonyms_are_pairs_that_hold_both_ways(monkeypatch):
    monkeypatch.setenv("TRIALWAY_DENIED_SYNONYMS", "Heart failure = healthy volunteers; PD=pharmacodynamics;")

    assert environment.DENIED_SYNONYMS.value() == {
        ("heart failure", "healthy volunteers"),
        ("healthy volunteers", "heart failure"),
        ("pd", "pharmacodynamics"),
        ("pharmacodynamics", "pd"),
    }


@pytest.mark.parametrize("wrong", ["heart failure", "= x", "a = b; c"])
def test_what_is_no_pair_of_words_is_refused(monkeypatch, wrong):
    monkeypatch.setenv("TRIALWAY_DENIED_SYNONYMS", wrong)

    with pytest.raises(SettingError, match="no pair of words; write pairs like heart failure ="):
        environment.DENIED_SYNONYMS.value()


def test_a_server_of_tiles_is_an_address_and_whom_to_credit(monkeypatch):
    monkeypatch.setenv("TRIALWAY_TILES", "https://tiles.example.org:8443/{z}/{x}/{y}.png © Example")

    tiles = environment.TILES.value()

    assert (tiles.origin, tiles.credit) == ("https://tiles.example.org:8443", "© Example")


@pytest.mark.parametrize(
    "wrong",
    [
        "https://tiles.example.org/{z}/{x}.png © E",
        "https://a.example/{z}/{x}/{y}.png",
        "ftp://a/{z}/{x}/{y} E",
        "https://a;script-src/{z}/{x}/{y}.png E",
    ],
)
def test_what_is_no_server_of_tiles_is_refused(monkeypatch, wrong):
    monkeypatch.setenv("TRIALWAY_TILES", wrong)

    with pytest.raises(SettingError, match="is no server of tiles; write its address"):
        environment.TILES.value()


def test_the_secret_key_comes_from_one_place_only(monkeypatch, tmp_path):
    monkeypatch.setenv("TRIALWAY_SECRET_KEY", "k" * 40)
    monkeypatch.setenv("TRIALWAY_SECRET_KEY_FILE", str(tmp_path / "key"))

    with pytest.raises(SettingError, match="unset one of them"):
        environment.check_environment()


def test_the_secret_key_is_made_once_and_for_its_owner_alone(tmp_path):
    folder = DataFolder(tmp_path / "new" / "data")

    key = data_folder.secret_key(folder)

    assert len(key) >= 50
    assert data_folder.secret_key(folder) == key
    assert stat.S_IMODE(folder.secret_key.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.root.stat().st_mode) == 0o700
    assert [file.name for file in folder.root.iterdir()] == ["secret_key"]


def test_processes_that_start_together_agree_on_the_secret_key(tmp_path):
    read = (
        "import sys; from pathlib import Path; from trialway.data_folder import *;"
        "print(secret_key(DataFolder(Path(sys.argv[1]))))"
    )
    started = [
        subprocess.Popen([sys.executable, "-c", read, str(tmp_path / "data")], stdout=subprocess.PIPE)
        for _ in range(6)
    ]

    assert len({process.communicate()[0] for process in started}) == 1
    assert [process.returncode for process in started] == [0] * 6


def test_a_secret_key_can_come_from_a_file(monkeypatch, tmp_path):
    (tmp_path / "key").write_text("k" * 40 + "\n")
    monkeypatch.setenv("TRIALWAY_SECRET_KEY_FILE", str(tmp_path / "key"))

    assert data_folder.secret_key(DataFolder(tmp_path)) == "k" * 40


@pytest.mark.parametrize("content", [None, b"", b"short", b"\xff" * 40])
def test_an_unusable_secret_key_file_is_refused(monkeypatch, tmp_path, content):
    if content is not None:
        (tmp_path / "key").write_bytes(content)
    monkeypatch.setenv("TRIALWAY_SECRET_KEY_FILE", str(tmp_path / "key"))

    with pytest.raises(SettingError, match="key"):
        data_folder.secret_key(DataFolder(tmp_path))


def test_a_data_folder_below_a_file_is_refused_with_a_remedy(tmp_path):
    (tmp_path / "file").touch()

    with pytest.raises(SettingError, match=r"cannot be made .*; name another folder with --data"):
        data_folder.prepare(DataFolder(tmp_path / "file" / "data"))


def test_the_default_folder_ignores_a_relative_xdg_path(monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", "somewhere")

    assert data_folder.default_root() == Path.home() / ".local" / "share" / "trialway"


def test_a_second_writer_is_told_who_the_first_is(tmp_path):
    folder = DataFolder(tmp_path)

    with (
        data_folder.writing(folder),
        pytest.raises(StoreBusy, match=f"process {os.getpid()}"),
        data_folder.writing(folder),
    ):
        pass

    with data_folder.writing(folder):
        assert folder.lock("write").read_text() == f"{os.getpid()}\n"


def test_a_killed_writer_frees_the_lock(tmp_path):
    hold = (
        "import sys, time; from pathlib import Path; from trialway.data_folder import *\n"
        "with writing(DataFolder(Path(sys.argv[1]))): print('held', flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", hold, str(tmp_path)], stdout=subprocess.PIPE) as holder:
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(StoreBusy, match=str(holder.pid)), data_folder.writing(DataFolder(tmp_path)):
            pass
        holder.kill()

    with data_folder.writing(DataFolder(tmp_path)):
        pass
