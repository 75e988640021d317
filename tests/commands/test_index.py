"""`trialway index`, as somebody types it."""

import json

from typer.testing import CliRunner

from tests.registries.ctgov.studies import sample
from trialway.archive.models import CriteriaReading
from trialway.cli import app
from trialway.data_folder import writing


def run(*words: object):
    return CliRunner().invoke(app, [str(word) for word in words])


def loaded(tmp_path):
    path = tmp_path / "studies.jsonl"
    path.write_bytes(b"\n".join(sample()[:10]))
    assert run("load", path).exit_code == 0


def test_an_index_that_is_up_to_date_has_nothing_to_do(data_folder, tmp_path):
    loaded(tmp_path)

    assert run("index").stdout == "0 trials indexed; the index holds 10.\n"


def test_an_index_that_was_lost_is_made_anew(data_folder, tmp_path):
    loaded(tmp_path)
    (data_folder.index / "current").unlink()

    assert run("index").stdout == "10 trials indexed; the index holds 10.\n"
    assert run("check").exit_code == 0


def test_a_rebuild_can_be_asked_for(data_folder, tmp_path):
    loaded(tmp_path)

    built = json.loads(run("index", "--rebuild", "--json").stdout)

    assert built == {"taken": 10, "total": 10, "upto": built["upto"], "rebuilt": "It was asked for."}


def test_two_cannot_write_at_once(data_folder, tmp_path):
    with writing(data_folder):
        result = run("index")

    assert result.exit_code == 2
    assert "is writing to" in result.stderr


def test_criteria_can_be_read_ahead(data_folder, tmp_path):
    loaded(tmp_path)
    result = run("index", "--criteria")

    assert "The criteria of 10 trials are read." in result.stderr
    assert CriteriaReading.objects.exclude(rules=None).count() == 10


def test_criteria_that_only_memory_holds_are_written_too(data_folder, tmp_path):
    loaded(tmp_path)
    run("index", "--criteria")
    CriteriaReading.objects.all().delete()

    run("index", "--criteria")

    assert CriteriaReading.objects.exclude(rules=None).count() == 10
