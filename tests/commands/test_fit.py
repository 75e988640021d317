"""`trialway fit` on the bundled sample: answers, a Bundle, and what is refused."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tests.site.conftest import sample, sample_folder  # noqa: F401 - fixtures
from trialway.cli import app

BUNDLE = Path(__file__).parent.parent / "interop" / "bundles" / "breast_cancer.json"
KATE3 = "NCT04740918"


@pytest.fixture
def fit(sample_folder, monkeypatch, django_db_blocker):  # noqa: F811
    from django.db import connection

    from tests.conftest import point_django_at

    with django_db_blocker.unblock():
        point_django_at(sample_folder, monkeypatch)
        yield lambda *options: CliRunner().invoke(app, ["fit", *options])
        connection.close()


def test_a_rule_that_speaks_against_it_is_told_with_its_quote(fit):
    text = fit(KATE3, "--answer", "ecog=2", "--answer", "age=62").stdout

    assert "NCT04740918: Seems not to fit" in text
    assert "“Eastern Cooperative Oncology Group (ECOG) Performance Status of 0 or 1”" in text
    assert "Information to talk about, not medical advice" in text


def test_a_bundle_is_read_and_an_answer_corrects_it(fit):
    read = json.loads(fit(KATE3, "--patient", str(BUNDLE), "--json").stdout)
    corrected = json.loads(fit(KATE3, "--patient", str(BUNDLE), "--answer", "ecog=4", "--json").stdout)

    assert "ecog=1" in read["said"]
    assert [each["expression"] for each in read["unknown"]] == [
        "Bundle.entry[2].resource.code",
        "Bundle.entry[7].resource.value",
    ]
    assert [each["trials"][0]["verdict"] for each in (read, corrected)] == [
        "not sure",
        "does not seem to fit",
    ]


def test_each_rule_has_its_place_in_the_text(fit):
    found = json.loads(fit(KATE3, "--answer", "age=62", "--json").stdout)["trials"][0]

    assert {rule["state"] for rule in found["rules"]} == {"meets", "answer", "team"}
    assert all(rule["quote"] for rule in found["rules"])


WRONG = [
    (("--answer", "age=NaN"), 2, "‘NaN’ does not answer age"),
    (("--answer", "shoe=4"), 2, "There is no question ‘shoe’"),
    (("--answer", "pregnant=yes", "--answer", "children=none"), 2, "contradicts another answer"),
    (("--patient", "/nowhere/bundle.json"), 2, "cannot be read"),
    (("--patient", str(Path(__file__))), 3, "This is not JSON"),
]


@pytest.mark.parametrize(("options", "code", "sentence"), WRONG)
def test_what_makes_no_sense_is_told_in_a_sentence(fit, options, code, sentence):
    result = fit(KATE3, *options)

    assert (result.exit_code, result.stdout) == (code, "")
    assert sentence in result.stderr


def test_a_trial_that_is_not_there_is_told(fit):
    assert fit("NCT00000000").exit_code == 1
