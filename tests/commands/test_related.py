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


def test_from_a_place_the_nearest_that_recruit_come_first(loaded):
    near = json.loads(run("NCT00089661", "--near", "Lyon", "--json").stdout)["recruiting"]
    closer = json.loads(run("NCT00089661", "--near", "Lyon", "--within", "1000km", "--json").stdout)[
        "recruiting"
    ]
    shown = run("NCT00089661", "--near", "Lyon", "--within", "700mi")

    away = [one["km"] for one in near if one["km"] is not None]
    assert away == sorted(away)
    assert closer == [one for one in near if one["km"] is not None and one["km"] <= 1000]
    assert 0 < len(closer) < len(near)
    assert "within 700 miles of Lyon" in shown.stdout
    assert "miles away; same" in shown.stdout


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--limit", "0"), "--limit 0 is not between 1 and 50"),
        (("--limit", "51"), "--limit 51 is not between 1 and 50"),
        (("--near", "Lyonn"), "Lyonn"),
        (("--near", "91, 4"), "91 is no latitude"),
        (("--near", "Lyon", "--within", "-5"), "--within '-5' is no distance"),
        (("--near", "Lyon", "--within", "abc"), "--within 'abc' is no distance"),
        (("--within", "100km"), "--within 100km of what? Say a place with --near."),
    ],
)
def test_what_cannot_be_used_is_named(loaded, options, said):
    result = run("NCT00089661", *options)

    assert result.exit_code == 2
    assert said in " ".join(result.stderr.split())
