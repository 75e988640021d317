"""`/healthz` as a load balancer asks it, and the headers that every response carries."""

from trialway.site.middleware import SECURITY_HEADERS


def test_a_new_installation_is_well(data_folder, client):
    response = client.get("/healthz")

    assert response.status_code == 200
    answer = response.json()
    assert isinstance(answer.pop("caches"), list)
    assert answer == {"ok": True, "database": True, "trials": 0, "index": None}


def test_it_says_what_the_index_holds(site):
    answer = site.get("/healthz").json()

    assert answer["ok"] is True
    assert answer["index"]["trials"] == 373
    assert answer["index"]["age_seconds"] >= 0


def test_trials_without_an_index_are_not_well(data_folder, client):
    from trialway.archive.models import Trial

    Trial.objects.create(change=1)

    response = client.get("/healthz")

    assert response.status_code == 503
    answer = response.json()
    assert "There is no search index in index yet" in answer.pop("reason")
    answer.pop("caches")
    assert answer == {"ok": False, "database": True, "trials": 1, "index": None}


def test_a_database_out_of_reach_is_not_well(data_folder, client):
    from django.db import connection

    connection.close()
    for file in data_folder.root.glob("trialway.sqlite3*"):
        file.unlink()

    response = client.get("/healthz")

    assert response.status_code == 503
    assert response.json()["database"] is False
    assert "database cannot be read" in response.json()["reason"]


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
