"""The next question: against an obvious loop, and what it never does."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fit.making import EVERYTHING, TEXTS, rules
from trialway.criteria.evaluate import truth
from trialway.fit.derived_answers import derive_answers
from trialway.fit.next_question import RULE_CHECKED, next_question
from trialway.fit.parse_answers import combine_answers, parse_answer
from trialway.fit.questions import CATALOGUE, GROUPS, question_of
from trialway.fit.sample_answers import sample_answers
from trialway.fit.trial_set import build_trial_set
from trialway.fit.variables import variables_of

CANCER = "Inclusion Criteria:\n\n* ECOG 0-1\n* Age ≥ 18 years\n\nExclusion Criteria:\n\n* HIV\n* Hepatitis C"


def fails(trial, answers):
    return any(truth(rule.expression, answers) is False for rule in trial.rules)


def slow_worth(trials, question, answers):
    """What a question is worth: every sample, every trial, every rule, one after the other."""
    alive = [each for each in trials if not fails(each, answers)]
    open_ = [
        rule
        for each in alive
        for rule in each.rules
        if truth(rule.expression, answers) is None and variables_of(rule.expression) & set(question.variables)
    ]
    total = 0.0
    for given_, likely in sample_answers(question, dict.fromkeys(rule.expression for rule in open_)):
        after = derive_answers({**answers, **given_})
        out = sum(fails(each, after) for each in alive)
        checked = sum(
            truth(rule.expression, answers) is None and truth(rule.expression, after) is not None
            for each in alive
            for rule in each.rules
        )
        total += likely * (out + RULE_CHECKED * checked)
    return question.known * total


def could_be_asked(trials, answers, said):
    wanted = {
        name
        for each in trials
        if not fails(each, answers)
        for rule in each.rules
        if truth(rule.expression, answers) is None
        for name in variables_of(rule.expression)
    } - answers.keys()
    for group in GROUPS:
        names = {group.name, *group.members}
        if not names & said and len(wanted & set(group.members)) > 1:
            yield group
    yield from (
        question
        for name in wanted - said
        if (question := question_of(name)) and question.asked and question.stage == "first"
    )


@settings(max_examples=60)
@given(st.lists(TEXTS, min_size=1, max_size=5), EVERYTHING, st.data())
def test_it_is_worth_as_much_as_the_best_of_an_obvious_loop(texts, everything, data):
    trials = [rules(text, least="18 Years") for text in texts]
    kept = data.draw(st.sets(st.sampled_from(sorted(everything))))
    said = [parse_answer(everything[name]) for name in sorted(kept)]
    answers = combine_answers(said)
    asked = {each.question.name: each.value for each in said}

    found = next_question(build_trial_set(trials), answers, asked)
    worth = [slow_worth(trials, each, answers) for each in could_be_asked(trials, answers, set(asked))]
    assert (found.worth if found else 0) == pytest.approx(max(worth, default=0))


@given(st.lists(TEXTS, min_size=2, max_size=4))
def test_the_order_of_trials_does_not_count(texts):
    one, other = (
        next_question(build_trial_set(rules(text) for text in order), {}) for order in (texts, texts[::-1])
    )

    assert (one.question.name if one else None) == (other.question.name if other else None)


@given(TEXTS, EVERYTHING)
def test_whoever_knows_nothing_is_asked_each_thing_once_and_then_no_more(text, everything):
    trials, asked = build_trial_set([rules(text, least="18 Years")]), {}
    while found := next_question(trials, {}, asked):
        assert found.question.name not in asked
        asked[found.question.name] = "?"


def test_several_things_are_asked_at_once_and_then_one_by_one_where_it_matters():
    trials = build_trial_set([rules(CANCER)])
    order = []
    said = [parse_answer("age=62"), parse_answer("ecog=1")]
    for value in ("some", "no", "no"):
        found = next_question(
            trials, combine_answers(said), {each.question.name: each.value for each in said}
        )
        order.append(found.question.name)
        said.append(parse_answer(f"{found.question.name}={value}"))

    assert order == ["infections", "hepatitis_c", "hiv"]


def test_who_does_not_know_of_several_things_is_not_asked_for_each():
    said = {"age": "?", "ecog": "?", "infections": "?"}

    assert next_question(build_trial_set([rules(CANCER)]), {}, said) is None


def test_a_man_is_not_asked_whether_he_is_pregnant():
    trials = build_trial_set([rules("Exclusion Criteria:\n\n* Pregnant or breast-feeding")])

    assert next_question(trials, {"sex": "male"}) is None
    assert next_question(trials, {"sex": "female"}).question.name == "children"


def test_test_results_are_asked_for_only_when_wished():
    trials = build_trial_set([rules("Inclusion Criteria:\n\n* Platelets ≥ 100 × 10^9/L")])

    assert next_question(trials, {}) is None
    assert next_question(trials, {}, stage="results").question.name == "platelets"


def test_what_was_left_of_a_list_is_no_question():
    assert [question_of(f"prior_treatment:{name}").asked for name in ("liver", "trastuzumab")] == [
        False,
        True,
    ]


def test_every_question_can_be_answered_in_every_way_that_it_offers():
    for question in CATALOGUE.values():
        texts = [f"{question.name}={choice.code}" for choice in question.choices]
        texts += [f"{question.name}=1 {unit.code}" for unit in question.units]
        texts += [f"{question.name}=never"] if question.never else []
        for text in [*texts, f"{question.name}=?"]:
            said = parse_answer(text)
            assert parse_answer(said.text) == said
            assert "{" not in said.told
