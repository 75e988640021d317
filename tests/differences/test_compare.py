"""Two versions of a record told in words."""

import copy
import itertools
import json

import msgspec
import pytest

from tests.registries.ctgov.studies import fields, leaves, minimal, sample, value_for, with_leaf
from tests.registries.ctgov.test_normalise import COMPANIONS, is_kept_raw, put_beside, with_companion
from trialway.differences import compare
from trialway.differences.change import UNTOLD
from trialway.differences.entries import ENTRIES
from trialway.differences.labels import LABELS, ORDER
from trialway.differences.vocabularies import VOCABULARIES
from trialway.record import TrialRecord
from trialway.registries.ctgov.normalise import normalise
from trialway.registries.ctgov.paths import PATHS
from trialway.vocabulary.coded import Coded

NOISE = {
    "derivedSection.miscInfoModule.versionHolder",
    "protocolSection.contactsLocationsModule.locations.geoPoint.lat",
    "protocolSection.contactsLocationsModule.locations.geoPoint.lon",
}
TOLD = [path for path in leaves() if not is_kept_raw(path) and path not in NOISE]
NUMBER = "protocolSection.identificationModule.nctId"


def record(study: dict) -> TrialRecord:
    return normalise(json.dumps(study).encode())


def a_study(**modules: dict) -> dict:
    study = minimal()
    for name, content in modules.items():
        section = study if name in {"resultsSection", "hasResults"} else study["protocolSection"]
        section[name] = content
    return study


def words(before: dict, after: dict) -> list[str]:
    return [change.words for change in compare(record(before), record(after))]


def sites(*locations: dict) -> dict:
    return a_study(contactsLocationsModule={"locations": list(locations)})


def site(facility="Lyon Sud Hospital", city="Lyon", country="France", **rest) -> dict:
    return {"facility": facility, "city": city, "country": country, **rest}


# Nothing is ever silent


def with_value(path: str, value: object) -> dict:
    return put_beside(with_companion(path), path, value) if path in COMPANIONS else with_leaf(path, value)


def another(value: object) -> object:
    match value:
        case bool():
            return not value
        case int() | float():
            return value + 1
        case "2021-06" | "2021-06-07" | "2021-06-07T10:30":
            return value.replace("06", "07", 1)
        case "18 Years":
            return "19 Years"
        case _:
            return f"Another {value}"


@pytest.mark.parametrize("path", [path for path in TOLD if path != NUMBER])
def test_a_leaf_that_appears_changes_or_disappears_is_told(path):
    value = value_for(path)
    without = with_companion(path) if path in COMPANIONS else minimal()
    stated, other = with_value(path, value), with_value(path, another(value))
    for before, after in ((without, stated), (stated, other), (stated, without)):
        told = words(before, after)
        assert told
        assert all(line.strip() and "Coded(" not in line and "None" not in line for line in told)


@pytest.mark.parametrize("path", [path for path in leaves() if is_kept_raw(path) or path in NOISE])
def test_noise_is_not_told(path):
    without = with_companion(path) if path in COMPANIONS else minimal()
    assert words(without, with_value(path, value_for(path))) == []


def test_every_value_of_a_real_record_that_changes_is_told():
    """One leaf of each kind of a full record of the sample, one at a time, where it stands."""
    study = json.loads(next(raw for raw in sample() if b"NCT00089973" in raw))
    before = record(study)
    silent = []
    for path in set(paths_in(study)):
        changed = copy.deepcopy(study)
        if path == (*NUMBER.split("."),):
            continue
        change_at(changed, path)
        after = record(changed)
        if after != before and not compare(before, after) and not known_to_be_untold(path):
            silent.append(path)
    assert silent == []


def known_to_be_untold(path: tuple) -> bool:
    names = ".".join(part for part in path if isinstance(part, str))
    return names in NOISE or is_kept_raw(names)


def paths_in(value, path=()):
    """One path a kind of leaf: the last of those that differ only in positions."""
    found = {}
    for each in every_path(value, path):
        found[tuple(part for part in each if isinstance(part, str))] = each
    return found.values()


def every_path(value, path):
    if isinstance(value, dict | list):
        for key in value if isinstance(value, dict) else range(len(value)):
            yield from every_path(value[key], (*path, key))
    else:
        yield path


def change_at(value, path):
    *branches, leaf = path
    for branch in branches:
        value = value[branch]
    value[leaf] = another(value[leaf])


def test_no_change_between_a_record_and_itself():
    for raw in sample()[:60]:
        assert compare(normalise(raw), normalise(raw)) == ()


def test_real_records_of_different_trials_can_be_compared():
    records = [normalise(raw) for raw in sample()[:80]]
    for before, after in itertools.pairwise(records):
        for change in compare(before, after):
            assert change.words.strip()
            assert change.path
            msgspec.json.encode(change)


# The tables are whole


def places(part: type, prefix: str = "") -> dict[str, type]:
    found = {}
    for field in msgspec.structs.fields(part):
        place = f"{prefix}{field.name}"
        inner = [each for each in structs_in(field.type) if each.__module__ == "trialway.record"]
        found[place] = field.type
        for each in inner:
            found |= places(each, f"{place}.")
    return found


def structs_in(kind) -> list[type]:
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return [kind]
    return [each for inner in getattr(kind, "__args__", ()) for each in structs_in(inner)]


PLACES = {
    place: kind
    for place, kind in places(TrialRecord).items()
    if not any(place == each or place.startswith(f"{each}.") for each in UNTOLD)
}


def is_list_of_parts_or_words(kind) -> bool:
    return getattr(kind, "__origin__", None) is tuple and kind.__args__[0] is not Coded


def test_every_list_has_a_name_for_its_entries():
    lists = {place for place, kind in PLACES.items() if is_list_of_parts_or_words(kind)}
    assert lists == set(ENTRIES)


def test_every_field_has_a_label():
    lists = {place for place, kind in PLACES.items() if is_list_of_parts_or_words(kind)}
    groups = {place for place in PLACES if any(other.startswith(f"{place}.") for other in PLACES)}
    inside = {place for place in PLACES if place.startswith("design.enrolment.")}
    assert set(PLACES) - lists - (groups - {"design.enrolment"}) - inside - {"results"} == set(LABELS)


def test_every_coded_field_has_its_vocabulary():
    coded = {place for place, kind in PLACES.items() if Coded in structs_in(kind)}
    assert coded - {"design.enrolment.kind"} == set(VOCABULARIES)


def test_the_order_names_fields_that_exist():
    known = {*PLACES, *PATHS}
    assert [place for place in ORDER if place not in known] == []


# In words that a reader understands


def test_a_coded_value():
    before = a_study(statusModule={"overallStatus": "RECRUITING"})
    after = a_study(statusModule={"overallStatus": "COMPLETED"})
    assert words(before, after) == ["Status: recruiting → completed"]


def test_a_value_that_no_vocabulary_knows_is_the_registrys_own():
    before = a_study(statusModule={"overallStatus": "RECRUITING"})
    after = a_study(statusModule={"overallStatus": "HALF_OPEN"})
    [change] = compare(record(before), record(after))
    assert change.words == "Status: recruiting → Half open"
    assert [piece.text for piece in change.pieces if piece.theirs] == ["Half open"]


def test_ages_and_their_absence():
    before = a_study(eligibilityModule={"maximumAge": "65 Years"})
    after = a_study(eligibilityModule={"maximumAge": "75 Years"})
    assert words(before, after) == ["Maximum age: 65 years → 75 years"]
    assert words(before, a_study()) == ["Maximum age: 65 years → not stated"]


def test_enrolment_is_one_value():
    before = a_study(designModule={"enrollmentInfo": {"count": 300, "type": "ESTIMATED"}})
    after = a_study(designModule={"enrollmentInfo": {"count": 180, "type": "ACTUAL"}})
    [change] = compare(record(before), record(after))
    assert change.words == "Enrolment: 300 (estimated) → 180 (actual)"
    assert (change.field, change.path, change.kind) == (
        "design.enrolment",
        "protocolSection.designModule.enrollmentInfo",
        "changed",
    )
    assert (change.before.count, change.after.count) == (300, 180)


def test_a_date_that_came_true():
    before = a_study(statusModule={"primaryCompletionDateStruct": {"date": "2024-06", "type": "ESTIMATED"}})
    after = a_study(statusModule={"primaryCompletionDateStruct": {"date": "2024-06-19", "type": "ACTUAL"}})
    assert words(before, after) == ["Primary completion: June 2024 (estimated) → 19 June 2024 (actual)"]


def test_phases_are_one_value_whatever_their_order():
    before, after = (
        a_study(designModule={"phases": phases}) for phases in (["PHASE2"], ["PHASE3", "PHASE2"])
    )
    assert words(before, after) == ["Phase: phase 2 → phase 3, phase 2"]
    assert words(a_study(designModule={"phases": ["PHASE2", "PHASE3"]}), after) == []


def test_what_only_looks_the_same_is_told_as_written():
    before = a_study(eligibilityModule={"minimumAge": "18 Years"})
    after = a_study(eligibilityModule={"minimumAge": "18 years"})
    assert words(before, after) == ["Minimum age: written differently: “18 Years” → “18 years”"]


def test_results_that_appear():
    results = {"adverseEventsModule": {"frequencyThreshold": "5", "timeFrame": "1 year"}}
    after = a_study(hasResults=True, resultsSection=results)
    assert words(a_study(), after) == ["Results posted", "Results, adverse events: 2 values added"]


def test_results_that_change_are_counted():
    before = a_study(resultsSection={"adverseEventsModule": {"a": "5", "b": ["1", "2"]}})
    after = a_study(resultsSection={"adverseEventsModule": {"a": "5", "b": ["1", "3", "4"]}})
    assert words(before, after) == ["Results, adverse events: 1 value changed, 1 value added"]


def test_results_that_only_changed_places():
    before = a_study(resultsSection={"adverseEventsModule": {"a": ["1", "2"]}})
    after = a_study(resultsSection={"adverseEventsModule": {"a": ["2", "1"]}})
    assert words(before, after) == ["Results, adverse events: the same values in another order"]


# Sites and other lists


def test_a_site_that_opens():
    before, after = (sites(site(status=status)) for status in ("NOT_YET_RECRUITING", "RECRUITING"))
    assert words(before, after) == [
        "Site Lyon Sud Hospital, Lyon, France opened: not yet recruiting → recruiting"
    ]


def test_a_site_that_closes():
    before, after = (sites(site(status=status)) for status in ("RECRUITING", "COMPLETED"))
    assert words(before, after) == ["Site Lyon Sud Hospital, Lyon, France: recruiting → completed"]


def test_sites_come_and_go():
    before = sites(site(), site("Charité", "Berlin", "Germany"))
    after = sites(site("Hospital del Mar", "Barcelona", "Spain", status="RECRUITING"), site())
    assert words(before, after) == [
        "Site Charité, Berlin, Germany removed",
        "Site Hospital del Mar, Barcelona, Spain added: recruiting",
    ]


def test_the_order_of_sites_is_no_change():
    one, other = site(), site("Charité", "Berlin", "Germany")
    assert words(sites(one, other), sites(other, one)) == []


def test_the_only_site_of_a_city_that_gets_a_name_is_the_same_site():
    before = sites(site("Local Institution - 0012"), site("Charité", "Berlin", "Germany"))
    after = sites(site("Lyon Sud Hospital"), site("Charité", "Berlin", "Germany"))
    assert words(before, after) == [
        "Site Lyon, France: facility Local Institution - 0012 → Lyon Sud Hospital"
    ]


def test_of_several_sites_of_a_city_only_those_alike_are_the_same():
    before = sites(site("Hôpital Tenon", "Paris"), site("Institut Curie", "Paris"))
    after = sites(site("Hopital Tenon AP-HP", "Paris"), site("Gustave Roussy", "Paris"))
    assert words(before, after) == [
        "Site Institut Curie, Paris, France removed",
        "Site Paris, France: facility Hôpital Tenon → Hopital Tenon AP-HP",
        "Site Gustave Roussy, Paris, France added",
    ]


def test_nameless_sites_of_one_city_are_told_apart_by_postcode():
    """A sponsor that names no facility calls every one "Research Site"."""
    one, other = site("Research Site", zip="69001"), site("Research Site", zip="69002")
    after = sites({**other, "status": "RECRUITING"}, one)
    assert words(sites(one, other), after) == [
        "Site Research Site, Lyon, France: status not stated → recruiting"
    ]


def test_a_contact_of_a_site():
    before, after = (sites(site(contacts=[{"name": "Dr A", "phone": phone}])) for phone in ("1", "2"))
    assert words(before, after) == ["Site Lyon Sud Hospital, Lyon, France, contact Dr A: phone 1 → 2"]


def test_an_outcome_that_is_reworded_added_and_removed():
    def outcomes(*measures):
        return a_study(outcomesModule={"primaryOutcomes": [{"measure": each} for each in measures]})

    before = outcomes("Survival at two years", "Quality of life")
    after = outcomes("Survival at three years", "Number of relapses")
    assert words(before, after) == [
        "Primary outcome removed: Quality of life",
        "Primary outcome: measure Survival at two years → Survival at three years",
        "Primary outcome added: Number of relapses",
    ]


def test_bare_words_of_a_list():
    before, after = (
        a_study(conditionsModule={"conditions": each}) for each in (["Asthma"], ["COPD", "Asthma"])
    )
    assert words(before, after) == ["Condition added: COPD"]


def test_a_long_text_counts_its_words():
    before = a_study(descriptionModule={"briefSummary": "This study tests a new drug. " * 8})
    after = a_study(descriptionModule={"briefSummary": "This study tests a new drug. " * 8 + "It is safe."})
    [change] = compare(record(before), record(after))
    assert change.words == "Brief summary reworded (3 words added)"
    assert change.reworded
    assert words(a_study(), after) == ["Brief summary added (51 words)"]


def test_escapes_and_spaces_alone_are_told_as_such():
    text = "Age over 18 years, and able to walk for a while without the help of other people. "
    before, after = (
        a_study(eligibilityModule={"eligibilityCriteria": text * 2 + sign}) for sign in (">= 1", "\\>= 1")
    )
    assert words(before, after) == ["Eligibility criteria written differently, in the same words"]


def test_weighty_changes_come_first_and_routine_ones_are_marked():
    before, after = (
        a_study(
            statusModule={"overallStatus": status, "statusVerifiedDate": date},
            descriptionModule={"briefSummary": date},
        )
        for status, date in (("RECRUITING", "2024-01"), ("COMPLETED", "2024-02"))
    )
    changes = compare(record(before), record(after))
    assert [(change.field, change.routine) for change in changes] == [
        ("recruitment.status", False),
        ("brief_summary", False),
        ("recruitment.verified", True),
    ]


def test_a_value_that_cannot_be_read_is_told_with_its_place():
    after = a_study(statusModule={"startDateStruct": {"date": "soon"}})
    [change] = compare(record(a_study()), record(after))
    assert change.words.startswith("Unreadable value added: protocolSection.statusModule.startDateStruct")


def test_fields_of_the_model_are_all_looked_at():
    assert len(TOLD) > 300
    assert set(TOLD) < set(fields()) | NOISE
