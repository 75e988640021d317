"""A store that any earlier version made is brought up to this one, and nothing in it is lost.

``stores/<migration>.sql`` is a store as it was after that migration, with two records in it. When a
migration is added, add the store as it is before it.
"""

import sqlite3
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from typer.testing import CliRunner

from trialway.archive import trials
from trialway.archive.health import examine
from trialway.archive.migrating import is_behind
from trialway.cli import app

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


def test_there_is_a_store_for_every_migration_but_the_last(data_folder):
    names = sorted(
        name for app_label, name in MigrationLoader(connection).disk_migrations if app_label == "archive"
    )
    assert [path.stem for path in STORES] == names[:-1]
