"""`trialway related`, as somebody types it."""

import json

import pytest
from typer.testing import CliRunner

from trialway.cli import app
from trialway.sample import FILES


@pytest.fixture
def loaded(data_folder):
    result = CliRunner().invoke(app, ["load", *map(str, FILES)])
    assert result.exit_code == 0, result.output


def run(*words):
    return CliRunner().invoke(app, ["related", *words])


def test_trials_are_listed_with_the_reasons(loaded):
    shown = run("nct00089661", "--limit", "3")
    answer = json.loads(run("NCT00089661", "--limit", "3", "--json").stdout)
    missing = run("NCT99999999")

    assert shown.exit_code == 0
    assert "same condition: Breast Neoplasms" in shown.stdout
    assert len(answer["similar"]) == 3
    assert missing.exit_code == 1
    assert "NCT99999999" in missing.stderr
