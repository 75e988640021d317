"""Values that nobody can have stay unread; numbers, units and ages are read in the ways registries write them."""

# ruff: noqa: E501 - a table is read best with one case on a line

import pytest

from tests.criteria.reading import trial
from tests.criteria.test_readers import found
from trialway.criteria import Quantity, evaluate

INCLUSION = "Inclusion Criteria:\n\n* "


def outcome(words, **answers):
    return evaluate(trial(INCLUSION + words), answers).outcome


@pytest.mark.parametrize(
    "words",
    [
        "Platelets ≥ 100,000 x 10^9/L",
        "Hemoglobin ≥ 90 g/dL",
        "Age ≥ 180 years",
        "Aged 18 to 650 years",
        "LVEF ≥ 500 %",
        "BMI ≥ 185 kg/m2",
        "HbA1c ≥ 53 %",
        "ALT ≤ 250 x ULN",
        "BMI 18 to 250 kg/m2",
    ],
)
def test_a_value_that_nobody_can_have_is_not_read(words):
    assert found(words) == []


READ = {
    "Platelets ≥ 100.000/mm3": "platelets >= 100000 /uL",
    "Platelets ≥ 100000 x 10^6/L": "platelets >= 100000 /uL",
    "ANC ≥ 1500 x 10^6/L": "neutrophils >= 1500 /uL",
    "Hemoglobin ≥ 90 g/L": "haemoglobin >= 90 g/L",
    "Lipase ≤ 2 x ULN": "lipase <= 2 ULN",
    "Serum amylase and lipase ≤ 2 x ULN": "(amylase <= 2 ULN and lipase <= 2 ULN)",
    "IgE > 50": "ige > 50",
    "BMI > 18.5 or <= 35": "(bmi > 18.5 kg/m2 and bmi <= 35 kg/m2)",
    "BMI < 18.5 or > 35": "(bmi < 18.5 kg/m2 or bmi > 35 kg/m2)",
    "At least eighteen (18) years of age": "age >= 18 year",
    "Eighteen (18) years or older": "age >= 18 year",
    "Eighteen (18) to sixty-five (65) years": "(age >= 18 year and age <= 65 year)",
    "Platelets ≥ 100 x 10e9/L": "platelets >= 100 10^9/L",
    "Hemoglobin > 8 or < 11 g/dL": "(haemoglobin > 8 g/dL and haemoglobin < 11 g/dL)",
    "Older than sixty years": "age > 60 year",
    "Under one year of age": "age < 1 year",
    "Age from birth to 12 months": "age <= 12 month",
    "Infants younger than 12 months": "age < 12 month",
    "Any vaccine within 28 days": "within 28 day vaccine",
    "A washout period of at least 4 weeks from prior chemotherapy": "not within 4 week",
    "At least 6 weeks after transplant": "not within 6 week",
}


@pytest.mark.parametrize(("words", "reading"), READ.items())
def test_a_value_is_read(words, reading):
    assert [one.removesuffix(" a washout period of") for one in found(words)] == [reading]


def test_nobody_is_above_and_below_a_range_at_once():
    assert outcome("BMI > 18.5 or <= 35", bmi=40) == "does not seem to fit"
    assert outcome("BMI > 18.5 or <= 35", bmi=25) == "may fit"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (8, "may fit"),
        (Quantity(64, "mmol/mol"), "may fit"),
        (6, "does not seem to fit"),
        (Quantity(12, "%"), "does not seem to fit"),
    ],
)
def test_hba1c_in_percent_answers_a_limit_in_mmol_per_mol(value, expected):
    assert outcome("HbA1c between 53 and 86 mmol/mol", hba1c=value) == expected


def test_hba1c_in_mmol_per_mol_answers_a_limit_in_percent():
    assert outcome("HbA1c ≥ 7 %", hba1c=Quantity(64, "mmol/mol")) == "may fit"


@pytest.mark.parametrize(
    "words",
    [
        "Previous term pregnancy",
        "History of breastfeeding",
        "Prior pregnancy complicated by diabetes",
        "Has been pregnant before",
        "Previously pregnant",
        "Pregnant within the last 6 months",
    ],
)
def test_a_pregnancy_of_the_past_says_nothing_of_today(words):
    assert "pregnant" not in found(words)
    assert outcome(words, pregnant=False, breastfeeding=False) == "not sure"


@pytest.mark.parametrize("words", ["Currently pregnant", "Prior or current pregnancy", "Known pregnancy"])
def test_a_pregnancy_of_today_is_read(words):
    assert found(words) == ["pregnant"]


@pytest.mark.parametrize(
    "words",
    ["Non-pregnant females", "Nonpregnant, nonlactating women", "Women, non-pregnant and non-lactating"],
)
def test_a_rule_for_women_is_not_met_by_a_man(words):
    assert outcome(words, sex="male") == "not sure"
    assert outcome(words, sex="female", pregnant=False, breastfeeding=False) == "may fit"


def test_a_rule_for_men_and_for_women_is_met_by_a_man():
    assert outcome("Males and non-pregnant females", sex="male") == "may fit"
