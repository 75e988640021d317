"""Rules kept between requests: the same as read anew, and made again whatever becomes of them."""

import sqlite3

import pytest

from trialway.archive.models import CriteriaReading, Trial
from trialway.archive.trials import trials_numbered
from trialway.commands.check import examine_with_progress
from trialway.criteria import read_criteria
from trialway.fit import trial_rules
from trialway.fit.rules import rules_of
from trialway.pipeline import rules_cache
from trialway.pipeline.criteria import read_ahead, readings


@pytest.fixture(autouse=True)
def forget(sample_folder):
    """Nothing is remembered from the test before."""
    rules_cache._in_memory.clear()
    yield
    rules_cache._in_memory.clear()


def some(count=12):
    return list(Trial.objects.order_by("pk").values_list("pk", flat=True)[:count])


def anew(numbers):
    return tuple(rules_of(read_criteria(trial.main.eligibility)) for trial in trials_numbered(numbers))


def test_what_is_kept_is_what_would_be_read():
    numbers = some()
    first = readings(numbers)
    rules_cache._in_memory.clear()
    from_the_table = readings(numbers)

    assert first.rules == from_the_table.rules == readings(numbers).rules == anew(numbers)
    assert first.numbers == tuple(numbers)


def test_only_so_many_are_read_at_once_and_the_rest_is_counted():
    numbers = some()
    found = [readings(numbers, most_new=5) for _ in range(4)]

    assert [(len(each.rules), each.unread) for each in found] == [(5, 7), (10, 2), (12, 0), (12, 0)]
    assert found[0].numbers == tuple(numbers[:5])


def test_reading_ahead_reads_all():
    numbers = some(250)

    assert list(read_ahead(numbers)) == [200, 250]
    assert readings(numbers, most_new=0).unread == 0


def test_a_reader_of_another_version_reads_anew(monkeypatch):
    numbers = some(3)
    readings(numbers)
    rules_cache._in_memory.clear()
    monkeypatch.setattr(rules_cache, "reader_version", lambda: 7)

    assert readings(numbers, most_new=0).unread == 3
    assert readings(numbers).rules == anew(numbers)


def test_deleting_all_of_them_loses_nothing():
    numbers = some(3)
    readings(numbers)
    rules_cache._in_memory.clear()
    CriteriaReading.objects.all().delete()

    assert readings(numbers).rules == anew(numbers)


def test_what_was_read_last_is_remembered_without_the_table():
    numbers = some(3)
    first = readings(numbers)
    CriteriaReading.objects.all().delete()

    assert readings(numbers, most_new=0).rules == first.rules


def test_a_reading_has_rules_or_a_reason_and_never_both():
    readings(some())
    rules_cache.save({}, {b"key": "ValueError: no"})

    assert set(CriteriaReading.objects.exclude(rules=None).values_list("reason", flat=True)) == {""}
    assert list(CriteriaReading.objects.filter(rules=None).values_list("reason", flat=True)) == [
        "ValueError: no"
    ]


def test_a_row_that_makes_no_sense_is_read_anew():
    numbers = some(3)
    readings(numbers)
    rules_cache._in_memory.clear()
    CriteriaReading.objects.update(rules=b"\xff\x00")

    assert readings(numbers).rules == anew(numbers)
    rules_cache._in_memory.clear()
    assert readings(numbers, most_new=0).unread == 0, "they are kept in the place of the damaged ones"


def test_who_may_not_write_waits_briefly_and_reads_all_the_same(sample_folder):
    numbers = some(3)
    with sqlite3.connect(sample_folder.database, isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        assert readings(numbers).rules == anew(numbers)
        other.rollback()
    other.close()

    assert not CriteriaReading.objects.exists()


def test_reading_ahead_throws_away_what_other_readers_kept(monkeypatch):
    CriteriaReading.objects.create(content_hash=b"0" * 16, reader=7, rules=b"")

    list(read_ahead(some(3)))

    assert set(CriteriaReading.objects.values_list("reader", flat=True)) == {rules_cache.reader_version()}


def fails_on(trial, monkeypatch):
    """Makes the reader of criteria fail on one trial."""
    eligibility = next(trials_numbered([trial])).main.eligibility
    read = trial_rules.read_criteria

    def failing(given):
        if given == eligibility:
            raise ZeroDivisionError("a fault of ours")
        return read(given)

    monkeypatch.setattr(trial_rules, "read_criteria", failing)


def test_criteria_that_the_reader_fails_on_do_not_stop_the_others(sample_folder, monkeypatch):
    numbers = some(4)
    fails_on(numbers[1], monkeypatch)

    first, again = readings(numbers), readings(numbers)

    assert first.numbers == again.numbers == (numbers[0], *numbers[2:])
    assert first.unread == again.unread == 0
    [warning] = [each for each in examine_with_progress(sample_folder).warnings if "criteria" in each]
    assert "ZeroDivisionError: a fault of ours" in warning


def test_another_reader_tries_them_again(monkeypatch):
    numbers = some(2)
    with monkeypatch.context() as patch:
        fails_on(numbers[0], patch)
        readings(numbers)
    monkeypatch.setattr(rules_cache, "reader_version", lambda: 7)

    assert readings(numbers).numbers == tuple(numbers)


def test_a_number_that_the_store_does_not_have_is_left_out():
    assert readings([10**9]).numbers == ()
