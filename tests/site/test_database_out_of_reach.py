"""A database that cannot be read is told as 503 with a sentence, on each kind of page."""

import json
import shutil

import dj_database_url
import pytest
from django.db import connection, connections
from django.db.utils import ConnectionHandler
from django.test import Client

from tests.conftest import point_django_at
from trialway import data_folder as folders

A_TRIAL = "/trial/NCT04740918"
PAGES = (A_TRIAL, f"{A_TRIAL}/expert", f"{A_TRIAL}/history", "/sources", "/fit?trial=NCT04740918")


@pytest.fixture
def without_server(site):
    """The site after its PostgreSQL server has gone away."""
    gone = {"default": dj_database_url.parse("postgresql://me:hunter2@127.0.0.1:1/name")}
    before = connections["default"]
    connections["default"] = ConnectionHandler(gone)["default"]
    yield site
    connections["default"] = before


@pytest.fixture
def with_damaged_pages(sample_folder, tmp_path, monkeypatch, django_db_blocker):
    """The site on an SQLite file in which everything but the first page is overwritten."""
    with django_db_blocker.unblock():
        connection.close()
        shutil.copytree(sample_folder.root, tmp_path / "data")
        folder = folders.DataFolder(tmp_path / "data")
        size = folder.database.stat().st_size
        with folder.database.open("r+b") as file:
            file.seek(4096)
            file.write(b"\xff" * (size - 4096))
        point_django_at(folder, monkeypatch)
        yield Client(raise_request_exception=False)
        connection.close()


@pytest.mark.parametrize("fixture", ["without_server", "with_damaged_pages"])
def test_a_page_says_that_the_database_cannot_be_read(request, fixture):
    site = request.getfixturevalue(fixture)
    for address in PAGES:
        response = site.get(address)

        assert response.status_code == 503, address
        assert "database of this site cannot be read" in response.content.decode()
        assert response.headers["Retry-After"] == "60"


def test_programs_are_told_in_json_and_the_password_to_nobody(without_server, caplog):
    response = without_server.get(f"{A_TRIAL}.json")

    assert response.status_code == 503
    assert "database of this site cannot be read" in json.loads(response.content)["error"]
    assert "The database cannot be read: OperationalError" in caplog.text
    assert "hunter2" not in caplog.text + response.content.decode()


def test_a_mistake_of_the_program_is_none_of_the_database(site, monkeypatch):
    def mistaken(slug):
        with connection.cursor() as cursor:
            cursor.execute("SELECT ?, ?", [1])

    monkeypatch.setattr("trialway.site.pages.trial.find_address", mistaken)
    site.raise_request_exception = False
    assert site.get(A_TRIAL).status_code == 500
