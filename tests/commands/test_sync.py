"""`trialway sync`, as somebody types it, against a registry on this machine."""

import json

import pytest
from typer.testing import CliRunner

from tests.registries.ctgov.replay import Registry, a_study
from trialway.cli import app


@pytest.fixture
def registry(monkeypatch):
    with Registry([a_study(number) for number in range(1, 61)]) as registry:
        monkeypatch.setenv("TRIALWAY_CTGOV_URL", registry.address)
        monkeypatch.setenv("TRIALWAY_CTGOV_PAUSE", "0")
        yield registry


def sync(*options: str):
    return CliRunner().invoke(app, ["sync", "ctgov", *options])


def test_it_says_what_it_brought_and_what_was_fetched_can_be_searched(data_folder, registry):
    result = sync()

    assert result.exit_code == 0
    assert "60 records fetched: 60 new, 0 changed, 0 unchanged, 0 refused; 0 withdrawn" in result.stdout
    assert "Study 7" in CliRunner().invoke(app, ["search", "NCT00000007"]).stdout


def test_it_speaks_to_machines(data_folder, registry):
    assert json.loads(sync("--json").stdout)["new"] == 60
    assert json.loads(sync("--json").stdout) == {"state": "nothing new"}


def test_a_held_pass_ends_with_one_and_can_be_accepted(data_folder, registry):
    sync()
    registry.timestamp = "2026-06-20T09:00:04"
    for number in range(1, 41):
        del registry.studies[f"NCT{number:08}"]

    held = sync()

    assert held.exit_code == 1
    assert "Held back: 40 of 60 records would be lost." in held.stdout
    assert "is held back: 40 of 60 records would be lost." in CliRunner().invoke(app, ["check"]).stdout
    accepted = sync("--accept")
    assert accepted.exit_code == 0
    assert "40 withdrawn from the registry" in accepted.stdout
    assert CliRunner().invoke(app, ["check"]).exit_code == 0


def test_a_registry_that_cannot_be_reached_is_one_sentence(data_folder, registry, monkeypatch):
    monkeypatch.setattr("trialway.registries.http._wait", lambda _: 0.0)
    monkeypatch.setenv("TRIALWAY_CTGOV_URL", "http://127.0.0.1:9")
    result = sync()
    assert result.exit_code == 4
    assert "could not be fetched in 8 attempts" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["sync", "isrctn"], "no registry 'isrctn'"),
        (["sync", "ctgov", "--every", "soon"], "--every 'soon' is no time"),
        (["sync", "ctgov", "--accept"], "No pass is held back"),
    ],
)
def test_wrong_words_are_named(data_folder, registry, words, told):
    result = CliRunner().invoke(app, words)
    assert result.exit_code == 2
    assert told in result.stderr
