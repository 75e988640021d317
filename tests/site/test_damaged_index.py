"""A damaged search index is told: by each page that needs it, by `/healthz`, in the log; the rest works."""

import json
import logging
import shutil
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client

from tests.conftest import point_django_at
from trialway import data_folder as folders
from trialway.search.engine import generations

A_TRIAL = "NCT04740918"
JSON_PAGES = ("/search.json?q=asthma", "/search/places.json", "/suggest?q=asth")
TEXT_PAGES = ("/search.csv", "/search/map.svg")
PAGES = (
    "/search",
    "/search?q=asthma",
    "/search/filters",
    "/search/filters/values?in=condition",
    "/fit?q=asthma",
)
ALL_THAT_SEARCH = (*PAGES, *JSON_PAGES, *TEXT_PAGES)


def no_json_in_meta(generation: Path) -> None:
    (generation / "meta.json").write_bytes(b"\0\0\0 no JSON")


def half_a_segment(generation: Path) -> None:
    segment = next(generation.glob("*.term"))
    segment.write_bytes(segment.read_bytes()[: segment.stat().st_size // 2])


def no_positions(generation: Path) -> None:
    next(generation.glob("*.pos")).unlink()


def no_columns(generation: Path) -> None:
    shutil.rmtree(next(generation.glob("columns-*")))


def half_a_column(generation: Path) -> None:
    column = next(generation.glob("columns-*")) / "trial.npy"
    column.write_bytes(column.read_bytes()[:100])


def no_json_in_index_json(generation: Path) -> None:
    (generation / "index.json").write_bytes(b"{")


def index_json_that_cannot_be_read(generation: Path) -> None:
    (generation / "index.json").unlink()
    (generation / "index.json").mkdir()


DAMAGE = (
    no_json_in_meta,
    half_a_segment,
    no_positions,
    no_columns,
    half_a_column,
    no_json_in_index_json,
    index_json_that_cannot_be_read,
)


@pytest.fixture
def own_folder(sample_folder, tmp_path, monkeypatch, django_db_blocker):
    with django_db_blocker.unblock():
        connection.close()
        shutil.copytree(sample_folder.root, tmp_path / "data")
        folder = folders.DataFolder(tmp_path / "data")
        point_django_at(folder, monkeypatch)
        yield folder
        connection.close()


@pytest.fixture(params=DAMAGE, ids=lambda damage: damage.__name__)
def damaged(request, own_folder) -> Client:
    """A site whose index was damaged before anybody asked."""
    request.param(generations.current(own_folder.index))
    return Client()


def test_health_fails_and_says_why(damaged):
    response = damaged.get("/healthz")

    assert response.status_code == 503
    assert response.json()["ok"] is False
    assert response.json()["trials"] == 373
    assert "run trialway index" in response.json()["reason"].replace("Run", "run")
    assert "/data/" not in response.json()["reason"]


def test_each_page_of_the_search_says_what_an_operator_should_do(damaged):
    for address in ALL_THAT_SEARCH:
        response = damaged.get(address)

        assert response.status_code == 503, address
        text = response.content.decode()
        assert "search index of this site is damaged" in text, address
        assert "trialway index --rebuild" in text, address
        assert response.headers["Retry-After"] == "60"


def test_programs_get_json_and_text(damaged):
    for address in JSON_PAGES:
        assert "damaged" in json.loads(damaged.get(address).content)["error"]
    for address in TEXT_PAGES:
        assert damaged.get(address).headers["Content-Type"].startswith("text/plain")
    posted = damaged.post("/fit?q=asthma", b'{"said": []}', content_type="application/json")
    assert posted.status_code == 503
    assert posted.json()["resourceType"] == "OperationOutcome"


def test_what_needs_no_index_works_and_says_that_the_search_does_not(damaged):
    for address in (
        "/",
        f"/trial/{A_TRIAL}",
        f"/trial/{A_TRIAL}/expert",
        f"/trial/{A_TRIAL}/related",
        "/about",
    ):
        response = damaged.get(address)

        assert response.status_code == 200, address
        assert "out of order at the moment" in response.content.decode(), address
    assert "No trials are loaded" not in damaged.get("/").content.decode()
    assert damaged.get(f"/trial/{A_TRIAL}.json").status_code == 200
    assert damaged.get(f"/fit?trial={A_TRIAL}").status_code == 200


def test_the_cause_is_logged_once_however_many_ask(damaged, caplog):
    with caplog.at_level(logging.WARNING):
        for _ in range(3):
            for address in ALL_THAT_SEARCH:
                damaged.get(address)

    assert len(caplog.records) == 1
    assert "run trialway index" in caplog.text.replace("Run", "run")


def test_damage_under_a_running_site_and_its_repair_are_noticed(own_folder, caplog):
    site = Client()
    meta = generations.current(own_folder.index) / "meta.json"
    whole = meta.read_bytes()
    assert site.get("/search.json").status_code == 200

    meta.write_bytes(b"damaged")
    assert site.get("/search.json").status_code == 503

    meta.write_bytes(whole)
    assert site.get("/search.json").status_code == 200
    assert "out of order" not in site.get("/").content.decode()
    assert "can be used again" in caplog.text


@pytest.mark.parametrize("file", ["names.json", "points.npy", "state.json"])
def test_damage_of_what_related_trials_are_found_by_costs_no_page(own_folder, file, caplog):
    related = generations.current(own_folder.index) / "related"
    (related / file).write_bytes(b"")

    for _ in range(2):
        assert Client().get(f"/trial/{A_TRIAL}").status_code == 200
    if file != "state.json":
        assert caplog.text.count("run trialway index --rebuild") == 1
