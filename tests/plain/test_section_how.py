"""How does it work? Chance, who knows what, what is measured, what it is about."""

import pytest

from tests.plain.reading import made, said
from trialway.record import (
    Arm,
    Design,
    Intervention,
    Outcome,
    Outcomes,
    Recruitment,
)  # fmt: skip
from trialway.vocabulary.coded import Coded

RANDOMISED = Coded("randomised", "RANDOMIZED")
ARMS = (Arm(label="A"), Arm(label="B"))
COMPLETED = Recruitment(status=Coded("completed", "COMPLETED"))


def status(code: str) -> Coded:
    return Coded(code, code.upper())


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("Patients are randomized 1:1 to A or B.", "The chance of each group is 1 in 2."),
        (
            "Participants are randomly allocated in a 2:1 ratio.",
            "The chance is 2 in 3 for one group, and 1 in 3 for the other.",
        ),
        (
            "Patients are randomized 1:1:1.",
            "The record does not say clearly what the chance of each group is.",
        ),
        (
            "Randomized 1:1. Later re-randomized 2:1.",
            "The record does not say clearly what the chance of each group is.",
        ),
        (
            "Patients are randomized. Serum is tested at a 1:10 dilution.",
            "The registry has no field for the chance of each group.",
        ),
        (
            "Samples are randomly assigned to a 1:2 dilution.",
            "The registry has no field for the chance of each group.",
        ),
        ("Patients are randomized.", "The registry has no field for the chance of each group."),
    ],
)
def test_a_chance_is_told_only_where_the_record_states_it(words, sentence):
    text = made(detailed_description=words, arms=ARMS, design=Design(allocation=RANDOMISED))

    assert sentence in said(text, "how")


def test_those_who_do_not_know_are_named():
    design = Design(
        masking=Coded("double", "DOUBLE"),
        who_masked=(Coded("participant", "PARTICIPANT"), Coded("outcomes_assessor", "OUTCOMES_ASSESSOR")),
    )
    text = made(recruitment=Recruitment(status=status("recruiting")), arms=ARMS, design=design)

    assert "You will not know which group you are in." in said(text, "how")
    assert "Those who measure the results will not know either." in said(text, "how")


def test_a_placebo_is_found_in_the_interventions_of_a_group_called_active():
    text = made(
        arms=(Arm(label="A", kind=Coded("active_comparator", "ACTIVE_COMPARATOR")), Arm(label="B")),
        interventions=(Intervention(name="Placebo"),),
    )

    assert "A placebo is part of this trial." in said(text, "how")


def test_it_is_said_what_those_who_measure_did_not_know():
    design = Design(
        masking=Coded("single", "SINGLE"), who_masked=(Coded("outcomes_assessor", "OUTCOMES_ASSESSOR"),)
    )
    text = made(recruitment=COMPLETED, arms=ARMS, design=design)

    assert "Those who measure the results did not know who got what." in said(text, "how")


def test_a_closed_open_label_trial_is_told_in_one_tense():
    text = made(recruitment=COMPLETED, arms=ARMS, design=Design(masking=Coded("none", "NONE")))

    assert "People and the trial team knew who got what." in said(text, "how")


def test_a_placebo_that_everybody_knows_of_is_told_as_a_contradiction():
    design = Design(masking=Coded("none", "NONE"))
    text = made(arms=ARMS, design=design, interventions=(Intervention(name="Placebo"),))

    assert "The record says both that people know who gets what, and that there is a placebo." in said(
        text, "how"
    )
    hidden = Design(masking=Coded("double", "DOUBLE"))
    text = made(arms=ARMS, design=hidden, interventions=(Intervention(name="Placebo"),))
    assert not any("says both" in sentence for sentence in said(text, "how"))


def test_nobody_is_drawn_by_lot_into_a_group_of_a_trial_that_is_not_randomised():
    text = made(
        recruitment=Recruitment(status=status("recruiting")),
        arms=ARMS,
        design=Design(allocation=Coded("non_randomised", "NON_RANDOMIZED")),
    )

    assert "You will be in one of 2 groups." in said(text, "given")
    assert "Chance does not decide who is in which group." in said(text, "how")
    assert not any("match" in sentence for sentence in said(text, "how"))


def test_a_main_measure_listed_twice_is_told_once():
    twice = tuple(Outcome(measure="Pain when walking.", time_frame=when) for when in ("1 week", "2 weeks"))

    told = said(made(outcomes=Outcomes(primary=twice)), "how")
    assert [sentence for sentence in told if "Pain when walking" in sentence] == [
        "It measures “Pain when walking”."
    ]
    assert not any("more main measure" in sentence for sentence in told)


def test_a_measure_described_at_length_gives_way_to_those_that_can_be_told():
    main = (Outcome(measure="Change " * 40), Outcome(measure="Pain when walking"))

    told = said(made(outcomes=Outcomes(primary=main)), "how")
    assert told == ["It measures “Pain when walking”.", "The record lists 1 more main measure."]


def test_the_summary_says_what_the_title_has_not_said():
    text = made(
        conditions=("SARS-CoV-2",),
        arms=ARMS,
        design=Design(
            purpose=Coded("prevention", "PREVENTION"), intervention_model=Coded("parallel", "PARALLEL")
        ),
    )

    assert text.title.text == "A trial in SARS-CoV-2"
    assert text.summary.text == (
        "This trial looks at ways to prevent an illness or a problem. It compares 2 groups of people."
    )


def test_conditions_written_in_one_line_are_told_apart():
    text = made(brief_title="Food Allergy in Children", conditions=("Allergy;Food",))
    assert said(text, "about") == ["This trial is about Allergy and Food."]


def test_what_is_said_of_chance_in_general_stands_by_itself():
    told = said(made(design=Design(allocation=RANDOMISED), arms=ARMS), "how")
    assert "Letting chance decide is called randomisation. It makes the groups as alike as can be." in told


@pytest.mark.parametrize(
    ("state", "by_chance", "not_by_chance"),
    [
        (
            "recruiting",
            "Chance decides which group you join.",
            "Chance does not decide who is in which group.",
        ),
        (
            "completed",
            "Chance decided who was in which group.",
            "Chance did not decide who was in which group.",
        ),
        (
            "withdrawn",
            "Chance was going to decide who was in which group.",
            "Chance was not going to decide who was in which group.",
        ),
    ],
)
def test_who_decides_on_the_group_is_told_in_the_tense_of_the_trial(state, by_chance, not_by_chance):
    now = Recruitment(status=status(state))
    other = Design(allocation=Coded("non_randomised", "NON_RANDOMIZED"))

    assert by_chance in said(made(recruitment=now, arms=ARMS, design=Design(allocation=RANDOMISED)), "how")
    assert not_by_chance in said(made(recruitment=now, arms=ARMS, design=other), "how")


def test_the_chance_in_a_closed_trial_is_told_in_the_past():
    told = said(
        made(
            recruitment=COMPLETED,
            detailed_description="Patients were randomized 1:1 to A or B.",
            arms=ARMS,
            design=Design(allocation=RANDOMISED),
        ),
        "how",
    )

    assert "The chance of each group was 1 in 2." in told
