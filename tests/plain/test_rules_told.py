"""What is told of the rules for joining, beside the record's own words."""

import pytest

from tests.plain.reading import made, said
from trialway.record import (
    Eligibility,
    Recruitment,
)
from trialway.vocabulary.age import Duration
from trialway.vocabulary.coded import Coded

RECRUITING = Recruitment(status=Coded("recruiting", "RECRUITING"))
COMPLETED = Recruitment(status=Coded("completed", "COMPLETED"))


def test_rules_for_women_are_not_hidden_behind_the_field_on_sex():
    rules = Eligibility(
        sex=Coded("all", "ALL"),
        criteria="Inclusion Criteria:\n\n* Female subjects of non-childbearing potential",
    )
    told = said(made(recruitment=RECRUITING, eligibility=rules), "join")

    assert "Some of the rules are for women only." in told


def test_all_rules_stand_below_in_the_records_words():
    rules = Eligibility(criteria="Inclusion Criteria:\n\n* Asthma")
    (shown,) = made(recruitment=RECRUITING, eligibility=rules).section("join").quotations

    assert shown.text == rules.criteria


@pytest.mark.parametrize(
    ("sex", "criteria", "told"),
    [
        ("female", "Male and female participants must not donate sperm", False),
        ("female", "Female participants with male partners", True),
        ("male", "Pregnant women are excluded", False),
        ("male", "Men whose partners are pregnant", True),
    ],
)
def test_a_field_on_sex_is_weighed_against_the_rules(sex, criteria, told):
    rules = Eligibility(sex=Coded(sex, sex.upper()), criteria=f"Inclusion Criteria:\n\n* {criteria}")
    text = said(made(recruitment=RECRUITING, eligibility=rules), "join")
    who = "women" if sex == "female" else "men"

    assert (f"Only {who} can join." in text) is told
    unclear = f"A field of the record says: only {who} can join. But its rules speak of others too."
    assert (unclear in text) is not told


def test_an_exception_from_the_limits_of_age_is_told():
    rules = Eligibility(
        minimum_age=Duration(18, "year", "18 Years"),
        criteria="Inclusion Criteria:\n\n* For Cohort 2, subjects under 18 years of age are eligible",
    )
    told = said(made(recruitment=RECRUITING, eligibility=rules), "join")

    assert "The rules name people of other ages who may join." in told


@pytest.mark.parametrize("rule", ["acute lymphoblastic leukemia (ALL) or", "or acute leukemia"])
def test_a_piece_of_a_longer_rule_is_not_shown_alone(rule):
    rules = Eligibility(criteria=f"Inclusion Criteria:\n\n* {rule}\n* lymphoma")
    section = made(recruitment=RECRUITING, conditions=("Leukemia",), eligibility=rules).section("join")

    assert rule not in [group.quotation.text for group in section.groups if group.quotation]


def test_one_age_among_others_is_no_contradiction():
    rules = Eligibility(
        minimum_age=Duration(18, "year", "18 Years"),
        maximum_age=Duration(49, "year", "49 Years"),
        criteria="Inclusion Criteria:\n\n* Women 18 to 49 years of age\n* Under 35 years: a pill",
    )
    told = said(made(recruitment=RECRUITING, eligibility=rules), "join")

    assert not any("something else of the age" in one for one in told)


@pytest.mark.parametrize(
    ("words", "told"), [("measurable disease", True), ("measurable or evaluable disease", False)]
)
def test_disease_that_may_be_evaluable_need_not_be_measurable(words, told):
    rules = Eligibility(criteria=f"Inclusion Criteria:\n\n* Patients must have {words}")
    text = said(made(recruitment=RECRUITING, eligibility=rules), "join")

    assert any("measured" in one for one in text) is told


def test_each_way_to_join_is_shown():
    rules = Eligibility(
        criteria="Inclusion Criteria:\n\n* History of peanut allergy\n* Peanut allergy shown by a test"
    )
    section = made(recruitment=RECRUITING, conditions=("Peanut Allergy",), eligibility=rules).section("join")
    (shown,) = [group.quotation.text for group in section.groups if group.quotation]

    assert shown == "History of peanut allergy\n\nPeanut allergy shown by a test"


def test_an_age_in_a_rule_on_consent_is_no_rule_for_joining():
    rules = Eligibility(
        criteria="Inclusion Criteria:\n\n* Subjects aged 18 years and older must give informed consent"
    )
    told = said(made(recruitment=RECRUITING, eligibility=rules), "join")

    assert not any("18" in one for one in told)


def test_rules_for_men_alone_are_told_beside_those_for_women():
    rules = Eligibility(
        sex=Coded("all", "ALL"),
        criteria="Inclusion Criteria:\n\n* Women must not be pregnant\n* Men must use condoms",
    )
    told = said(made(recruitment=RECRUITING, eligibility=rules), "join")

    assert "Some of the rules are for women, some for men only." in told


def test_what_stands_where_rules_should_is_not_said_to_be_all_of_them():
    rules = Eligibility(criteria="Please contact site for information.")
    told = said(made(recruitment=COMPLETED, eligibility=rules), "join")

    assert "The rules that the record gives stand below." in told
    assert not any("All rules" in one for one in told)
