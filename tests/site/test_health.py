"""`/healthz` as a load balancer asks it, and the headers that every response carries."""

import pytest

from trialway.search.engine import generations
from trialway.site.middleware import SECURITY_HEADERS


@pytest.fixture
def index(data_folder):
    generation = generations.begin(data_folder.index)
    generations.write_state(generation, upto=0, trials=0, values=0, columns="")
    generations.switch(data_folder.index, generation)
    return generation


def test_a_new_installation_is_well(data_folder, client):
    response = client.get("/healthz")

    assert response.status_code == 200
    assert response.json() == {"ok": True, "database": True, "trials": 0, "index": None}


def test_it_says_what_the_index_holds(data_folder, index, client):
    answer = client.get("/healthz").json()

    assert answer["index"]["trials"] == 0
    assert 0 <= answer["index"]["age_seconds"] < 60


def test_trials_without_an_index_are_not_well(data_folder, client):
    from trialway.archive.models import Trial

    Trial.objects.create(change=1)

    response = client.get("/healthz")

    assert response.status_code == 503
    assert response.json() == {"ok": False, "database": True, "trials": 1, "index": None}


def test_a_database_out_of_reach_is_not_well(data_folder, client):
    from django.db import connection

    connection.close()
    for file in data_folder.root.glob("trialway.sqlite3*"):
        file.unlink()

    response = client.get("/healthz")

    assert response.status_code == 503
    assert response.json()["database"] is False


def test_it_may_not_be_posted_to_and_is_not_kept(data_folder, client):
    assert client.post("/healthz").status_code == 405
    assert "no-store" in client.get("/healthz").headers["Cache-Control"]


def test_every_response_carries_the_security_headers_and_no_cookie(data_folder, client):
    for address in ["/healthz", "/no-such-page"]:
        response = client.get(address)

        assert {name: response.headers[name] for name in SECURITY_HEADERS} == SECURITY_HEADERS
        assert not response.cookies


def test_the_policy_allows_nothing_from_elsewhere_and_nothing_inline():
    policy = SECURITY_HEADERS["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert not any(word in policy for word in ["unsafe", "http", "*"])
