"""Outcomes of trials: what they say, and that more answers never harm."""

from hypothesis import given
from hypothesis import strategies as st

from tests.fit.making import EVERYTHING, TEXTS, rules
from trialway.fit.outcomes import outcomes, set_aside
from trialway.fit.saying import answers_of, read_said
from trialway.fit.trials import in_view, left

TRIAL = "Inclusion Criteria:\n\n* ECOG 0-1\n* Age ≥ 18 years\n* Hypertension\n* Platelets ≥ 100 × 10^9/L"
TRIALS = st.lists(TEXTS, min_size=1, max_size=4)


def outcome(text, *said):
    return outcomes(in_view([rules(text)]), answers_of(map(read_said, said)))[0]


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
    assert outcome("Inclusion Criteria:\n\n* Hypertension", "age=62").verdict == "not sure"


def test_what_an_answer_sets_aside_is_counted():
    trials = in_view(
        rules(f"Inclusion Criteria:\n\n* {line}") for line in ("Age ≥ 18 years", "ECOG 0", "HIV")
    )
    age, ecog = read_said("age=62"), read_said("ecog=2")
    both = answers_of([age, ecog])

    assert set_aside(trials, both, answers_of([age])) == 1
    assert set_aside(trials, both, answers_of([ecog])) == 0
    assert left(trials, both) == 2


def test_what_follows_from_an_answer_goes_with_it():
    trials = in_view([rules("Inclusion Criteria:\n\n* Triple-negative breast cancer")])

    assert set_aside(trials, answers_of([read_said("her2=positive")]), {}) == 1


@given(TRIALS, EVERYTHING, st.data())
def test_one_more_answer_never_turns_a_definite_rule_or_brings_a_trial_back(texts, everything, data):
    trials = in_view(rules(text, least="18 Years") for text in texts)
    fewer = data.draw(st.sets(st.sampled_from(sorted(everything))))
    before = outcomes(trials, answers_of(read_said(everything[name]) for name in fewer))
    after = outcomes(trials, answers_of(map(read_said, everything.values())))

    for old, new in zip(before, after, strict=True):
        assert set(old.fails) <= set(new.fails)
        assert set(old.meets) <= set(new.meets)
        assert old.verdict != "does not seem to fit" or new.verdict == old.verdict


@given(TRIALS, EVERYTHING, st.randoms())
def test_the_order_of_answers_does_not_count(texts, everything, random):
    trials = in_view(rules(text) for text in texts)
    said = list(map(read_said, everything.values()))
    shuffled = random.sample(said, len(said))

    assert outcomes(trials, answers_of(said)) == outcomes(trials, answers_of(shuffled))


@given(TRIALS)
def test_no_answer_is_never_no(texts):
    trials = in_view(rules(text, least="18 Years", sex="FEMALE", healthy=False) for text in texts)

    assert not any(each.fails or each.meets for each in outcomes(trials, {}))
    assert left(trials, {}) == len(texts)
