"""Outcomes of trials: what they say, and that more answers never harm."""

from hypothesis import assume, given
from hypothesis import strategies as st

from tests.fit.making import EVERYTHING, TEXTS, rules
from trialway.fit.outcomes import count_ruled_out, fit_outcomes
from trialway.fit.parse_answers import combine_answers, parse_answer
from trialway.fit.trial_set import build_trial_set, count_left

TRIAL = "Inclusion Criteria:\n\n* ECOG 0-1\n* Age ≥ 18 years\n* Night shifts\n* Platelets ≥ 100 × 10^9/L"
TRIALS = st.lists(TEXTS, min_size=1, max_size=4)


def outcome(text, *said):
    return fit_outcomes(build_trial_set([rules(text)]), combine_answers(map(parse_answer, said)))[0]


def test_without_an_answer_nothing_is_sure():
    found = outcome(TRIAL)

    assert found.verdict == "not sure"
    assert [len(each) for each in (found.fails, found.meets, found.answer, found.result)] == [0, 0, 2, 1]
    assert len(found.unread) == 1


def test_who_meets_all_that_can_be_asked_may_fit_and_the_rest_is_counted():
    found = outcome(TRIAL, "ecog=1", "age=62")

    assert found.verdict == "may fit"
    assert (len(found.meets), len(found.result), len(found.unread)) == (2, 1, 1)


def test_one_rule_failed_is_enough():
    found = outcome(TRIAL, "age=17")

    assert found.verdict == "does not seem to fit"
    assert [TRIAL[rule.start : rule.end] for rule in found.fails] == ["Age ≥ 18 years"]


def test_who_does_not_know_is_not_out():
    assert outcome(TRIAL, "ecog=?", "age=62").verdict == "not sure"


def test_a_trial_that_asks_for_nothing_we_can_read_is_not_sure():
    assert outcome("Inclusion Criteria:\n\n* Night shifts", "age=62").verdict == "not sure"


def test_what_an_answer_sets_aside_is_counted():
    trials = build_trial_set(
        rules(f"Inclusion Criteria:\n\n* {line}") for line in ("Age ≥ 18 years", "ECOG 0", "HIV")
    )
    age, ecog = parse_answer("age=62"), parse_answer("ecog=2")
    both = combine_answers([age, ecog])

    assert count_ruled_out(trials, both, combine_answers([age])) == 1
    assert count_ruled_out(trials, both, combine_answers([ecog])) == 0
    assert count_left(trials, both) == 2


def test_what_follows_from_an_answer_goes_with_it():
    trials = build_trial_set([rules("Inclusion Criteria:\n\n* Triple-negative breast cancer")])

    assert count_ruled_out(trials, combine_answers([parse_answer("her2=positive")]), {}) == 1


@given(TRIALS, EVERYTHING, st.data())
def test_one_more_answer_never_turns_a_definite_rule_or_brings_a_trial_back(texts, everything, data):
    # Of a man who has said nothing of it, it is taken that he is not pregnant.
    assume(everything["sex"] != "sex=male" or everything["children"] == "children=none")
    trials = build_trial_set(rules(text, least="18 Years") for text in texts)
    fewer = data.draw(st.sets(st.sampled_from(sorted(everything))))
    before = fit_outcomes(trials, combine_answers(parse_answer(everything[name]) for name in fewer))
    after = fit_outcomes(trials, combine_answers(map(parse_answer, everything.values())))

    for old, new in zip(before, after, strict=True):
        assert set(old.fails) <= set(new.fails)
        assert set(old.meets) <= set(new.meets)
        assert old.verdict != "does not seem to fit" or new.verdict == old.verdict


@given(TRIALS, EVERYTHING, st.randoms())
def test_the_order_of_answers_does_not_count(texts, everything, random):
    trials = build_trial_set(rules(text) for text in texts)
    said = list(map(parse_answer, everything.values()))
    shuffled = random.sample(said, len(said))

    assert fit_outcomes(trials, combine_answers(said)) == fit_outcomes(trials, combine_answers(shuffled))


@given(TRIALS)
def test_no_answer_is_never_no(texts):
    trials = build_trial_set(rules(text, least="18 Years", sex="FEMALE", healthy=False) for text in texts)

    assert not any(each.fails or each.meets for each in fit_outcomes(trials, {}))
    assert count_left(trials, {}) == len(texts)
