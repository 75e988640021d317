import json

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.registries.ctgov.studies import fields, leaves, minimal, sample, value_for, with_leaf
from trialway.errors import NotARecord
from trialway.record import Enrolment, TrialRecord
from trialway.registries.ctgov.header import read_header
from trialway.registries.ctgov.normalise import normalise
from trialway.registries.ctgov.paths import KEPT_RAW, PATHS
from trialway.vocabulary.coded import Coded

# What a leaf says only together with another one.
COMPANIONS = {
    "derivedSection.miscInfoModule.submissionTracking.firstMcpInfo.postDateStruct.type": "date",
    **{path: "date" for path in fields() if path.endswith("DateStruct.type")},
    "protocolSection.contactsLocationsModule.locations.geoPoint.lat": "lon",
    "protocolSection.contactsLocationsModule.locations.geoPoint.lon": "lat",
}


def read(study: dict) -> TrialRecord:
    return normalise(json.dumps(study).encode())


def is_kept_raw(path: str) -> bool:
    return any(path.startswith(kept) for kept in KEPT_RAW)


def with_companion(path: str) -> dict:
    sibling = f"{path.rpartition('.')[0]}.{COMPANIONS[path]}"
    value = {"date": "2021-06-07"}.get(COMPANIONS[path], 7.5)
    return with_leaf(sibling, value)


def put_beside(study: dict, path: str, value: object) -> dict:
    node = study
    for branch in path.split(".")[:-1]:
        node = node[branch]
        node = node[0] if isinstance(node, list) else node
    node[path.rpartition(".")[2]] = value
    return study


@pytest.mark.parametrize("path", [path for path in leaves() if not is_kept_raw(path)])
def test_every_leaf_of_the_registry_changes_the_record(path):
    value = value_for(path)
    before = with_companion(path) if path in COMPANIONS else minimal()
    after = put_beside(with_companion(path), path, value) if path in COMPANIONS else with_leaf(path, value)

    assert msgspec.json.encode(read(after)) != msgspec.json.encode(read(before))
    assert read(after).left_out == ()


@pytest.mark.parametrize("path", [path for path in leaves() if is_kept_raw(path)])
def test_a_leaf_that_is_kept_raw_is_no_error(path):
    assert read(with_leaf(path, value_for(path))) == read(minimal())


def test_every_leaf_has_its_place_in_the_table_of_sources():
    named = {path for paths in PATHS.values() for path in paths}
    unnamed = [path for path in leaves() if path not in named and not path.startswith("resultsSection.")]
    assert [path for path in unnamed if not is_kept_raw(path)] == []


def test_every_field_of_a_record_has_its_source():
    whole = set(PATHS)
    assert sorted(places(TrialRecord) - whole) == [
        "identifiers.role",
        "language",
        "left_out",
        "registry",
        "unknown_values",
    ]
    assert sorted(whole - places(TrialRecord)) == []


def places(part: type, prefix: str = "") -> set[str]:
    """The places of a record at which a value stands; coded values, dates and ages count as values."""
    found = set()
    for field in msgspec.structs.fields(part):
        inner = struct_in(field.type)
        place = f"{prefix}{field.name}"
        found |= places(inner, f"{place}.") if inner else {place}
    return found


def struct_in(kind: object) -> type | None:
    candidates = [kind, *getattr(kind, "__args__", ())]
    parts = [each for each in candidates if isinstance(each, type) and each.__module__ == "trialway.record"]
    return parts[0] if parts and parts[0].__name__ not in {"LeftOut", "UnknownValue"} else None


@pytest.mark.parametrize("path", [path for path in leaves() if not path.startswith("resultsSection.")])
def test_a_leaf_of_the_wrong_type_is_left_out_and_told(path):
    if path == "protocolSection.identificationModule.nctId" or is_kept_raw(path):
        return
    wrong = {"odd": ["thing"]}

    record = read(with_leaf(path, wrong))

    assert [json.loads(left.raw) for left in record.left_out] == [wrong]
    assert record.left_out[0].path.replace("[0]", "") == path


def test_a_damaged_part_costs_nothing_but_itself():
    study = with_leaf("protocolSection.conditionsModule.conditions", "Asthma")
    study["protocolSection"]["statusModule"] = ["not", "an", "object"]
    study["protocolSection"]["conditionsModule"]["conditions"] += [None, 7, "Allergy"]

    record = read(study)

    assert record.conditions == ("Asthma", "Allergy")
    assert [(left.path, left.raw, left.reason) for left in record.left_out] == [
        ("protocolSection.statusModule", '["not", "an", "object"]', "not an object"),
        ("protocolSection.conditionsModule.conditions[2]", "7", "not text"),
    ]


def test_results_that_are_no_object_are_left_out():
    record = read({**minimal(), "resultsSection": "soon"})
    assert bytes(record.results) == b"null"
    assert [left.path for left in record.left_out] == ["resultsSection"]


def test_results_survive_damage_elsewhere():
    study = {**minimal(), "resultsSection": {"moreInfoModule": {}}, "hasResults": "yes"}
    assert json.loads(bytes(read(study).results)) == {"moreInfoModule": {}}


def test_an_unknown_value_keeps_the_registry_word():
    record = read(with_leaf("protocolSection.statusModule.overallStatus", "PAUSED_FOR_NOW"))
    assert record.recruitment.status == Coded(None, "PAUSED_FOR_NOW")
    assert [(value.concept, value.raw) for value in record.unknown_values] == [("status", "PAUSED_FOR_NOW")]


def test_phases_stated_twice_count_once():
    study = minimal()
    study["protocolSection"]["designModule"] = {"phases": ["PHASE2", "PHASE3", "PHASE2"]}
    assert [phase.code for phase in read(study).design.phases] == ["2", "3"]


def test_nines_are_no_enrolment():
    study = with_leaf("protocolSection.designModule.enrollmentInfo.count", 99999999)
    assert read(study).design.enrolment == Enrolment(count=None, stated=99999999)


@pytest.mark.parametrize("stated", ["999 Years", "N/A", "No limit"])
def test_a_maximum_age_that_means_none_is_absent(stated):
    record = read(with_leaf("protocolSection.eligibilityModule.maximumAge", stated))
    assert record.eligibility.maximum_age is None
    assert record.left_out == ()


def test_a_date_that_no_calendar_has_is_left_out():
    record = read(with_leaf("protocolSection.statusModule.statusVerifiedDate", "2021-13"))
    assert record.recruitment.verified is None
    assert record.left_out[0].reason == "not a date"


def test_a_point_beyond_the_poles_is_left_out():
    study = with_leaf("protocolSection.contactsLocationsModule.locations.geoPoint", {"lat": 91, "lon": 0})
    record = read(study)
    assert record.sites[0].point is None
    assert record.left_out[0].reason == "not a place on Earth"


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"null",
        b"[]",
        b'"NCT01234567"',
        b"{}",
        b'{"protocolSection": 7}',
        b'{"protocolSection": {"identificationModule": {"nctId": "NCT1"}}}',
        b'{"protocolSection": {"identificationModule": {"nctId": "NCT00000000"}}}',
        b'{"protocolSection": {"identificationModule": {"nctId": 1234567}}}',
        b"[" * 10_000,
        b'{"a":' * 10_000,
        b"\xff\xfe",
    ],
)
def test_what_is_no_record_is_refused_with_a_reason(raw):
    with pytest.raises(NotARecord) as normalising:
        normalise(raw)
    with pytest.raises(NotARecord) as describing:
        read_header(raw)
    assert str(normalising.value)
    assert str(describing.value)


def test_the_number_may_be_written_in_small_letters():
    raw = b'{"protocolSection": {"identificationModule": {"nctId": " nct01234567 "}}}'
    assert normalise(raw).record_id == read_header(raw).record_id == "NCT01234567"


def test_the_sample_is_read_without_a_loss():
    records = [normalise(raw) for raw in sample()]
    assert len(records) == 371
    assert [record.record_id for record in records if record.left_out or record.unknown_values] == []
    assert sum(bytes(record.results) != b"null" for record in records) == 126


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=20),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(max_size=8), inside, max_size=3),
    max_leaves=6,
)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(path=st.sampled_from(sorted(fields())), value=JSON)
def test_any_value_anywhere_gives_a_record_or_a_refusal(path, value):
    study = with_leaf(path, value)
    raw = json.dumps(study).encode("utf-8", "surrogatepass")
    try:
        described = read_header(raw)
    except NotARecord:
        with pytest.raises(NotARecord):
            normalise(raw)
    else:
        assert normalise(raw).record_id == described.record_id
        msgspec.json.encode(normalise(raw))


@settings(max_examples=200, deadline=None)
@given(data=st.data())
def test_flipped_bytes_never_break_reading(data):
    raw = bytearray(data.draw(st.sampled_from(sample()[:20])))
    for _ in range(data.draw(st.integers(1, 8))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    try:
        described = read_header(bytes(raw))
    except NotARecord:
        return
    assert normalise(bytes(raw)).record_id == described.record_id
