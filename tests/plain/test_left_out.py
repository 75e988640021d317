"""What a text says of things that it leaves out: lists that are not complete, times that go on, words that
stand below."""

import pytest

from tests.plain.reading import made, said
from trialway.record import (
    Arm,
    DataSharing,
    Dates,
    Design,
    Enrolment,
    Intervention,
    Outcome,
    Outcomes,
    Recruitment,
    Reference,
)
from trialway.vocabulary.coded import Coded
from trialway.vocabulary.dates import StatedDate

RECRUITING = Recruitment(status=Coded("recruiting", "RECRUITING"))
COMPLETED = Recruitment(status=Coded("completed", "COMPLETED"))


def of_drugs(*names: str, **fields) -> str:
    given = tuple(Intervention(name=name) for name in names)
    told = said(made(recruitment=RECRUITING, interventions=given, **fields), "about")
    return next(one for one in told if " look" in one)


def test_a_list_of_treatments_says_when_it_is_not_complete():
    assert of_drugs("A", "B", "C", "D") == "It looks at A, B, C and D."
    assert of_drugs("A", "B", "C", "D", "E") == "Among other things, it looks at A, B, C and D."
    assert of_drugs("A", "a very long name " * 5) == "Among other things, it looks at A."


def test_what_only_a_group_to_compare_with_gets_is_not_what_a_trial_looks_at():
    arms = (
        Arm(label="1", kind=Coded("experimental", "EXPERIMENTAL"), interventions=("Drug: Omalizumab",)),
        Arm(label="2", kind=Coded("placebo_comparator", "PLACEBO"), interventions=("Drug: NaCl",)),
    )

    assert of_drugs("Omalizumab", "NaCl", arms=arms) == "It looks at Omalizumab."
    assert of_drugs("Omalizumab", "NaCl", arms=arms, brief_title="Omalizumab or NaCl") == (
        "It looks at Omalizumab and NaCl."
    )


def test_conditions_whose_names_are_too_long_are_counted_among_the_others():
    told = said(made(recruitment=RECRUITING, conditions=("Asthma", "long words " * 9)), "about")

    assert "The record lists 1 more condition." in told


@pytest.mark.parametrize(
    ("frame", "prose", "told"),
    [
        ("12 months", "Patients walk.", True),
        ("12 months", "Patients will be followed for 5 years.", False),
        ("12 months", "Patients were followed up for 6 months.", True),
        ("after the season in the first and second treatment year", "", False),
    ],
)
def test_the_longest_time_is_told_only_where_no_words_go_on_for_longer(frame, prose, told):
    outcomes = Outcomes(primary=(Outcome(measure="Pain", time_frame=f"3 months; {frame}"),))
    text = said(made(recruitment=RECRUITING, outcomes=outcomes, detailed_description=prose), "visits")

    assert any("longest time" in one for one in text) is told


def test_years_and_months_are_one_time():
    outcomes = Outcomes(primary=(Outcome(measure="Pain", time_frame="Up to 10 years and 11 months"),))

    assert "The longest time named for its measures is 10 years and 11 months." in said(
        made(recruitment=RECRUITING, outcomes=outcomes), "visits"
    )


@pytest.mark.parametrize(("year", "told"), [("2015", False), ("2024", True)])
def test_a_paper_from_before_the_start_is_not_about_the_trial(year, told):
    paper = Reference(citation=f"Vialle LR. Rev Bras Ortop. {year};45:17.", kind=Coded("result", "RESULT"))
    dates = Dates(start=StatedDate("2023-03-01"))
    text = said(made(recruitment=COMPLETED, references=(paper,), dates=dates), "results")

    words = "The record lists 1 paper as results. Some may be about other studies."
    assert (words in text) is told


def test_what_is_said_of_sharing_data_is_quoted_in_full():
    sharing = DataSharing(decision=Coded("yes", "YES"), description="A summary will be shared.")

    assert (
        "On sharing data about single people, the record says yes, and: “A summary will be shared”."
        in said(made(recruitment=COMPLETED, data_sharing=sharing), "results")
    )


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("A First-in-Human Study of X", True),
        ("X after the previous first-in-human study", False),
        ("X in people", False),
    ],
)
def test_a_first_trial_in_people_is_said_to_be_one(title, told):
    design = Design(phases=(Coded("1", "PHASE1"),))
    text = said(made(recruitment=RECRUITING, brief_title=title, design=design), "how")

    assert ("The record says that this is the first time in people." in text) is told


@pytest.mark.parametrize(
    ("words", "unsure"),
    [("A group that receives placebo twice a day", True), ("People with a transplant", False)],
)
def test_a_study_that_watches_and_speaks_of_placebo_is_not_said_to_give_nothing(words, unsure):
    design = Design(study_type=Coded("observational", "OBSERVATIONAL"))
    text = made(recruitment=RECRUITING, design=design, brief_summary=words)

    assert ("Other words of the record sound as if a treatment is given." in said(text, "how")) is unsure
    chooses = "A study that only watches does not choose a treatment for anybody."
    assert (chooses in [one.text for one in text.every]) is not unsure


def test_measures_of_harm_stand_with_the_risks():
    outcome = Outcome(measure="Adverse events", description="Bleeding, infection and frostbite.")
    (shown,) = made(recruitment=COMPLETED, outcomes=Outcomes(primary=(outcome,))).section("risks").quotations

    assert shown.text == "Adverse events: Bleeding, infection and frostbite."


@pytest.mark.parametrize(
    ("words", "told"), [("enroll 40 participants", True), ("enroll 10 participants", False)]
)
def test_a_larger_number_of_people_in_prose_is_told(words, told):
    design = Design(enrolment=Enrolment(20, Coded("estimated", "ESTIMATED")))
    text = said(made(recruitment=RECRUITING, design=design, brief_summary=f"The aim is to {words}."), "open")

    assert ("Other words of the record speak of 40 people." in text) is told


def test_chance_in_branches_of_a_trial_is_not_said_to_decide_for_all():
    arms = tuple(Arm(label=label) for label in "ABCD")
    design = Design(
        allocation=Coded("randomised", "RANDOMIZED"), intervention_model=Coded("parallel", "PARALLEL")
    )
    words = "Patients are divided in two branches by HER2 status, each with two arms."
    told = said(made(recruitment=COMPLETED, arms=arms, design=design, detailed_description=words), "how")

    assert "Chance decided who was in which group, at least in a part of the trial." in told


def test_a_study_that_measures_nothing_later_is_not_said_to_follow_people():
    design = Design(
        study_type=Coded("observational", "OBSERVATIONAL"),
        time_perspective=Coded("prospective", "PROSPECTIVE"),
    )

    def told(frame: str) -> list[str]:
        outcomes = Outcomes(primary=(Outcome(measure="Allergy", time_frame=frame),))
        return said(made(recruitment=RECRUITING, design=design, outcomes=outcomes), "how")

    assert "It follows people on from its start." in told("1 year")
    assert "It follows people on from its start." not in told("Baseline")


def test_a_study_with_a_second_session_does_not_look_once():
    design = Design(
        study_type=Coded("observational", "OBSERVATIONAL"),
        time_perspective=Coded("cross_sectional", "CROSS_SECTIONAL"),
    )

    def told(frame: str) -> list[str]:
        outcomes = Outcomes(primary=(Outcome(measure="Image", time_frame=frame),))
        return said(made(recruitment=RECRUITING, design=design, outcomes=outcomes), "how")

    assert "It looks at people at one point in time." in told("At enrolment")
    assert "It looks at people at one point in time." not in told("2 sessions a week apart")


def test_a_paper_that_the_registry_found_is_said_to_be_found():
    paper = Reference(citation="A paper. 2024", kind=Coded("derived", "DERIVED"))
    told = said(made(recruitment=COMPLETED, references=(paper,)), "results")

    assert "The registry found 1 paper that names the number of this trial." in told


def test_a_title_that_says_more_than_drug_and_illness_is_kept():
    drugs = (Intervention(name="TRC041266"),)
    title = "TRC041266 in Heart Failure, LVEF >=40%, Diastolic Dysfunction and Type 2 Diabetes Mellitus"
    kept = made(recruitment=RECRUITING, interventions=drugs, conditions=("Heart Failure",), brief_title=title)

    assert kept.title.text == title


def test_a_mean_is_not_the_longest_time():
    def told(frame: str) -> list[str]:
        outcomes = Outcomes(primary=(Outcome(measure="Pain", time_frame=frame),))
        return said(made(recruitment=RECRUITING, outcomes=outcomes), "visits")

    assert not any("longest time" in one for one in told("at discharge (mean value 8 days)"))
    about = "The longest time named for its measures is about 1 year."
    assert about in told("through study completion, an average of 1 year")


def test_in_a_crossover_the_time_of_one_session_is_not_that_of_the_trial():
    def told(frame: str) -> list[str]:
        outcomes = Outcomes(primary=(Outcome(measure="Glucose", time_frame=frame),))
        design = Design(intervention_model=Coded("crossover", "CROSSOVER"))
        text = made(recruitment=RECRUITING, outcomes=outcomes, design=design)
        return [one.text for section in text.sections if section.id == "visits" for one in section.every]

    assert not any("4 hours" in one for one in told("4 hours"))
    assert any("8 weeks" in one for one in told("8 weeks"))


@pytest.mark.parametrize(
    ("words", "quoted"),
    [
        ("In an earlier study, 380 patients received either placebo or X for 12 weeks.", False),
        ("Patients are randomised in equal numbers to placebo or X.", True),
    ],
)
def test_the_chance_of_another_study_is_not_quoted(words, quoted):
    arms = (Arm(label="A"), Arm(label="B"))
    design = Design(allocation=Coded("randomised", "RANDOMIZED"))
    told = said(made(recruitment=RECRUITING, arms=arms, design=design, detailed_description=words), "how")

    assert any("On the chance of each group" in one for one in told) is quoted


@pytest.mark.parametrize(
    ("labels", "part"), [(("Diabetes", "Non-diabetes"), True), (("Walk", "Rest"), False)]
)
def test_chance_does_not_decide_who_is_in_a_group_that_is_an_illness(labels, part):
    arms = tuple(Arm(label=label) for label in labels)
    design = Design(allocation=Coded("randomised", "RANDOMIZED"))
    told = said(made(recruitment=COMPLETED, arms=arms, design=design), "how")

    assert ("Chance decided who was in which group, at least in a part of the trial." in told) is part


def test_words_on_one_group_are_quoted_under_its_name():
    arms = (Arm(label="Usual activity", description="They will be seen every 4 weeks."), Arm(label="B"))
    (shown,) = made(recruitment=RECRUITING, arms=arms).section("visits").quotations

    assert shown.text == "Usual activity: They will be seen every 4 weeks."


def test_what_is_looked_at_is_said_to_be_a_medicine_or_a_device():
    def told(*kinds: str) -> list[str]:
        given = tuple(
            Intervention(name=f"X{number}", kind=Coded(kind, kind.upper()))
            for number, kind in enumerate(kinds)
        )
        return said(made(recruitment=RECRUITING, interventions=given), "about")

    assert "The registry lists it as a treatment or a test of genes." in told("genetic")
    assert "The registry lists them as medicines." in told("drug", "drug")
    assert not any("registry lists" in one for one in (*told("drug", "device"), *told("other")))


def test_a_trial_that_was_never_held_has_measured_nothing():
    outcomes = Outcomes(primary=(Outcome(measure="Adverse events", time_frame="3 years"),))
    text = made(recruitment=Recruitment(status=Coded("withdrawn", "WITHDRAWN")), outcomes=outcomes)

    assert "It was also going to count health problems of the people in it." in said(text, "risks")
    longest = "The longest time named for its measures was 3 years."
    assert longest in said(text, "visits")


def test_a_type_that_stands_where_a_name_should_is_no_placebo():
    arm = Arm(
        label="Control",
        kind=Coded("placebo_comparator", "PLACEBO_COMPARATOR"),
        description="Usual care",
        interventions=("Other: Placebo Comparator",),
    )
    given = (Intervention(name="Placebo Comparator", kind=Coded("other", "OTHER")),)
    text = made(recruitment=RECRUITING, arms=(arm, Arm(label="B")), interventions=given)

    assert not any("lacebo" in one.text for one in text.every)


def test_an_illness_that_the_title_narrows_to_another_one_is_only_listed():
    told = said(
        made(
            recruitment=RECRUITING,
            conditions=("Gastroenteritis",),
            brief_title="Omalizumab to Treat Eosinophilic Gastroenteritis",
        ),
        "about",
    )

    assert "The registry lists it under Gastroenteritis." in told
    assert "This trial is about Gastroenteritis." not in told


@pytest.mark.parametrize(
    ("labels", "words"),
    [(("Obese subjects", "Lean subjects"), ""), (("A", "B"), "They get each, in a random order.")],
)
def test_chance_that_decides_only_the_order_is_said_to_do_no_more(labels, words):
    arms = tuple(Arm(label=label) for label in labels)
    design = Design(allocation=Coded("randomised", "RANDOMIZED"))
    told = said(made(recruitment=COMPLETED, arms=arms, design=design, detailed_description=words), "how")

    assert "Chance decided who was in which group." not in told


def test_places_that_only_the_prose_names_are_shown():
    words = "It is conducted in Cipto Mangunkusumo Hospital, Jakarta, Indonesia."
    (shown,) = made(recruitment=RECRUITING, detailed_description=words).section("open").quotations

    assert shown.text == words


def test_what_is_described_at_length_stands_below():
    outcomes = Outcomes(primary=(Outcome(measure="Survival", description="From the start to death."),))
    text = made(recruitment=RECRUITING, outcomes=outcomes, detailed_description="More words.")

    assert [one.text for one in text.section("how").quotations] == ["Survival: From the start to death."]
    assert [one.text for one in text.section("about").quotations] == ["More words."]


def test_one_leg_against_the_other_is_no_group_of_people():
    arms = (Arm(label="Taped leg"), Arm(label="Control leg"))
    design = Design(allocation=Coded("randomised", "RANDOMIZED"))
    words = "Tape is put on one randomly selected leg while the other leg serves as a control."
    told = said(made(recruitment=COMPLETED, arms=arms, design=design, detailed_description=words), "how")

    assert "Chance decided what was done to which part of the body." in told


def test_a_number_of_people_without_its_kind_is_no_plan():
    told = said(made(recruitment=COMPLETED, design=Design(enrolment=Enrolment(20))), "open")

    assert "The record gives 20 people as its size." in told


def test_one_group_is_in_parts_only_where_two_are_named():
    def told(words: str) -> list[str]:
        return said(made(recruitment=COMPLETED, arms=(Arm(label="A"),), brief_summary=words), "how")

    assert "Its own words speak of parts." in told("In Part 1 people walk, in Part 2 they run.")
    assert "Its own words speak of parts." not in told("Asthma of stage 2 is treated.")


def test_a_condition_whose_name_is_long_is_quoted():
    name = "Hormone Sensitive Resected Primary Breast Cancer in Postmenopausal Women"
    told = said(made(recruitment=RECRUITING, conditions=(name,)), "about")

    assert told == [f"The registry lists it under “{name}”."]


def test_who_is_blinded_in_the_summary_is_weighed_against_the_field():
    design = Design(masking=Coded("none", "NONE"))
    words = "This is an open-label, patient and endpoint assessor blinded study."
    text = made(
        recruitment=RECRUITING, arms=(Arm(label="A"), Arm(label="B")), design=design, brief_summary=words
    )

    assert "The record says both that people know who gets what, and that they do not." in said(text, "how")


def test_chance_in_one_group_is_told_as_what_a_field_says():
    design = Design(
        allocation=Coded("randomised", "RANDOMIZED"), intervention_model=Coded("single_group", "SINGLE_GROUP")
    )
    told = said(made(recruitment=COMPLETED, arms=(Arm(label="A"),), design=design), "how")

    assert "But a field of the record says that chance decides who is in which group." in told
    assert not any(one.startswith("Chance decided") for one in told)


def test_an_open_group_beside_blinded_ones_is_told_apart():
    arms = (Arm(label="Part A: open-label"), Arm(label="Drug"), Arm(label="Placebo"))
    design = Design(
        allocation=Coded("randomised", "RANDOMIZED"),
        masking=Coded("double", "DOUBLE"),
        who_masked=(Coded("participant", "PARTICIPANT"),),
    )
    told = said(made(recruitment=COMPLETED, arms=arms, design=design), "how")

    assert "Chance decided who was in which group, at least in a part of the trial." in told
    assert "In some groups people know what they get; for the others, this holds:" in told


def test_two_doses_of_a_vaccine_are_no_different_doses():
    def told(words: str) -> list[str]:
        return said(made(recruitment=COMPLETED, arms=(Arm(label="A", description=words),)), "how")

    assert "People in it may have got different doses." not in told("two doses of the vaccine")
    assert "People in it may have got different doses." in told("dose escalation in cohorts")


def test_in_one_group_people_do_not_know_what_they_get():
    design = Design(
        masking=Coded("double", "DOUBLE"),
        who_masked=(Coded("participant", "PARTICIPANT"),),
        intervention_model=Coded("single_group", "SINGLE_GROUP"),
    )

    assert "People did not know what they got." in said(made(recruitment=COMPLETED, design=design), "how")


def test_a_follow_up_after_the_treatment_is_counted_from_its_end():
    frame = "at baseline and again at a 3-month follow-up following the intervention period"
    outcomes = Outcomes(primary=(Outcome(measure="Memory", time_frame=frame),))
    told = said(made(recruitment=RECRUITING, outcomes=outcomes), "visits")

    since = "counted from “the intervention period”"
    assert f"The longest time named for its measures is 3 months, {since}." in told


def test_a_short_form_in_brackets_does_not_keep_an_illness_out_of_the_title():
    name, title = "Mild Cognitive Impairment (MCI)", "Memory Training in Mild Cognitive Impairment"
    told = said(made(recruitment=RECRUITING, conditions=(name,), brief_title=title), "about")

    assert told == [f"This trial is about {name}."]
