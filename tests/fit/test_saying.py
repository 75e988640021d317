"""What somebody says as text: read, repeated in words, and refused with a sentence."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trialway.criteria import Quantity
from trialway.fit.parse_answers import InvalidAnswer, combine_answers, parse_answer

READ = [
    ("age=62", {"age": 62}, "You are 62 years old"),
    ("age=٦٢", {"age": 62}, "You are 62 years old"),
    ("age=1", {"age": 1}, "You are 1 year old"),
    ("age=7 months", {"age": Quantity(7, "month")}, "You are 7 months old"),
    ("AGE = 62 year", {"age": 62}, "You are 62 years old"),
    ("haemoglobin=9,5 g/dL", {"haemoglobin": Quantity(9.5, "g/dL")}, "Your haemoglobin level: 9.5 g/dL"),
    (
        "alt=90 U/L limit 40",
        {"alt": Quantity(90, "U/L", 40)},
        "Your ALT level (a liver test): 90 U/L (upper limit of normal: 40)",
    ),
    ("prior_lines=1", {"prior_lines": 1}, "You have had 1 line of treatment for this illness"),
    ("days_since:stroke=2 weeks", {"days_since:stroke": 14}, "Your last stroke was 2 weeks ago"),
    ("days_since:stroke=1 week", {"days_since:stroke": 7}, "Your last stroke was 1 week ago"),
    ("days_since:stroke=never", {"days_since:stroke": math.inf}, "Your last stroke was: never"),
    (
        "prior_treatment:trastuzumab=no",
        {"prior_treatment:trastuzumab": False},
        "You have not had this treatment before: trastuzumab",
    ),
    ("children=pregnant", {"pregnant": True}, "You are pregnant"),
    ("children=breastfeeding", {"breastfeeding": True}, "You are breast-feeding"),
    ("children=planning", {"planning_pregnancy": True}, "You are planning a pregnancy"),
    (
        "children=none",
        {"pregnant": False, "breastfeeding": False, "planning_pregnancy": False},
        "You are not pregnant, not breast-feeding, and not planning a pregnancy",
    ),
    (
        "infections=none",
        {"hiv": False, "hepatitis_b": False, "hepatitis_c": False},
        "You have none of HIV, hepatitis B, hepatitis C",
    ),
    ("hiv=no", {"hiv": False}, "You do not have HIV"),
    ("hiv=active", {"hiv": "active"}, "You have active HIV"),
    ("hiv=inactive", {"hiv": "inactive"}, "You have HIV that is not active"),
    (
        "cns_metastases=untreated",
        {"cns_metastases": ("untreated",)},
        "You have cancer that has spread to the brain; it was not treated",
    ),
    (
        "cns_metastases=treated",
        {"cns_metastases": ("treated", "asymptomatic")},
        "You have cancer that has spread to the brain; it was treated and gives no symptoms",
    ),
    (
        "life_expectancy=1000 months",
        {"life_expectancy": Quantity(1000, "month")},
        "Life expectancy: 1000 months",
    ),
    ("hiv=?", {}, "You do not know, or did not say"),
]


@pytest.mark.parametrize(("text", "answers", "told"), READ)
def test_what_is_said_is_read_and_repeated(text, answers, told):
    said = parse_answer(text)

    assert (dict(said.answers), said.told) == (answers, told)


WRONG = [
    ("age", "write a name and a value"),
    ("shoe_size=43", "There is no question ‘shoe_size’"),
    ("age=old", "write a number from 0 to 120"),
    ("age=NaN", "‘NaN’ does not answer age"),
    ("age=inf", "‘inf’ does not answer age"),
    ("age=1e999", "‘1e999’ has no unit that we know for age"),
    ("age=-4", "‘-4’ does not answer age"),
    ("age=121", "‘121’ cannot be right for age"),
    ("life_expectancy=1001 months", "write a number from 0 to 1,000"),
    ("age=1500 months", "cannot be right for age"),
    ("age=999999999999", "does not answer age"),
    ("haemoglobin=9", "‘9’ has no unit that we know for haemoglobin; write a number"),
    ("haemoglobin=9 stones", "has no unit"),
    ("alt=90 U/L limit 0", "an upper limit of 0 cannot be right"),
    ("prior_lines=1.5", "cannot be right"),
    ("ecog=9", "choose one of 0, 1, 2, 3, 4"),
    ("sex=" + "x" * 500, "‘" + "x" * 40 + "…’"),
    ("prior_treatment:x\x00y=yes", "There is no question"),
    ("=", "There is no question ‘’"),
]


@pytest.mark.parametrize(("text", "sentence"), WRONG, ids=[text[:20] for text, _ in WRONG])
def test_what_makes_no_sense_is_told_in_a_sentence(text, sentence):
    with pytest.raises(InvalidAnswer) as refused:
        parse_answer(text)
    assert sentence in str(refused.value)
    assert len(str(refused.value)) < 1500


@given(
    st.sampled_from(["age", "sex", "alt", "days_since:stroke", "prior_treatment:x y", ""]),
    st.text(max_size=40),
)
def test_any_text_is_read_or_refused(name, value):
    try:
        said = parse_answer(f"{name}={value}")
    except InvalidAnswer:
        return
    assert parse_answer(said.text) == said


def test_two_answers_that_contradict_each_other_are_refused():
    with pytest.raises(InvalidAnswer, match="contradicts another answer about pregnant"):
        combine_answers([parse_answer("children=none"), parse_answer("pregnant=yes")])


def test_what_the_meaning_of_others_denies_is_refused_too():
    texts = ("er=positive", "triple_negative=yes")
    with pytest.raises(InvalidAnswer, match="contradicts the others"):
        combine_answers(map(parse_answer, texts))
    assert combine_answers(map(parse_answer, ("her2=low", "triple_negative=yes")))["her2"] == "low"


def test_what_words_mean_is_known_too():
    answers = combine_answers([parse_answer("her2=positive")])

    assert answers == {"her2": "positive", "triple_negative": "negative"}
    assert combine_answers([parse_answer("her2=low")]) == {"her2": "low"}
    assert (
        combine_answers(
            [parse_answer("er=negative"), parse_answer("pr=negative"), parse_answer("her2=negative")]
        )["triple_negative"]
        == "positive"
    )
