"""`trialway search`, as somebody types it."""

import csv
import io
import json

import pytest
from typer.testing import CliRunner

from tests.search.making import bring, read_sample
from trialway.cli import app

pytestmark = pytest.mark.usefixtures("searchable")


@pytest.fixture(scope="module")
def sample_data(tmp_path_factory):
    folder = tmp_path_factory.mktemp("data")
    bring(folder / "index", read_sample())
    return folder


@pytest.fixture
def searchable(sample_data, monkeypatch):
    monkeypatch.setenv("TRIALWAY_DATA", str(sample_data))


def run(*words: object):
    return CliRunner().invoke(app, ["search", *map(str, words)])


def test_hits_are_listed_with_what_matters(sample_data):
    result = run("breast cancer", "--limit", 3)

    assert result.exit_code == 0
    assert " trials for breast AND cancer, best match, page 1 of " in result.stdout
    assert "  1. NCT" in result.stdout
    assert "\n  3. NCT" in result.stdout
    assert "\n  4. NCT" not in result.stdout
    assert "Status: " in result.stdout
    assert "Completed (" in result.stdout


def test_a_hit_says_where_the_word_stands():
    result = run("kadcyla")

    assert "1 trial for kadcyla\n" in result.stdout
    assert "Interventions: Kadcyla, T-DM1, RO5304020" in result.stdout
    assert "51 sites in 19 countries" in result.stdout


def test_filters_are_given_by_code_or_by_name():
    by_code = run("cancer", "--country", "FR", "--status", "completed", "--json")
    by_name = run("cancer", "--country", "france", "--status", "Completed", "--json")

    answer = json.loads(by_code.stdout)
    assert answer == json.loads(by_name.stdout)
    assert answer["query"]["filters"] == {"country": ["FR"], "status": ["completed"]}
    assert {hit["card"]["status"]["code"] for hit in answer["hits"]} == {"completed"}


def test_several_values_of_one_filter_widen_it():
    one = json.loads(run("--phase", "3", "--json").stdout)["total"]
    two = json.loads(run("--phase", "3", "--phase", "2", "--json").stdout)["total"]

    assert two > one


@pytest.mark.parametrize(
    ("option", "value", "told"),
    [
        ("--sort", "best", "There is no order ‘best’"),
        ("--page", "abc", "‘abc’ is no page"),
        ("--country", "Frnace", "did you mean ‘FR’?"),
    ],
)
def test_what_was_not_understood_is_told(option, value, told):
    assert told in run("cancer", option, value).stdout


def test_finding_nothing_gives_help_and_exit_code_1():
    result = run("zzyzx", "cancer")

    assert result.exit_code == 1
    assert "No trials for zzyzx AND cancer" in result.stdout
    assert "No trial here mentions ‘zzyzx’. Check its spelling" in result.stdout


@pytest.mark.parametrize("limit", ["0", "-1", "1001"])
def test_a_limit_out_of_reach_is_refused(limit):
    result = run("cancer", f"--limit={limit}")

    assert result.exit_code == 2
    assert f"--limit {limit} is not between 1 and 1000" in result.stderr


def test_csv_holds_every_hit_or_as_many_as_asked_for():
    total = json.loads(run("cancer", "--json").stdout)["total"]

    rows = list(csv.DictReader(io.StringIO(run("cancer", "--csv").stdout)))

    assert len(rows) == total > 20
    assert rows[:2] == list(csv.DictReader(io.StringIO(run("cancer", "--csv", "--limit", 2).stdout)))
    assert run("zzyzx", "--csv").exit_code == 1


def test_without_an_index_the_way_to_one_is_told(tmp_path):
    result = run("cancer", "--data", tmp_path)

    assert result.exit_code == 1
    assert "trialway load" in result.stderr


def test_the_nearest_recruiting_place_of_each_hit_is_listed():
    result = run("cancer", "--near", "Lyon", "--within", "60mi", "--open-here", "--limit", 2)

    assert result.exit_code == 0
    assert " trials for cancer, nearest recruiting first" in result.stdout
    assert "Near Lyon, France. Distances are from the middle of the town" in result.stdout
    assert "0 miles: Centre Léon Bérard, Lyon, France · Recruiting, as of 20" in result.stdout


def test_near_a_place_is_json_too():
    result = run("cancer", "--near", "Lyon", "--json", "--limit", 1)
    found = json.loads(result.stdout)

    assert found["query"]["near"]["place"] == "Lyon"
    assert found["where"]["spot"]["label"] == "Lyon, France"
    assert found["hits"][0]["site"]["group"] == "recruiting"


def test_a_place_of_many_asks_which_one_and_an_unknown_one_tells_the_nearest():
    assert "Choose with --near: Springfield, Missouri" in run("asthma", "--near", "Springfield").stdout
    assert "Choose with --near: Lyon, France" in run("asthma", "--near", "Lyno").stdout


def test_nothing_near_tells_what_is_farther_away_and_ends_with_1():
    result = run("asthma", "--near", "Basel", "--within", "25km", "--open-here")

    assert result.exit_code == 1
    assert " at any distance." in result.stdout
    assert "Nearest beyond: NCT" in result.stdout


def test_a_wrong_distance_is_told():
    assert "‘-5’ is no distance, so 100 km was taken" in run("asthma", "--near", "Lyon", "--within=-5").stdout
