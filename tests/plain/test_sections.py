"""Each section on small records: freshness, chance, who knows, tense."""

import datetime as dt

import pytest

from tests.plain.reading import made, said, text_of
from trialway.plain.rules import retold
from trialway.plain.voice import Voice
from trialway.record import (
    Arm,
    Dates,
    Design,
    Eligibility,
    ExpandedAccess,
    Intervention,
    Outcome,
    Outcomes,
    Oversight,
    Recruitment,
    ResultsStatus,
    UnpostedEvent,
    ViolationEvent,
)  # fmt: skip
from trialway.vocabulary.age import Duration
from trialway.vocabulary.coded import Coded
from trialway.vocabulary.dates import StatedDate

TODAY = dt.date(2026, 6, 18)
RANDOMISED = Coded("randomised", "RANDOMIZED")
ARMS = (Arm(label="A"), Arm(label="B"))
COMPLETED = Recruitment(status=Coded("completed", "COMPLETED"))
WITHDRAWN = Recruitment(status=Coded("withdrawn", "WITHDRAWN"))


def status(code: str) -> Coded:
    return Coded(code, code.upper())


def test_a_status_confirmed_long_ago_says_how_long_ago():
    text = made(TODAY, recruitment=Recruitment(status=status("recruiting"), verified=StatedDate("2024-04")))

    assert "It is said to be recruiting, but this was last confirmed 26 months ago, in April 2024." in said(
        text, "open"
    )
    assert "Ask the trial team before you rely on this." in said(text, "open")


def test_a_status_confirmed_lately_says_when():
    text = made(TODAY, recruitment=Recruitment(status=status("recruiting"), verified=StatedDate("2026-05")))

    assert "This was last confirmed in May 2026." in said(text, "open")


def test_an_unknown_status_says_what_it_was_before():
    text = made(
        TODAY,
        recruitment=Recruitment(
            status=status("unknown"), last_known=status("recruiting"), verified=StatedDate("2020-01")
        ),
    )

    assert "Before that, the record said “recruiting”." in said(text, "open")


def test_recruiting_after_its_end_is_said():
    text = made(
        TODAY,
        recruitment=Recruitment(status=status("recruiting")),
        dates=Dates(completion=StatedDate("2025-12")),
    )

    assert "The record says that the trial is recruiting, but its end date has passed." in said(text, "open")


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
            "The record does not say what the chance is.",
        ),
        ("Patients are randomized.", "The record does not say what the chance is."),
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


def test_ages_are_told_as_stated():
    rules = Eligibility(
        minimum_age=Duration(6, "month", "6 Months"), maximum_age=Duration(5, "year", "5 Years")
    )

    assert "People must be 6 months to 5 years old." in said(made(eligibility=rules), "join")


def test_rules_are_told_in_the_tense_of_the_trial():
    rules = Eligibility(criteria="Inclusion Criteria:\n\n* ECOG 0 or 1\n\nExclusion Criteria:\n\n* Pregnancy")
    text = made(eligibility=rules, recruitment=Recruitment(status=status("completed")))

    assert "People could not join if they were pregnant." in said(text, "join")


def test_an_empty_record_makes_a_text_without_holes():
    text = made()

    assert text.title.text == "Trial NCT00000001"
    assert all(section.every for section in text.sections)


def test_a_withdrawn_trial_says_that_nobody_joined():
    text = made(recruitment=Recruitment(status=status("withdrawn"), why_stopped="No funding"))

    assert "The trial was called off before anyone joined." in said(text, "open")
    assert "The record gives this reason: “No funding”." in said(text, "open")


def test_nothing_happened_in_a_trial_that_nobody_joined():
    design = Design(
        allocation=RANDOMISED,
        masking=Coded("double", "DOUBLE"),
        who_masked=(Coded("participant", "PARTICIPANT"),),
    )
    text = made(recruitment=Recruitment(status=status("withdrawn")), arms=ARMS, design=design)

    assert "Chance was going to decide who was in which group." in said(text, "how")
    assert "People were not going to know which group they were in." in said(text, "how")


def test_a_reader_is_not_told_to_be_in_every_group():
    arms = (Arm(label="A", interventions=("Drug: X",)), Arm(label="B", interventions=("Drug: Placebo",)))
    drugs = (Intervention(name="X"), Intervention(name="Placebo"))
    text = made(recruitment=Recruitment(status=status("recruiting")), arms=arms, interventions=drugs)

    assert "In this group, you will get Placebo." in said(text, "given")


def test_results_that_are_late_are_told_as_the_registry_states_it():
    returned = UnpostedEvent(kind=Coded("reset", "RESET"))
    notice = ViolationEvent(description="Failure to submit results")
    text = made(
        recruitment=Recruitment(status=status("completed")),
        dates=Dates(delay_first_posted=StatedDate("2020-03-02")),
        results_status=ResultsStatus(unposted_events=(returned,), violations=(notice,)),
    )

    told = said(text, "results")
    assert "The team asked to send the results later, as the registry showed on 2 March 2020." in told
    assert "The registry sent the results back to the team to be mended." in told
    assert "The registry shows a notice by the US regulator: “Failure to submit results”." in told


def test_what_was_found_is_told_from_the_records_own_tables():
    text = text_of("NCT01009918")

    (head, *_), groups = text.section("found").statements, text.section("found").groups
    assert head.text == "These numbers are from the tables that the team sent to the registry."
    assert groups[0].name.startswith("“Number of Participants With Trastuzumab-Induced Cardiotoxicity")
    assert groups[0].statements[0].text == (
        "In the group “Arm I Lisinopril”, 45 of 152 people (29.6%) were counted here."
    )
    assert text.section("found").closing[-1].text == (
        "The results of one trial do not tell what will happen to you."
    )


def test_health_problems_are_said_to_be_listed_only_where_they_are():
    listed = "Results are posted, and they list health problems during the trial."

    assert listed in [each.text for each in text_of("NCT01009918").section("risks").every]
    assert listed not in [each.text for each in text_of("NCT04740918").section("risks").every]


def test_a_closed_trial_does_not_tell_how_to_stop():
    told = said(made(recruitment=Recruitment(status=status("completed"))), "unable")

    assert told == [
        "This trial takes no new people, but other trials may be open.",
        "Your doctor can tell you about other treatments and other trials.",
    ]


def test_a_record_without_results_tells_none():
    assert "found" not in {section.id for section in made().sections}


def test_a_study_that_watches_gives_nothing():
    design = Design(study_type=Coded("observational", "OBSERVATIONAL"))
    arms = (Arm(label="A", interventions=("Drug: X",)),)
    text = made(design=design, arms=arms, interventions=(Intervention(name="X"),))

    assert said(text, "given") == ["This study does not choose a treatment for anybody."]


def test_consent_is_told_of_others_once_the_trial_is_over():
    yours = "You must agree to take part, after it has been explained to you."

    assert retold(yours, Voice("past")) == [
        "People had to agree to take part, after it had been explained to them."
    ]


def test_who_may_not_join_is_told_as_the_registry_asks_it():
    """The registry asks about healthy volunteers; a trial of prevention takes people without the illness."""
    rules = Eligibility(healthy_volunteers=False)

    assert "It took no healthy volunteers." in said(made(eligibility=rules, recruitment=COMPLETED), "join")
    assert "It takes no healthy volunteers." in said(made(eligibility=rules), "join") + said(
        made(eligibility=rules, recruitment=Recruitment(status=status("recruiting"))), "join"
    )


def test_no_committee_checked_a_trial_that_was_called_off():
    text = made(recruitment=WITHDRAWN, oversight=Oversight(has_monitoring_committee=True), arms=ARMS)

    assert "A committee was going to check the data of the trial." in said(text, "risks")
    arms = (Arm(label="A", kind=Coded("experimental", "EXPERIMENTAL")),)
    assert (
        made(recruitment=WITHDRAWN, arms=arms).section("given").question
        == "What were people going to be given?"
    )


def test_a_closed_open_label_trial_is_told_in_one_tense():
    text = made(recruitment=COMPLETED, arms=ARMS, design=Design(masking=Coded("none", "NONE")))

    assert "People and the trial team knew who got what." in said(text, "how")


def test_it_is_said_what_those_who_measure_did_not_know():
    design = Design(
        masking=Coded("single", "SINGLE"), who_masked=(Coded("outcomes_assessor", "OUTCOMES_ASSESSOR"),)
    )
    text = made(recruitment=COMPLETED, arms=ARMS, design=design)

    assert "Those who measure the results did not know who got what." in said(text, "how")


def test_a_closed_programme_gave_treatment_and_is_called_a_programme():
    text = made(
        recruitment=Recruitment(status=status("no_longer_available")),
        design=Design(study_type=Coded("expanded_access", "EXPANDED_ACCESS")),
        conditions=("Asthma",),
    )

    assert "It gave people a treatment outside a trial, before it could be sold." in said(text, "how")
    assert text.section("about").question == "What is this programme about?"
    assert "This programme takes no new people, but other trials may be open." in said(text, "unable")


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


def given_of(description: str) -> list[str]:
    drug = Intervention(name="X", description=description)
    arms = (Arm(label="A", interventions=("Drug: X",)),)
    return said(made(recruitment=COMPLETED, arms=arms, interventions=(drug,)), "given")


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

    assert "You will be in one of 2 groups, the one that matches you." in said(text, "given")
    assert "Each person joins the group that matches." in said(text, "how")


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


def test_the_condition_is_told_before_the_purpose():
    text = made(design=Design(purpose=Coded("prevention", "PREVENTION")), conditions=("SARS-CoV-2",))

    assert text.summary.text == (
        "This trial is about SARS-CoV-2. It looks at ways to prevent an illness or a problem."
    )


def test_conditions_written_in_one_line_are_told_apart():
    assert said(made(conditions=("Allergy;Food",)), "about") == ["This trial is about Allergy and Food."]


def test_a_programme_promises_no_results_and_knows_no_chance():
    text = made(
        recruitment=Recruitment(status=status("available"), expanded_access=ExpandedAccess(offered=False)),
        design=Design(study_type=Coded("expanded_access", "EXPANDED_ACCESS")),
        conditions=("Asthma",),
        interventions=(Intervention(name="X", kind=Coded("drug", "DRUG")),),
    )
    told = " ".join(statement.text for statement in text.every)

    assert text.summary.text == "This is a way to get X outside a trial."
    assert "results" not in {section.id for section in text.sections}
    assert "chance" not in told
    assert "this trial" not in told.lower()
    assert "The record names no way" not in told


def test_a_study_is_called_a_study_in_every_sentence():
    design = Design(study_type=Coded("observational", "OBSERVATIONAL"))
    text = made(design=design, recruitment=Recruitment(status=status("recruiting")), conditions=("Asthma",))

    ours = [piece.text for one in text.every for piece in one.pieces if not piece.theirs]
    assert not [words for words in ours if "the trial" in words.lower() or "this trial" in words.lower()]
    assert text.section("how").question == "How does the study work?"


def test_without_a_status_the_rules_speak_of_people_too():
    rules = Eligibility(
        criteria="Inclusion Criteria:\n\n* ECOG 0 or 1\n\nExclusion Criteria:\n\n* Pregnancy",
        minimum_age=Duration(18, "year", "18 Years"),
    )
    told = said(made(eligibility=rules), "join")

    assert "People must be 18 years old or older." in told
    assert "People cannot join if they are pregnant." in told
    assert not any(sentence.startswith("You ") for sentence in told)


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


def test_outcomes_without_sentences_are_left_to_the_tables_at_once():
    groups = [group.name for group in text_of("NCT01009918").section("found").groups]

    assert len(groups) == len(set(groups))
    assert sum(name in ("Main outcomes", "More outcomes") for name in groups) <= 1
