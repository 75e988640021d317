"""A store that any earlier version made is brought up to this one, and nothing in it is lost.

``stores/<migration>.sql`` is a store as it was after that migration, with two records in it. When a
migration is added, add the store as it is before it.
"""

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from typer.testing import CliRunner

from tests.archive.versions import a_study, load
from trialway.archive import trials
from trialway.archive.check import examine
from trialway.archive.migrating import is_behind
from trialway.archive.models import Trial
from trialway.cli import app
from trialway.search.document.document import SCHEMA
from trialway.search.engine import generations

STORES = sorted((Path(__file__).parent / "stores").glob("*.sql"))


@pytest.fixture(params=STORES, ids=lambda path: path.stem)
def old_store(request, data_folder):
    """The data folder with the store of an earlier version in it."""
    connection.close()
    for file in data_folder.root.glob("trialway.sqlite3*"):
        file.unlink()
    with sqlite3.connect(data_folder.database) as database:
        database.executescript(request.param.read_text())
    database.close()
    return data_folder


def test_an_old_store_is_upgraded_and_whole(old_store):
    assert is_behind(old_store)

    call_command("migrate", verbosity=0)

    assert not is_behind(old_store)
    assert trials.find_trial("NCT04740918").main.design.enrolment.count == 96
    assert examine(stale_days=7).faults == []


def test_a_command_upgrades_on_its_way(old_store):
    assert CliRunner().invoke(app, ["index"]).exit_code == 0
    assert CliRunner().invoke(app, ["check"]).exit_code == 0
    assert "NCT04740918" in CliRunner().invoke(app, ["search", "kadcyla"]).stdout


def test_one_command_brings_database_and_index_up(old_store):
    assert CliRunner().invoke(app, ["upgrade"]).exit_code == 0
    state = generations.current(old_store.index) / "index.json"
    of_an_earlier_version = msgspec.json.decode(state.read_bytes()) | {"schema": SCHEMA - 1}
    state.write_bytes(msgspec.json.encode(of_an_earlier_version))
    assert CliRunner().invoke(app, ["check"]).exit_code == 1

    first, again = (CliRunner().invoke(app, ["upgrade"]) for _ in range(2))

    assert first.exit_code == again.exit_code == 0
    assert "The index was made anew" in first.output
    assert "made anew" not in again.output
    assert CliRunner().invoke(app, ["check"]).exit_code == 0
    assert "NCT04740918" in CliRunner().invoke(app, ["search", "kadcyla"]).stdout


def test_what_earlier_versions_kept_of_criteria_is_removed(old_store):
    for name in ("readings.sqlite3", "readings.sqlite3-wal"):
        (old_store.root / name).write_bytes(b"rules that can be read again")

    assert CliRunner().invoke(app, ["check"]).exit_code == 1  # there is no index yet

    assert not list(old_store.root.glob("readings*"))


def test_change_numbers_go_on_where_they_were(old_store):
    call_command("migrate", verbosity=0)
    before = max(Trial.objects.values_list("change", flat=True))

    load(old_store, "2026-11-01", a_study(1))

    assert trials.find_address("NCT00000001").change == before + 1


UPGRADE = """
import os, signal, sys
os.environ["DJANGO_SETTINGS_MODULE"] = "trialway.settings"
import django
django.setup()
from django.db import connection
from trialway.commands.common import open_store

left = int(sys.argv[1])

def die_in_time(execute, *given):
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return execute(*given)

with connection.execute_wrapper(die_in_time):
    open_store(None)
"""


@pytest.mark.long
def test_an_upgrade_that_is_killed_at_any_statement_is_done_by_the_next_command(old_store):
    (old_store.root / "readings.sqlite3").write_bytes(b"rules that can be read again")
    environment = {**os.environ, "TRIALWAY_DATA": str(old_store.root)}

    def upgrade(statement: int) -> int:
        return subprocess.run(
            [sys.executable, "-c", UPGRADE, str(statement)], env=environment, check=False
        ).returncode

    statement = 2
    while upgrade(statement) == -signal.SIGKILL:
        statement += 5

    assert statement > 20, "it was killed several times"
    assert not is_behind(old_store)
    assert not list(old_store.root.glob("readings*"))
    assert CliRunner().invoke(app, ["index"]).exit_code == 0
    assert CliRunner().invoke(app, ["check"]).exit_code == 0


def test_there_is_a_store_for_every_migration_but_the_last(data_folder):
    names = sorted(
        name for app_label, name in MigrationLoader(connection).disk_migrations if app_label == "archive"
    )
    assert [path.stem for path in STORES] == names[:-1]
