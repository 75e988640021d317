"""What is told of a registry: how much, how fresh, what is held back."""

import datetime as dt

from tests.archive.versions import a_study, load
from trialway.archive.load import at_midnight
from trialway.archive.models import Record, Sync
from trialway.archive.registry_status import refusals, registry_statuses, seen_between
from trialway.commands.indexing import catch_up

NOON = dt.datetime(2024, 5, 1, 12, tzinfo=dt.UTC)


def a_sync(state: str, **fields) -> Sync:
    return Sync.objects.create(
        registry="ctgov",
        kind="full",
        subset='{"country":"France"}',
        state=state,
        started=NOON,
        finished=NOON,
        data_timestamp="2024-05-01T09:00:04",
        fetched=3,
        **fields,
    )


def test_an_empty_store_is_told_too(data_folder):
    [standing] = registry_statuses()
    assert (standing.records, standing.seen, standing.synced, standing.held) == (0, None, None, None)
    assert refusals() == ()


def test_records_versions_and_days_are_counted(data_folder):
    load(data_folder, "2024-02-01", a_study(1), a_study(2))
    load(data_folder, "2024-03-01", a_study(1, "2024-02-20"))
    Record.objects.filter(record_id="NCT00000002").update(withdrawn=NOON)
    [standing] = registry_statuses()
    assert (standing.records, standing.withdrawn, standing.versions) == (2, 1, 3)
    assert standing.newest_update == dt.date(2024, 2, 20)
    assert standing.seen == at_midnight(dt.date(2024, 3, 1))


def test_a_pass_is_held_back_until_a_better_one_is_published(data_folder):
    a_sync("published")
    a_sync("held", reason="400 of 500 records would be lost.")
    [standing] = registry_statuses()
    assert standing.synced.subset == "country 'France'"
    assert standing.held.reason == "400 of 500 records would be lost."
    a_sync("published")
    assert registry_statuses()[0].held is None


def test_what_could_not_be_read_is_counted_with_its_values(data_folder):
    odd = {"statusModule": {"overallStatus": "HALF_OPEN", "startDateStruct": {"date": "soon"}}}
    load(data_folder, "2024-02-01", a_study(1, **odd), a_study(2, **odd))
    catch_up(data_folder)
    [standing] = registry_statuses()
    assert (standing.unknown_values, standing.left_out) == (2, 2)
    assert {(each.what, each.raw, each.records) for each in standing.unread} == {
        ("unknown", "HALF_OPEN", 2),
        ("left out", '"soon"', 2),
    }


def test_the_data_is_as_old_as_the_record_not_looked_at_for_longest(data_folder):
    assert seen_between() is None
    load(data_folder, "2024-02-01", a_study(1), a_study(2))
    load(data_folder, "2024-03-01", a_study(1))
    assert seen_between() == (dt.date(2024, 2, 1), dt.date(2024, 3, 1))
    load(data_folder, "2024-04-01", a_study(2))
    assert seen_between() == (dt.date(2024, 3, 1), dt.date(2024, 4, 1))


def test_a_sync_looks_at_every_record(data_folder):
    load(data_folder, "2024-02-01", a_study(1))
    load(data_folder, "2024-05-01", a_study(2))
    a_sync("published")
    assert seen_between() == (NOON.date(), dt.date(2024, 5, 1))


def test_refusals_are_told_with_their_reasons(data_folder):
    load(data_folder, "2024-02-01", a_study(1), {"protocolSection": {}}, {"protocolSection": {}})
    assert [(each.reason, each.times) for each in refusals()] == [("it has no nctId", 2)]
