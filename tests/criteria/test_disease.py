"""What is said of a cancer: how far it has spread, its markers, and words beside them that only narrow."""

import pytest

from tests.criteria.reading import excluded, included, said, trial
from trialway.criteria.evaluate import evaluate, meets
from trialway.criteria.expressions import Among, Not

METASTATIC = Among(kind="cancer spread", variable="spread", values=("metastatic",))
LOCAL = Among(kind="cancer spread", variable="spread", values=("local",))
EITHER = Among(kind="cancer spread", variable="spread", values=("metastatic", "advanced"))


def spread(words):
    return [one for one in said(words) if one in (METASTATIC, LOCAL, EITHER, Not(part=METASTATIC))]


@pytest.mark.parametrize(
    ("words", "read"),
    {
        "Metastatic disease": [METASTATIC],
        "Presence of any known metastases": [METASTATIC],
        "Stage IV breast cancer": [METASTATIC],
        "Breast cancer stage I-IIIA": [LOCAL],
        "Non-metastatic prostate cancer": [LOCAL],
        "Early breast cancer": [LOCAL],
        "Locally advanced or early-stage breast cancer": [LOCAL],
        "Clinical stages IIA-IIIC (AJCC 2009)": [LOCAL],
        "No evidence of distant metastasis": [Not(part=METASTATIC)],
        "Locally advanced or metastatic breast cancer": [EITHER],
        "Stage IIIB or stage IV NSCLC": [EITHER],
    }.items(),
)
def test_how_far_a_cancer_has_spread_is_read(words, read):
    assert spread(words) == read


@pytest.mark.parametrize(
    "words",
    [
        "Brain metastases",
        "Metastatic disease to the liver",
        "No prior chemotherapy for metastatic disease",
        "Prior treatment (of early breast cancer) with a taxane",
        "Surgery of stage IV breast cancer",
        "Stage III breast cancer after radiotherapy, or stage IV",
        "Progression of metastatic disease",
        "Stage IV chronic kidney disease",
        "Stage IV lymphoma",
        "Stage IV head and neck cancer",
        "Early or metastatic breast cancer",
        "Short life expectancy (e.g. metastatic cancer)",
    ],
)
def test_places_treatments_and_other_stages_say_nothing_of_it(words):
    assert spread(words) == []


def test_a_cancer_that_has_not_spread_far_may_be_advanced():
    criterion = included("Locally advanced or metastatic solid tumours")

    assert meets(criterion, {"spread": "local"}) is None


def test_who_has_no_cancer_has_neither_a_spread_nor_a_local_one():
    answers = {"spread": "none"}

    assert meets(included("Early breast cancer"), answers) is False
    assert meets(included("Stage IV breast cancer"), answers) is False
    assert meets(excluded("Metastatic disease"), answers) is True


@pytest.mark.parametrize(
    "words",
    [
        "Histologically confirmed HER2-negative breast cancer",
        "Patients must have histologically confirmed ER+ and/or PR+, HER2-, early invasive breast cancer",
        "HER2-negative (IHC 0 or 1+) locally advanced or metastatic breast cancer",
        "Women with HER2-negative breast cancer who have received at least one taxane",
        "Triple-negative breast cancer (TNBC) that is either locally recurrent or metastatic",
        "HR+/HER2- recurrent or metastatic breast cancer",
    ],
)
def test_words_that_only_narrow_leave_a_marker_its_weight(words):
    answers = {"her2": "positive", "triple_negative": "negative", "er": "positive", "pr": "positive"}

    assert meets(included(words), answers) is False


@pytest.mark.parametrize(
    "words",
    [
        "HER2-negative or HER2-low breast cancer",
        "HER2-negative breast cancer or gastric cancer",
        "HER2-negative breast cancer, unless no other treatment is left",
        "Patients with HER2-negative breast cancer must have had chemotherapy",
        "Patients with HER2-negative breast cancer are eligible",
        "Cohort 1: HER2-negative breast cancer",
        "HER2-negative breast cancer; others after discussion",
        "ER+ or HER2-negative breast cancer",
        "PD-L1 expression in breast cancer, HER2-negative",
    ],
)
def test_words_that_could_open_another_way_in_take_it(words):
    assert meets(included(words), {"her2": "positive"}) is None


def test_a_diagnosis_with_unread_words_is_never_met():
    criterion = included("Histologically confirmed HER2-positive metastatic breast cancer")

    assert meets(criterion, {"her2": "positive", "spread": "metastatic"}) is None
    assert meets(criterion, {"spread": "local"}) is False


def test_a_demand_of_those_with_a_marker_is_none_for_others():
    criterion = included("Patients with HER2-positive tumours must have an LVEF ≥ 50%")

    assert meets(criterion, {"her2": "negative", "lvef": 60}) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("HER2-positive breast cancer", "HER2-negative breast cancer"),
        ("Triple-negative breast cancer", "Hormone receptor positive breast cancer"),
        ("HER2-positive breast cancer", "EGFR-mutant NSCLC"),
        ("Early breast cancer", "Stage IV breast cancer"),
    ],
)
def test_demands_that_nobody_meets_both_list_whom_parts_of_a_trial_take(one, other):
    text = f"Inclusion Criteria:\n\n* Women with {one}\n* Women with {other}"
    answers = {"her2": "negative", "hormone_receptor": "negative", "spread": "local", "egfr": "negative"}

    assert not evaluate(trial(text), answers).against
    assert not evaluate(trial(text), {"her2": "positive", "spread": "metastatic"}).against


def test_markers_in_a_bare_list_may_be_alternatives():
    criterion = included("ER-positive, HER2-positive breast cancer")

    assert meets(criterion, {"her2": "negative", "er": "positive"}) is None
    assert meets(criterion, {"her2": "negative", "er": "negative"}) is False


def test_no_marker_or_another_means_neither():
    criterion = included("No EGFR mutation or ALK rearrangement")

    assert meets(criterion, {"egfr": "positive", "alk": "negative"}) is False
    assert meets(criterion, {"egfr": "negative"}) is None


def test_an_organ_narrows_nothing_where_all_of_the_text_is_about_it():
    text = "Inclusion Criteria:\n\n* {}\n\nExclusion Criteria:\n\n* Stage IV (metastatic) breast cancer"
    answers = {"spread": "metastatic"}

    assert evaluate(trial(text.format("Women with breast cancer")), answers).against
    assert not evaluate(trial(text.format("Women with breast or ovarian cancer")), answers).against
    assert not evaluate(trial(text.format("Women with heart failure")), answers).against


def test_an_organ_in_an_exclusion_narrows_it():
    assert meets(excluded("Metastatic breast cancer"), {"spread": "metastatic"}) is None
    assert meets(excluded("Metastatic disease"), {"spread": "metastatic"}) is False


def test_a_triple_negative_tumour_is_told_by_its_name():
    assert (
        included("Triple-negative breast cancer").sentence == "You must have triple-negative breast cancer."
    )
