"""Where fields and text, or two lines of the text, ask for what nobody can be at once."""

import pytest

from tests.criteria.reading import trial


def conflicts(*demands: str, **fields: object) -> list[tuple[str, str]]:
    """The field of each conflict, and the words that it stands on."""
    found = trial("Inclusion Criteria:\n\n" + "\n".join(f"* {one}" for one in demands), **fields)
    return [(one.field, found.source[one.start : one.end]) for one in found.conflicts]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("HER2-positive", "HER2-negative"),
        ("HER2 low", "HER2-positive"),
        ("Triple-negative breast cancer", "HER2-positive"),
        ("HER2-positive", "Triple-negative breast cancer"),
        ("Triple-negative breast cancer", "ER-positive"),
        ("Triple-negative breast cancer", "PR-positive"),
        ("Triple-negative breast cancer", "Hormone receptor positive"),
        ("HER2-positive breast cancer", "EGFR-mutant NSCLC"),
    ],
)
def test_two_demands_that_nobody_meets_both_are_of_different_parts(one, other):
    assert conflicts(one, other) == [("text_diseases", one), ("text_diseases", other)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("HER2-positive", "ER-positive"),
        ("HER2-positive", "HER2-positive"),
        ("Triple-negative breast cancer", "HER2-negative"),
        ("HER2-positive breast cancer", "ER-positive breast cancer"),
        ("HER2-positive breast cancer", "Metastatic disease"),
    ],
)
def test_demands_that_one_person_can_meet_are_no_conflict(one, other):
    assert conflicts(one, other) == []


@pytest.mark.parametrize(
    ("words", "fields"),
    [
        ("Age ≥ 18 years", []),
        ("Age > 18 years", []),
        ("Age ≥ 19 years", ["minimum_age"]),
        ("Age ≤ 65 years", []),
        ("Age ≤ 70 years", ["maximum_age"]),
        ("Age ≥ 65 years", ["minimum_age", "maximum_age"]),
        ("Age ≤ 18 years", ["maximum_age", "minimum_age"]),
        ("Age = 30 years", []),
    ],
)
def test_an_age_in_the_text_is_held_against_both_ends_of_the_fields(words, fields):
    assert [field for field, _ in conflicts(words, least="18 Years", most="65 Years")] == fields


@pytest.mark.parametrize(
    ("words", "sex", "fields"),
    [
        ("Females", "FEMALE", []),
        ("Females", "MALE", ["sex"]),
        ("Females", "ALL", ["sex"]),
        ("Male or female", "ALL", []),
        ("Male or female", "FEMALE", ["sex"]),
    ],
)
def test_whom_the_text_takes_is_whom_the_field_takes(words, sex, fields):
    assert [field for field, _ in conflicts(words, sex=sex)] == fields


def test_who_is_kept_out_says_nothing_of_who_is_taken():
    found = trial("Exclusion Criteria:\n\n* Females\n* Healthy volunteers", sex="ALL", healthy=False)

    assert found.conflicts == ()


@pytest.mark.parametrize(("healthy", "fields"), [(False, ["healthy_volunteers"]), (True, []), (None, [])])
def test_healthy_people_are_asked_for_against_a_field_that_keeps_them_out(healthy, fields):
    assert [field for field, _ in conflicts("Healthy volunteers", healthy=healthy)] == fields
