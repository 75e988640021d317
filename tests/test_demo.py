"""`trialway demo`: one command from nothing to trials, and nothing done twice."""

import datetime as dt

from typer.testing import CliRunner

from trialway.cli import app
from trialway.data_folder import writing
from trialway.sample import SEEN


def demo(*options: str):
    return CliRunner().invoke(app, ["demo", "--no-serve", *options])


def test_it_loads_373_trials_and_says_what_to_try(data_folder, client):
    result = demo()

    answer = client.get("/healthz").json()
    assert result.exit_code == 0
    assert (answer["trials"], answer["index"]["trials"]) == (373, 373)
    assert "373 records of ClinicalTrials.gov, as of 18 June 2026" in result.stderr
    assert "http://127.0.0.1:8000/search?q=breast+cancer" in result.stderr
    assert 'search "breast cancer"' in result.stderr
    assert result.stdout == ""


def test_a_second_time_it_loads_nothing_and_waits_for_nobody(sample_folder):
    with writing(sample_folder):
        again = demo()

    assert again.exit_code == 0
    assert "records" not in again.stderr


def test_a_lost_index_is_made_again(sample_folder, client):
    (sample_folder.index / "current").unlink()

    assert demo().exit_code == 0
    assert client.get("/healthz").json()["index"]["trials"] == 373


def test_the_sample_claims_no_day_later_than_its_own(sample_folder):
    from trialway.archive.models import Load, Version

    assert set(Version.objects.values_list("last_seen", flat=True)) == {SEEN}
    assert Load.objects.get().seen == SEEN == dt.datetime(2026, 6, 18, tzinfo=dt.UTC)


def test_it_names_the_port_that_was_asked_for(sample_folder):
    assert "http://127.0.0.1:8123/trial/NCT04740918\n" in demo("--port", "8123").stderr


def test_what_it_says_to_type_names_the_folder_that_was_chosen(sample_folder):
    said = demo("--data", str(sample_folder.root)).stderr

    assert said.endswith(f"trialway serve --port 8000 --data {sample_folder.root}\n")
    assert f'search "breast cancer" --data {sample_folder.root}\n' in said
