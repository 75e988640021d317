"""The compact rules against the slow and obvious judging of the whole criteria."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.criteria.reading import trial
from tests.fit.making import EVERYTHING, FIELDS, TEXTS, rules
from trialway.criteria import evaluate, read_criteria
from trialway.criteria.evaluate import truth
from trialway.fit.parse_answers import combine_answers, parse_answer
from trialway.fit.rules import UNREAD, rules_of

OUTCOME = {True: "meets", False: "fails", None: "unknown"}
SOME = [
    {"age": 62, "sex": "female", "ecog": 1, "her2": "positive", "hiv": False},
    {"age": 9, "sex": "male", "healthy_volunteer": True, "hiv": True, "ecog": 4},
    {"pregnant": True, "hepatitis_b": "active", "prior_lines": 3, "lvef": 30, "nyha": 2},
]


def judgements(criteria, answers):
    found = rules_of(criteria)
    settled = {
        (rule.start, rule.end, rule.field): OUTCOME[truth(rule.expression, answers)] for rule in found.rules
    }
    return settled | {(start, end, ""): "unknown" for start, end in found.others}


def slow_and_obvious(criteria, answers):
    return {
        (one.start or 0, one.end or 0, one.field): one.outcome
        for one in evaluate(criteria, answers).judgements
    }


@given(TEXTS, FIELDS, EVERYTHING, st.data())
def test_rules_say_what_the_whole_criteria_say(text, fields, everything, data):
    kept = data.draw(st.sets(st.sampled_from(sorted(everything))))
    answers = combine_answers(parse_answer(everything[name]) for name in kept)
    criteria = trial(text, **fields)

    assert judgements(criteria, answers) == slow_and_obvious(criteria, answers)


@pytest.mark.parametrize("answers", [{}, {"age": 80}, {"age": 30}, {"age": 30, "hepatitis_c": False}])
@pytest.mark.parametrize("joined", ["One", "All", "Two"])
@pytest.mark.parametrize("side", ["Inclusion", "Exclusion"])
def test_a_part_with_words_unread_counts_as_in_the_whole_criteria(side, joined, answers):
    parts = "  * Age ≥ 75 years with transport\n  * Hepatitis C"
    criteria = trial(f"{side} Criteria:\n\n* {joined} of the following:\n{parts}")

    assert [one.residual for one in criteria.criteria[0].children] == ["transport", ""]
    assert judgements(criteria, answers) == slow_and_obvious(criteria, answers)


@pytest.mark.parametrize("answers", [{"age": 30, "hiv": False}, {"age": 30, "hiv": True}, {"age": 9}])
def test_a_part_of_the_other_side_settles_nothing(answers):
    parts = "  * Age ≥ 18 years\n  * Exclusion: HIV infection"
    criteria = trial(f"Inclusion Criteria:\n\n* All of the following:\n{parts}")

    assert [one.side for one in criteria.criteria[0].children] == ["inclusion", "exclusion"]
    assert judgements(criteria, answers) == slow_and_obvious(criteria, answers)
    assert ("fails" in judgements(criteria, answers).values()) is (answers["age"] < 18)


def test_rules_say_what_the_criteria_of_real_trials_say(sample):
    for each in sample[::6]:
        criteria = read_criteria(each.main.eligibility)
        for answers in SOME:
            assert judgements(criteria, answers) == slow_and_obvious(criteria, answers)


def test_a_rule_that_no_answer_settles_is_left_to_the_trial_team():
    found = rules("Inclusion Criteria:\n\n* Night shifts\n* ECOG 0-1")

    assert [rule.expression != UNREAD for rule in found.rules] == [True]
    assert len(found.others) == 1


def test_an_age_in_minutes_is_read():
    assert truth(rules(least="30 Minutes").rules[0].expression, {"age": 1}) is True
