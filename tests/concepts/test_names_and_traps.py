"""The shipped list knows what people call illnesses and medicines, and what looks like one and is none."""

import pytest

from trialway.concepts.concept_list import OF_CONDITIONS, OF_TREATMENTS, shipped_concepts


def ids(text, kinds=None):
    return [match.concept.id for match in shipped_concepts().of_name(text, kinds)]


def the(text, kinds=None):
    (match,) = shipped_concepts().of_name(text, kinds)
    return match


@pytest.mark.parametrize(
    ("lay", "term"),
    [
        ("cancer of the food pipe", "esophageal cancer"),
        ("food pipe cancer", "Esophageal Neoplasms"),
        ("heart attack", "Myocardial Infarction"),
        ("high blood pressure", "Hypertension"),
        ("hay fever", "Rhinitis, Allergic, Seasonal"),
        ("kidney stones", "Kidney Calculi"),
        ("Keytruda", "pembrolizumab"),
        ("MK-3475", "pembrolizumab"),
        ("lambrolizumab", "pembrolizumab"),
        ("Viagra", "sildenafil"),
        ("paracetamol", "acetaminophen"),
    ],
)
def test_two_names_of_one_thing_are_one_concept(lay, term):
    assert ids(lay) == ids(term) != []


@pytest.mark.parametrize(
    "writings",
    [
        ["oesophageal cancer", "Esophageal Cancer", "ESOPHAGEAL CANCER", "Cancer of Oesophagus"],
        ["5-FU", "5FU", "5 FU", "fluorouracil"],
        ["T-DM1", "TDM1", "trastuzumab emtansine"],
        ["BRAF V600E", "BRAFV600E"],
        ["CAR-T", "CAR T", "CART"],
        [
            "type 2 diabetes",
            "Type II Diabetes",
            "Diabetes, Type II",
            "Diabetes Mellitus, Type 2",
            "Type2diabetes",
        ],
        ["rheumatoid arthritis", "Arthritis, Rheumatoid", "Rheuma\u00adtoid Arth\u00adritis"],
        ["Crohn's disease", "Crohn’s Disease", "Crohns disease", "Crohn disease"],
        ["Sjögren's syndrome", "Sjo\u0308gren's Syndrome", "Sjogren syndrome"],
        ["heart failure", "Heart Failures", "HEART FAİLURE", "Heartfailure", "cardiac failure"],
        ["tumours", "tumor"],
        ["hypertension", "Hypertension Arterial"],
        ["herniated disc", "Herniated Disk", "Disk, Herniated"],
        ["Liver cirrhosis", "Cirrhosis of liver", "cirrhosis of the liver"],
    ],
)
def test_ways_of_writing_make_no_difference(writings):
    first, *others = [ids(writing) for writing in writings]

    assert first
    assert all(other == first for other in others)


def test_stage_4_is_stage_iv():
    assert ids("stage 4") == ids("Stage IV") == ids("stage iv") != []


@pytest.mark.parametrize(
    "word", ["and", "AND", "iv", "all", "no", "down", "mum", "aid", "als", "pd", "in", "mg"]
)
def test_small_words_name_nothing(word):
    assert ids(word) == []


def test_abbreviations_count_as_typed():
    concepts = shipped_concepts()

    found = concepts.find("He has ALS; it is not as bad as all that, als ob.")

    assert [(each.concept.preferred, each.start) for each in found] == [("Amyotrophic Lateral Sclerosis", 7)]


def test_a_gene_is_no_filtration_rate():
    concepts = shipped_concepts()

    assert [each.concept.kind for each in concepts.find("EGFR mutation", {"gene"})] == ["gene"]
    assert concepts.find("eGFR below 30 ml/min", {"gene"}) == []


@pytest.mark.parametrize(
    "name",
    ["body weight", "parents", "combined", "alanine aminotransferase", "HBsAg", "cow's milk", "creatinine"],
)
def test_what_is_no_illness_and_no_medicine_is_none(name):
    assert ids(name, {"condition", "symptom", "medicine", "class"}) == []


@pytest.mark.parametrize(
    ("text", "same_as", "how"),
    [
        ("Severe asthma", "asthma", "within"),
        ("Stage IV Breast Cancer", "breast cancer", "within"),
        ("Anatomic Stage IIIA Breast Cancer AJCC v8", "breast cancer", "within"),
        ("Newly diagnosed multiple myeloma", "multiple myeloma", "within"),
        ("Asthma in Children", "asthma", "within"),
        ("Cigarette Smoking-Related Carcinoma", "carcinoma", "within"),
        ("COVID-19 Infection", "COVID-19", "exact"),
        ("Malaria Infection", "malaria", "within"),
        ("Breast Cancer Survivors", "breast cancer", "about"),
        ("Chronic Obstructive Pulmonary Disease (COPD)", "COPD", "exact"),
        ("HF - Heart Failure", "heart failure", "exact"),
        ("metoprolol succinate 50 mg tablets", "metoprolol", "exact"),
        ("Dapagliflozin 10mg Tab", "dapagliflozin", "exact"),
        ("Cetuximab (Cohort C2 only)", "cetuximab", "within"),
    ],
)
def test_what_stands_around_a_name_makes_it_narrower_or_changes_nothing(text, same_as, how):
    match = the(text)

    assert match.concept == the(same_as).concept
    assert match.how == how


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Obesity and Type 2 Diabetes", ["obesity", "type 2 diabetes"]),
        ("Gastric or Gastroesophageal Cancer", ["gastric cancer", "gastroesophageal cancer"]),
        ("dapagliflozin, empagliflozin, metformin", ["dapagliflozin", "empagliflozin", "metformin"]),
        ("Epinephrine + verapamil", ["epinephrine", "verapamil"]),
    ],
)
def test_a_string_that_lists_names_gives_each(text, names):
    assert ids(text) == [found for name in names for found in ids(name)]


def test_of_a_concept_and_one_above_it_the_narrower_stays():
    assert ids("Diabetes Mellitus, Type 2; Diabetes") == ids("type 2 diabetes")


@pytest.mark.parametrize(
    "text", ["Placebo of Valsartan", "omalizumab placebo", "Tiragolumab Matching Placebo"]
)
def test_a_placebo_of_a_medicine_is_a_placebo(text):
    assert ids(text, OF_TREATMENTS) == ids("placebo")


@pytest.mark.parametrize(
    ("text", "not_this"),
    [
        ("insulin resistance", "insulin"),
        ("Sitexsentin sodium", "sodium"),
        ("glutamic acid decarboxylase", "glutamic acid"),
        ("Corticosteroid Resistant Asthmatics", "corticosteroid"),
        ("Pre-diabetes", "diabetes"),
        ("non-hypertension", "hypertension"),
        ("anti-cancer", "cancer"),
    ],
)
def test_a_name_inside_another_word_for_something_does_not_count(text, not_this):
    assert not set(ids(text, OF_CONDITIONS)) & set(ids(not_this))


@pytest.mark.parametrize(
    "text", ["", " ", "???", "()", "(", "Efficacy and Safety", "Wearable Device XY", "\x00"]
)
def test_what_names_nothing_gives_nothing(text):
    assert ids(text, {"condition", "medicine"}) == []


def test_kinds_are_told():
    kinds = {
        name: the(name).concept.kind for name in ("asthma", "pembrolizumab", "nausea", "EGFR", "beta blocker")
    }

    assert kinds == {
        "asthma": "condition",
        "pembrolizumab": "medicine",
        "nausea": "symptom",
        "EGFR": "gene",
        "beta blocker": "class",
    }


@pytest.mark.parametrize(
    ("labelled", "bare"),
    [
        ("Health Condition 1: J459- Asthma", "asthma"),
        ("Therapeutic area: Diseases [C] - Virus Diseases [C02]", "Virus Diseases"),
        ("U07.1 - COVID-19", "COVID-19"),
        ("Mental Health - Anxiety", "anxiety"),
        ("Depression_x000D_", "depression"),
    ],
)
def test_a_registrys_labels_are_no_part_of_the_name(labelled, bare):
    assert ids(labelled, OF_CONDITIONS) == ids(bare, OF_CONDITIONS) != []


def test_beside_an_illness_a_treatment_is_not_what_a_condition_is_about():
    assert ids("Anaphylaxis Exercise", OF_CONDITIONS) == ids("anaphylaxis")


def test_beside_a_medicine_the_way_of_giving_it_is_not_what_a_treatment_is():
    assert ids("Paclitaxel injection intravenous infusion", OF_TREATMENTS) == ids("paclitaxel")


def test_abbreviations_of_two_letters_count_in_capitals_and_by_their_context():
    concepts = shipped_concepts()

    def found(text):
        return [each.concept.preferred for each in concepts.find(text, {"condition"})]

    assert found("a history of MS") == ["Multiple Sclerosis"]
    assert found("within 5 ms of it") == []
    assert found("TB within a year") == ["Tuberculosis"]
    assert found("a tb") == []


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Non-ischemic Cardiomyopathy", "Cardiomyopathies"),
        ("Angina With No Obstructive CAD", "Angina Pectoris"),
        ("brain mets", "brain metastases"),
        ("Thoracic Epidural Anesthesia", "epidural analgesia"),
    ],
)
def test_what_is_denied_or_narrower_is_not_what_a_name_says(text, named):
    assert [match.concept.preferred for match in shipped_concepts().of_name(text)] == [named]


@pytest.mark.parametrize(
    "text", ["ABI-007", "Nitrate Supplementation", "lifestyle modification", "Deformity"]
)
def test_codes_and_wide_words_name_nothing(text):
    assert shipped_concepts().of_name(text) == ()


def test_names_of_a_concept_are_those_that_two_sources_or_people_have():
    concepts = shipped_concepts()

    assert {"keytruda", "MK-3475"} <= set(concepts.names(concepts.exactly("pembrolizumab")))
    assert "brain mets" not in concepts.names(concepts.exactly("brain tumor"))


def test_an_id_that_the_list_does_not_have_is_none():
    assert shipped_concepts().find_id("mesh:D999999") is None
