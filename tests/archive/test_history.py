"""The versions of a trial, and what became current when."""

import datetime as dt

from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.archive.versions import a_study, load, with_status
from trialway.archive.history import history_of, read_versions, steps
from trialway.archive.load import at_midnight
from trialway.archive.models import Link, Record
from trialway.archive.trials import find_address
from trialway.pipeline import changes as changes_module
from trialway.pipeline.changes import news


def history(slug="NCT00000001"):
    return history_of(find_address(slug).number)


def day(iso: str) -> dt.datetime:
    return at_midnight(dt.date.fromisoformat(iso))


def told(**asked) -> list[tuple[str, list[str]]]:
    return [
        (each.trial, [change.words for change in each.changes if not change.routine])
        for each in news(**asked)
    ]


def test_versions_come_newest_first_with_the_days_on_which_they_were_seen(data_folder):
    load(data_folder, "2024-02-01", with_status("RECRUITING"))
    load(data_folder, "2024-03-01", with_status("RECRUITING"))
    load(data_folder, "2024-04-01", with_status("COMPLETED", "2024-03-20"))
    [record] = history()
    assert [(v.updated, v.first_seen.date(), v.last_seen.date()) for v in record.versions] == [
        (dt.date(2024, 3, 20), dt.date(2024, 4, 1), dt.date(2024, 4, 1)),
        (dt.date(2024, 1, 1), dt.date(2024, 2, 1), dt.date(2024, 3, 1)),
    ]
    read = read_versions(record.versions)
    assert [read[v.key].recruitment.status.code for v in record.versions] == ["completed", "recruiting"]


def test_a_version_that_came_back_has_a_name_of_its_own(data_folder):
    for seen, status in (
        ("2024-02-01", "RECRUITING"),
        ("2024-03-01", "SUSPENDED"),
        ("2024-04-01", "RECRUITING"),
    ):
        load(data_folder, seen, with_status(status))
    [record] = history()
    last, _, first = (version.name for version in record.versions)
    assert last == f"{first}.2"
    assert record.find(last) is record.versions[0]
    assert record.before(record.versions[0]) is record.versions[1]
    assert record.before(record.versions[2]) is None


def test_names_do_not_depend_on_the_order_of_loading(data_folder):
    load(data_folder, "2024-04-01", with_status("COMPLETED", "2024-03-20"))
    name = history()[0].versions[0].name
    load(data_folder, "2024-02-01", with_status("RECRUITING"))
    assert history()[0].versions[0].name == name


def test_a_record_merged_into_another_keeps_its_versions(data_folder):
    load(data_folder, "2024-02-01", with_status("RECRUITING"), with_status("RECRUITING", number=2))
    trial = find_address("NCT00000002").number
    Link.objects.filter(record__record_id="NCT00000001").update(trial=trial, strength="alias")
    assert [record.record_id for record in history_of(trial)] == ["NCT00000002", "NCT00000001"]


def test_a_history_costs_three_queries_whatever_its_length(data_folder):
    for month in range(1, 10):
        load(data_folder, f"2024-{month:02}-01", a_study(updated=f"2024-{month:02}-01"))
    trial = find_address("NCT00000001").number
    with CaptureQueriesContext(connection) as queries:
        [record] = history_of(trial)
        assert len(read_versions(record.versions)) == 9
    assert len(queries) <= 3


def test_news_are_what_became_current_since_a_day(data_folder):
    load(data_folder, "2024-02-01", with_status("RECRUITING"), with_status("RECRUITING", number=2))
    load(data_folder, "2024-03-01", with_status("COMPLETED", "2024-02-20"))
    load(data_folder, "2024-04-01", with_status("SUSPENDED", "2024-03-20", number=2), a_study(3))
    completed = ("NCT00000001", ["Status: recruiting → completed"])
    suspended = ("NCT00000002", ["Status: recruiting → suspended"])
    assert told(since=day("2024-03-01"))[0] == completed
    assert sorted(told(since=day("2024-03-01"))[1:]) == [suspended, ("NCT00000003", [])]
    assert told(since=day("2024-03-02")) == told(since=day("2024-03-01"))[1:]
    assert told(since=day("2024-05-01")) == []


def test_news_of_one_trial_begin_with_its_first_version(data_folder):
    load(data_folder, "2024-02-01", with_status("RECRUITING"), with_status("RECRUITING", number=2))
    load(data_folder, "2024-03-01", with_status("COMPLETED", "2024-02-20"))
    found = list(news(trial=find_address("NCT00000001").number))
    assert [each.before is None for each in found] == [True, False]
    assert found[1].before == found[0].version


def test_an_older_version_seen_later_is_no_news(data_folder):
    load(data_folder, "2024-02-01", with_status("COMPLETED", "2024-01-20"))
    load(data_folder, "2024-03-01", with_status("RECRUITING", "2023-06-01"))
    assert [each.version.updated.isoformat() for each in news(since=day("2024-01-01"))] == ["2024-01-20"]


def test_an_older_snapshot_loaded_later_is_told_as_if_it_had_come_first(data_folder):
    load(data_folder, "2024-03-01", with_status("COMPLETED", "2024-02-20"))
    load(data_folder, "2024-01-15", with_status("RECRUITING"))
    assert told(since=day("2024-01-01")) == [
        ("NCT00000001", []),
        ("NCT00000001", ["Status: recruiting → completed"]),
    ]


def test_a_record_that_cannot_be_compared_does_not_stop_the_others(data_folder, monkeypatch, caplog):
    load(data_folder, "2024-02-01", *(with_status("RECRUITING", number=number) for number in (1, 2, 3)))
    load(
        data_folder,
        "2024-03-01",
        *(with_status("COMPLETED", "2024-02-20", number=number) for number in (1, 2, 3)),
    )
    Link.objects.filter(record__record_id="NCT00000003").delete()
    compare = changes_module.compare

    def fails(before, after):
        if after.record_id == "NCT00000001":
            raise ZeroDivisionError("a fault of ours")
        return compare(before, after)

    monkeypatch.setattr(changes_module, "compare", fails)

    assert sorted(told(since=day("2024-03-01"))) == [
        ("NCT00000001", []),
        ("NCT00000002", ["Status: recruiting → completed"]),
    ]
    assert "NCT00000001: what changed with the version 2024-02-20." in caplog.text
    assert "ZeroDivisionError: a fault of ours" in caplog.text


def test_news_of_many_trials_stream_in_the_order_of_time(data_folder):
    load(data_folder, "2024-02-01", *(a_study(number) for number in range(1, 131)))
    load(
        data_folder,
        "2024-03-01",
        *(with_status("COMPLETED", "2024-02-20", number) for number in range(1, 131)),
    )
    found = list(news(since=day("2024-01-01")))
    assert len(found) == 260
    assert [each.version.first_seen for each in found] == sorted(each.version.first_seen for each in found)
    assert all(each.changes for each in found[130:])


def test_withdrawal_is_part_of_the_history(data_folder):
    load(data_folder, "2024-02-01", with_status("RECRUITING"))
    Record.objects.update(withdrawn=day("2024-06-01"))
    assert history()[0].withdrawn == day("2024-06-01")


def test_a_step_is_a_version_with_the_one_that_it_replaced(data_folder):
    load(data_folder, "2024-02-01", with_status("RECRUITING"))
    load(data_folder, "2024-03-01", with_status("COMPLETED", "2024-02-20"))
    [record] = history()
    last, first = steps(record, record.versions)
    assert (last.before, first.before, first.previous) == (first.version, None, None)
    assert last.previous == first.record
