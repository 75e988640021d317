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
    Intervention,
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
