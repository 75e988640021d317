"""Several records, a second run, a record without a number: what batches and counts do at their edges."""

import datetime as dt
import io
import json

import pytest

from tests.archive.versions import a_study, load, with_status
from trialway.archive import load as loading
from trialway.archive.backup import back_up, finish, restore
from trialway.archive.files.values import read_values
from trialway.archive.models import Oddity, Record
from trialway.archive.registry_status import registry_statuses
from trialway.archive.sync import run
from trialway.archive.sync.reconcile import fetched_numbers
from trialway.archive.sync.staging import Staging, SyncRun
from trialway.archive.trials import stored_changed_after
from trialway.data_folder import DataFolder
from trialway.errors import SettingError
from trialway.pipeline.derive import documents
from trialway.pipeline.quarantine import SEARCH, Quarantine
from trialway.registries.subset import Subset


@pytest.mark.parametrize(
    ("limit", "most", "sizes"),
    [("_BATCH_RECORDS", 2, [2, 2, 1]), ("_BATCH_BYTES", 1, [1, 1, 1, 1, 1]), ("_BATCH_RECORDS", 5, [5])],
)
def test_no_more_records_wait_in_memory_than_a_batch_holds(data_folder, monkeypatch, limit, most, sizes):
    stored: list[int] = []
    real = loading.store
    monkeypatch.setattr(loading, limit, most)
    monkeypatch.setattr(loading, "store", lambda arrivals: (stored.append(len(arrivals)), real(arrivals))[1])
    load(data_folder, "2024-02-01", *(a_study(number) for number in range(1, 6)))

    assert stored == sizes
    assert Record.objects.count() == 5


def test_what_was_left_out_is_counted_and_nothing_is_none(data_folder):
    load(data_folder, "2024-02-01", a_study(1))
    (status,) = registry_statuses()

    assert (status.left_out, status.unknown_values) == (0, 0)

    record = Record.objects.get()
    Oddity.objects.create(record=record, what="left out", place="a.b", raw="1e999")
    (status,) = registry_statuses()

    assert (status.left_out, status.unknown_values) == (1, 0)


def test_a_long_word_that_nobody_knows_is_kept_as_far_as_there_is_room(data_folder):
    load(data_folder, "2024-02-01", with_status("X" * 300))
    list(documents(stored_changed_after(0), Quarantine(SEARCH)))

    assert Oddity.objects.get().raw == "X" * 200


def test_a_study_without_a_number_is_no_study_that_is_there(tmp_path):
    staging = Staging(tmp_path)
    staging.put_page("a-00000", [json.dumps(a_study(1)).encode(), b'{"protocolSection": {}}'])

    assert fetched_numbers(staging, "ctgov") == {"NCT00000001"}


@pytest.mark.parametrize(
    ("stage", "kind", "asked", "full", "goes_on"),
    [
        ("fetching", "full", Subset(), True, True),
        ("fetching", "full", Subset(), False, True),
        ("fetching", "changes", Subset(), False, True),
        ("fetching", "changes", Subset(), True, False),
        ("fetching", "full", Subset(country="France"), False, False),
        ("publishing", "changes", Subset(country="France"), True, True),
        ("held", "full", Subset(), False, False),
        ("planning", "full", Subset(), False, False),
    ],
)
def test_a_run_that_was_stopped_goes_on_where_the_same_is_asked_for(
    tmp_path, stage, kind, asked, full, goes_on
):
    staging = Staging(tmp_path)
    began = dt.datetime(2024, 5, 1, tzinfo=dt.UTC)
    staging.write(SyncRun("ctgov", kind, Subset(), began, "2024-05-01T09:00:04", stage=stage))

    assert (run._taken_up(staging, asked, full) is not None) is goes_on


def test_without_a_run_there_is_nothing_to_go_on_with(tmp_path):
    assert run._taken_up(Staging(tmp_path), Subset(), full=False) is None


@pytest.mark.parametrize("space", ["", " " * 100_000])
def test_a_page_of_studies_is_entered_however_much_space_stands_before_it(space):
    page = f'{space}{{"studies": [{{"a": 1}}, {{"b": [2]}}], "nextPageToken": "x"}}'
    found = list(read_values(io.BytesIO(page.encode())))

    assert [each.raw for each in found[:2]] == [b'{"a": 1}', b'{"b": [2]}']


def test_another_backup_does_not_go_on_where_one_was_begun(data_folder, tmp_path):
    load(data_folder, "2024-02-01", a_study(1))
    first, second = tmp_path / "first.tar", tmp_path / "second.tar"
    back_up(data_folder, first)
    load(data_folder, "2024-03-01", a_study(2))
    back_up(data_folder, second)
    again = DataFolder(tmp_path / "again")
    restore(first, again)

    with pytest.raises(SettingError, match="holds another backup"):
        restore(second, again)
    restore(first, again)
    finish(again)
    with pytest.raises(SettingError, match="is not empty"):
        restore(first, again)
