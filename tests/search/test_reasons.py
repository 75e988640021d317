"""What two trials are said to share: names spelled in many ways, telling words, and the same aims."""

import pytest
from msgspec.structs import replace

from tests.search.making import a_trial, bring
from tests.search.test_related import relate
from trialway.record import (
    ConditionTerms,
    Design,
    Eligibility,
    Intervention,
    MeshTerm,
    TrialRecord,
)
from trialway.search.related.display_spelling import conditions, kinds_of_condition, treatments
from trialway.search.related.neighbours import neighbours
from trialway.vocabulary.coded import Coded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("EndeavorOTC®", "EndeavorOTC"),
        ("HS-20093 (Phase Ia: Dose escalation)", "HS-20093"),
        ("Dapagliflozin 10 MG [Farxiga]", "dapagliflozin"),
        ("Riociguat (Adempas, BAY63-2521)", "Riociguat"),
        ("Insulin  glargine", "Insulin Glargine 100 U/mL, once daily"),
    ],
)
def test_one_treatment_is_known_by_each_of_its_spellings(one, other):
    assert treatments((one,)).keys() == treatments((other,)).keys() != set()


@pytest.mark.parametrize("name", ["Placebo", "Standard of Care", "Blood sample", "Questionnaire", "-"])
def test_what_is_no_treatment_of_its_own_is_none(name):
    assert treatments((name,)) == {}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Metastatic urothelial cancer", "Urothelial Carcinoma"),
        ("TNBC - Triple-Negative Breast Cancer", "Advanced Triple Negative Breast Neoplasms"),
        ("Moderate-to-severe Atopic Dermatitis", "Atopic Dermatitis"),
        ("Stage IV Breast Cancer", "Breast cancer"),
    ],
)
def test_how_far_a_disease_has_gone_does_not_make_it_another(one, other):
    assert kinds_of_condition((one,)).keys() & kinds_of_condition((other,)).keys()
    assert not conditions((one,)).keys() & conditions((other,)).keys()


@pytest.mark.parametrize(
    ("one", "other"),
    [("Type 1 Diabetes", "Type 2 Diabetes"), ("Breast Cancer", "Lung Cancer"), ("Cancer", "Advanced Cancer")],
)
def test_two_diseases_stay_two(one, other):
    assert not kinds_of_condition((one,)).keys() & kinds_of_condition((other,)).keys()


def trial(number, title, condition="Eczema", heading="", **fields):
    terms = ConditionTerms(terms=(MeshTerm(heading, heading),)) if heading else ConditionTerms()
    record = TrialRecord(
        registry="ctgov",
        record_id=f"NCT{number:08d}",
        brief_title=title,
        conditions=(condition,),
        condition_terms=terms,
        **fields,
    )
    return a_trial(number, replace(record, recruitment=replace(record.recruitment, status=RECRUITS)))


RECRUITS = Coded("recruiting", "RECRUITING")


def found(tmp_path, trials, *, recruiting=False):
    folder = tmp_path / "index"
    bring(folder, trials)
    engine, columns = relate(folder)
    return neighbours(engine, columns, 1, recruiting=recruiting)


def made_for(purpose, kind):
    return {
        "design": Design(purpose=Coded(purpose, purpose.upper())),
        "interventions": (Intervention(name=f"{kind} of its own", kind=Coded(kind, kind.upper())),),
    }


def test_a_treatment_stands_before_what_only_helps_to_bear_it(tmp_path):
    drawing = trial(
        2, "Eczema eczema cream or drawing", heading="Eczema", **made_for("supportive_care", "behavioural")
    )
    cream = trial(3, "Another cream, for eczema", heading="Eczema", **made_for("treatment", "drug"))
    own = trial(1, "Eczema cream", heading="Eczema", **made_for("treatment", "drug"))

    first = found(tmp_path, [own, drawing, cream], recruiting=True)

    assert [one.card.number for one in first] == [3, 2]


def test_who_is_offered_a_trial_could_be_of_its_sex_and_age(tmp_path):
    def people(sex, *groups):
        return {
            "eligibility": Eligibility(
                sex=Coded(sex, sex.upper()), age_groups=tuple(Coded(g, g.upper()) for g in groups)
            )
        }

    trials = [
        trial(1, "Eczema in women", heading="Eczema", **people("female", "adult")),
        trial(2, "Eczema in men", heading="Eczema", **people("male", "adult")),
        trial(3, "Eczema in girls", heading="Eczema", **people("female", "child")),
        trial(4, "Eczema in everybody", heading="Eczema", **people("all", "child", "adult")),
        trial(5, "Eczema, nobody says in whom", heading="Eczema"),
    ]

    assert {one.card.number for one in found(tmp_path, trials, recruiting=True)} == {4, 5}


def test_diseases_of_one_organ_are_not_the_same_kind(tmp_path):
    def brain(number, title, own):
        one = trial(number, title, condition=own, heading=own)
        above = ConditionTerms(terms=(MeshTerm(own, own),), ancestors=(MeshTerm("B", "Brain Diseases"),))
        return a_trial(number, replace(one.main, condition_terms=above))

    trials = [brain(1, "Patch for amblyopia", "Amblyopia"), brain(2, "Patch for dementia", "Dementia")]

    assert found(tmp_path, trials) == ()


def test_telling_words_are_named_where_nothing_else_is_shared(tmp_path):
    own = trial(1, "Green tea in transthyretin cardiomyopathy", condition="ATTR")
    alike = trial(2, "A tablet against transthyretin cardiomyopathy", condition="Amyloid heart")
    others = [trial(number, f"Wound care number {number}", condition="Wound") for number in range(3, 90)]

    (one,) = found(tmp_path, [own, alike, *others])

    assert one.card.number == 2
    assert [(reason.label, set(reason.names)) for reason in one.reasons] == [
        ("Same words", {"transthyretin", "cardiomyopathy"})
    ]
    assert found(tmp_path / "again", [own, alike, *others], recruiting=True) == ()
