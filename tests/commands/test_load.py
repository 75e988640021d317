"""`trialway load` and `trialway check`, as somebody types them."""

import json

import pytest
from typer.testing import CliRunner

from tests.registries.ctgov.studies import sample
from trialway.archive.models import Version
from trialway.cli import app
from trialway.search.engine.reader import open_index


def run(*words: object):
    return CliRunner().invoke(app, [str(word) for word in words])


@pytest.fixture
def studies(tmp_path):
    path = tmp_path / "studies.jsonl"
    path.write_bytes(b"\n".join(sample()[:10]))
    return path


@pytest.fixture
def broken(tmp_path):
    path = tmp_path / "broken.jsonl"
    path.write_bytes(b"{no record")
    return path


def test_a_load_says_what_it_brought_and_can_be_searched(data_folder, studies):
    result = run("load", studies)

    assert result.exit_code == 0
    assert "10 records from 1 files: 10 new, 0 changed, 0 unchanged; 0 refused." in result.stdout
    assert run("check").exit_code == 0


def test_a_load_speaks_to_machines(data_folder, studies, broken):
    answer = json.loads(run("load", studies, broken, "--json").stdout)
    assert (answer["new"], answer["unchanged"], answer["refused"], answer["files"]) == (10, 0, 1, 2)


def test_where_nothing_but_rubbish_was_given_the_exit_code_tells(data_folder, broken):
    result = run("load", broken)
    assert result.exit_code == 3
    assert "Nothing was taken" in result.stderr


@pytest.mark.parametrize(
    ("option", "told"), [("soon", "no date"), ("2024-02-30", "no date"), ("2999-01-01", "has not come yet")]
)
def test_a_wrong_date_is_named(data_folder, studies, option, told):
    result = run("load", studies, "--seen", option)
    assert result.exit_code == 2
    assert told in result.stderr
    assert option in result.stderr


def test_a_file_that_is_not_there_is_named_before_anything_is_loaded(data_folder, studies):
    result = run("load", studies, "nowhere.json")
    assert result.exit_code == 2
    assert "nowhere.json does not exist" in result.stderr
    assert Version.objects.count() == 0


def test_check_finds_a_damaged_version(data_folder, studies):
    run("load", studies)
    version = Version.objects.first()
    version.blob = bytes(version.blob)[:-20]
    version.save()

    result = run("check")

    assert result.exit_code == 1
    assert f"{version.record.record_id}: its version cannot be read" in result.stdout


def test_check_finds_bytes_that_are_not_what_they_were(data_folder, studies):
    run("load", studies)
    first, second = Version.objects.all()[:2]
    Version.objects.filter(pk=first.pk).update(blob=second.blob)
    assert run("check").exit_code == 1


def test_check_finds_an_index_that_lags_behind(data_folder, studies, monkeypatch):
    run("load", studies)
    monkeypatch.setattr("trialway.commands.load.catch_up", lambda folder: None)
    studies.write_bytes(b"\n".join(sample()[10:13]))
    run("load", studies)

    result = run("check", "--json")

    assert result.exit_code == 1
    assert json.loads(result.stdout)["faults"] == [
        "3 trials of the archive are not in the index; run trialway index.",
        "3 trials have changed since the index was brought up to date; run trialway index.",
    ]


def test_check_counts_what_could_not_be_read(data_folder, tmp_path, broken):
    study = json.loads(sample()[0])
    study["protocolSection"]["statusModule"]["overallStatus"] = "ON_THE_MOON"
    odd = tmp_path / "odd.json"
    odd.write_text(json.dumps(study))
    run("load", odd, broken)

    result = run("check")

    assert result.exit_code == 0
    assert "unknown: status = ON_THE_MOON" in result.stdout
    assert f"{broken}, line 1" in result.stdout


def test_check_lists_what_searches_take_for_the_same(data_folder, studies, monkeypatch):
    run("load", studies)
    pair = open_index(data_folder.index).words.lexicon.equations[0]
    monkeypatch.setenv("TRIALWAY_DENIED_SYNONYMS", f"{pair.asked} = {pair.form}")

    result = run("check", "--synonyms")

    assert result.exit_code == 0
    assert f"{pair.source:8}{pair.asked} = {pair.form}  denied" in result.stdout
    assert len(json.loads(run("check", "--synonyms", "--json").stdout)) == result.stdout.count(" = ")


def test_check_lists_the_rules_that_their_own_record_contradicts(data_folder, tmp_path):
    study = json.loads(sample()[0])
    rules = "Inclusion Criteria:\n\n* Patients with asthma\n* Age 16 to 40\n\nExclusion Criteria:\n\n* Asthma"
    study["protocolSection"]["eligibilityModule"] |= {"eligibilityCriteria": rules, "minimumAge": "21 Years"}
    odd = tmp_path / "odd.json"
    odd.write_text(json.dumps(study))
    run("load", odd)

    result = run("check", "--rules")

    assert result.exit_code == 0
    assert "Patients with asthma\n    another rule says the opposite" in result.stdout
    assert "Age 16 to 40\n    the field ‘minimum age’ of the record says something else" in result.stdout
    assert "Trials: 1. Rules shown as they are written, and that decide nothing: 3." in result.stdout


def test_check_of_an_empty_store_says_what_to_do(data_folder):
    result = run("check")
    assert result.exit_code == 0
    assert "Nothing was loaded yet; trialway load" in result.stdout


def test_a_registry_that_is_not_known_is_refused_before_anything_is_read(data_folder, studies):
    result = run("load", studies, "--registry", "isrctn")

    assert result.exit_code == 2
    assert "There is no registry 'isrctn'; there is ctgov." in result.stderr
    assert not Version.objects.exists()
