"""What is told of a group's treatments, and what is withheld or only possible."""

import pytest

from tests.plain.reading import made
from trialway.record import (
    Arm,
    Design,
    Intervention,
    Recruitment,
)
from trialway.vocabulary.coded import Coded

RECRUITING = Recruitment(status=Coded("recruiting", "RECRUITING"))
COMPLETED = Recruitment(status=Coded("completed", "COMPLETED"))


def test_a_group_that_the_prose_calls_the_control_has_no_role():
    arms = tuple(
        Arm(label=label, kind=Coded("experimental", "EXPERIMENTAL"), description="surgery")
        for label in ("ablation", "breast conserving surgery")
    )
    other = Arm(label="no surgery", kind=Coded("no_intervention", "NO_INTERVENTION"))
    summary = "People get ablation (experimental group) or breast conserving surgery (control group)."
    text = made(recruitment=COMPLETED, arms=(*arms, other), brief_summary=summary)

    assert not any("being tested" in one.text for one in text.section("given").every)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Drug X every 21 days. Patients undergo a biopsy.", "People got Biopsy."),
        ("Drug X every 21 days. Patients may also undergo a biopsy.", "People may have got Biopsy."),
    ],
)
def test_what_only_some_of_a_group_get_is_told_as_possible(words, told):
    arm = Arm(label="A", description=words, interventions=("Drug: Drug X", "Procedure: Biopsy"))
    given = (Intervention(name="Drug X"), Intervention(name="Biopsy"))
    text = made(recruitment=COMPLETED, arms=(arm,), interventions=given)

    assert told in [one.text for one in text.section("given").groups[0].statements]


def test_a_choice_holds_only_for_what_the_words_name():
    words = "Cisplatin or carboplatin, at the physician's choice."
    drugs = tuple(
        Intervention(name=name, kind=Coded("drug", "DRUG")) for name in ("Cisplatin", "Carboplatin")
    )
    given = (*drugs, Intervention(name="Questionnaire", kind=Coded("other", "OTHER")))
    arm = Arm(label="A", description=words, interventions=tuple(one.name for one in given))
    text = made(recruitment=COMPLETED, arms=(arm,), interventions=given)

    assert [one.text for one in text.section("given").groups[0].statements] == [
        "People may have got Cisplatin.",
        "People may have got Carboplatin.",
    ]


@pytest.mark.parametrize(
    ("words", "until"),
    [
        ("Drug X every 21 days for up to 4 cycles in the absence of disease progression.", False),
        ("Drug X every 21 days until disease progression.", True),
    ],
)
def test_what_ends_after_so_many_cycles_is_not_told_to_go_on(words, until):
    arm = Arm(label="A", description=words, interventions=("Drug: Drug X",))
    given = (Intervention(name="Drug X", kind=Coded("drug", "DRUG")),)
    text = made(recruitment=COMPLETED, arms=(arm,), interventions=given)
    told = [one.text for one in text.section("given").groups[0].statements]

    assert "It was given every 21 days." in told
    assert any("until" in one for one in told) is until


def test_days_that_come_again_in_cycles_of_unknown_length_are_not_told():
    arm = Arm(
        label="A",
        description="Carboplatin AUC=2 d1, d8, d15, 28 days per cycle, 6 cycles",
        interventions=("Drug: Carboplatin",),
    )
    given = (Intervention(name="Carboplatin", kind=Coded("drug", "DRUG")),)
    text = made(recruitment=COMPLETED, arms=(arm,), interventions=given)

    assert not any("days 1, 8 and 15." in one.text for one in text.section("given").every)


@pytest.mark.parametrize("words", ["as needed, no more than once a day", "encouraged to use it daily"])
def test_what_is_taken_as_needed_has_no_rhythm(words):
    arm = Arm(label="A", description=f"Drug X {words}", interventions=("Drug: Drug X",))
    given = (Intervention(name="Drug X", kind=Coded("drug", "DRUG")),)
    text = made(recruitment=COMPLETED, arms=(arm,), interventions=given)

    assert not any("day" in one.text for one in text.section("given").every)


def test_tests_samples_and_what_is_kept_stand_below():
    design = Design(biospecimen_description="Plasma and serum")
    words = "Muscle biopsies will be taken before and after training."
    shown = (
        made(recruitment=RECRUITING, design=design, detailed_description=words).section("given").quotations
    )

    assert [one.text for one in shown] == ["Plasma and serum", words]


@pytest.mark.parametrize(
    ("words", "dose"),
    [
        ("Drugib 10 mg once daily", True),
        ("five 10 mg capsules of Drugib once daily, then one", False),
        ("Drugib 20 ml/hour", False),
        ("Drugib 1.25 mg per nostril twice daily", False),
        ("Drugib 1.8 Gy per fraction", False),
        ("Drugib 1.8Gy per time*28", False),
    ],
)
def test_what_one_capsule_one_session_or_one_hour_holds_is_no_dose(words, dose):
    arm = Arm(label="A", description=words, interventions=("Drug: Drugib",))
    given = (Intervention(name="Drugib", kind=Coded("drug", "DRUG")),)
    text = made(recruitment=COMPLETED, arms=(arm,), interventions=given)

    assert any("dose" in one.text for one in text.section("given").every) is dose


def test_a_drug_that_is_given_in_two_parts_has_no_schedule_of_one_of_them():
    words = "Capecitabine bid for a total of 28 days with radiotherapy, CapeOX (Capecitabine bid, d1-d14 q3w)"
    arm = Arm(label="A", description=words, interventions=("Drug: Capecitabine", "Radiation: Radiotherapy"))
    given = (
        Intervention(name="Capecitabine", kind=Coded("drug", "DRUG")),
        Intervention(name="Radiotherapy", kind=Coded("radiation", "RADIATION")),
    )
    text = made(recruitment=COMPLETED, arms=(arm,), interventions=given)

    assert not any("days 1 to 14" in one.text for one in text.section("given").every)


def test_a_group_to_compare_with_is_not_told_to_get_what_its_words_do_not_name():
    drugs = ("Drug: GE-145",)
    tested = Arm(label="GE-145", kind=Coded("experimental", "EXPERIMENTAL"), interventions=drugs)
    other = Arm(
        label="Iopamidol 370",
        kind=Coded("active_comparator", "ACTIVE_COMPARATOR"),
        description="Iopamidol, one injection",
        interventions=drugs,
    )
    given = (Intervention(name="GE-145", kind=Coded("drug", "DRUG")),)
    groups = made(recruitment=COMPLETED, arms=(tested, other), interventions=given).section("given").groups
    told = {group.name: [one.text for one in group.statements] for group in groups}

    assert "People got GE-145." in told["GE-145"]
    assert "People got GE-145." not in told["Iopamidol 370"]


def test_with_or_without_leaves_open_only_what_stands_behind_it():
    words = "Standard of care treatment of cisplatin and gemcitabine with or without durvalumab"
    names = ("Cisplatin", "Gemcitabine", "Durvalumab")
    arm = Arm(label="A", description=words, interventions=tuple(f"Drug: {name}" for name in names))
    given = tuple(Intervention(name=name, kind=Coded("drug", "DRUG")) for name in names)
    text = made(recruitment=COMPLETED, arms=(arm,), interventions=given)

    assert [one.text for one in text.section("given").groups[0].statements] == [
        "People got Cisplatin.",
        "People got Gemcitabine.",
        "People may have got Durvalumab.",
    ]


def test_what_is_breathed_in_for_a_test_is_not_the_test():
    arm = Arm(
        label="A", description="Nitrogen washout by inhalation", interventions=("Other: Nitrogen washout",)
    )
    given = (Intervention(name="Nitrogen washout", kind=Coded("diagnostic_test", "DIAGNOSTIC_TEST")),)
    text = made(recruitment=COMPLETED, arms=(arm,), interventions=given)

    assert not any("breathing" in one.text for one in text.section("given").every)


def test_a_sham_group_is_not_told_to_get_what_the_sham_looks_like():
    arm = Arm(
        label="Sham control",
        kind=Coded("sham_comparator", "SHAM_COMPARATOR"),
        description="Patients receive 1 hour of sham transcutaneous vagal stimulation daily.",
        interventions=("Device: vagal stimulation",),
    )
    given = (Intervention(name="vagal stimulation", kind=Coded("device", "DEVICE")),)
    text = made(recruitment=COMPLETED, arms=(arm, Arm(label="B")), interventions=given)

    assert not any("got vagal" in one.text for one in text.section("given").groups[0].statements)


def test_a_drug_with_weeks_off_is_not_given_every_day():
    arm = Arm(label="A", description="Ribociclib 400 mg/day", interventions=("Drug: Ribociclib",))
    given = (Intervention(name="Ribociclib", kind=Coded("drug", "DRUG")),)

    def told(words: str) -> list[str]:
        text = made(recruitment=RECRUITING, arms=(arm,), interventions=given, detailed_description=words)
        return [one.text for one in text.section("given").groups[0].statements]

    assert any("every day" in one for one in told("Ribociclib is a tablet."))
    assert not any("every day" in one for one in told("Ribociclib is taken 3 weeks ON and 1 week OFF."))


def test_blood_that_is_taken_is_no_dose():
    arm = Arm(label="A", description="X, a 42 ml peripheral venous blood sample", interventions=("Other: X",))
    given = (Intervention(name="X", kind=Coded("other", "OTHER")),)
    text = made(recruitment=COMPLETED, arms=(arm,), interventions=given)

    assert not any("dose" in one.text for one in text.section("given").every)


def test_what_is_taken_if_the_first_is_not_tolerated_may_be_got():
    words = "They begin with Anastrozole. If not tolerated well, they discontinue and begin Letrozole."
    names = ("Anastrozole", "Letrozole")
    arm = Arm(label="A", description=words, interventions=tuple(f"Drug: {name}" for name in names))
    given = tuple(Intervention(name=name, kind=Coded("drug", "DRUG")) for name in names)
    text = made(recruitment=COMPLETED, arms=(arm,), interventions=given)

    assert [one.text for one in text.section("given").groups[0].statements] == [
        "People got Anastrozole.",
        "People may have got Letrozole.",
    ]


def test_lengths_in_the_past_are_what_was_planned():
    arm = Arm(label="A", description="Drug X every 3 weeks for 26 weeks", interventions=("Drug: Drug X",))
    given = (Intervention(name="Drug X", kind=Coded("drug", "DRUG")),)
    text = made(recruitment=COMPLETED, arms=(arm,), interventions=given)

    assert "This was planned to go on for 26 weeks." in [
        one.text for one in text.section("given").groups[0].statements
    ]


_AS_THE_GROUP_SAYS = {"The dose was 10 mg.", "It was given once a day.", "It was given by mouth."}


@pytest.mark.parametrize(
    ("description", "told"),
    [
        ("Drugib is a tablet.", _AS_THE_GROUP_SAYS),
        ("Drugib 10 mg daily is tested.", _AS_THE_GROUP_SAYS),
        ("Drugib is given once daily for 6 weeks.", _AS_THE_GROUP_SAYS),
        ("Drugib 40 mg is the dose.", {"It was given once a day.", "It was given by mouth."}),
        ("Drugib is given every 3 weeks.", {"The dose was 10 mg.", "It was given by mouth."}),
        ("Drugib is a subcutaneous injection.", {"The dose was 10 mg.", "It was given once a day."}),
    ],
)
def test_what_another_sentence_says_otherwise_of_a_drug_is_not_told(description, told):
    arm = Arm(label="A", description="Drugib 10 mg orally once daily", interventions=("Drug: Drugib",))
    given = (Intervention(name="Drugib", kind=Coded("drug", "DRUG")),)
    text = made(recruitment=COMPLETED, arms=(arm,), interventions=given, detailed_description=description)

    assert {one.text for one in text.section("given").groups[0].statements} == {"People got Drugib.", *told}


def test_a_name_that_lists_several_with_commas_is_not_cut_at_its_and():
    name, drug = "Resveratrol, Quercetin, and Curcumin (RQC)", Coded("drug", "DRUG")
    words = f"{name} galactomannan formulations taken orally twice daily for 24 months."
    amounts = (
        "2000 mg Curcumin/day, taken twice daily for 24 months\n\n60 mg Quercetin/day, taken twice daily"
    )
    before = "2000 mg Curcumin/day, taken twice daily for 7 days preceding each study visit"
    control = "Curcumin taken orally twice daily during the 7 days preceding each study visit."
    arms = (
        Arm(label=name, description=words, interventions=(f"Drug: {name}",)),
        Arm(label="Curcumin", description=control, interventions=("Drug: Curcumin",)),
    )
    given = (
        Intervention(name=name, kind=drug, description=amounts, arms=(name,)),
        Intervention(name="Curcumin", kind=drug, description=before, arms=("Curcumin",)),
    )
    text = made(recruitment=RECRUITING, arms=arms, interventions=given)
    told = [one.text for one in text.section("given").every]

    assert not any("Quercetin,." in one for one in told)
    # The amount of a day is no dose that is taken twice.
    assert not any("2000 mg" in one for one in told)


def test_words_that_say_nothing_are_not_quoted():
    nothing = Intervention(name="None", kind=Coded("other", "OTHER"), description="None applicable")
    text = made(recruitment=RECRUITING, interventions=(nothing,))

    assert not text.section("given").quotations
