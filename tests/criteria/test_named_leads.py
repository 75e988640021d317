"""What the words before and behind a name say of it: denied, of relatives, before, severe, or another thing."""

# ruff: noqa: E501 - a table is read best with one case on a line

import pytest

from tests.criteria.reading import included
from tests.criteria.test_readers import found_names

DENIED = {
    "No asthma": ["not has asthma"],
    "No known epilepsy": ["not has epilepsy"],
    "Without diabetes": ["not has diabetes"],
    "Absence of cirrhosis": ["not has cirrhosis"],
    "Free of tuberculosis": ["not has tuberculosis"],
    "No evidence of liver disease": ["not has liver disease"],
    "Lack of heart failure": ["not has heart failure"],
    "Not diagnosed with dementia": ["not has dementia"],
    "Never had a seizure": ["not has or had seizure"],
    "Negative for hepatitis": ["not has hepatitis"],
    "Tuberculosis has been ruled out": ["not has Tuberculosis"],
    "Tuberculosis (TB) has been ruled out": ["not has Tuberculosis"],
    "Tuberculosis is absent": ["not has Tuberculosis"],
    "Tuberculosis with negative impact on the lungs": ["names Tuberculosis"],
    "No asthma, COPD or stroke": ["not has asthma", "not has COPD", "not has stroke"],
    "No asthma, COPD, or stroke": ["not has asthma", "not has COPD", "not has stroke"],
    "Neither epilepsy nor stroke": ["not has epilepsy", "not has stroke"],
    "No stroke and no epilepsy": ["not has stroke", "not has epilepsy"],
    "No asthma; gout": ["not has asthma", "has gout"],
    "No asthma. Gout": ["not has asthma", "has Gout"],
    "Asthma without COPD": ["has Asthma (with exceptions)", "not has COPD"],
    "No history of asthma": ["not has or had asthma"],
    "No history of severe asthma, COPD or stroke": [
        "not has or had severe asthma (severe)", "not has or had COPD", "not has or had stroke",
    ],
    "Must not have had a stroke": ["not has or had stroke"],
    "No current or prior psychosis": ["not has or had psychosis"],
    "No history of stroke and current epilepsy": ["not has or had stroke", "has epilepsy"],
    "Not taking medications for hypertension": ["names medications", "names hypertension"],
    "If a pregnancy test is negative": [],
}  # fmt: skip

RELATIVES = {
    "Family history of breast cancer": ["relatives have breast cancer"],
    "Strong family history of melanoma": ["relatives have melanoma"],
    "No family history of breast cancer": ["not relatives have breast cancer"],
    "Family history of colon cancer or polyps": ["relatives have colon cancer", "relatives have polyps"],
    "First-degree relative with schizophrenia": ["relatives have schizophrenia"],
    "Second degree relatives who have had psychosis": ["relatives have psychosis"],
    "A parent with Alzheimer's disease": ["relatives have Alzheimer's disease"],
    "Mother with diabetes": ["relatives have diabetes"],
    "Personal history of melanoma": ["has or had melanoma"],
    "Medical history of melanoma": ["has or had melanoma"],
}

WHEN = {
    "Asthma": ["has Asthma"],
    "History of stroke": ["has or had stroke"],
    "Known history of stroke": ["has or had stroke"],
    "Lifetime history of bipolar disorder": ["has or had bipolar disorder"],
    "Current or prior depression": ["has or had depression"],
    "Active or history of autoimmune disease": ["has or had autoimmune disease"],
    "Current or past history of psychosis": ["has or had psychosis"],
    "Previous or concurrent psychosis": ["has or had psychosis"],
    "Has had a pulmonary embolism": ["has or had pulmonary embolism"],
    "Ever had a stroke": ["has or had stroke"],
    "Previous myocardial infarction": ["had myocardial infarction"],
    "Prior episodes of depression": ["had depression"],
    "Former alcoholism": ["had alcoholism"],
    "History of myocardial infarction, stroke or epilepsy": [
        "has or had myocardial infarction", "has or had stroke", "has or had epilepsy",
    ],
    "Previous hysterectomy": ["went through hysterectomy"],
    "Underwent gastric bypass": ["went through gastric bypass"],
    "Have undergone gastric resection": ["went through gastric resection (gastric)"],
    "Scheduled for hip replacement": ["will have hip replacement"],
    "Planned colonoscopy": ["will have colonoscopy"],
    "Candidates for liver transplantation": ["names liver transplantation"],
    "Planning to undergo bariatric surgery": ["will have bariatric surgery"],
    "Referred for coronary angiography": ["names coronary angiography"],
    "Colonoscopy": ["names Colonoscopy"],
    "On dialysis": ["has dialysis"],
    "Current use of warfarin": ["takes warfarin"],
    "Chronic use of NSAIDs": ["takes NSAIDs"],
    "Treatment with metformin": ["takes metformin"],
    "Stable dose of methotrexate": ["takes methotrexate"],
    "Currently taking statins": ["takes statins"],
    "Taking aspirin or clopidogrel": ["takes aspirin", "takes clopidogrel"],
    "Metformin": ["names Metformin"],
}  # fmt: skip

NARROWED = {
    "Severe asthma": ["has Severe asthma (severe)"],
    "Moderate to severe psoriasis": ["has Moderate to severe psoriasis (moderate to severe)"],
    "Moderate renal impairment": ["has Moderate renal impairment (moderate, renal)"],
    "Life-threatening arrhythmia": ["has Life-threatening arrhythmia (life-threatening)"],
    "Severe hepatic disease": ["has Severe hepatic disease (severe, hepatic)"],
    "Uncontrolled hypertension": ["has Uncontrolled hypertension (uncontrolled)"],
    "Poorly controlled diabetes": ["has Poorly controlled diabetes (poorly controlled)"],
    "Well-controlled hypertension": ["has Well-controlled hypertension (well-controlled)"],
    "Unstable asthma": ["has Unstable asthma (unstable)"],
    "Treated hypothyroidism": ["has Treated hypothyroidism (treated)"],
    "Progressive multiple sclerosis": ["has Progressive multiple sclerosis (progressive)"],
    "Active tuberculosis": ["has Active tuberculosis (active)"],
    "Chronic heart failure": ["has Chronic heart failure (chronic)"],
    "Symptomatic heart failure": ["has Symptomatic heart failure (symptomatic)"],
    "Suspected tuberculosis": ["has Suspected tuberculosis (suspected)"],
    "Known or suspected gout": ["has gout"],
    "Severe asthma or persistent gout": ["has Severe asthma (severe)", "has persistent gout (persistent)"],
    "Severe depression or anxiety": ["has Severe depression (severe)", "has anxiety"],
    "History of severe asthma, COPD, gout or stroke": [
        "has or had severe asthma (severe)", "has or had COPD", "has or had gout", "has or had stroke",
    ],
    "Chronic obstructive pulmonary disease (COPD)": ["has Chronic obstructive pulmonary disease"],
    "Severe chronic kidney disease (CKD) or gout": ["has Severe chronic kidney disease (severe)", "has gout"],
    "Non-melanoma skin cancer": ["has Non-melanoma skin cancer (non-melanoma)"],
    "Non-small cell lung cancer": ["has Non-small cell lung cancer"],
    "Heart failure (NYHA III)": ["has Heart failure"],
}  # fmt: skip

OPEN = {
    "Fond of asthma": ["names asthma"],
    "The doctor worries about gout": ["names worries", "names gout"],
    "No interest in asthma": ["names asthma"],
    "Severe dislike of asthma": ["names asthma"],
    "Known gout, whose owner dislikes asthma": ["has gout", "names asthma"],
    "At risk of stroke": ["names stroke"],
    "High risk of bleeding": ["names bleeding"],
    "Risk factors for osteoporosis": ["names osteoporosis"],
    "Predisposition to seizures": ["names seizures"],
    "Treatment for asthma": ["names asthma"],
    "Depression scale": ["names Depression"],
    "Hamilton depression rating scale": ["names depression"],
    "Dementia rating scale": ["names Dementia"],
    "Pain score": ["names Pain"],
    "Asthma medication": ["names Asthma medication"],
    "Cancer treatment": ["names Cancer treatment"],
    "Cancer screening": ["names Cancer screening"],
    "Stroke unit": ["names Stroke"],
    "Diabetes clinic": ["names Diabetes"],
    "Epilepsy surgery": ["names Epilepsy", "names surgery"],
    "Anti-asthma drugs": ["names drugs"],
    "Post-stroke depression": ["names depression"],
    "Regular use of known drugs of abuse": ["names drugs", "names abuse"],
}


@pytest.mark.parametrize(("words", "reading"), DENIED.items(), ids=DENIED)
def test_what_is_denied_is_told_apart_from_what_is_so(words, reading):
    assert found_names(words) == reading


@pytest.mark.parametrize(("words", "reading"), RELATIVES.items(), ids=RELATIVES)
def test_an_illness_of_relatives_is_not_one_of_the_patient(words, reading):
    assert found_names(words) == reading


@pytest.mark.parametrize(("words", "reading"), WHEN.items(), ids=WHEN)
def test_words_before_a_name_say_when_it_is(words, reading):
    assert found_names(words) == reading


@pytest.mark.parametrize(("words", "reading"), NARROWED.items(), ids=NARROWED)
def test_words_before_a_name_say_how_it_is(words, reading):
    assert found_names(words) == reading


@pytest.mark.parametrize(("words", "reading"), OPEN.items(), ids=OPEN)
def test_a_name_among_words_that_are_not_known_stays_open(words, reading):
    assert found_names(words) == reading


@pytest.mark.parametrize(
    "words",
    ["Tuberculosis has been ruled out", "Tuberculosis (TB) is excluded", "No asthma, COPD or stroke", "Severe asthma"],
)  # fmt: skip
def test_what_words_say_of_a_name_is_read_with_it(words):
    assert (included(words).reading, included(words).residual) == ("whole", "")


def test_a_personal_or_family_history_is_one_of_the_patient_too():
    assert "has or had deep vein thrombosis" in found_names(
        "Personal or family history of deep vein thrombosis"
    )
