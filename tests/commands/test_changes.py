"""`trialway changes` prints what changed as JSON lines and nothing else."""

import json

import pytest
from typer.testing import CliRunner

from tests.archive.versions import load, with_status
from trialway.cli import app


def changes(*options: str):
    return CliRunner().invoke(app, ["changes", *options])


@pytest.fixture
def two_trials(data_folder):
    load(data_folder, "2024-02-01", with_status("RECRUITING"), with_status("RECRUITING", number=2))
    load(data_folder, "2024-03-01", with_status("COMPLETED", "2024-02-20"))


def test_each_version_that_became_current_is_a_line(two_trials):
    result = changes("--since", "2024-02-15")
    [line] = map(json.loads, result.stdout.splitlines())
    assert result.stderr == ""
    assert (line["trial"], line["registry_updated"], line["first_seen"]) == (
        "NCT00000001",
        "2024-02-20",
        "2024-03-01T00:00:00Z",
    )
    assert line["changes"][0] == {
        "field": "recruitment.status",
        "path": "protocolSection.statusModule.overallStatus",
        "kind": "changed",
        "item": "",
        "words": "Status: recruiting → completed",
        "before": {"code": "recruiting", "raw": "RECRUITING"},
        "after": {"code": "completed", "raw": "COMPLETED"},
    }


def test_the_history_of_one_trial(two_trials):
    lines = [json.loads(line) for line in changes("--trial", "nct00000001").stdout.splitlines()]
    assert [(line["trial"], line["before"]) for line in lines] == [
        ("NCT00000001", None),
        ("NCT00000001", lines[0]["version"]),
    ]


def test_nothing_new_is_no_line(two_trials):
    result = changes("--since", "2024-06-01")
    assert (result.exit_code, result.stdout) == (0, "")


@pytest.mark.parametrize(
    ("options", "exit_code", "sentence"),
    [
        ((), 2, "Give --since DATE, or --trial ID, or both"),
        (("--since", "soon"), 2, "--since 'soon' is no date"),
        (("--trial", "NCT00000009"), 1, "There is no trial 'NCT00000009' here"),
    ],
)
def test_mistakes_are_told(two_trials, options, exit_code, sentence):
    result = changes(*options)
    assert result.exit_code == exit_code
    assert sentence in result.stderr
