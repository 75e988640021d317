"""`trialway show` prints a trial for a terminal and for machines."""

import json

import pytest
from typer.testing import CliRunner

from tests.site.conftest import sample, sample_folder  # noqa: F401 - fixtures
from trialway.cli import app
from trialway.commands.print_record import lines
from trialway.presenters.expert.page import expert_page


@pytest.fixture
def show(sample_folder, monkeypatch, django_db_blocker):  # noqa: F811
    from django.db import connection

    from tests.conftest import point_django_at

    with django_db_blocker.unblock():
        point_django_at(sample_folder, monkeypatch)
        yield lambda *options: CliRunner().invoke(app, ["show", *options])
        connection.close()


def test_a_trial_is_printed_with_all_its_sections(show):
    text = show("nct04740918").stdout
    for words in (
        "NCT04740918  A Study of",
        "Terminated",
        "96 people (actual)",
        "WHO CAN TAKE PART",
        "Kadcyla",
        "Life expectancy >= 6 months",
        "51 sites in 19 countries",
        "EudraCT number",
    ):
        assert words in text, words


def test_the_json_is_the_twin_of_the_page(show):
    twin = json.loads(show("NCT04740918", "--json").stdout)
    assert twin["sources"][0]["record"]["record_id"] == "NCT04740918"


def test_a_number_that_is_not_here_ends_with_one(show):
    result = show("NCT99999999")
    assert result.exit_code == 1
    assert "There is no trial 'NCT99999999' here" in result.output


def test_every_trial_of_the_sample_can_be_printed(sample):  # noqa: F811
    for trial in sample:
        text = "\n".join(text for text, _ in lines(expert_page(trial)))
        assert trial.slug in text
        assert "Words(" not in text


def test_the_text_for_patients_is_printed(show):
    result = show("NCT04740918", "--patient")
    assert result.exit_code == 0
    assert "What is this trial about?" in result.stdout
    assert "no person has checked it" in result.stdout


def test_results_are_printed_and_missing_ones_are_told(show):
    printed = show("NCT00089661", "--results")
    assert "the least squares mean was 4.8" in " ".join(printed.stdout.split())
    missing = show("NCT04740918", "--results")
    assert (missing.exit_code, missing.stdout) == (1, "")
    assert "No registry holds results" in missing.stderr


def test_criteria_are_printed_with_what_was_read(show):
    text = show("NCT04740918", "--criteria").stdout
    for words in (
        "NCT04740918  22 criteria: 10 read, 11 in part",
        "● minimum age: 18 Years",
        "◐ HER2+ and PD-L1+ locally advanced",
        "● Cardiopulmonary dysfunction",
        "You cannot join if you are pregnant or are breast-feeding.",
    ):
        assert words in text, words


def test_criteria_are_printed_for_machines(show):
    twin = json.loads(show("NCT04740918", "--criteria", "--json").stdout)
    assert len(twin["sources"][0]["criteria"]["criteria"]) == 22
