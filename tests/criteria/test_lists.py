"""Lists of criteria: which side a line opens, how children count, what joins them, and what they settle."""

# ruff: noqa: E501 - a table is read best with one case on a line

import pytest

from tests.criteria.reading import excluded, included, trial
from tests.criteria.test_readers import found, short
from trialway.criteria import Quantity, evaluate
from trialway.criteria.evaluate import meets
from trialway.criteria.model import Criterion


def first(text: str) -> Criterion:
    return trial(text).criteria[0]


@pytest.mark.parametrize(
    ("heading", "side"),
    [
        ("Patients can be included if:", "inclusion"),
        ("Patients will be excluded if:", "exclusion"),
        ("Subjects must meet all of the following to be enrolled:", "inclusion"),
        ("Exclusion criteria:", "exclusion"),
        ("Non-inclusion criteria:", "exclusion"),
        ("Inclusion criteria", "inclusion"),
        ("Elimination criteria:", "exclusion"),
        ("Patients who will receive the following are told:", "unstated"),
        ("Participants will be assessed for the following:", "unstated"),
    ],
)
def test_a_heading_opens_a_side_where_it_speaks_of_joining(heading, side):
    assert first(f"{heading}\n\n* HIV").side == side


@pytest.mark.parametrize(
    ("side", "introduction", "join", "count"),
    [
        ("Inclusion", "Any of the following:", "any", 1),
        ("Inclusion", "At least one of the following:", "any", 1),
        ("Inclusion", "Two of the following:", "count", 2),
        ("Inclusion", "All of the following:", "all", 1),
        ("Inclusion", "The following:", "all", 1),
        ("Exclusion", "Any of the following:", "any", 1),
        ("Exclusion", "The following:", "any", 1),
        ("Exclusion", "All of the following:", "all", 1),
        ("Inclusion", "Three of the following:", "unclear", 1),
        ("Inclusion", "Patients with gout and one of:", "unclear", 1),
    ],
)
def test_children_are_joined_as_their_introduction_says(side, introduction, join, count):
    one = first(f"{side} Criteria:\n\n* {introduction}\n  * HIV\n  * Hepatitis C")

    assert (one.join, one.join_count, len(one.children)) == (join, count, 2)


def test_children_that_or_joins_are_one_demand():
    text = (
        "Inclusion Criteria:\n\n* All of the following:\n  * Age ≥ 18 years\n  * HIV\n  OR\n  * Hepatitis C"
    )
    parent = first(text)

    assert [child.alternative for child in parent.children] == [False, True, True]
    assert meets(parent, {"age": 40, "hiv": True, "hepatitis_c": False}) is True
    assert meets(parent, {"age": 40, "hiv": False, "hepatitis_c": False}) is False
    assert meets(parent, {"age": 17, "hiv": True, "hepatitis_c": True}) is False
    assert meets(parent, {"age": 40, "hiv": False}) is None


@pytest.mark.parametrize(
    ("lines", "texts"),
    [
        ("* Infection with\nHIV\n* Gout", ["Infection with\nHIV", "Gout"]),
        ("HIV\ninfection\n\nGout", ["HIV\ninfection", "Gout"]),
        ("HIV\n\ninfection", ["HIV", "infection"]),
        ("* Age ≥ 18 years\n  and older\n* Gout", ["Age ≥ 18 years\n  and older", "Gout"]),
        ("HIV --Gout --Asthma", ["HIV", "Gout", "Asthma"]),
        ("HIV --gout", ["HIV --gout"]),
    ],
)
def test_a_line_goes_on_or_begins_anew(lines, texts):
    assert [one.text for one in trial(f"Inclusion Criteria:\n\n{lines}").criteria] == texts


@pytest.mark.parametrize(
    ("heading", "scope"),
    [
        ("Cohort A:", ("Cohort A:",)),
        ("Part 2", ("Part 2",)),
        ("Females only:", ("Females only:",)),
        ("Organ function:", ()),
    ],
)
def test_a_heading_narrows_where_it_names_some_people(heading, scope):
    assert first(f"Inclusion Criteria:\n\n{heading}\n\n* HIV").scope == scope


def test_a_letter_that_becomes_two_in_small_letters_moves_no_place():
    text = "Inclusion Criteria:\n\n* İ HIV and INR ≤ 1.5"
    one = first(text)

    assert [text[each.start : each.end] for each in one.findings] == ["HIV", "INR ≤ 1.5"]
    assert one.residual == "İ"


@pytest.mark.parametrize(
    ("words", "readings"),
    [
        ("ALT lower than 2 times ULN", ["alt < 2 ULN"]),
        ("ALT less than 2 times ULN", ["alt < 2 ULN"]),
        ("ALT 2 times higher than ULN", ["alt > 2 ULN"]),
        ("INR less than or equal to1.5", ["inr <= 1.5 1"]),
        ("INR greater than or equal to 1.5", ["inr >= 1.5 1"]),
        ("relative to healthy volunteers", []),
        ("compared to healthy subjects", []),
        ("For: healthy volunteers", ["healthy_volunteer"]),
        ("stable angina for 3 months", []),
        ("stable dose of steroids for 4 weeks", []),
        ("use of an experimental drug for hypertension", []),
        ("investigational agents", []),
        ("experimental drug within 4 weeks", ["other_trial", "within 4 week investigational_treatment"]),
        ("prior transplant, or a stroke within 3 months", ["prior_treatment (transplant)", "within 3 month stroke"]),
        ("prior chemotherapy within 6 months", ["within 6 month chemotherapy"]),
        (
            "prior chemotherapy that was given for something that is not very important to the reader of this line within 6 months",
            ["prior_treatment (chemotherapy)", "within 6 month chemotherapy"],
        ),
    ],
)  # fmt: skip
def test_the_words_around_decide_what_a_number_or_name_is_of(words, readings):
    assert found(words) == readings


@pytest.mark.parametrize(
    ("words", "reading"),
    [
        ("HIV, hepatitis C or pregnancy", "(hiv or hepatitis_c or pregnant)"),
        ("HIV or hepatitis C", "(hiv or hepatitis_c)"),
        ("HIV / hepatitis C", "(hiv or hepatitis_c)"),
        (
            "prior chemotherapy or stroke within 6 months",
            "(went through chemotherapy or within 6 month stroke)",
        ),
        ("HIV and hepatitis C", "unread"),
        ("PD-L1 expression ≥ 50 %", "unread"),
        ("Known HIV with INR ≤ 1.5 or diabetes", "((hiv and inr <= 1.5 1) or has diabetes)"),
        ("Known HIV with INR ≤ 1.5 or night shifts", "((hiv and inr <= 1.5 1) or unread)"),
    ],
)
def test_an_exclusion_of_several_things_is_any_of_them_or_stays_open(words, reading):
    assert short(excluded(words).expression) == reading


@pytest.mark.parametrize(
    ("words", "reading"),
    [
        ("HIV, hepatitis C or pregnancy", "(hiv or hepatitis_c or pregnant)"),
        ("HIV and INR ≤ 1.5 in adults with asthma", "(hiv and inr <= 1.5 1 and has asthma)"),
        ("HIV and INR ≤ 1.5 in adults with night shifts", "(inr <= 1.5 1 and unread)"),
        ("ALT ≤ 2.5 x ULN or ≤ 5 x ULN with liver metastases, asthma", "unread"),
        ("PD-L1 expression ≥ 50 % lung cancer", "unread"),
        ("PD-L1 expression in lung cancer", "unread"),
        ("Stage IV lung cancer of any stage", "unread"),
        ("Stage IV lung cancer", "(spread metastatic and has lung cancer)"),
        ("PD-L1-positive lung cancer", "(pd_l1 positive and has lung cancer)"),
        ("HER2-positive invasive breast cancer", "(her2 positive and has invasive breast cancer (invasive))"),
        ("Age ≥ 18 years if INR ≤ 1.5", "unread"),
    ],
)
def test_a_demand_keeps_what_decides_beside_words_that_were_not_read(words, reading):
    assert short(included(words).expression) == reading


def test_of_a_field_and_a_text_that_differ_each_is_settled_where_both_say_the_same():
    criteria = trial("Inclusion Criteria:\n\n* Age ≥ 21 years", least="18 Years")
    outcomes = {
        age: [one.outcome for one in evaluate(criteria, {"age": age}).judgements] for age in (17, 19, 25)
    }

    assert outcomes == {17: ["fails", "fails"], 19: ["meets", "unknown"], 25: ["meets", "meets"]}


@pytest.mark.parametrize(
    ("words", "answers", "met"),
    [
        ("Pregnancy", {"sex": "female"}, None),
        ("Breast-feeding", {"sex": "male"}, True),
        ("Breast-feeding", {"sex": "male", "breastfeeding": True}, False),
        ("Male sex", {"sex": "female"}, True),
        ("Male sex", {"sex": "male"}, False),
        ("Age ≥ 18 years", {"age": Quantity(18.0, "")}, False),
        ("Major surgery within 4 weeks", {"days_since:major_surgery": 28}, False),
        ("Major surgery within 4 weeks", {"days_since:major_surgery": 29}, True),
        ("Major surgery within 4 weeks", {"days_since:major_surgery": True}, None),
        ("Major surgery within 4 weeks", {"days_since:major_surgery": "long ago"}, None),
        ("Stroke within 48 hours", {"days_since:stroke": 1}, False),
        ("Stroke within 48 hours", {"days_since:stroke": 3}, True),
        ("Non-English speaking", {"language": ("dutch", "english")}, True),
        ("Non-English speaking", {"language": True}, None),
        ("Non-English speaking", {"language": 3}, None),
    ],
)
def test_answers_of_the_wrong_kind_settle_nothing_and_limits_are_counted_in(words, answers, met):
    assert meets(excluded(words), answers) is met
