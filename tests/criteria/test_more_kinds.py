"""Blood pressure, Child-Pugh class and CTCAE grade: what is read, what it decides, and how it is told."""

import pytest

from tests.criteria.reading import excluded, included, trial
from tests.criteria.test_readers import found
from trialway.criteria import Quantity, evaluate

PRESSURE = {
    "Systolic blood pressure > 160 mmHg": "systolic_blood_pressure > 160 mmHg",
    "DBP ≥ 100": "diastolic_blood_pressure >= 100 mmHg",
    "BP ≥ 140/90 mmHg": "(systolic_blood_pressure >= 140 mmHg or diastolic_blood_pressure >= 90 mmHg)",
    "BP < 140/90 mmHg": "(systolic_blood_pressure < 140 mmHg and diastolic_blood_pressure < 90 mmHg)",
    "Hypotension (< 90/50 mm Hg)": (
        "(systolic_blood_pressure < 90 mmHg or diastolic_blood_pressure < 50 mmHg)"
    ),
    "Blood pressure of 140/90 mmHg or higher": (
        "(systolic_blood_pressure >= 140 mmHg or diastolic_blood_pressure >= 90 mmHg)"
    ),
    "SBP (seated) ≥ 135 mm Hg but < 180 mm Hg": (
        "(systolic_blood_pressure >= 135 mmHg and systolic_blood_pressure < 180 mmHg)"
    ),
    "Systolic BP > 180 or < 100 mmHg": (
        "(systolic_blood_pressure < 100 mmHg or systolic_blood_pressure > 180 mmHg)"
    ),
    "SBP between 100 and 160 mmHg": (
        "(systolic_blood_pressure >= 100 mmHg and systolic_blood_pressure <= 160 mmHg)"
    ),
}
CHILD_PUGH = {
    "Child-Pugh A": "child_pugh A",
    "Child-Pugh class B or C": "child_pugh B|C",
    "Child Pugh B/C cirrhosis": "child_pugh B|C",
    "Child-Pugh > A": "child_pugh B|C",
    "Cirrhosis worse than Child-Pugh A": "child_pugh B|C",
    "Child-Pugh grade B or more severe": "child_pugh B|C",
    "class B and C according to Child-Pugh score": "child_pugh B|C",
    "Child-Pugh B (or worse)": "child_pugh B|C",
    "Child-Pugh B7 or worse": "child_pugh_score >= 7 1",
    "Child-Pugh A or B7": "child_pugh_score <= 7 1",
    "Child-Pugh score ≤ 7": "child_pugh_score <= 7 1",
}
CTCAE = {
    "Grade 2 or higher peripheral neuropathy": "ctcae_grade:neuropathy 2|3|4|5",
    "Neuropathy > Grade 1": "ctcae_grade:neuropathy 2|3|4|5",
    "NCI CTCAE grade ≤ 1": "ctcae_grade:toxicity 0|1",
    "> Grade 1 toxicity": "ctcae_grade:toxicity 2|3|4|5",
    "Grade III-IV diarrhea": "ctcae_grade:diarrhoea 3|4",
    "No neuropathy of grade 2 or worse": "not ctcae_grade:neuropathy 2|3|4|5",
}


@pytest.mark.parametrize(("words", "reading"), [*PRESSURE.items(), *CHILD_PUGH.items(), *CTCAE.items()])
def test_it_is_read_in_each_way_of_writing_it(words, reading):
    assert found(words) == [reading]


@pytest.mark.parametrize(
    "words",
    [
        "Exercise SBP > 240 mmHg",
        "Home systolic BP > 150 mmHg and diastolic BP > 100 mmHg",
        "An increase in systolic blood pressure of > 40 mmHg",
        "Systolic blood pressure ≥ 1400 mmHg",
        "Left ventricular end-systolic dimension ≤ 70 mm",
        "SBP > 99th percentile",
        "Pulmonary artery systolic pressure > 50 mmHg",
        "Child-Pugh class unknown",
        "A child with pughism",
        "Histological grade 3 tumor",
        "Grade 3 glioma",
        "AV block grade 2",
        "High-grade serous carcinoma",
    ],
)
def test_what_only_looks_like_it_is_not_read(words):
    assert found(words) == []


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (
            "Systolic blood pressure > 140 mmHg",
            "You cannot join if you have a systolic blood pressure above 140 mmHg.",
        ),
        ("Child-Pugh class C", "You cannot join if you have liver disease of Child-Pugh class C."),
        (
            "Grade 2 or higher neuropathy",
            "You cannot join if you have nerve damage (neuropathy) of grade 2 or worse (CTCAE).",
        ),
    ],
)
def test_it_is_told_in_plain_words(words, sentence):
    assert excluded(words).sentence == sentence


@pytest.mark.parametrize(
    ("words", "answers", "expected"),
    [
        ("BP ≥ 140/90 mmHg", {"systolic_blood_pressure": 150}, "does not seem to fit"),
        ("BP ≥ 140/90 mmHg", {"systolic_blood_pressure": 130}, "not sure"),
        ("BP ≥ 140/90 mmHg", {"systolic_blood_pressure": 130, "diastolic_blood_pressure": 80}, "may fit"),
        ("SBP > 180 mmHg", {"systolic_blood_pressure": Quantity(185, "mmHg")}, "does not seem to fit"),
        ("Child-Pugh B or C", {"child_pugh": "C"}, "does not seem to fit"),
        ("Child-Pugh B or C", {"child_pugh": "A"}, "may fit"),
        ("Child-Pugh B7 or worse", {"child_pugh_score": 6}, "may fit"),
        ("Grade 2 or higher neuropathy", {}, "not sure"),
        ("Grade 2 or higher neuropathy", {"ctcae_grade:diarrhoea": 3}, "not sure"),
        ("Grade 2 or higher neuropathy", {"ctcae_grade:neuropathy": 3}, "does not seem to fit"),
    ],
)
def test_only_its_own_answer_settles_it(words, answers, expected):
    assert evaluate(trial(f"Exclusion Criteria:\n\n* {words}"), answers).outcome == expected


def test_hypertension_that_is_defined_by_its_pressure_is_read_whole():
    assert included("Uncontrolled hypertension (> 160/100 mmHg)").reading == "whole"
