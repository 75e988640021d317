"""Whom a criterion is for: groups, parts of a study, and the list that it belongs to."""

import pytest

from tests.criteria.reading import trial
from trialway.criteria import evaluate


def scopes(text: str) -> list[tuple[tuple[str, ...], str]]:
    return [(one.scope, one.text) for one in trial(text).criteria]


def test_for_patients_is_a_group_beside_another_group():
    text = (
        "Inclusion Criteria for patients:\n\n* Age 18-65\n* HIV positive\n\n"
        "Inclusion criteria for healthy controls:\n\n* Age 18-40\n* HIV negative"
    )

    assert {scope for scope, _ in scopes(text)} == {
        ("Inclusion Criteria for patients:",),
        ("Inclusion criteria for healthy controls:",),
    }
    assert evaluate(trial(text), {"hiv": False, "age": 30}).outcome == "not sure"


def test_for_patients_is_everybody_where_no_other_group_is_named():
    assert scopes("Inclusion Criteria for patients:\n\n* HIV") == [((), "HIV")]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Caregivers:", "Patients:"),
        ("PERSONS WITH DIABETES", "SUPPORT PERSONS"),
        ("Recipients:", "Donors:"),
        ("Part A", "Part B"),
        ("Patients", "Healthy controls"),
        ("CASES", "CONTROLS"),
    ],
)
def test_a_group_above_a_list_narrows_it(first, second):
    text = f"Inclusion Criteria:\n\n{first}\n\n* Age 65 or older\n\n{second}\n\n* Age 18 or older"

    assert scopes(text) == [((first,), "Age 65 or older"), ((second,), "Age 18 or older")]
    assert evaluate(trial(text), {"age": 20}).against == ()


@pytest.mark.parametrize(
    "group", ["Healthy volunteers:", "Patients:", "Cohort 2:", "For patients with asthma:", "Control group:"]
)
def test_a_bullet_that_names_a_group_narrows_the_bullets_below_it(group):
    nested = trial(f"Inclusion Criteria:\n\n* {group}\n  * HIV negative\n  * Age 18 to 40")
    flat = trial(f"Inclusion Criteria:\n\n* Adults\n* {group}\n* HIV negative\n* Age 18 to 40")

    for read in (nested, flat):
        parent = read.criteria[-1]
        assert [(one.scope, one.text) for one in parent.children] == [
            ((group,), "HIV negative"),
            ((group,), "Age 18 to 40"),
        ]
        assert evaluate(read, {"hiv": True, "age": 60}).against == ()


@pytest.mark.parametrize(
    ("criterion", "scope"),
    [
        ("[Pediatric patients] must be younger than 30", "[Pediatric patients]"),
        ("For cohort B: ECOG 0-1", "For cohort B"),
        ("Cohorts 1 and 2: ECOG 0-1", "Cohorts 1 and 2"),
        ("Participants in Part 2 must have an ECOG of 0-1", "Participants in Part 2"),
        ("Females: hemoglobin above 12 g/dL", "Females"),
        ("Adolescents only: age 12 to 17 years", "Adolescents only"),
        ("ECOG 0-1 (Phase 3 only)", "(Phase 3 only)"),
        ("(Part A only) ECOG 0-1", "(Part A only)"),
        ("(Pediatric cohort) age 2 to 12 years", "(Pediatric cohort)"),
        ("ECOG 0-1 (Cohort B)", "(Cohort B)"),
        ("ECOG 0-1 [Part 2 only]", "[Part 2 only]"),
    ],
)
def test_a_criterion_can_name_its_own_people(criterion, scope):
    read = trial(f"Inclusion Criteria:\n\n* {criterion}")

    assert read.criteria[0].scope == (scope,)
    assert evaluate(read, {"age": 70, "ecog": 3, "sex": "male"}).against == ()


@pytest.mark.parametrize(
    "criterion",
    [
        "[18F]-FDG PET positive",
        "Patients with severe diabetes: this includes ketoacidosis",
        "Phase angle above 5",
    ],
)
def test_other_words_before_a_criterion_narrow_nothing(criterion):
    assert scopes(f"Inclusion Criteria:\n\n* {criterion}") == [((), criterion)]


def test_a_sex_above_a_list_is_a_criterion():
    assert scopes("Inclusion Criteria:\n\nFemale\n\n* Age 18 to 49") == [((), "Female"), ((), "Age 18 to 49")]


def test_what_only_women_can_be_asked_needs_no_group():
    assert scopes("Exclusion Criteria:\n\n* Females only: pregnant or breastfeeding")[0][0] == ()


@pytest.mark.parametrize(
    ("inner", "below"),
    [
        ("Phase 3 only:\n\n* HIV infection\n\n", "Phase 3 only:"),
        ("   Phase 3 only:\n", "Phase 3 only:"),
        ("Notes:\n\n", "Notes:"),
    ],
)
def test_an_inner_heading_ends_where_the_numbers_go_on(inner, below):
    text = f"Inclusion Criteria:\n\n1. Age 18 or older\n2. ECOG 0-1\n\n{inner}3. BMI > 18\n4. HbA1c > 7%"
    found = {words: scope for scope, words in scopes(text)}

    assert (found["BMI > 18"], found["HbA1c > 7%"]) == ((), ())
    assert found.get("HIV infection", (below,)) == (below,)


def test_numbers_that_begin_below_an_inner_heading_stay_below_it():
    text = "Inclusion Criteria:\n\n1. Age 18 or older\n\nCohort A:\n\n2. BMI > 18\n\nCohort B:\n\n3. BMI > 25"

    assert scopes(text)[1:] == [(("Cohort A:",), "BMI > 18"), (("Cohort B:",), "BMI > 25")]


@pytest.mark.parametrize(
    "leading",
    [
        "Females must use one of the following methods, which include:",
        "Women of childbearing potential must agree to one of these:",
        "Highly effective methods include:",
    ],
)
def test_items_of_a_flat_list_stand_below_the_line_that_leads_into_it(leading):
    text = (
        f"Inclusion Criteria:\n\n* {leading}\n* Abstinence\n* Intrauterine device\n* Written informed consent"
    )
    read = trial(text)

    assert [one.text for one in read.criteria] == [leading, "Written informed consent"]
    assert [one.text for one in read.criteria[0].children] == ["Abstinence", "Intrauterine device"]
    assert evaluate(read, {"sex": "male", "contraception": False}).against == ()


def test_an_age_in_a_flat_list_of_risks_is_no_demand_on_everybody():
    text = (
        "Inclusion Criteria:\n\n* At least one of the following risk factors:\n* BMI > 30\n* Age ≥ 65 years"
    )

    assert evaluate(trial(text), {"age": 40, "bmi": 35}).against == ()


def test_a_group_of_patients_beside_the_controls_heads_its_bullets():
    text = "Inclusion Criteria:\n\n* Patients with HIV:\n* HIV positive\n* Healthy controls:\n* HIV negative"

    assert [one.scope for one in trial(text).criteria] == [("Patients with HIV:",), ("Healthy controls:",)]
    assert evaluate(trial(text), {"hiv": False}).against == ()


def test_a_flat_list_ends_at_the_next_one():
    text = (
        "Inclusion Criteria:\n\n* One of the following:\n* HIV infection\n* Hepatitis B\n"
        "* At least one of the following:\n* Gout\n* Asthma"
    )

    assert [[child.text for child in one.children] for one in trial(text).criteria] == [
        ["HIV infection", "Hepatitis B"],
        ["Gout", "Asthma"],
    ]
    assert evaluate(trial(text), {"hiv": False}).against == ()


def test_a_line_above_demands_that_all_hold_leaves_them_where_they_are():
    text = (
        "Inclusion Criteria:\n\n"
        "* Adequate organ function, defined as follows:\n* Hemoglobin > 9 g/dL\n* ECOG 0-1"
    )

    assert [one.text for one in trial(text).criteria][1:] == ["Hemoglobin > 9 g/dL", "ECOG 0-1"]


def test_alternatives_stay_below_their_parent():
    text = (
        "Inclusion Criteria:\n\n* Either of the following:\n  * BMI > 30\n\n    OR\n  * BMI > 27\n* Age > 18"
    )
    first, last = trial(text).criteria

    assert [(one.text, one.alternative) for one in first.children] == [("BMI > 30", True), ("BMI > 27", True)]
    assert last.alternative is False
    assert evaluate(trial(text), {"bmi": 28}).against == ()
