"""A whole sync against a registry on this machine, and everything that can go wrong on the way."""

import datetime as dt
import json

import pytest

from tests.registries.ctgov import replay
from tests.registries.ctgov.replay import Registry, a_study
from trialway.archive import trials
from trialway.archive.models import Load, Record, Sync, Version
from trialway.archive.sync import fetching, run, verifying
from trialway.errors import SettingError
from trialway.registries.ctgov.fetch import CtgovClient
from trialway.registries.http import Client, RegistryError
from trialway.registries.subset import Subset

START = dt.date(2024, 1, 1)


@pytest.fixture
def registry():
    studies = [a_study(number, START + dt.timedelta(number % 97)) for number in range(1, 301)]
    with Registry(studies, largest_page=20, timestamp="2024-05-01T09:00:04") as registry:
        yield registry


@pytest.fixture
def source(registry):
    client = Client(frozenset({"127.0.0.1"}), pause=0, timeout=0.3, sleep=lambda _: None)
    yield CtgovClient(client, registry.address)
    client.close()


@pytest.fixture
def sync(data_folder, source, monkeypatch):
    monkeypatch.setattr(fetching, "LARGEST_RANGE", 60)
    return lambda subset=None, **options: run.sync(data_folder, source, subset, **options)


def move_on(registry, day: str) -> None:
    registry.timestamp = f"{day}T09:00:04"


def stored() -> dict[str, str]:
    return {
        record.record_id: record.current.registry_updated.isoformat()
        for record in Record.objects.select_related("current")
    }


def held_by(registry) -> dict[str, str]:
    return {number: replay.updated(study) for number, study in registry.studies.items()}


def test_the_first_time_everything_is_fetched(sync, registry):
    done = sync()
    assert (done.kind, done.state, done.fetched, done.new) == ("full", "published", 300, 300)
    assert stored() == held_by(registry)


def test_then_nothing_is_fetched_while_the_registry_is_the_same(sync, registry):
    sync()
    registry.requests.clear()
    assert sync() is None
    assert registry.requests == ["/api/v2/version"]
    assert Load.objects.latest("seen").new == 0, "it is noted that there was nothing new"


def test_then_what_changed_since(sync, registry):
    sync()
    move_on(registry, "2024-06-01")
    registry.studies["NCT00000007"] = a_study(7, dt.date(2024, 5, 20), overallStatus="COMPLETED")
    registry.studies["NCT00000500"] = a_study(500, dt.date(2024, 5, 30))

    done = sync()

    assert (done.kind, done.fetched, done.new, done.changed, done.withdrawn) == ("changes", 2, 1, 1, 0)
    assert stored() == held_by(registry)
    assert trials.find_trial("NCT00000007").main.recruitment.status.code == "completed"


def test_every_fault_at_once_loses_nothing(sync, registry):
    faults = [
        replay.busy,
        replay.failing,
        replay.truncated,
        replay.cut_short,
        replay.web_page,
        replay.silent,
        replay.hung_up,
        replay.forgets_tokens,
    ]
    registry.faults = {3 + 5 * place: fault for place, fault in enumerate(faults)}

    done = sync()

    assert max(registry.faults) < len(registry.requests)
    assert (done.state, done.new, done.refused) == ("published", 300, 0)
    assert stored() == held_by(registry)


def test_an_expired_token_starts_its_range_again(sync, registry):
    registry.faults = dict.fromkeys((22, 31), replay.forgets_tokens)
    done = sync()
    assert done.fetched == 300
    assert stored() == held_by(registry)


def test_a_stop_in_the_middle_is_taken_up_where_it_was(sync, registry):
    registry.faults = dict.fromkeys(range(25, 60), replay.failing)
    with pytest.raises(RegistryError):
        sync()
    assert not stored()
    before = len(registry.requests)
    registry.faults = {}

    done = sync()

    assert done.new == 300
    assert not any(
        "countTotal=true&" in path and "pageSize=1&" in path for path in registry.requests[before:-1]
    )
    assert stored() == held_by(registry)


def test_what_changes_between_two_pages_is_not_missed(sync, registry):
    def changes(handler) -> bool:
        registry.studies["NCT00000001"] = a_study(1, dt.date(2024, 5, 1))
        registry.studies["NCT00000999"] = a_study(999, dt.date(2024, 1, 2))
        return False

    registry.faults = {30: changes}
    sync()
    assert stored() == held_by(registry)


def test_what_disappears_is_marked_and_stays(sync, registry):
    sync()
    move_on(registry, "2024-06-01")
    del registry.studies["NCT00000042"]

    done = sync()

    assert done.withdrawn == 1
    gone = Record.objects.get(record_id="NCT00000042")
    assert gone.withdrawn == done.started
    assert trials.find_trial("NCT00000042").sources[0].withdrawn == done.started


def test_what_comes_back_is_withdrawn_no_more(sync, registry):
    sync()
    study = registry.studies.pop("NCT00000042")
    move_on(registry, "2024-06-01")
    sync()
    registry.studies["NCT00000042"] = study
    move_on(registry, "2024-07-01")

    sync()

    assert Record.objects.get(record_id="NCT00000042").withdrawn is None


def test_a_number_that_became_an_alias_redirects(sync, registry):
    sync()
    move_on(registry, "2024-06-01")
    del registry.studies["NCT00000042"]
    registry.aliases = {"NCT00000042": "NCT00000043"}

    sync()

    assert trials.find_address("NCT00000042").canonical == "NCT00000043"
    trial = trials.find_trial("NCT00000042")
    assert [source.record.record_id for source in trial.sources] == ["NCT00000043"]


def test_a_registry_that_lost_half_of_itself_is_not_believed(sync, registry, data_folder):
    sync()
    before = stored()
    registry.half = True
    move_on(registry, "2024-06-01")

    held = sync(full=True)

    assert held.state == "held"
    assert "would be lost" in held.reason
    assert stored() == before
    assert not Record.objects.exclude(withdrawn=None).exists()


def test_a_better_pass_takes_the_place_of_the_held_one(sync, registry):
    sync()
    registry.half = True
    move_on(registry, "2024-06-01")
    sync(full=True)
    registry.half = False
    move_on(registry, "2024-06-02")

    done = sync()

    assert (done.state, done.kind) == ("published", "changes")


def test_a_held_pass_can_be_accepted(sync, registry, data_folder, source):
    sync()
    for number in range(1, 101):
        del registry.studies[f"NCT{number:08}"]
    move_on(registry, "2024-06-01")
    assert sync().state == "held"

    done = run.accept(data_folder, source)

    assert (done.state, done.withdrawn) == ("published", 100)
    assert Record.objects.filter(withdrawn=None).count() == 200


def test_nothing_held_is_nothing_to_accept(data_folder, source):
    with pytest.raises(SettingError, match="No pass is held back"):
        run.accept(data_folder, source)


def test_a_flood_of_unknown_words_is_held_back(sync, registry):
    sync()
    move_on(registry, "2024-06-01")
    for number in range(1, 101):
        registry.studies[f"NCT{number:08}"] = a_study(
            number, dt.date(2024, 5, 20), overallStatus="ON_THE_MOON"
        )

    held = sync()

    assert held.state == "held"
    assert "100 of 100 records looked at hold values that cannot be read" in held.reason
    assert Version.objects.count() == 300


def test_a_record_that_the_program_fails_on_holds_nothing_back(sync, registry, monkeypatch):
    known = verifying.REGISTRIES["ctgov"]

    normalise = known.normalise

    def fails(raw: bytes):
        if b"NCT00000042" in raw:
            raise ZeroDivisionError("a fault of ours")
        return normalise(raw)

    monkeypatch.setattr(known, "normalise", fails)

    done = sync()

    assert (done.state, done.new, done.refused) == ("published", 300, 0)


def test_a_subset_stays_a_subset(sync, registry):
    def place(number, country):
        study = a_study(number, dt.date(2024, 4, 1))
        study["protocolSection"]["contactsLocationsModule"] = {"locations": [{"country": country}]}
        return study

    registry.studies |= {"NCT00001001": place(1001, "France"), "NCT00001002": place(1002, "Italy")}
    sync(Subset(country="France"))
    assert set(stored()) == {"NCT00001001"}
    move_on(registry, "2024-06-01")
    registry.studies["NCT00001003"] = place(1003, "France")

    sync()

    assert set(stored()) == {"NCT00001001", "NCT00001003"}
    with pytest.raises(SettingError, match="keeps country 'France' of the registry, not country 'Italy'"):
        sync(Subset(country="Italy"))
    assert json.loads(Sync.objects.latest("pk").subset) == {"country": "France"}
