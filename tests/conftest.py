"""What every test stands on: no network, and a data folder of its own with a real database in it."""

import ipaddress
import os
import shutil
import socket
import sqlite3
import uuid
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest
from django.core.management import call_command
from django.db import connection

from trialway import data_folder as folders
from trialway.commands.demo import load_sample_once

# How long an example takes says more about the machine than about the code.
hypothesis.settings.register_profile("trialway", deadline=None)
hypothesis.settings.load_profile("trialway")

real_connect = socket.socket.connect


def pytest_addoption(parser):
    parser.addoption(
        "--all", action="store_true", help="also run the long suites: kills, real clients, growth"
    )


def pytest_collection_modifyitems(config, items):
    if config.getoption("--all"):
        return
    long = [item for item in items if item.get_closest_marker("long")]
    config.hook.pytest_deselected(items=long)
    items[:] = [item for item in items if item not in long]


def connect_to_this_machine_alone(self, address):
    if self.family in {socket.AF_INET, socket.AF_INET6}:
        host = address[0]
        assert host == "localhost" or ipaddress.ip_address(host).is_loopback, f"A test reached out to {host}"
    return real_connect(self, address)


@pytest.fixture(autouse=True)
def no_network(monkeypatch):
    monkeypatch.setattr(socket.socket, "connect", connect_to_this_machine_alone)


@pytest.fixture(autouse=True)
def no_settings_of_the_developer(monkeypatch):
    for name in [name for name in os.environ if name.startswith("TRIALWAY_") or name == "DATABASE_URL"]:
        if name not in {"TRIALWAY_TEST_POSTGRES", "TRIALWAY_VENV"}:
            monkeypatch.delenv(name)


@pytest.fixture(scope="session")
def migrated_folder(tmp_path_factory, django_db_blocker) -> Path:
    """A data folder after the real migrations and with the real static files, made once and copied."""
    folder = folders.DataFolder(tmp_path_factory.mktemp("migrated"))
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch:
        point_django_at(folder, patch)
        call_command("migrate", verbosity=0)
        call_command("collectstatic", interactive=False, verbosity=0)
        connection.close()
    with sqlite3.connect(folder.database) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    return folder.root


def point_django_at(folder, patch):
    from django.conf import settings
    from django.contrib.staticfiles.storage import staticfiles_storage

    connection.close()
    patch.setitem(connection.settings_dict, "NAME", folder.database)
    patch.setattr(settings, "DATA_FOLDER", folder)
    patch.setattr(settings, "STATIC_ROOT", folder.static)
    patch.setenv("TRIALWAY_DATA", str(folder.root))
    # The storage keeps the folder and the table of hashed names that it found when it was first used.
    staticfiles_storage._wrapped = type(staticfiles_storage)()._wrapped


@pytest.fixture(scope="session")
def loaded_folder(migrated_folder, tmp_path_factory, django_db_blocker) -> Path:
    """The same with the bundled sample in archive and index, through the real load."""
    folder = folders.DataFolder(tmp_path_factory.mktemp("loaded") / "data")
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch:
        shutil.copytree(migrated_folder, folder.root)
        point_django_at(folder, patch)
        load_sample_once(folder)
        connection.close()
    return folder.root


@pytest.fixture
def data_folder(migrated_folder, tmp_path, monkeypatch, django_db_blocker) -> Iterator[folders.DataFolder]:
    """A data folder with an empty store, and Django pointed at it; commits are real commits."""
    with django_db_blocker.unblock():
        yield copy_of(migrated_folder, tmp_path, monkeypatch)
        connection.close()


@pytest.fixture
def sample_folder(loaded_folder, tmp_path, monkeypatch, django_db_blocker) -> Iterator[folders.DataFolder]:
    """A data folder with the 373 trials of the bundled sample in archive and index, its own to change."""
    with django_db_blocker.unblock():
        yield copy_of(loaded_folder, tmp_path, monkeypatch)
        connection.close()


def copy_of(root: Path, tmp_path: Path, patch: pytest.MonkeyPatch) -> folders.DataFolder:
    folder = folders.DataFolder(tmp_path / "data")
    shutil.copytree(root, folder.root)
    point_django_at(folder, patch)
    return folder


@pytest.fixture
def database_url() -> Iterator[str]:
    """An empty database of this test's own."""
    server_url = os.environ.get("TRIALWAY_TEST_POSTGRES", "")
    if not server_url:
        pytest.skip("TRIALWAY_TEST_POSTGRES names no server")
    import psycopg

    name = f"trialway_{uuid.uuid4().hex}"
    with psycopg.connect(server_url, autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{name}"')
        yield server_url.replace("/postgres", f"/{name}", 1)
        server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
