"""On which side a criterion stands: by the structure of the text, not by a word in a line."""

import pytest

from tests.criteria.reading import trial
from trialway.criteria import Criterion, evaluate


def sides(text: str) -> list[tuple[str, str]]:
    return [(one.side, one.text) for one in trial(text).criteria]


def every(criteria: tuple[Criterion, ...]) -> list[Criterion]:
    return [one for each in criteria for one in (each, *every(each.children))]


@pytest.mark.parametrize(
    "sentence",
    [
        "People who meet any of these criteria are not eligible for enrollment:",
        "The presence of any of the following will exclude a person from study enrollment:",
        "Any one of the following makes a participant ineligible for selection:",
        "Subjects who have any of these conditions are excluded from study inclusion:",
        "A volunteer with any of these is to be excluded before enrollment",
        "Contraindications for study inclusion:",
        "Enrollment is not possible in case of:",
        "Reasons for exclusion from enrollment:",
        "Patients must not fulfill any of the following to be eligible for inclusion:",
    ],
)
def test_a_sentence_below_a_heading_does_not_turn_its_side(sentence):
    text = (
        f"Inclusion Criteria:\n\n* Adults\n\nExclusion Criteria:\n\n{sentence}\n\n"
        "* Pregnancy\n* HIV infection"
    )

    assert sides(text) == [
        ("inclusion", "Adults"),
        ("exclusion", "Pregnancy"),
        ("exclusion", "HIV infection"),
    ]
    assert trial(text).criteria[1].sentence == "You cannot join if you are pregnant."
    assert evaluate(trial(text), {"pregnant": False}).against == ()


@pytest.mark.parametrize(
    "bullet",
    [
        "Failure to meet any of the inclusion criteria",
        "Does not meet the Inclusion Criteria",
        "patients who do not fulfil the inclusion criteria",
        "Not meeting one of the inclusion criteria",
        "Enrollment in another trial",
        "Participants who meet any of these criteria are not eligible for enrollment:",
    ],
)
def test_a_bullet_among_exclusions_does_not_turn_those_behind_it(bullet):
    text = f"Inclusion Criteria:\n\n* Adults\n\nExclusion Criteria:\n\n* {bullet}\n* Pregnancy"

    assert sides(text)[-1] == ("exclusion", "Pregnancy")


def test_a_bullet_that_says_exclusion_turns_only_itself():
    text = "Inclusion Criteria:\n\n* Exclusion: pregnancy\n* Age ≥ 18 years\n* ECOG 0-1"

    assert sides(text) == [
        ("exclusion", "pregnancy"),
        ("inclusion", "Age ≥ 18 years"),
        ("inclusion", "ECOG 0-1"),
    ]
    assert evaluate(trial(text), {"age": 30}).against == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Inclusion Criteria:\n\n* Adults\n\nExclusion Criteria:Patients with\n\n* pregnancy",
            [("inclusion", "Adults"), ("exclusion", "Patients with"), ("exclusion", "pregnancy")],
        ),
        (
            "Inclusion Criteria: people with asthma. Exclusion Criteria: pregnant or smoking.",
            [("inclusion", "people with asthma."), ("exclusion", "pregnant or smoking.")],
        ),
        (
            "Inclusion: adults with gout. Exclusion: kidney disease.",
            [("inclusion", "adults with gout."), ("exclusion", "kidney disease.")],
        ),
        (
            "Inclusion Criteria: 1. Age 18 2. HIV Exclusion Criteria: 1. Pregnant",
            [("inclusion", "1. Age 18 2. HIV"), ("exclusion", "1. Pregnant")],
        ),
        ("Cohort A Exclusion Criteria: pregnant", [("exclusion", "pregnant")]),
        (
            "Study Inclusion criteria. Adults with gout.\n\nStudy Exclusion Criteria. Kidney disease.",
            [("inclusion", "Adults with gout."), ("exclusion", "Kidney disease.")],
        ),
        (
            "Inclusion Criteria:\n\n* Written informed consent Exclusion criteria: HIV infection\n* Gout",
            [
                ("inclusion", "Written informed consent"),
                ("exclusion", "HIV infection"),
                ("exclusion", "Gout"),
            ],
        ),
    ],
)
def test_both_sides_on_one_line_are_told_apart(text, expected):
    assert sides(text) == expected


@pytest.mark.parametrize(
    "heading",
    [
        "Exclusion",
        "EXCLUSION CRITERIA for groups 1 and 2.",
        "Exclusion criteria.",
        "Patients excluded:",
        "Not eligible:",
        "Excluded:",
        "Other Exclusions",
        "Ineligibility criteria:",
        "Non-inclusion criteria:",
        "Criteria for non-inclusion:",
        "No inclusion criteria:",
        "Phase 1: Exclusion Criteria:",
        "Subjects with any of the following will be excluded",
        "Subjects meeting any of the following criteria must not be enrolled in the study:",
        "Critères d'exclusion :",
        "Critères de non inclusion :",
        "Criterios de exclusión:",
        "Critérios de exclusão:",
        "Ausschlusskriterien:",
        "Criteri di esclusione:",
    ],
)
def test_exclusions_are_known_by_many_headings(heading):
    assert sides(f"Inclusion Criteria:\n\n* Adults\n\n{heading}\n\n* HIV infection\n* Gout") == [
        ("inclusion", "Adults"),
        ("exclusion", "HIV infection"),
        ("exclusion", "Gout"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Other protocol-defined inclusion/exclusion criteria may apply.",
        "Patients with stable asthma are included. Those with unstable asthma will be excluded.",
        "Women who are pregnant will be excluded.",
        "There are no exclusion criteria",
    ],
)
def test_a_remark_turns_no_side(line):
    assert sides(f"Inclusion Criteria:\n\n* Adults\n\n{line}\n\n* Gout")[-1] == ("inclusion", "Gout")


def test_a_heading_by_organ_stays_on_the_side_of_its_section_and_narrows_nothing():
    text = (
        "Inclusion Criteria:\n\n* Adults\n\nExclusion Criteria:\n\nCardiac:\n\n* NYHA class III\n\n"
        "Renal:\n\n* Dialysis"
    )

    assert sides(text)[1:] == [("exclusion", "NYHA class III"), ("exclusion", "Dialysis")]
    assert [one.scope for one in trial(text).criteria] == [(), (), ()]


def test_where_heading_and_sentence_contradict_each_other_no_side_is_believed():
    text = (
        "Inclusion Criteria:\n\n"
        "Participants are not eligible if they meet any of the following criteria:\n\n* HIV"
    )

    assert sides(text) == [("unstated", "HIV")]


@pytest.mark.parametrize(
    "heading",
    [
        "Withdrawal criteria:",
        "Criteria for discontinuation",
        "Drop-out criteria :",
        "Elimination criteria:",
        "Criteria for withdrawal of participants from the study:",
        "Randomization criteria",
        "Criteria for the second phase:",
    ],
)
def test_criteria_for_leaving_or_for_a_later_step_are_no_rules_of_entry(heading):
    text = f"Inclusion Criteria:\n\n* Adults\n\nExclusion Criteria:\n\n* HIV\n\n{heading}\n\n* Pregnancy"
    read = trial(text)

    assert read.criteria[-1].side == "unstated"
    assert read.criteria[-1].scope == (heading,)
    assert evaluate(read, {"pregnant": True}).against == ()


def test_elimination_criteria_are_the_exclusions_where_nothing_else_names_them():
    assert sides("Inclusion Criteria:\n\n* Adults\n\nElimination criteria:\n\n* HIV")[-1] == (
        "exclusion",
        "HIV",
    )


@pytest.mark.parametrize(
    "permission",
    [
        "Allowed are those who ended chemotherapy more than 4 weeks before",
        "Participants with HIV on stable treatment are permitted",
        "Patients with hepatitis B are eligible if the virus cannot be detected",
        "Those with treated hepatitis B may be enrolled",
        "Treated hepatitis B is not an exclusion criterion",
        "Permitted: treated hepatitis B",
    ],
)
def test_what_is_permitted_among_exclusions_excludes_nobody(permission):
    text = f"Exclusion Criteria:\n\n* {permission}\n* Gout"
    read = trial(text)

    assert sides(text) == [("unstated", permission), ("exclusion", "Gout")]
    assert evaluate(read, {"hiv": True, "hepatitis_b": True}).against == ()


@pytest.mark.parametrize(
    "exclusion",
    [
        "Patients with HIV are not permitted",
        "Patients who are eligible for a transplant",
        "Is eligible for surgery",
        "The tumor is eligible for surgery",
        "History of cancer, but skin cancer is allowed",
        "HIV infection. Treated hepatitis C is allowed.",
    ],
)
def test_an_exclusion_that_also_permits_something_stays_one(exclusion):
    assert sides(f"Exclusion Criteria:\n\n* {exclusion}") == [("exclusion", exclusion)]


@pytest.mark.parametrize(
    "parent",
    [
        "None of the following:",
        "No history of:",
        "Must not have any of the following:",
        "Patients must not have:",
    ],
)
def test_a_no_above_a_list_holds_for_its_items(parent):
    read = trial(f"Inclusion Criteria:\n\n* {parent}\n  * HIV infection\n  * Pregnancy\n* Adults")

    assert [one.side for one in every(read.criteria)] == ["inclusion", "exclusion", "exclusion", "inclusion"]
    assert evaluate(read, {"hiv": False, "pregnant": False}).against == ()


def test_exceptions_from_an_exclusion_exclude_nobody():
    text = (
        "Exclusion Criteria:\n\n"
        "* Any virus with the following exceptions:\n  * HIV infection\n  * Hepatitis B"
    )

    assert [one.side for one in every(trial(text).criteria)] == ["exclusion", "unstated", "unstated"]
    assert evaluate(trial(text), {"hiv": True}).against == ()
