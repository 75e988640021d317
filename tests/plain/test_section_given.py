"""What will I be given? Each group by itself."""

from tests.plain.reading import made, said
from trialway.record import (
    Arm,
    Intervention,
    Recruitment,
)  # fmt: skip
from trialway.vocabulary.coded import Coded

COMPLETED = Recruitment(status=Coded("completed", "COMPLETED"))


def status(code: str) -> Coded:
    return Coded(code, code.upper())


def given_of(description: str) -> list[str]:
    drug = Intervention(name="X", description=description)
    arms = (Arm(label="A", interventions=("Drug: X",)),)
    return said(made(recruitment=COMPLETED, arms=arms, interventions=(drug,)), "given")


def test_a_reader_is_not_told_to_be_in_every_group():
    arms = (Arm(label="A", interventions=("Drug: X",)), Arm(label="B", interventions=("Drug: Placebo",)))
    drugs = (Intervention(name="X"), Intervention(name="Placebo"))
    text = made(recruitment=Recruitment(status=status("recruiting")), arms=arms, interventions=drugs)

    assert "In this group, you will get Placebo." in said(text, "given")


def test_what_follows_a_first_dose_that_is_not_told_does_not_say_after_that():
    drug = Intervention(name="X", description="A maintenance dose of 420 mg IV every 3 weeks.")
    text = made(
        recruitment=COMPLETED, arms=(Arm(label="A", interventions=("Drug: X",)),), interventions=(drug,)
    )

    assert "After a first part, it was given every 3 weeks." in said(text, "given")
    assert not any(sentence.startswith("After that") for sentence in said(text, "given"))


def test_a_long_name_is_told_in_the_records_words():
    long = "Cardiac Contractility Modulation Therapy via the smallest implanted system of all"
    text = made(
        recruitment=COMPLETED,
        arms=(Arm(label="A", interventions=(f"Device: {long}",)),),
        interventions=(Intervention(name=long),),
    )

    assert f"People got what the record calls “{long}”." in said(text, "given")


def test_what_follows_a_loading_dose_comes_after_the_first_dose():
    assert "After the first dose, it was given every 3 weeks." in given_of(
        "A loading dose of 840 mg, followed by a maintenance dose of 420 mg every 3 weeks."
    )
    assert "The first doses were given every day." in given_of(
        "A loading dose of 600 mg daily, then a maintenance dose of 200 mg daily."
    )


def test_no_treatment_is_told_in_parts_that_nobody_names():
    told = given_of("Cohort 1: 10 mg once daily. Cohort 2: 10 mg twice daily. Cohort 3: 10 mg every week.")

    assert told == ["People got X.", "The dose was 10 mg."]


def test_a_group_that_only_has_a_name_gets_a_sentence():
    text = made(recruitment=COMPLETED, arms=(Arm(label="A"), Arm(label="B", description="Usual care.")))

    assert said(text, "given") == [
        "The record says no more about this group.",
        "The record's own words on this group stand below.",
    ]


def test_a_device_is_used_and_a_programme_of_exercise_is_done():
    device = Intervention(name="X", kind=Coded("device", "DEVICE"), description="Twice daily for 2 weeks")
    arms = (Arm(label="A", interventions=("Device: X",)),)
    text = made(recruitment=COMPLETED, arms=arms, interventions=(device,))

    assert "It was used twice a day." in said(text, "given")
    assert text.section("given").question == "What did people get or do?"


def test_groups_of_which_the_same_is_said_are_told_once():
    drug = Intervention(name="X", description="40 mg once daily")
    arms = tuple(Arm(label=label, interventions=("Drug: X",)) for label in ("A", "B", "C"))
    other = Arm(label="D", description="X 10 mg twice daily", interventions=("Drug: X",))
    text = made(recruitment=COMPLETED, arms=(*arms, other), interventions=(drug,))
    groups = text.section("given").groups

    assert [group.name for group in groups] == ["A, B and C", "D"]
    assert [one.text for one in groups[0].statements] == [
        "People got X.",
        "The dose was 40 mg.",
        "It was given once a day.",
    ]


def test_what_is_said_of_several_groups_speaks_of_several():
    arms = tuple(
        Arm(label=str(number), kind=Coded("experimental", "EXPERIMENTAL"), interventions=("Drug: X",))
        for number in range(9)
    )
    other = Arm(label="other", kind=Coded("active_comparator", "ACTIVE_COMPARATOR"))
    text = made(recruitment=COMPLETED, arms=(*arms, other), interventions=(Intervention(name="X"),))
    group, _ = text.section("given").groups

    assert group.name == "0, 1, 2, 3, 4, 5 and 3 more groups"
    assert group.statements[0].text == "These groups got what was being tested."


def test_one_role_for_all_groups_is_not_told():
    arms = tuple(
        Arm(label=label, kind=Coded("experimental", "EXPERIMENTAL"), interventions=(f"Drug: {label}",))
        for label in ("X", "Y")
    )
    text = made(recruitment=COMPLETED, arms=arms, interventions=tuple(Intervention(name=n) for n in "XY"))

    assert [one.text for group in text.section("given").groups for one in group.statements] == [
        "People got X.",
        "People got Y.",
    ]


def test_the_records_words_on_what_is_given_stand_below():
    given = (Intervention(name="X", description="one tablet a day"), Intervention(name="Y"))
    (shown,) = made(recruitment=COMPLETED, interventions=given).section("given").quotations

    assert (shown.title, shown.text) == ("The record's words on X", "one tablet a day")


def test_what_the_title_joins_to_the_only_treatment_is_announced():
    arm = Arm(label="A", interventions=("Drug: Dasatinib",), description="Dasatinib by mouth")
    more = "This group may get more than this. The record's own words stand below."

    def told(title: str) -> list[str]:
        given = (Intervention(name="Dasatinib"),)
        text = made(recruitment=COMPLETED, arms=(arm,), interventions=given, brief_title=title)
        return [one.text for one in text.section("given").groups[0].statements]

    assert more in told("Brexucabtagene Autoleucel Plus Dasatinib in Leukemia")
    assert more not in told("Dasatinib in Leukemia")


def test_groups_that_differ_only_in_the_records_words_keep_these_words():
    arms = tuple(
        Arm(label=label, description=f"a {label} dose", interventions=("Drug: X",))
        for label in ("low", "high")
    )
    text = made(recruitment=COMPLETED, arms=arms, interventions=(Intervention(name="X"),))
    (group,) = text.section("given").groups

    assert group.name == "low and high"
    assert group.quotation.text == "* low: a low dose\n* high: a high dose"


def test_two_texts_that_differ_in_the_way_of_giving_leave_it_out():
    drug = Intervention(name="X", description="sublingual drops")
    arms = (Arm(label="A", description="X or a nasal spray", interventions=("Drug: X",)),)
    text = made(recruitment=COMPLETED, arms=arms, interventions=(drug,))

    assert said(text, "given") == ["People got X."]


def test_long_names_of_groups_alike_stand_with_the_records_words():
    labels = ("Dose expansion in people who had the drug before " + part for part in ("A", "B", "C"))
    arms = tuple(
        Arm(label=label, description=f"Cohort {label[-1]}", interventions=("Drug: X",)) for label in labels
    )
    text = made(recruitment=COMPLETED, arms=arms, interventions=(Intervention(name="X"),))
    (group,) = text.section("given").groups

    assert group.name == "3 groups, named below"
    assert group.quotation.text.count("Dose expansion in people who had the drug before") == 3
