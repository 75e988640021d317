"""The questions of the check, each held against what every question has to keep."""

# ruff: noqa: E501 - a table is read best with one case on a line

import pytest

from trialway.criteria import Quantity
from trialway.criteria.expressions import Compare
from trialway.fit.parse_answers import InvalidAnswer, answer_question
from trialway.fit.questions import CATALOGUE, question_of
from trialway.fit.sample_answers import sample_answers

CHOSEN = {name: one for name, one in CATALOGUE.items() if one.choices}
SAMPLED = {name: one for name, one in CATALOGUE.items() if one.samples}
COUNTED = {name: one for name, one in CATALOGUE.items() if one.numeric}


@pytest.mark.parametrize("name", CHOSEN)
def test_choices_cover_everybody_once_and_each_says_something(name):
    choices = CHOSEN[name].choices

    assert sum(one.likely for one in choices) == pytest.approx(1, abs=0.02)
    assert all(0 < one.likely < 1 and one.code and one.words and one.told for one in choices)
    # Only "one or more of them" says nothing yet: each of them is asked about next.
    assert all(one.answers for one in choices) or CHOSEN[name].members
    for part in ("code", "words", "told", "answers"):
        assert len({getattr(one, part) for one in choices}) == len(choices)


@pytest.mark.parametrize("name", SAMPLED)
def test_samples_cover_everybody_once_within_what_can_be_answered(name):
    values = [value for value, _ in SAMPLED[name].samples]
    numbers = [value for value in values if isinstance(value, int | float) and value != float("inf")]

    assert sum(likely for _, likely in SAMPLED[name].samples) == pytest.approx(1, abs=0.02)
    assert numbers == sorted(set(numbers))
    assert all(0 <= value <= 100 * 366 for value in numbers)


@pytest.mark.parametrize("name", CATALOGUE)
def test_a_question_has_words_and_says_who_can_answer(name):
    question = CATALOGUE[name]

    assert question.name == name
    assert question.words.endswith("?")
    assert question.stage in ("first", "results", "team")
    assert 0 < question.known <= 1


@pytest.mark.parametrize(
    "name", [name for name, one in CHOSEN.items() if {c.code for c in one.choices} == {"yes", "no"}]
)
def test_yes_and_no_say_the_opposite(name):
    yes, no = sorted(CHOSEN[name].choices, key=lambda one: one.code, reverse=True)

    assert [variable for variable, _ in yes.answers] == [variable for variable, _ in no.answers]
    assert all(one != other for (_, one), (_, other) in zip(yes.answers, no.answers, strict=True))


@pytest.mark.parametrize("name", COUNTED)
def test_a_number_beyond_what_can_be_is_refused_and_the_greatest_is_not(name):
    question = COUNTED[name]
    unit = question.units[0].code

    assert answer_question(question, f"{question.most:.0f} {unit}".strip()).answers
    with pytest.raises(InvalidAnswer, match="cannot be right"):
        answer_question(question, f"{question.most * 2:.0f} {unit}".strip())


@pytest.mark.parametrize("name", CATALOGUE)
def test_not_to_know_answers_nothing(name):
    assert answer_question(CATALOGUE[name], "?").answers == ()


@pytest.mark.parametrize(
    ("name", "said", "value", "repeated"),
    [
        ("age", "40", (("age", 40),), "40"),
        ("age", "40 year", (("age", 40),), "40 year"),
        ("age", "18 month", (("age", Quantity(18, "month")),), "18 month"),
        ("karnofsky", "70", (("karnofsky", 70),), "70"),
        ("alt", "90 U/L limit 50", (("alt", Quantity(90, "U/L", 50)),), "90 U/L limit 50"),
        ("alt", "90 U/L", (("alt", Quantity(90, "U/L")),), "90 U/L"),
        ("days_since:major_surgery", "2 week", (("days_since:major_surgery", 14.0),), "2 week"),
        ("days_since:major_surgery", "never", (("days_since:major_surgery", float("inf")),), "never"),
    ],
)  # fmt: skip
def test_a_number_is_taken_with_its_unit_and_the_laboratorys_limit(name, said, value, repeated):
    given = answer_question(question_of(name), said)

    assert given.answers == value
    assert given.value.startswith(repeated)


def test_a_value_of_several_units_needs_one():
    with pytest.raises(InvalidAnswer, match="has no unit"):
        answer_question(question_of("haemoglobin"), "9")


@pytest.mark.parametrize(
    ("name", "unit", "expected"),
    [
        ("karnofsky", "%", [{"karnofsky": 54.0}, {"karnofsky": 65.0}, {"karnofsky": 77.0}]),
        ("bmi", "kg/m2", [{"bmi": Quantity(54.0, "kg/m2")}, {"bmi": Quantity(65.0, "kg/m2")}, {"bmi": Quantity(77.0, "kg/m2")}]),
    ],
)  # fmt: skip
def test_between_the_limits_of_the_rules_lies_what_makes_a_difference(name, unit, expected):
    rules = [
        Compare(kind="x", variable=name, sign=">=", value=60, unit=unit),
        Compare(kind="x", variable=name, sign="<", value=70, unit=unit),
        Compare(kind="x", variable="other", sign="<", value=5, unit=unit),
    ]
    question = question_of(name)
    if question.samples:
        pytest.skip("its spread is known")
    found = list(sample_answers(question, rules))

    assert [answers for answers, _ in found] == [
        pytest.approx(one) if name == "karnofsky" else one for one in expected
    ]
    assert sum(likely for _, likely in found) == pytest.approx(1)
