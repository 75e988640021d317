"""The manners that all commands share: help, exit codes, one sentence for a mistake, opening the store."""

import errno
import re
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
import typer
from django.db.utils import OperationalError
from typer.testing import CliRunner

import trialway
from trialway.archive.migrating import migrate_when_needed
from trialway.cli import COMMANDS, app, mannered
from trialway.data_folder import DataFolder, writing
from trialway.errors import NotFound, SettingError, StoreBusy, StoreDamaged


def run(*arguments: str):
    return CliRunner().invoke(app, arguments)


def trialway_process(*arguments: str, **environ: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "trialway", *arguments],
        env={"PATH": "/usr/bin:/bin", **environ},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_version_is_the_one_at_the_head_of_the_changelog():
    changelog = (Path(__file__).parent.parent / "CHANGELOG.md").read_text()

    assert run("--version").stdout == f"trialway {trialway.__version__}\n"
    assert re.search(r"^## (\S+)", changelog, re.MULTILINE)[1] == trialway.__version__


@pytest.mark.parametrize("name", COMMANDS)
def test_help_of_every_command_has_its_examples_and_the_data_option(name):
    shown = " ".join(run(name, "--help").stdout.split())

    assert "--data" in shown
    assert len(COMMANDS[name].EXAMPLES) >= 2
    for example in COMMANDS[name].EXAMPLES:
        assert re.match(rf"(\w+=\S+ )?trialway {name}\b", example)
        assert example in shown


def test_a_wrong_option_is_wrong_use():
    result = run("demo", "--prot", "80")

    assert result.exit_code == 2
    assert "--port" in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize(
    ("mistake", "exit_code", "sentence"),
    [
        (NotFound("NCT00000000 is not in the store."), 1, "trialway: NCT00000000 is not in the store.\n"),
        (SettingError("x: wrong."), 2, "trialway: x: wrong.\n"),
        (StoreDamaged("The index is damaged."), 3, "trialway: The index is damaged.\n"),
        (
            KeyboardInterrupt(),
            130,
            "trialway: interrupted; what was finished is kept, and the same command carries on.\n",
        ),
        (
            OSError(errno.ENOSPC, "x"),
            2,
            "trialway: the disk is full; make room, and the same command carries on.\n",
        ),
        (
            OperationalError("database or disk is full"),
            2,
            "trialway: the disk is full; make room, and the same command carries on.\n",
        ),
    ],
)
def test_a_mistake_is_one_sentence_on_stderr_and_an_exit_code(capsys, mistake, exit_code, sentence):
    @mannered
    def command():
        raise mistake

    with pytest.raises(typer.Exit) as ended:
        command()

    assert ended.value.exit_code == exit_code
    assert capsys.readouterr().err == sentence


def test_a_fault_of_ours_keeps_its_traceback():
    @mannered
    def command():
        raise OSError(errno.EBADF, "x")

    with pytest.raises(OSError, match="x"):
        command()


def test_a_mistake_in_a_real_process_shows_no_traceback(tmp_path):
    result = trialway_process("demo", "--no-serve", TRIALWAY_DATA=str(tmp_path), TRIALWAY_STALE_DAYS="soon")

    assert result.returncode == 2
    assert result.stderr == (
        "trialway: TRIALWAY_STALE_DAYS: 'soon' is no number of days; "
        "write a whole number from 1 to 99999, such as 7.\n"
    )


def test_a_data_folder_that_is_a_file_is_refused(data_folder, tmp_path):
    (tmp_path / "file").touch()

    result = run("demo", "--no-serve", "--data", str(tmp_path / "file"))

    assert result.exit_code == 2
    assert "is a file, not a folder" in result.stderr


def test_a_new_folder_gets_its_database(tmp_path):
    result = trialway_process("serve", "--host", "nonsense.invalid", "--data", str(tmp_path / "new"))
    assert result.returncode == 2
    assert "is no address of this machine" in result.stderr
    assert not (tmp_path / "new").exists()

    opened = subprocess.run(
        [
            sys.executable,
            "-c",
            "from trialway.commands.common import *; open_store(Path(sys.argv[1]))",
            str(tmp_path / "new"),
        ],
        check=True,
        capture_output=True,
        text=True,
    )
    assert opened.stdout + opened.stderr == ""
    assert tables(DataFolder(tmp_path / "new")) >= {"django_migrations"}


def tables(folder: DataFolder) -> set[str]:
    database = sqlite3.connect(folder.database)
    names = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    database.close()
    return names


def test_an_up_to_date_store_opens_while_another_process_writes(data_folder):
    with writing(data_folder):
        migrate_when_needed(data_folder)


def test_a_store_that_is_behind_waits_for_the_writer(data_folder):
    execute(data_folder, "DELETE FROM django_migrations")

    with writing(data_folder), pytest.raises(StoreBusy):
        migrate_when_needed(data_folder)


def execute(folder: DataFolder, statement: str) -> None:
    database = sqlite3.connect(folder.database)
    with database:
        database.execute(statement)
    database.close()


def test_a_store_of_a_newer_trialway_is_left_alone(data_folder):
    execute(
        data_folder,
        "INSERT INTO django_migrations (app, name, applied) VALUES ('archive', '9999_later', '2030-01-01')",
    )

    with pytest.raises(SettingError, match=r"newer Trialway .*archive\.9999_later"):
        migrate_when_needed(data_folder)


def test_a_file_that_is_no_database_is_told_from_one(data_folder):
    for file in data_folder.root.glob("trialway.sqlite3*"):
        file.unlink()
    data_folder.database.write_bytes(b"this is no database at all" * 100)

    with pytest.raises(StoreDamaged, match="is no readable database"):
        migrate_when_needed(data_folder)
