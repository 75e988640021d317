"""Allergies, and what speaks against a treatment or a test."""

import pytest

from tests.criteria.reading import excluded, included
from tests.criteria.test_named_evaluate import variable_of
from tests.criteria.test_readers import found_names
from trialway.criteria.evaluate import meets

ALLERGIES = {
    "Allergy to penicillin": ["reacts to penicillin"],
    "Allergic to aspirin": ["reacts to aspirin"],
    "Known hypersensitivity to gadolinium": ["reacts to gadolinium"],
    "Intolerance to statins": ["reacts to statins (intolerance)"],
    "Sensitivity to sunlight": ["reacts to sunlight"],
    "History of anaphylaxis to peanut": ["reacts to peanut"],
    "Severe allergic reaction to bee venom": ["reacts to bee venom (severe)"],
    "Hypersensitivity or allergy to latex": ["reacts to latex"],
    "Allergy to latex or iodine": ["(reacts to latex or reacts to iodine)"],
    "Allergy to penicillin, latex or iodine": [
        "(reacts to penicillin or reacts to latex or reacts to iodine)",
    ],
    "Allergy to penicillin, which is treated": ["reacts to penicillin"],
    "Hypersensitivity to the study drug or any of its components": [
        "(reacts to the study drug or reacts to any of its components)",
    ],
    "Known hypersensitivity to the study drug": ["reacts to the study drug"],
    "Hypersensitivity to gadolinium; gout": ["reacts to gadolinium", "has gout"],
    "Known peanut allergy": ["reacts to peanut"],
    "Any latex allergies": ["reacts to latex"],
    "Severe food allergies": ["reacts to food"],
    "IgE mediated food allergy": ["reacts to food"],
    "Allergy to IL-2": ["reacts to IL-2"],
    "No known allergy to penicillin": ["not reacts to penicillin"],
    "No history of hypersensitivity to latex": ["not reacts to latex"],
    "Not allergic to aspirin": ["not reacts to aspirin"],
    "Allergic rhinitis": ["has Allergic rhinitis"],
    "Allergic asthma with hay fever": ["has Allergic asthma", "has hay fever"],
    "Known allergy": ["has allergy"],
    "Contraindication to MRI": ["must avoid MRI"],
    "Any contraindication to magnetic resonance imaging": ["must avoid magnetic resonance imaging"],
    "Contraindications to the use of metformin": ["must avoid metformin"],
    "Contraindicated for MRI": ["must avoid MRI"],
    "No contraindication to MRI": ["not must avoid MRI"],
    "Indication for MRI": ["names MRI"],
}
SETTLED = [
    ("Allergy to penicillin", {"allergy:" + variable_of("penicillin").partition(":")[2]: True}, False),
    ("Allergy to penicillin", {"allergy:" + variable_of("penicillin").partition(":")[2]: False}, True),
    ("Allergy to penicillin", {"allergy:" + variable_of("amoxicillin").partition(":")[2]: True}, False),
    ("Allergy to penicillin", {"allergy:" + variable_of("amoxicillin").partition(":")[2]: False}, None),
    ("Allergy to penicillin", {variable_of("penicillin"): True}, None),
    ("Allergy to penicillin", {}, None),
    (
        "Allergy to penicillin or aspirin",
        {"allergy:" + variable_of("aspirin").partition(":")[2]: True},
        False,
    ),
    ("Hypersensitivity to the study drug", {"allergy:": True}, None),
    ("Contraindication to aspirin", {"allergy:" + variable_of("aspirin").partition(":")[2]: True}, None),
    ("Contraindication to aspirin", {variable_of("aspirin"): False}, None),
]


@pytest.mark.parametrize(("words", "reading"), ALLERGIES.items(), ids=ALLERGIES)
def test_what_somebody_reacts_to_is_told_apart_from_what_they_have(words, reading):
    assert found_names(words) == reading


@pytest.mark.parametrize(("words", "answers", "met"), SETTLED)
def test_an_answer_settles_an_allergy_but_never_a_contraindication(words, answers, met):
    assert meets(excluded(words), answers) is met


def test_whoever_is_asked_to_have_no_allergy_fails_with_one():
    allergy = "allergy:" + variable_of("penicillin").partition(":")[2]

    assert meets(included("No known allergy to penicillin"), {allergy: True}) is False
    assert meets(included("No known allergy to penicillin"), {allergy: False}) is True
