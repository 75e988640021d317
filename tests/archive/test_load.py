import copy
import datetime as dt
import json
import random
from pathlib import Path

import pytest
import zstandard

from tests.registries.ctgov.studies import sample
from trialway.archive import trials
from trialway.archive.check import examine
from trialway.archive.load import Loaded, at_midnight, load_paths
from trialway.archive.models import Load, Oddity, Refusal, Slug, Version
from trialway.pipeline.derive import documents
from trialway.pipeline.quarantine import SEARCH, Quarantine

SAMPLE = Path(__file__).parents[2] / "trialway" / "sample"


def study(number: int = 1, updated: str = "2024-01-01", **modules) -> dict:
    return {
        "protocolSection": {
            "identificationModule": {"nctId": f"NCT{number:08}", **modules.pop("about", {})},
            "statusModule": {"lastUpdatePostDateStruct": {"date": updated}, **modules.pop("status", {})},
            **modules,
        }
    }


@pytest.fixture
def load(data_folder, tmp_path):
    """Loads studies, or bytes as they stand, as one file of JSON lines."""
    files = iter(range(1000))

    def load(*items, seen: str | None = None, name: str = "lines{}.jsonl") -> Loaded:
        path = tmp_path / name.format(next(files))
        path.write_bytes(
            b"\n".join(each if isinstance(each, bytes) else json.dumps(each).encode() for each in items)
        )
        day = at_midnight(dt.date.fromisoformat(seen)) if seen else None
        loaded = load_paths(data_folder, [path], seen=day)
        list(documents(trials.stored_changed_after(0), Quarantine(SEARCH)))  # as the index takes them in
        return loaded

    return load


def counts(loaded: Loaded) -> tuple[int, int, int, int]:
    return loaded.new, loaded.changed, loaded.unchanged, loaded.refused


def faults() -> list[str]:
    return examine(stale_days=7).faults


def test_the_sample_is_loaded_and_nothing_refused(data_folder):
    loaded = load_paths(data_folder, [SAMPLE])
    assert counts(loaded) == (373, 0, 0, 0)
    assert loaded.files == 2
    assert trials.find_trial("NCT04740918").main.design.enrolment.count == 96
    assert faults() == []


def test_the_same_again_is_unchanged(load):
    load(study(1), study(2))
    assert counts(load(study(1), study(2))) == (0, 0, 2, 0)
    assert Version.objects.count() == 2


def test_a_change_is_another_version_and_moves_the_trial(load):
    load(study(1))
    before = trials.find_address("NCT00000001")

    loaded = load(study(1, updated="2024-02-01", status={"overallStatus": "COMPLETED"}))

    assert counts(loaded) == (0, 1, 0, 0)
    after = trials.find_address("NCT00000001")
    assert (after.number, after.canonical) == (before.number, before.canonical)
    assert after.change > before.change
    assert trials.get_trial(after.number).main.recruitment.status.code == "completed"


def test_noise_is_no_change(load):
    load({**study(1), "derivedSection": {"miscInfoModule": {"versionHolder": "2024-01-01"}}})
    noisy = {**study(1), "derivedSection": {"miscInfoModule": {"versionHolder": "2024-01-02"}}}
    assert counts(load(noisy)) == (0, 0, 1, 0)


def test_a_status_that_changes_under_the_same_date_is_seen(load):
    load(study(1, status={"overallStatus": "RECRUITING"}), seen="2024-03-01")
    load(study(1, status={"overallStatus": "SUSPENDED"}), seen="2024-03-02")
    assert trials.find_trial("NCT00000001").main.recruitment.status.code == "suspended"


def test_an_older_snapshot_loaded_later_is_history_not_current(load):
    load(study(1, updated="2024-06-01", about={"briefTitle": "New"}), seen="2024-06-02")
    change = trials.find_address("NCT00000001").change

    loaded = load(study(1, updated="2023-01-01", about={"briefTitle": "Old"}), seen="2023-01-02")

    assert loaded.changed == 1
    assert trials.find_trial("NCT00000001").main.brief_title == "New"
    assert trials.find_address("NCT00000001").change == change


def test_what_was_seen_between_splits_a_version_and_keeps_its_bytes(load):
    one, other = study(1, about={"briefTitle": "One"}), study(1, about={"briefTitle": "Other"})
    load(one, seen="2024-01-01")
    load(one, seen="2024-01-09")
    load(other, seen="2024-01-05")

    assert Version.objects.count() == 3
    assert trials.find_trial("NCT00000001").main.brief_title == "One"
    assert faults() == []


def test_a_study_twice_in_a_file_is_two_versions(load):
    loaded = load(study(1), study(1, updated="2024-02-01"), study(1))
    assert counts(loaded) == (1, 1, 1, 0)


def test_aliases_lead_to_the_same_trial(load):
    load(study(1, about={"nctIdAliases": ["NCT00000009"]}))
    address = trials.find_address("nct00000009")
    assert address.canonical == "NCT00000001"
    assert Slug.objects.filter(canonical=True).count() == 1


def test_an_alias_never_takes_the_address_of_another_trial(load):
    load(study(2))
    load(study(1, about={"nctIdAliases": ["NCT00000002"]}))
    assert trials.find_address("NCT00000002").canonical == "NCT00000002"


def test_refused_is_what_is_no_record_and_its_bytes_are_kept(load, data_folder):
    loaded = load(study(1), b"{broken", b'{"protocolSection": {}}', b"[" * 10_000, study(2))

    assert counts(loaded) == (2, 0, 0, 3)
    refusals = list(Refusal.objects.order_by("position"))
    assert [refusal.position for refusal in refusals] == ["line 2", "line 3", "line 4"]
    assert refusals[1].reason == "it has no nctId"
    with (data_folder.refused / refusals[0].kept).open("rb") as file:
        kept = zstandard.ZstdDecompressor().stream_reader(file).read()
    assert kept == b"{broken"


def test_what_was_refused_before_is_not_counted_twice_in_the_store(load):
    load(b"{broken", name="same.jsonl")
    load(b"{broken", name="same.jsonl")
    assert Refusal.objects.count() == 1


def test_odd_values_are_counted_with_the_current_version(load):
    load(study(1, status={"overallStatus": "ON_THE_MOON", "whyStopped": 7}))
    assert sorted(Oddity.objects.values_list("what", "place", "raw")) == [
        ("left out", "protocolSection.statusModule.whyStopped", "7"),
        ("unknown", "status", "ON_THE_MOON"),
    ]
    load(study(1, updated="2025-01-01"))
    assert Oddity.objects.count() == 0


def test_a_load_that_ended_is_noted(load):
    load(study(1), b"{broken", seen="2024-05-01")
    noted = Load.objects.get()
    assert (noted.new, noted.refused, noted.seen.date().isoformat()) == (1, 1, "2024-05-01")


def test_a_load_of_old_snapshots_does_not_make_the_data_fresh(load):
    load({"seen": "2023-05-01", "study": study(1)}, {"seen": "2024-02-03", "study": study(2)})
    assert Load.objects.get().seen.date().isoformat() == "2024-02-03"


def test_trials_come_in_the_order_of_their_changes(load):
    load(study(1), study(2), study(3))
    load(study(2, updated="2025-01-01"))
    assert [trial.slug[-1] for trial in trials.trials_changed_after(0)] == ["1", "3", "2"]
    assert trials.count_changed_after(3) == 1


def test_trials_take_the_same_number_of_queries_however_many(load, django_assert_num_queries):
    load(*(study(number) for number in range(1, 51)))
    with django_assert_num_queries(4):
        assert len(list(trials.trials_changed_after(0))) == 50


def test_damage_never_stops_a_load(load):
    """Bytes flipped, fields removed, types swapped, in a thousand real records."""
    dice = random.Random(7)
    damaged = [damage(dice.choice(sample()), dice).replace(b"\n", b" ") for _ in range(1000)]

    loaded = load(*damaged)

    assert loaded.records + loaded.refused == 1000
    assert loaded.records > 300
    assert faults() == []
    assert sum(1 for _ in trials.trials_changed_after(0)) == trials.count_changed_after(0) > 100


def damage(raw: bytes, dice: random.Random) -> bytes:
    return dice.choice([flip_bytes, remove_fields, swap_types])(raw, dice)


def flip_bytes(raw: bytes, dice: random.Random) -> bytes:
    changed = bytearray(raw)
    for _ in range(dice.randint(1, 5)):
        changed[dice.randrange(len(changed))] = dice.randrange(256)
    return bytes(changed)


def remove_fields(raw: bytes, dice: random.Random) -> bytes:
    return altered(raw, dice, lambda node, key: node.pop(key))


def swap_types(raw: bytes, dice: random.Random) -> bytes:
    values = [None, True, -1, 1e300, "text", [], {}, [None], {"a": [1]}, 2**70]
    return altered(raw, dice, lambda node, key: node.__setitem__(key, copy.deepcopy(dice.choice(values))))


def altered(raw: bytes, dice: random.Random, alter) -> bytes:
    study = json.loads(raw)
    for _ in range(dice.randint(1, 8)):
        node = study
        while True:
            key = dice.choice(list(node) if isinstance(node, dict) else range(len(node)))
            if not node[key] or not isinstance(node[key], dict | list) or dice.random() < 0.2:
                break
            node = node[key]
        alter(node, key)
        if not study:
            break
    return json.dumps(study).encode()


def test_a_load_that_takes_nothing_makes_nothing_fresher(load):
    assert load(b'{"x": 1').refused == 1
    assert not Load.objects.exists()
