"""A record on which the program fails: its pages say so and lead to its registry; all else goes on."""

import json

import pytest
from django.test import Client
from typer.testing import CliRunner

from tests.archive.versions import a_study, load
from tests.site.lint import problems
from trialway.cli import app
from trialway.commands.indexing import catch_up
from trialway.registries.known import REGISTRIES

UNREADABLE = "NCT00000002"
REGISTRY_PAGE = f"https://clinicaltrials.gov/study/{UNREADABLE}"
VIEWS = ("", "/expert", "/professional", "/sheet", "/history", "/results")


@pytest.fixture
def fails(monkeypatch):
    """Makes the program fail on the one record, as another version of it might."""

    def fail() -> None:
        registry = REGISTRIES["ctgov"]
        normalise = registry.normalise

        def failing(raw: bytes):
            if UNREADABLE.encode() in raw:
                raise ZeroDivisionError("a fault of ours")
            return normalise(raw)

        monkeypatch.setattr(registry, "normalise", failing)

    return fail


@pytest.fixture
def two_trials(data_folder):
    load(data_folder, "2024-02-01", a_study(1), a_study(2))
    return data_folder


@pytest.fixture
def indexed_before(two_trials, fails):
    """The index was made by a program that could read both."""
    catch_up(two_trials)
    fails()
    return Client()


@pytest.fixture
def set_aside(two_trials, fails):
    """The program fails on the record already when the index is made."""
    fails()
    catch_up(two_trials)
    return Client()


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("fixture", ["indexed_before", "set_aside"])
def test_its_pages_say_that_it_cannot_be_read_and_where_it_is(request, fixture, view):
    answer = request.getfixturevalue(fixture).get(f"/trial/{UNREADABLE}{view}")

    assert answer.status_code == 503
    text = answer.content.decode()
    assert "This trial cannot be shown here" in text
    assert f'<a href="{REGISTRY_PAGE}"' in text
    assert "Retry-After" not in answer.headers
    assert answer.headers["Cache-Control"] == "no-store"
    assert problems(text) == []


def test_programs_are_told_in_json_and_the_log_has_the_cause(indexed_before, caplog):
    answer = indexed_before.get(f"/trial/{UNREADABLE}.json")

    assert answer.status_code == 503
    assert REGISTRY_PAGE in json.loads(answer.content)["error"]
    assert "ZeroDivisionError: a fault of ours" in caplog.text
    assert f"{UNREADABLE}: this version of Trialway cannot read the record" in caplog.text


@pytest.mark.parametrize("path", [f"/trial/{UNREADABLE}/history.atom", f"/trial/{UNREADABLE}/map.svg"])
def test_what_is_no_page_is_told_as_text(indexed_before, path):
    answer = indexed_before.get(path)

    assert (answer.status_code, answer.headers["Content-Type"]) == (503, "text/plain; charset=utf-8")
    assert REGISTRY_PAGE in answer.content.decode()


@pytest.mark.parametrize("fixture", ["indexed_before", "set_aside"])
@pytest.mark.parametrize(
    "path", ["/", "/search?q=study", "/search.json?q=study", "/search.csv?q=study", "/fit?q=study"]
)
def test_searches_and_the_check_go_on_without_it(request, fixture, path):
    answer = request.getfixturevalue(fixture).get(path)

    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    assert answer.status_code == 200
    assert path in ("/", "/fit?q=study") or b"NCT00000001" in content
    assert fixture != "set_aside" or UNREADABLE.encode() not in content


def test_the_check_of_a_search_goes_on_without_it_though_its_rules_were_read(two_trials, fails):
    catch_up(two_trials)
    site = Client()
    assert site.get("/fit?q=study").status_code == 200
    fails()

    answer = site.post("/fit?q=study", "do=result", content_type="application/x-www-form-urlencoded")

    assert answer.status_code == 200
    assert "NCT00000001" in answer.content.decode()
    assert UNREADABLE not in answer.content.decode()
    assert "not shown yet" not in answer.content.decode()


def test_the_other_trial_is_shown(indexed_before):
    assert indexed_before.get("/trial/NCT00000001").status_code == 200


def test_the_command_line_ends_with_a_sentence(indexed_before):
    shown = CliRunner().invoke(app, ["show", UNREADABLE])

    assert shown.exit_code == 3
    assert (
        "this version of Trialway cannot read the record (ZeroDivisionError: a fault of ours)" in shown.stderr
    )
    assert "Traceback" not in shown.stderr
