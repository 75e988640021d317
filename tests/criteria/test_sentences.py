import pytest

from tests.criteria.reading import excluded, included

DEMANDS = {
    "Age ≥ 18 years": "You must be 18 years old or older.",
    "Aged 18 to 65 years": "You must be 18 to 65 years old.",
    "Male or female": "Women and men can join.",
    "ECOG 0-1": "You must be able to look after yourself and do light work (ECOG 0 or 1).",
    "Life expectancy \\>= 6 months": "You must be expected by your doctors to live at least 6 months.",
    "BMI between 18 and 30 kg/m2": "You must have a body mass index (BMI) of 18 to 30 kg/m².",
    "NYHA class II-III": "You must have heart failure of NYHA class II or III.",
    "No more than 2 prior lines": "You must have had no more than 2 earlier lines of treatment.",
    "Previous treatment with trastuzumab and taxane": "You must have had trastuzumab and taxane before.",
    "Negative HIV test": "You must not have HIV.",
    "Healthy volunteers": "Healthy volunteers can join.",
    "Able to speak English": "You must understand English.",
}
EXCLUSIONS = {
    "Pregnancy or lactation": "You cannot join if you are pregnant or are breast-feeding.",
    "Age < 18 years": "You cannot join if you are younger than 18 years.",
    "BMI > 40 kg/m2": "You cannot join if you have a body mass index (BMI) above 40 kg/m².",
    "Major surgery within 4 weeks": "You cannot join if you have had a major operation in the last 4 weeks.",
    "Non-English speaking": "You cannot join if you do not understand English.",
    "ALT \\> 3 x ULN": "You cannot join if you have an ALT level (a liver test) "
    "above 3 times the upper limit of normal.",
    "Prior heart transplantation": "You cannot join if you have had heart transplantation before.",
}


@pytest.mark.parametrize(("words", "sentence"), DEMANDS.items(), ids=DEMANDS)
def test_a_demand_says_itself_in_plain_words(words, sentence):
    assert included(words).sentence == sentence


@pytest.mark.parametrize(("words", "sentence"), EXCLUSIONS.items(), ids=EXCLUSIONS)
def test_an_exclusion_says_itself_in_plain_words(words, sentence):
    assert excluded(words).sentence == sentence


@pytest.mark.parametrize(
    "words", ["Cardiopulmonary dysfunction", "Platelets ≥ 100", "ECOG 0-1 and normal heart"]
)
def test_what_has_no_plain_form_keeps_its_own_words(words):
    assert included(words).sentence == words
