"""Every sentence that `trialway check` can print, each with the fault that makes it, and what it advises."""

import datetime as dt
import json
import re

import pytest
from typer.testing import CliRunner

from tests.archive.test_standing import a_sync
from tests.archive.versions import a_study, load
from trialway.archive.load import at_midnight
from trialway.archive.models import Link, Load, Record, Slug, Trial, Version
from trialway.archive.trials import find_address, find_trial
from trialway.cli import app
from trialway.commands.indexing import catch_up
from trialway.search.engine import generations

STUDIES = [a_study(number) for number in range(1, 4)]
FIRST = {"record__record_id": "NCT00000001"}
TODAY = dt.datetime.now(dt.UTC).date().isoformat()


def run(*words: object):
    return CliRunner().invoke(app, [str(word) for word in words])


@pytest.fixture
def folder(data_folder):
    """Three trials, loaded today and indexed."""
    load(data_folder, TODAY, *STUDIES)
    catch_up(data_folder)
    return data_folder


def told() -> list[str]:
    return re.findall(r"^(?:Fault|Warning): (.*)$", run("check").stdout, re.MULTILINE)


def lose_versions():
    Version.objects.filter(**FIRST).delete()


def lose_current():
    Record.objects.filter(record_id="NCT00000001").update(current=None)


def take_version_of_another():
    other = Version.objects.get(record__record_id="NCT00000002")
    Record.objects.filter(record_id="NCT00000001").update(current=other)


def lose_trial():
    Link.objects.filter(**FIRST).delete()


def lose_address():
    Slug.objects.filter(slug="NCT00000001").delete()


def spoil_bytes():
    Version.objects.filter(**FIRST).update(blob=b"spoilt")


AGAIN = "restore a backup, or load the registry's records again."
FAULTS = {
    "1 records have no version": (lose_versions, [f"1 records have no version; {AGAIN}"]),
    "no current version": (
        lose_current,
        [f"1 records have versions and no current one; {AGAIN}"],
    ),
    "another record's version": (
        take_version_of_another,
        [
            f"1 records point to a version of another record; {AGAIN}",
            "NCT00000001: its version cannot be read; restore a backup.",
        ],
    ),
    "no trial": (
        lose_trial,
        [f"1 records belong to no trial; {AGAIN}", f"1 trials have no record; {AGAIN}"],
    ),
    "no address": (lose_address, [f"1 trials have no address; {AGAIN}"]),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_what_lost_what_it_belongs_to_is_told_and_loading_again_mends_it(folder, fault):
    make, sentences = FAULTS[fault]
    assert run("check").exit_code == 0
    make()

    assert run("check").exit_code == 1
    assert told() == sentences

    load(folder, TODAY, *STUDIES)
    catch_up(folder)
    assert told() == []
    assert run("check").exit_code == 0
    assert find_trial("NCT00000001").main.brief_title == "Study 1"
    assert find_address("NCT00000001").canonical == "NCT00000001"


def test_bytes_that_are_spoilt_are_told(folder):
    spoil_bytes()

    assert told() == ["NCT00000001: its version cannot be read; restore a backup."]


def test_a_trial_whose_records_all_lead_elsewhere_is_told(folder):
    Link.objects.filter(**FIRST).update(strength="alias")

    assert f"1 trials have no record; {AGAIN}" in told()


def test_a_number_that_was_another_address_of_a_trial_becomes_its_own_records(data_folder):
    load(data_folder, TODAY, a_study(1, identificationModule={"nctIdAliases": ["NCT00000009"]}))
    catch_up(data_folder)
    assert find_address("NCT00000009").canonical == "NCT00000001"

    loaded = load(data_folder, TODAY, a_study(9))
    catch_up(data_folder)

    assert loaded.new == 1
    assert find_address("NCT00000009").canonical == "NCT00000009"
    assert told() == []


def test_an_index_that_lacks_a_trial_and_its_change_is_told(folder):
    load(folder, TODAY, a_study(4))

    assert told() == [
        "1 trials of the archive are not in the index; run trialway index.",
        "1 trials have changed since the index was brought up to date; run trialway index.",
    ]
    run("index")
    assert told() == []


def test_an_index_that_holds_a_trial_too_many_is_told(folder):
    Record.objects.filter(record_id="NCT00000001").delete()
    Trial.objects.filter(links__isnull=True).delete()

    assert told() == ["1 trials of the index are not in the archive; run trialway index."]
    run("index")
    assert told() == []


def test_that_there_is_no_index_is_told(folder):
    (folder.index / "current").unlink()

    assert told() == [
        f"There is no search index in {folder.index} yet; trialway load makes one, trialway demo shows one."
    ]


def test_a_damaged_index_is_told(folder):
    (generations.current(folder.index) / "meta.json").write_text("rubbish")

    [sentence] = told()

    assert re.fullmatch(r"The index .* cannot be read \(.*\); run trialway index --rebuild\.", sentence)
    run("index", "--rebuild")
    assert told() == []


def test_that_nothing_was_loaded_yet_is_told(data_folder):
    assert told() == ["Nothing was loaded yet; trialway load takes the registry's files."]


def test_old_data_is_told_and_is_no_fault(folder):
    Load.objects.update(seen=at_midnight(dt.date(2024, 5, 1)))

    checked = run("check")

    assert checked.exit_code == 0
    assert re.search(
        r"Warning: The last load speaks of 2024-05-01, \d[\d,]+ days ago; load newer", checked.stdout
    )


def test_a_sync_that_is_held_back_is_told(folder):
    a_sync("held", reason="400 of 500 records would be lost.")

    [sentence] = told()

    assert sentence == (
        "The sync of ctgov of 2024-05-01 is held back: 400 of 500 records would be lost. "
        "trialway sync ctgov --accept publishes it."
    )


def test_the_same_is_told_to_machines(folder):
    lose_trial()

    report = json.loads(run("check", "--json").stdout)

    assert report["faults"] == FAULTS["no trial"][1]
    assert (report["trials"], report["records"], report["versions"]) == (3, 3, 3)
