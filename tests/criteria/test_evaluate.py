from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.criteria.reading import excluded, included, trial
from trialway.criteria import Quantity, evaluate, read_criteria
from trialway.criteria.evaluate import meets, truth
from trialway.criteria.expressions import (
    All,
    Among,
    AnyOf,
    AtLeast,
    Compare,
    Exists,
    Expr,
    Not,
    Unread,
    Within,
)
from trialway.criteria.model import Criteria
from trialway.record import Eligibility

TRIAL = (
    "Inclusion Criteria:\n\n* ECOG 0-1\n* Age ≥ 18 years\n\n"
    "Exclusion Criteria:\n\n* Pregnancy or lactation\n* Hepatitis C"
)


def outcome(criteria: Criteria, **answers: Any) -> str:
    return evaluate(criteria, answers).outcome


def test_a_person_who_meets_every_rule_may_fit():
    answers = {"ecog": 1, "age": 40, "pregnant": False, "breastfeeding": False, "hepatitis_c": False}

    assert outcome(trial(TRIAL), **answers) == "may fit"


def test_one_rule_failed_is_enough_and_is_quoted():
    verdict = evaluate(trial(TRIAL), {"hepatitis_c": True})

    assert verdict.outcome == "does not seem to fit"
    assert [(one.quote, one.side) for one in verdict.against] == [("Hepatitis C", "exclusion")]
    assert TRIAL[verdict.against[0].start : verdict.against[0].end] == "Hepatitis C"


def test_what_is_not_answered_is_to_be_checked():
    verdict = evaluate(trial(TRIAL), {"age": 40})

    assert verdict.outcome == "not sure"
    assert [one.variables for one in verdict.open] == [
        ("ecog",),
        ("pregnant", "breastfeeding"),
        ("hepatitis_c",),
    ]


def test_a_trial_without_rules_is_not_sure():
    assert outcome(trial()) == "not sure"


def test_words_not_read_never_give_meets():
    criteria = trial("Inclusion Criteria:\n\n* Age ≥ 18 years with transport")

    assert outcome(criteria, age=40) == "not sure"
    assert outcome(criteria, age=17) == "does not seem to fit"


def test_a_rule_of_some_people_rules_nobody_out():
    assert outcome(trial("Inclusion Criteria:\n\nPart 2 only:\n\n* ECOG 0-1"), ecog=3) == "not sure"


def test_one_of_two_alternatives_rules_nobody_out():
    assert outcome(trial("Inclusion Criteria:\n\n* ECOG 0-1\n\nOR\n\n* Age ≥ 80 years"), ecog=3) == "not sure"


def test_text_without_sections_rules_nobody_out():
    assert outcome(trial("* HIV"), hiv=True) == "not sure"


def test_a_field_rules_out():
    verdict = evaluate(trial(least="18 Years"), {"age": 17})

    assert verdict.outcome == "does not seem to fit"
    assert [(one.field, one.side) for one in verdict.against] == [("minimum_age", "inclusion")]


def test_a_conflict_rules_out_only_who_fails_both():
    criteria = trial("Inclusion Criteria:\n\n* Age ≥ 21 years", least="18 Years")

    assert [outcome(criteria, age=age) for age in (17, 19, 25)] == [
        "does not seem to fit",
        "not sure",
        "may fit",
    ]


def test_ages_of_different_groups_rule_nobody_out():
    assert outcome(trial("Inclusion Criteria:\n\n* Age 18-30 years\n* Age 60-70 years"), age=65) == "not sure"


def test_children_count_as_their_parent_says():
    text = "Inclusion Criteria:\n\n* At least one of the following:\n  * HIV\n  * Hepatitis C"

    assert outcome(trial(text), hiv=False, hepatitis_c=True) == "may fit"
    assert outcome(trial(text), hiv=False, hepatitis_c=False) == "does not seem to fit"
    assert outcome(trial(text), hiv=False) == "not sure"


def test_two_of_three_children_can_be_asked_for():
    text = "Inclusion Criteria:\n\n* Two of the following:\n  * HIV\n  * Hepatitis B\n  * Hepatitis C"

    assert outcome(trial(text), hiv=True, hepatitis_b=True) == "may fit"
    assert outcome(trial(text), hiv=False, hepatitis_b=False) == "does not seem to fit"


def test_children_of_an_unclear_parent_rule_nobody_out():
    text = "Exclusion Criteria:\n\n* Cirrhosis, unless:\n  * BMI < 30 kg/m2"

    assert outcome(trial(text), bmi=25) == "not sure"


AGES = [
    ("Age ≥ 18 years", 18, True),
    ("Age > 18 years", 18, None),
    ("Age ≤ 65 years", 65, True),
    ("Age < 65 years", 65, False),
    ("Age ≥ 6 months", 1, True),
    ("Age ≥ 6 months", 0, None),
    ("Age ≥ 6 months", Quantity(5, "month"), False),
    ("Age ≥ 18 years", Quantity(17.5, "year"), False),
    ("Age ≥ 18 years", "adult", None),
]


@pytest.mark.parametrize(("words", "age", "met"), AGES)
def test_ages_are_completed_years(words, age, met):
    assert meets(included(words), {"age": age}) is met


VALUES = [
    ("HER2-positive", {"her2": "positive"}, True),
    ("HER2-positive", {"her2": "negative"}, False),
    ("HER2-negative", {"her2": "low"}, None),
    ("Female sex", {"sex": "male"}, False),
    ("Female sex", {"sex": "other"}, None),
    ("ALT ≤ 2 × ULN", {"alt": Quantity(90, "U/L", upper_limit=50)}, True),
    ("ALT ≤ 2 × ULN", {"alt": Quantity(90, "U/L")}, None),
    ("Haemoglobin ≥ 9 g/dL", {"haemoglobin": Quantity(95, "g/L")}, True),
    ("Haemoglobin ≥ 9", {"haemoglobin": Quantity(95, "g/L")}, None),
    ("BMI ≥ 30", {"bmi": 31}, True),
    ("Karnofsky ≥ 70%", {"karnofsky": 60}, False),
    ("Life expectancy ≥ 12 weeks", {"life_expectancy": Quantity(1, "year")}, True),
    ("Life expectancy ≥ 12 weeks", {"life_expectancy": Quantity(3, "month")}, None),
    ("Able to speak English or Spanish", {"language": ("spanish",)}, True),
    ("Able to speak English", {"language": "dutch"}, False),
    ("No prior trastuzumab therapy", {}, None),
    ("Prior chemotherapy", {"prior_treatment:chemotherapy": True}, True),
]


@pytest.mark.parametrize(("words", "answers", "met"), VALUES)
def test_an_answer_settles_a_demand_or_leaves_it_open(words, answers, met):
    assert meets(included(words), answers) is met


EXCLUDED = [
    ("Active hepatitis B", {"hepatitis_b": True}, None),
    ("Active hepatitis B", {"hepatitis_b": False}, True),
    ("Active hepatitis B", {"hepatitis_b": "active"}, False),
    ("Active hepatitis B", {"hepatitis_b": "inactive"}, True),
    ("Pregnancy", {"sex": "male"}, True),
    ("Major surgery within 4 weeks", {"days_since:major_surgery": 20}, False),
    ("Major surgery within 4 weeks", {"days_since:major_surgery": float("inf")}, True),
    ("HIV, tuberculosis", {"hiv": True}, False),
    ("HIV, tuberculosis", {"hiv": False}, None),
    ("HIV, night shifts", {"hiv": True}, False),
    ("HIV, night shifts", {"hiv": False}, None),
]


@pytest.mark.parametrize(("words", "answers", "met"), EXCLUDED)
def test_an_answer_settles_an_exclusion_or_leaves_it_open(words, answers, met):
    assert meets(excluded(words), answers) is met


# The properties of strong Kleene logic, over any expression and any answers.

HIV = Exists(kind="infection", variable="hiv")
ATOMS: st.SearchStrategy[Expr] = st.sampled_from(
    [
        HIV,
        Exists(kind="infection", variable="hepatitis_b", where=("active",)),
        Exists(kind="pregnancy", variable="pregnant"),
        Compare(kind="age", variable="age", sign=">=", value=18, unit="year"),
        Compare(kind="laboratory value", variable="haemoglobin", sign=">", value=9, unit="g/dL"),
        Among(kind="sex", variable="sex", values=("female",)),
        Within(window="wash-out", variable="surgery", amount=4, unit="week", what="surgery"),
        Unread(words="hypertension"),
    ]
)
EXPRESSIONS = st.recursive(
    ATOMS,
    lambda inner: st.one_of(
        st.builds(lambda part: Not(part=part), inner),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: All(parts=tuple(parts))),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: AnyOf(parts=tuple(parts))),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: AtLeast(count=2, parts=tuple(parts))),
    ),
    max_leaves=6,
)
FULL = st.fixed_dictionaries(
    {
        "hiv": st.booleans(),
        "hepatitis_b": st.sampled_from([True, False, "active", "inactive"]),
        "pregnant": st.just(False),
        "age": st.integers(0, 99),
        "haemoglobin": st.integers(50, 180).map(lambda value: Quantity(value, "g/L")),
        "sex": st.sampled_from(["female", "male"]),
        "days_since:surgery": st.integers(0, 60),
    }
)
ANSWERS = st.builds(
    lambda answers, kept: {name: answers[name] for name in answers if name in kept},
    FULL,
    st.sets(
        st.sampled_from(["hiv", "hepatitis_b", "pregnant", "age", "haemoglobin", "sex", "days_since:surgery"])
    ),
)
TEXTS = st.lists(
    st.sampled_from(
        [
            "* Age ≥ 18 years", "* Age ≥ 21 years with transport", "* HIV", "* HIV, night shifts",
            "* Active hepatitis B", "* Female sex", "* Haemoglobin > 9 g/dL", "* Surgery within 4 weeks",
            "OR", "Part 2 only:", "Exclusion Criteria:", "Inclusion Criteria:",
            "* One of the following:\n  * HIV\n  * Age < 50 years", "* Pregnant or fond of travel",
            "* Night shifts",
        ]
    ),
    max_size=8,
).map("\n\n".join)  # fmt: skip


@given(EXPRESSIONS, FULL, st.data())
def test_one_more_answer_never_turns_a_definite_truth(expression, answers, data):
    fewer = data.draw(st.sets(st.sampled_from(sorted(answers))))
    known = truth(expression, {name: answers[name] for name in fewer})

    assert known is None or truth(expression, answers) is known


@given(TEXTS, FULL, st.data())
def test_one_more_answer_never_turns_a_definite_judgement(text, answers, data):
    criteria = trial(text, least="18 Years", sex="FEMALE", healthy=False)
    fewer = {name: answers[name] for name in data.draw(st.sets(st.sampled_from(sorted(answers))))}
    before, after = evaluate(criteria, fewer), evaluate(criteria, answers)

    pairs = zip(before.judgements, after.judgements, strict=True)
    assert all(old.outcome in ("unknown", new.outcome) for old, new in pairs)


@given(EXPRESSIONS)
def test_no_answer_is_never_no(expression):
    assert truth(expression, {}) is None


@given(st.lists(EXPRESSIONS, min_size=1, max_size=3), ANSWERS)
def test_de_morgan(parts, answers):
    denied = tuple(Not(part=part) for part in parts)

    assert truth(Not(part=All(parts=tuple(parts))), answers) is truth(AnyOf(parts=denied), answers)
    assert truth(Not(part=AnyOf(parts=tuple(parts))), answers) is truth(All(parts=denied), answers)


@given(st.permutations(["hiv", "age", "sex"]), ANSWERS, st.data())
def test_the_order_of_parts_does_not_count(order, answers, data):
    parts = data.draw(st.lists(EXPRESSIONS, min_size=3, max_size=3))
    turned = tuple(parts[["hiv", "age", "sex"].index(name)] for name in order)

    for logic in (All, AnyOf):
        assert truth(logic(parts=turned), answers) is truth(logic(parts=tuple(parts)), answers)


@given(TEXTS, ANSWERS)
def test_words_not_read_never_give_meets_anywhere(text, answers):
    criteria = trial(text)
    verdict = evaluate(criteria, answers)

    for criterion, judgement in zip(criteria.criteria, verdict.judgements, strict=True):
        assert not (criterion.residual and judgement.outcome == "meets")
        assert not (criterion.scope and judgement.outcome == "fails")
        assert text[judgement.start : judgement.end] == judgement.quote


@given(st.floats(20, 250), st.floats(20, 250))
def test_a_change_of_unit_changes_no_truth(limit, value):
    grams = Compare(kind="laboratory value", variable="haemoglobin", sign=">=", value=limit, unit="g/L")
    decilitre = Compare(
        kind="laboratory value", variable="haemoglobin", sign=">=", value=limit / 10, unit="g/dL"
    )
    answers = [{"haemoglobin": Quantity(value, "g/L")}, {"haemoglobin": Quantity(value / 10, "g/dL")}]

    assert len({truth(expression, one) for expression in (grams, decilitre) for one in answers}) == 1


@pytest.mark.parametrize("words", ["Lansky or Karnofsky score not less than 50", "Karnofsky/Lansky ≥ 50%"])
def test_one_value_for_two_scales_is_for_whichever_is_used(words):
    criteria = read_criteria(Eligibility(criteria=f"Inclusion Criteria:\n\n* {words}"))

    assert evaluate(criteria, {"karnofsky": 80, "lansky": 40}).outcome != "does not seem to fit"
    assert evaluate(criteria, {"karnofsky": 40, "lansky": 40}).outcome == "does not seem to fit"
