"""A patient's Bundle: what is read, what is only listed, and what is refused with its element."""

import contextlib
import copy
import datetime as dt
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trialway.interop.fhir_patient import LARGEST, NotABundle, read_patient

TODAY = dt.date(2026, 6, 18)
BUNDLE = json.loads((Path(__file__).parent / "bundles" / "breast_cancer.json").read_text("utf-8"))
LOINC, SNOMED = "http://loinc.org", "http://snomed.info/sct"


def read(bundle):
    return read_patient(json.dumps(bundle).encode(), TODAY)


def a_bundle(*resources):
    return {
        "resourceType": "Bundle",
        "type": "collection",
        "entry": [{"resource": each} for each in resources],
    }


def observation(code, **value):
    coded = {"coding": [{"system": LOINC, "code": code}]}
    return {"resourceType": "Observation", "status": "final", "code": coded, **value}


def said(bundle):
    return [each.text for each in read(bundle).said]


def refusal(bundle):
    with pytest.raises(NotABundle) as refused:
        read(bundle)
    return refused.value


def test_an_mcode_bundle_is_read():
    assert said(BUNDLE) == [
        "sex=female",
        "age=62 year",
        "healthy_volunteer=no",
        "ecog=1",
        "her2=positive",
        "er=negative",
        "haemoglobin=11.2 g/dL",
        "alt=52 U/L limit 40",
        "prior_treatment:trastuzumab=yes",
        "prior_treatment:radiotherapy=yes",
        "days_since:radiotherapy=132 day",
    ]


def test_what_is_not_known_is_listed_with_its_element_and_counts_as_not_said():
    unknown = {each.expression: each.reason for each in read(BUNDLE).unknown}

    assert unknown == {
        "Bundle.entry[2].resource.code": "No rule is checked against “Stage group.clinical Cancer”.",
        "Bundle.entry[7].resource.value": "The result is none that we know as positive or negative.",
    }


WRONG = [
    ([1], "Bundle", "not a FHIR Bundle"),
    ({"resourceType": "Patient"}, "Bundle", "not a FHIR Bundle"),
    ({"resourceType": "Bundle", "type": 5}, "Bundle.type", "not valid FHIR R4"),
    (a_bundle({"resourceType": "Nope"}), "Bundle.entry.resource", "does not know"),
    (
        a_bundle({"resourceType": "Patient", "birthDate": "196x"}),
        "Bundle.entry[0].resource.birthDate",
        "not valid FHIR R4",
    ),
    (
        a_bundle({"resourceType": "Patient", "birthDate": "2031-01-01"}),
        "Bundle.entry[0].resource.birthDate",
        "does not answer age",
    ),
    (
        a_bundle({"resourceType": "Patient", "birthDate": "1831-01-01"}),
        "Bundle.entry[0].resource.birthDate",
        "cannot be right for age",
    ),
    (
        a_bundle({"resourceType": "Patient"}, {"resourceType": "Patient"}),
        "Bundle.entry[1].resource",
        "two patients",
    ),
    (
        a_bundle(observation("89247-1", valueInteger=1), observation("89247-1", valueInteger=3)),
        "Bundle.entry[1].resource.value",
        "ecog is both ‘1’ and ‘3’",
    ),
    (
        a_bundle(observation("89247-1", valueInteger=9)),
        "Bundle.entry[0].resource.value",
        "‘9’ does not answer ecog",
    ),
    (
        a_bundle(
            {"resourceType": "Patient", "gender": "male"},
            observation("82810-3", valueCodeableConcept={"coding": [{"system": SNOMED, "code": "77386006"}]}),
        ),
        "Bundle.entry[1].resource.value",
        "male patient is said to be pregnant",
    ),
]


@pytest.mark.parametrize(("bundle", "expression", "sentence"), WRONG)
def test_what_is_wrong_is_refused_with_its_element(bundle, expression, sentence):
    refused = refusal(bundle)

    assert refused.expression == expression
    assert sentence in str(refused)


def test_what_is_no_json_or_too_large_is_refused():
    for body, sentence in ((b"{", "not JSON"), (b"\xff", "not JSON"), (b"[" * 100_000, "not JSON")):
        with pytest.raises(NotABundle, match=sentence):
            read_patient(body, TODAY)
    with pytest.raises(NotABundle, match="larger than"):
        read_patient(b" " * (LARGEST + 1), TODAY)


def test_of_two_results_the_later_counts():
    results = [observation("89247-1", valueInteger=n, effectiveDateTime=f"2026-0{n}-01") for n in (3, 1, 2)]

    assert said(a_bundle(*results)) == ["ecog=3"]


def test_what_was_entered_in_error_or_only_planned_says_nothing():
    wrong = observation("89247-1", valueInteger=3) | {"status": "entered-in-error"}
    planned = {
        "resourceType": "MedicationRequest",
        "status": "active",
        "intent": "plan",
        "subject": {"reference": "Patient/1"},
        "medicationCodeableConcept": {"text": "Trastuzumab"},
    }

    assert said(a_bundle(wrong, planned)) == []


def test_a_date_of_birth_without_its_day_gives_no_age():
    found = read(a_bundle({"resourceType": "Patient", "birthDate": "1964-05"}))

    assert found.said == ()
    assert [each.expression for each in found.unknown] == ["Bundle.entry[0].resource.birthDate"]


def test_a_refuted_illness_is_a_no_and_a_stated_one_a_yes():
    def hepatitis(status):
        return {
            "resourceType": "Condition",
            "subject": {"reference": "Patient/1"},
            "verificationStatus": {"coding": [{"code": status}]},
            "code": {"coding": [{"system": SNOMED, "code": "66071002"}]},
        }

    assert "hepatitis_b=yes" in said(a_bundle(hepatitis("confirmed")))
    assert said(a_bundle(hepatitis("refuted"))) == ["hepatitis_b=no"]


def a_metastasis(system, code, **more):
    return {
        "resourceType": "Condition",
        "subject": {"reference": "Patient/1"},
        "code": {"coding": [{"system": system, "code": code}]},
        **more,
    }


ICD10 = "http://hl7.org/fhir/sid/icd-10-cm"


@pytest.mark.parametrize(("system", "code"), [(SNOMED, "94381002"), (SNOMED, "94225005"), (ICD10, "C79.51")])
def test_a_metastasis_at_a_distance_says_that_the_cancer_has_spread(system, code):
    assert "spread=yes" in said(a_bundle(a_metastasis(system, code)))


def test_a_metastasis_in_lymph_nodes_or_one_that_is_over_says_nothing_of_spread():
    over = {"clinicalStatus": {"coding": [{"code": "resolved"}]}}
    refuted = {"verificationStatus": {"coding": [{"code": "refuted"}]}}
    for one in (
        a_metastasis(ICD10, "C77.3"),
        a_metastasis(SNOMED, "94381002", **over),
        a_metastasis(SNOMED, "94381002", **refuted),
    ):
        assert not [each for each in said(a_bundle(one)) if each.startswith("spread")]


def staged(category, day="2026-06-01"):
    return observation("21907-1", valueCodeableConcept={"text": category}, effectiveDateTime=day)


@pytest.mark.parametrize(("category", "spread"), [("cM0", "no"), ("M1b", "yes"), ("AJCC cM1", "yes")])
def test_the_category_of_distant_metastases_says_whether_the_cancer_has_spread(category, spread):
    assert said(a_bundle(staged(category))) == [f"spread={spread}"]


def test_a_staging_without_metastases_counts_while_it_is_fresh_and_never_against_a_metastasis():
    old = read(a_bundle(staged("cM0", "2019-04-01")))
    assert (old.said, [each.expression for each in old.unknown]) == ((), ["Bundle.entry[0].resource.value"])
    both = said(a_bundle(a_metastasis(SNOMED, "94381002"), staged("cM0")))
    assert "spread=yes" in both
    assert "spread=no" not in both


def test_a_category_that_says_nothing_is_listed():
    assert [each.reason for each in read(a_bundle(staged("cMX"))).unknown] == [
        "The category of distant metastases is neither M0 nor M1."
    ]


def test_her2_2_plus_needs_another_test_and_says_nothing():
    found = {
        score: said(a_bundle(observation("85319-2", valueString=score))) for score in ("0", "1+", "2+", "3+")
    }

    assert found == {"0": ["her2=negative"], "1+": ["her2=low"], "2+": [], "3+": ["her2=positive"]}


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=60)
@given(st.integers(0, len(BUNDLE["entry"]) - 1), st.data(), JSON)
def test_whatever_stands_in_an_element_it_is_read_or_refused(number, data, value):
    bundle = copy.deepcopy(BUNDLE)
    resource = bundle["entry"][number]["resource"]
    resource[data.draw(st.sampled_from(sorted(resource)))] = value
    with contextlib.suppress(NotABundle):
        read(bundle)
