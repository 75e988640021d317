"""Which earlier treatments a list names: each with the noun that the list shares, and nothing that is no treatment."""

# ruff: noqa: E501 - a table is read best with one case on a line

import pytest

from tests.criteria.reading import excluded, trial
from trialway.criteria import evaluate
from trialway.criteria.expressions import Exists, atoms_of

NAMES = {
    "Patients who previously received treatment with fulvestrant or inhibitors such as PI3K/AKT/mTOR": [
        "fulvestrant",
        "pi3k inhibitor",
        "akt inhibitor",
        "mtor inhibitor",
    ],
    "Prior treatment with PI3K/AKT/mTOR inhibitors": ["pi3k inhibitor", "akt inhibitor", "mtor inhibitor"],
    "Prior therapy with BRAF or MEK inhibitors": ["braf inhibitor", "mek inhibitor"],
    "Prior treatment with anti-PD-1, anti-PD-L1, or anti-CTLA-4 antibodies": [
        "anti-pd-1 antibody",
        "anti-pd-l1 antibody",
        "anti-ctla-4 antibody",
    ],
    "Prior exposure to EGFR or MET tyrosine kinase inhibitors": [
        "egfr tyrosine kinase inhibitor",
        "met tyrosine kinase inhibitor",
    ],
    "Prior treatment with CDK4/6 inhibitors": ["cdk4/6 inhibitors"],
    "Prior allogeneic or autologous bone marrow transplant": [
        "allogeneic bone marrow transplant",
        "autologous bone marrow transplant",
    ],
    "Prior heart, lung or liver transplant": ["heart transplant", "lung transplant", "liver transplant"],
    "Prior organ or allogeneic bone marrow transplant": [
        "organ transplant",
        "allogeneic bone marrow transplant",
    ],
    "Previous treatment with trastuzumab, a taxane or other agents": ["trastuzumab", "taxane"],
    "Previously treated with cisplatin or carboplatin": ["cisplatin", "carboplatin"],
}


def names(words):
    return [
        atom.where[0]
        for one in excluded(words).findings
        for atom in atoms_of(one.expression)
        if isinstance(atom, Exists) and atom.kind == "prior treatment"
    ]


@pytest.mark.parametrize(("words", "expected"), NAMES.items())
def test_every_treatment_has_its_whole_name(words, expected):
    assert names(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "Previously treated with inhibitors",
        "Prior treatment with other agents",
        "Previous history of bleeding diathesis, or chronic anti-coagulation treatment",
        "History of dilated cardiomyopathy or chemotherapy",
        "Prior treatment with liver cirrhosis or liver transplant",
    ],
)
def test_a_general_word_or_an_illness_is_no_treatment(words):
    assert names(words) == []


def test_no_treatment_at_all_is_read_as_such():
    criterion = excluded("Participant has received no prior treatment for the disease")

    assert names(criterion.text) == ["treatment"]
    assert "Not" in repr(criterion.findings[0].expression)


def test_another_treatment_of_the_same_noun_is_no_reason_against():
    text = "Exclusion Criteria:\n\n* Patients who previously received inhibitors such as PI3K/AKT/mTOR"

    assert evaluate(trial(text), {"prior_treatment:aromatase inhibitor": True}).outcome == "not sure"
    assert evaluate(trial(text), {"prior_treatment:akt inhibitor": True}).outcome == "does not seem to fit"


def test_what_is_permitted_behind_an_exclusion_decides_nothing_against():
    text = "Exclusion Criteria:\n\n* Prior immunotherapy or chronic anti-coagulation. Low dose aspirin or clopidogrel are permitted"

    assert evaluate(trial(text), {"prior_treatment:immunotherapy": True}).outcome == "not sure"
