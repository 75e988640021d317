"""Rules kept between requests: the same as read anew, and made again whatever becomes of the file."""

import sqlite3

import pytest

from tests.site.conftest import sample_folder  # noqa: F401 - a fixture
from trialway.archive.models import Trial
from trialway.archive.readings import read_ahead, readings
from trialway.archive.trials import trials_numbered
from trialway.criteria import read_criteria
from trialway.data_folder import DataFolder
from trialway.fit import kept
from trialway.fit.rules import rules_of


@pytest.fixture
def folder(sample_folder, tmp_path, monkeypatch, django_db_blocker):  # noqa: F811
    from django.db import connection

    from tests.conftest import point_django_at

    with django_db_blocker.unblock():
        point_django_at(sample_folder, monkeypatch)
        monkeypatch.setattr(kept, "_recent", type(kept._recent)())
        # The store is that of the sample; the readings go to a folder of this test's.
        yield DataFolder(tmp_path)
        connection.close()


def some(count=12):
    return list(Trial.objects.order_by("pk").values_list("pk", flat=True)[:count])


def anew(numbers):
    return tuple(rules_of(read_criteria(trial.main.eligibility)) for trial in trials_numbered(numbers))


def test_what_is_kept_is_what_would_be_read(folder):
    numbers = some()
    first = readings(folder, numbers)
    kept._recent.clear()
    from_file = readings(folder, numbers)

    assert first.rules == from_file.rules == readings(folder, numbers).rules == anew(numbers)
    assert first.numbers == tuple(numbers)


def test_only_so_many_are_read_at_once_and_the_rest_is_counted(folder):
    numbers = some()
    found = [readings(folder, numbers, most_new=5) for _ in range(4)]

    assert [(len(each.rules), each.unread) for each in found] == [(5, 7), (10, 2), (12, 0), (12, 0)]
    assert found[0].numbers == tuple(numbers[:5])


def test_reading_ahead_reads_all(folder):
    numbers = some(250)

    assert list(read_ahead(folder, numbers)) == [200, 250]
    assert readings(folder, numbers, most_new=0).unread == 0


def test_a_reader_of_another_version_reads_anew(folder, monkeypatch):
    numbers = some(3)
    readings(folder, numbers)
    kept._recent.clear()
    monkeypatch.setattr(kept, "reader_version", lambda: 7)

    assert readings(folder, numbers, most_new=0).unread == 3
    assert readings(folder, numbers).rules == anew(numbers)


@pytest.mark.parametrize("damage", [b"", b"no database at all" * 100])
def test_a_damaged_or_lost_file_loses_nothing(folder, damage):
    numbers = some(3)
    readings(folder, numbers)
    kept._recent.clear()
    for each in folder.root.glob("readings.sqlite3-*"):
        each.unlink()
    folder.readings.write_bytes(damage)

    assert readings(folder, numbers).rules == anew(numbers)


def test_a_row_that_makes_no_sense_is_read_anew(folder):
    numbers = some(3)
    readings(folder, numbers)
    kept._recent.clear()
    with sqlite3.connect(folder.readings) as database:
        database.execute("UPDATE rules SET rules = x'ff00'")
    database.close()

    assert readings(folder, numbers).rules == anew(numbers)


def test_a_number_that_the_store_does_not_have_is_left_out(folder):
    assert readings(folder, [10**9]).numbers == ()
