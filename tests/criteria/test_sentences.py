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
    "Age < 18 years": "You must be younger than 18 years.",
    "Age > 18 and < 65 years": "You must be older than 18 years. You must be younger than 65 years.",
    "18 years or younger": "You must be 18 years old or younger.",
    "Patients under 18 years": "You must be younger than 18 years.",
    "Age between 6 months and 5 years": "You must be 6 months to 5 years old.",
    "Men and women ≥ 18 years": "Women and men can join. You must be 18 years old or older.",
    "NYHA class ≤ II": "You must have heart failure of NYHA class I or II.",
    "NYHA ⅱ-ⅲ": "You must have heart failure of NYHA class II or III.",
    "NYHA class II or higher": "You must have heart failure of NYHA class II, III or IV.",
    "ECOG < 2": "You must be able to look after yourself and do light work (ECOG 0 or 1).",
    "Karnofsky ≥ 70%": "You must have a Karnofsky score of at least 70%.",
    "Karnofsky below 60": "You must have a Karnofsky score below 60%.",
    "KPS > 70": "You must have a Karnofsky score above 70%.",
    "ECOG 0-1 or Karnofsky ≥ 70": "You must be able to look after yourself and do light work (ECOG 0 or 1) "
    "or have a Karnofsky score of at least 70%.",
    "INR ≤ 1.5": "You must have an INR (a clotting test) of at most 1.5.",
    "INR less than 2": "You must have an INR (a clotting test) below 2.",
    "INR lower than 2": "You must have an INR (a clotting test) below 2.",
    "INR not more than 2": "You must have an INR (a clotting test) of at most 2.",
    "Platelets ≥ 100,000/mm3": "You must have a platelet count of at least 100000 per µL.",
    "Bilirubin < 2 x ULN": "You must have a bilirubin level below 2 times the upper limit of normal.",
    "HbA1c between 7% and 10%": "You must have an HbA1c (long-term blood sugar) of 7 to 10%.",
    "LVEF at least 50%": "You must have a heart pumping function (ejection fraction) of at least 50%.",
    "Life expectancy > 3 months": "You must be expected by your doctors to live more than 3 months.",
    "Life expectancy < 1 year": "You must be expected by your doctors to live less than 1 year.",
    "At least 1 prior line": "You must have had at least 1 earlier line of treatment.",
    "More than 3 prior lines": "You must have had more than 3 earlier lines of treatment.",
    "Prior treatment with trastuzumab or pertuzumab": "You must have had trastuzumab or pertuzumab before.",
    "No prior chemotherapy": "You must not have had chemotherapy before.",
    "No chemotherapy within 4 weeks": "You must not have had chemotherapy in the last 4 weeks.",
    "Myocardial infarction within 6 months": "You must have had a heart attack in the last 6 months.",
    "Negative pregnancy test": "You must not be pregnant.",
    "Hepatitis B or C": "You must have hepatitis B or have hepatitis C.",
    "Active hepatitis B; hepatitis C": "You must have hepatitis B (active). You must have hepatitis C.",
    "HER2 low": "You must have a tumour that is HER2-low.",
    "EGFR wild-type": "You must have a tumour that is EGFR-negative.",
    "BRAF mutant": "You must have a tumour that is BRAF-positive.",
    "Triple-negative breast cancer": "You must have triple-negative breast cancer.",
    "Women aged 18 to 45": "You must be a woman. You must be 18 to 45 years old.",
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
    "HIV; hepatitis C": "You cannot join if you have HIV or have hepatitis C.",
    "HIV / hepatitis C": "You cannot join if you have HIV or have hepatitis C.",
    "HIV, hepatitis C": "You cannot join if you have HIV or have hepatitis C.",
    "Age < 18 and > 75": "You cannot join if you are younger than 18 years or are older than 75 years.",
    "ECOG > 2": "You cannot join if you have an ECOG performance status of 3 or 4.",
    "Women": "You cannot join if you are a woman.",
    "Pregnancy or lactation, or intention to become pregnant during the study": "You cannot join if you are "
    "pregnant or are breast-feeding or are planning a pregnancy.",
}


@pytest.mark.parametrize(("words", "sentence"), DEMANDS.items(), ids=DEMANDS)
def test_a_demand_says_itself_in_plain_words(words, sentence):
    assert included(words).sentence == sentence


@pytest.mark.parametrize(("words", "sentence"), EXCLUSIONS.items(), ids=EXCLUSIONS)
def test_an_exclusion_says_itself_in_plain_words(words, sentence):
    assert excluded(words).sentence == sentence


@pytest.mark.parametrize("words", ["Contraindication to MRI", "Platelets ≥ 100", "ECOG 0-1 and normal heart"])
def test_what_has_no_plain_form_keeps_its_own_words(words):
    assert included(words).sentence == words
