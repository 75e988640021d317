"""A limit that is another for some people rules out only who fails every limit, and otherwise nobody."""

import pytest

from tests.criteria.reading import trial
from trialway.criteria import Quantity, evaluate

INCLUSION, EXCLUSION = "Inclusion Criteria:\n\n* ", "Exclusion Criteria:\n\n* "


def outcome(text, **answers):
    return evaluate(trial(text), answers).outcome


BETWEEN = [
    (
        "Total bilirubin < 1.5 x ULN (< 3 x ULN in Gilbert's syndrome)",
        {"bilirubin": Quantity(2, "mg/dL", 1.0)},
    ),
    (
        "Creatinine clearance ≥ 60 mL/min (≥ 40 mL/min for patients with a single kidney)",
        {"creatinine_clearance": 50},
    ),
    ("BMI ≥ 30 kg/m2 (≥ 27.5 kg/m2 for Asians)", {"bmi": 28}),
    ("BMI ≥ 30 kg/m2. For Asian participants, BMI ≥ 27.5 kg/m2.", {"bmi": 28}),
    (
        "Platelets ≥ 100 x 10^9/L. Patients with bone marrow involvement: ≥ 50 x 10^9/L",
        {"platelets": Quantity(70, "10^9/L")},
    ),
    ("Karnofsky ≥ 70 (≥ 60 for patients over 70 years)", {"karnofsky": 60}),
    ("ECOG PS 0-1 for patients >= 70 years; ECOG PS 0-2 for patients < 70 years", {"ecog": 2}),
    ("ALT ≤ 2.5 x ULN, or ≤ 5 x ULN with liver metastases", {"alt": Quantity(4, "U/L", 1.0)}),
    ("Hemoglobin ≥ 13 g/dL in men and ≥ 12 g/dL in women", {"haemoglobin": Quantity(12.5, "g/dL")}),
    (
        "ALT ≤ 2.5 x ULN, bilirubin ≤ 1.5 x ULN (in Gilbert's syndrome ALT ≤ 5 x ULN, bilirubin ≤ 3 x ULN)",
        {"alt": Quantity(4, "U/L", 1.0)},
    ),
    ("Bilirubin ≤ 1.5 mg/dL; in Gilbert's disease ≤ 3 mg/dL", {"bilirubin": Quantity(2, "mg/dL")}),
    ("Bilirubin ≤ 1.5 mg/dL. Gilbert's disease: up to 3 mg/dL", {"bilirubin": Quantity(2, "mg/dL")}),
    ("BMI ≥ 25 kg/m2 (≥ 23 Asian)", {"bmi": 24}),
    ("LVEF ≥ 50 %, unless an earlier anthracycline lowered it", {"lvef": 45}),
]


@pytest.mark.parametrize(("words", "answers"), BETWEEN)
def test_who_fails_only_the_stricter_limit_is_not_ruled_out(words, answers):
    assert outcome(INCLUSION + words, **answers) == "not sure"


@pytest.mark.parametrize(
    ("words", "answers"),
    [
        (BETWEEN[0][0], {"bilirubin": Quantity(4, "mg/dL", 1.0)}),
        (BETWEEN[1][0], {"creatinine_clearance": 30}),
        (BETWEEN[2][0], {"bmi": 25}),
        (BETWEEN[3][0], {"bmi": 25}),
        (BETWEEN[6][0], {"ecog": 3}),
    ],
)
def test_who_fails_every_limit_is_ruled_out(words, answers):
    assert outcome(INCLUSION + words, **answers) == "does not seem to fit"


@pytest.mark.parametrize(
    "words",
    [
        "ALT > 2.5 x ULN (> 5 x ULN with liver metastases)",
        "ALT > 2.5 x ULN, except in patients with liver metastases",
        "ALT > 2.5 x ULN; patients with liver metastases are allowed up to 5 x ULN",
    ],
)
def test_an_exclusion_with_a_wider_limit_for_some_rules_out_nobody_in_between(words):
    assert outcome(EXCLUSION + words, alt=Quantity(4, "U/L", 1.0)) == "not sure"


@pytest.mark.parametrize(
    "beside",
    [
        "ECOG 2 is allowed if due to underlying disease",
        "Exception: ECOG 2 because of bone pain",
        "ECOG 2 for patients above 70 years",
    ],
)
def test_the_next_criterion_can_loosen_the_one_before_it(beside):
    text = f"Inclusion Criteria:\n\n* ECOG 0-1\n* {beside}"

    assert outcome(text, ecog=2) == "not sure"
    assert outcome(text, ecog=0) == "not sure"


def test_a_limit_for_some_among_exclusions_does_not_loosen_the_one_before_it():
    text = (
        EXCLUSION
        + "Creatinine clearance ≤ 30 mL/min\n* Creatinine clearance ≤ 60 mL/min in men with low bone density"
    )

    assert outcome(text, creatinine_clearance=20) == "does not seem to fit"
    assert outcome(text, creatinine_clearance=50) == "not sure"


def test_a_criterion_beside_another_measure_is_not_loosened():
    text = "Inclusion Criteria:\n\n* ECOG 0-1\n* BMI 27 is allowed in Asian participants"

    assert outcome(text, ecog=2) == "does not seem to fit"


@pytest.mark.parametrize(
    ("words", "answers"),
    [
        ("Hemoglobin ≥ 9 g/dL (5.6 mmol/L)", {"haemoglobin": Quantity(8, "g/dL")}),
        ("ECOG 0-1 (within 14 days of enrolment)", {"ecog": 2}),
        ("BMI ≥ 30 kg/m2 in all patients", {"bmi": 25}),
    ],
)
def test_a_limit_for_everybody_still_decides(words, answers):
    assert outcome(INCLUSION + words, **answers) == "does not seem to fit"


def test_what_is_permitted_at_the_end_of_an_exclusion_is_not_excluded():
    text = EXCLUSION + "Prior systemic chemotherapy; adjuvant chemotherapy is permitted"

    assert outcome(text, **{"prior_treatment:systemic chemotherapy": True}) == "not sure"
