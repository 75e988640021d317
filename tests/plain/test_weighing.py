"""Fields of a record weighed against its titles and its prose: what differs is told as different."""

import re

import pytest

from tests.plain.reading import made, said
from trialway.record import Arm, Design, Eligibility, Intervention, Outcome, Outcomes, Recruitment, Site
from trialway.vocabulary.age import Duration
from trialway.vocabulary.coded import Coded

RECRUITING = Recruitment(status=Coded("recruiting", "RECRUITING"))
COMPLETED = Recruitment(status=Coded("completed", "COMPLETED"))
TWO = (Arm(label="A"), Arm(label="B"))


def coded(code: str) -> Coded:
    return Coded(code, code.upper())


def how(**parts) -> list[str]:
    return said(made(recruitment=COMPLETED, **parts), "how")


def test_one_group_of_a_randomised_trial_is_a_difference_and_not_one_group():
    told = how(
        brief_title="A Randomized Trial of X",
        arms=(Arm(label="A"),),
        design=Design(intervention_model=coded("single_group")),
    )

    assert "The record says both that chance decides who gets what, and that it does not." in told
    assert "Everyone got the same." not in told


@pytest.mark.parametrize(
    "title", ["A Non-randomized Trial of X", "A trial of X", "X, as in earlier randomized trials"]
)
def test_words_that_do_not_say_randomised_differ_from_nothing(title):
    told = how(brief_title=title, arms=TWO, design=Design(allocation=coded("non_randomised")))

    assert "Chance did not decide who was in which group." in told
    assert not any("says both" in one for one in told)


@pytest.mark.parametrize(
    ("masking", "who", "title", "differs"),
    [
        ("none", (), "A Double-Blind Trial", True),
        ("none", (), "An Open-label Trial", False),
        ("double", ("participant",), "An Open-Label Trial", True),
        ("single", ("outcomes_assessor",), "An Open-Label Trial", False),
        ("double", ("participant",), "A trial with an open-label extension", False),
        ("double", ("participant",), "Double-blind single-dose and open-label multi-dose trial", True),
    ],
)
def test_masking_is_weighed_against_the_title(masking, who, title, differs):
    design = Design(masking=coded(masking), who_masked=tuple(map(coded, who)))
    told = how(official_title=title, arms=TWO, design=design)

    said_both = "The record says both that people know who gets what, and that they do not."
    assert (said_both in told) is differs
    assert differs is not any(re.search("kn[eo]w", one) and "both" not in one for one in told)


def test_a_field_that_looks_back_is_weighed_against_the_title():
    design = Design(study_type=coded("observational"), time_perspective=coded("retrospective"))
    told = said(made(recruitment=COMPLETED, design=design, brief_title="A Prospective Cohort"), "how")

    assert "The record says both that it looks back, and that it follows people on." in told
    assert not any("looked back at" in one for one in told)


def test_a_study_that_has_ended_does_not_follow_people_from_now_on():
    design = Design(study_type=coded("observational"), time_perspective=coded("prospective"))
    outcomes = Outcomes(primary=(Outcome(measure="Pain", time_frame="1 year"),))
    told = said(made(recruitment=COMPLETED, design=design, outcomes=outcomes), "how")

    assert "It followed people on from its start." in told


def test_where_places_are_randomised_chance_does_not_decide_for_the_reader():
    told = said(
        made(
            recruitment=RECRUITING,
            brief_title="A cluster-randomized trial in 12 villages",
            arms=TWO,
            design=Design(allocation=coded("randomised")),
        ),
        "how",
    )

    assert "Chance decides who is in which group." in told
    assert "It decides for whole sets of people, such as a clinic or a village." in told


@pytest.mark.parametrize(
    ("words", "more"),
    [
        ("a dose-escalation study", ["People in it may have got different doses."]),
        ("two dose groups of 12 and 20 cells", ["People in it may have got different doses."]),
        ("in Cohort 1 and Cohort 2", ["Its own words speak of parts."]),
    ],
)
def test_of_steps_of_a_dose_nobody_says_that_everyone_gets_the_same(words, more):
    arms = (Arm(label="A", description=words),)
    told = how(arms=arms, design=Design(intervention_model=coded("single_group")))

    assert told == ["The record names one group.", *more]


@pytest.mark.parametrize(
    "words",
    [
        "60 patients are randomised (30 active treatment and 30 placebo).",
        "Patients are randomly assigned in equal numbers.",
        "100 patients in each arm.",
    ],
)
def test_the_chance_is_not_said_to_be_unstated_where_prose_speaks_of_it(words):
    told = how(arms=TWO, design=Design(allocation=coded("randomised")), detailed_description=words)

    assert f"On the chance of each group, the record says: “{words.rstrip('.')}”." in told


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Side effects may include nausea and headache.", True),
        ("The MRI scans do not pose a significant risk.", True),
        ("It avoids the risk of pharmacological treatment.", False),
        ("We look at the risk of all-cause death in people with HF.", False),
        ("Participants are informed of possible risks and benefits.", False),
        ("The drug is safe and effective, with a low risk.", False),
        ("Adverse events will be recorded.", False),
        ("A washout is required to ease angioedema as a complication.", True),
    ],
)
def test_only_risks_of_taking_part_are_quoted_as_risks(words, shown):
    section = made(recruitment=RECRUITING, detailed_description=words).section("risks")

    assert bool(section.quotations) is shown
    words = "Some words of the record may be about risks. They stand below."
    assert (words in [one.text for one in section.every]) is shown


@pytest.mark.parametrize("words", ["People walk each day.", "Bones may become thin."])
def test_nothing_is_claimed_of_risks_that_no_search_found(words):
    told = said(made(recruitment=RECRUITING, detailed_description=words), "risks")

    assert told[0] == "The registry has no field of its own for risks."


def test_prose_on_visits_is_shown():
    words = "Participants will have up to 20 clinic visits over two years."
    (shown,) = made(recruitment=RECRUITING, detailed_description=words).section("visits").quotations

    assert shown.text == words
    assert shown.title == "What may say more about visits, in its description"


def a_title(title: str, drugs: tuple[str, ...], conditions: tuple[str, ...]) -> str:
    interventions = tuple(Intervention(name=drug) for drug in drugs)
    return made(brief_title=title, interventions=interventions, conditions=conditions).title.text


@pytest.mark.parametrize(
    ("title", "drugs", "conditions", "told"),
    [
        (
            "FID-007 in Head and Neck Cancer",
            ("Biospecimen Collection", "Computed Tomography", "FID-007"),
            ("Head and Neck Squamous Cell Carcinoma", "Head and Neck Cancer"),
            "A trial of FID-007 in Head and Neck Cancer",
        ),
        (
            "Atezolizumab Versus Docetaxel in Lung Cancer",
            ("Atezolizumab", "Docetaxel"),
            ("Lung Cancer",),
            "Atezolizumab Versus Docetaxel in Lung Cancer",
        ),
        (
            "Omalizumab in Children With Severe Asthma",
            ("Omalizumab",),
            ("Asthma",),
            "Omalizumab in Children With Severe Asthma",
        ),
        (
            "Omalizumab in Asthma",
            ("Usual Care", "Placebo", "Omalizumab"),
            ("Asthma",),
            "A trial of Omalizumab in Asthma",
        ),
        (
            "Managing Congestion",
            ("Acetazolamide",),
            ("Hyperglycemia",),
            "Managing Congestion",
        ),
    ],
)
def test_a_title_says_what_the_registrys_own_says(title, drugs, conditions, told):
    assert a_title(title, drugs, conditions) == told


def test_a_condition_that_title_and_summary_do_not_name_is_where_it_is_listed():
    text = made(brief_title="Cool roofs and heat", conditions=("Heart Rate", "Heat"))

    assert said(text, "about") == [
        "This trial is about Heat.",
        "The registry lists it under Heart Rate.",
    ] or (
        said(text, "about") == ["This trial is about Heat.", "The registry also lists it under Heart Rate."]
    )


def test_tests_are_not_what_a_trial_looks_at_and_are_not_left_out():
    drugs = (Intervention(name="Biospecimen Collection"), Intervention(name="FID-007"))
    text = made(brief_title="FID-007 in cancer", interventions=drugs)

    assert said(text, "about") == [
        "It looks at FID-007.",
        "As part of it, the record lists Biospecimen Collection.",
    ]


def joining(criteria: str) -> list[str]:
    return said(made(recruitment=RECRUITING, eligibility=Eligibility(criteria=criteria)), "join")


@pytest.mark.parametrize(
    ("rule", "told"),
    [("Heart failure of NYHA class II or III", True), ("NYHA class < 3", False)],
)
def test_a_class_of_heart_failure_is_told_only_with_the_illness(rule, told):
    assert any("heart failure" in one for one in joining(f"Inclusion Criteria:\n\n* {rule}")) is told


def test_two_rules_that_contradict_each_other_are_both_left_to_the_records_words():
    told = joining("Inclusion Criteria:\n\n* Pregnant women\n\nExclusion Criteria:\n\n* Pregnant women")

    assert not any("pregnant" in one for one in told)


def test_rules_below_a_heading_of_one_group_are_not_told_to_all():
    told = joining("Inclusion Criteria:\n\nHealthy controls:\n\n* ECOG performance status 0-1\n* BMI < 30")

    assert "The rules that the record gives stand below." in told
    assert not any("BMI" in one for one in told)


def test_rules_of_one_group_are_announced_where_there_are_groups():
    arms = (Arm(label="Controls"), Arm(label="Patients"))
    rules = Eligibility(criteria="Inclusion Criteria:\n\nHealthy controls:\n\n* BMI < 30")
    told = said(made(recruitment=RECRUITING, arms=arms, eligibility=rules), "join")

    assert "Some of the rules are for one group of people only." in told


def test_rules_are_not_counted():
    told = joining("Inclusion Criteria:\n\n* BMI < 30\n* Able to walk in some way, or on two ways")

    assert "The rules that the record gives stand below." in told


def test_unwanted_effects_are_not_counted_by_the_names_of_measures():
    outcomes = Outcomes(secondary=(Outcome(measure="Adverse events"), Outcome(measure="Safety")))
    text = made(recruitment=RECRUITING, outcomes=outcomes)

    assert "It also counts health problems of the people in it." in said(text, "risks")


@pytest.mark.parametrize(
    ("facilities", "places"),
    [
        (("Charité", "Charité"), "1 place"),
        (("Charité", "Vivantes"), "2 places"),
        (("Research Site", "Research Site"), "2 places"),
    ],
)
def test_one_hospital_entered_twice_is_one_place(facilities, places):
    sites = tuple(Site(facility=name, city="Berlin", country="Germany") for name in facilities)
    text = made(recruitment=COMPLETED, sites=sites)

    assert f"The record lists {places}." in said(text, "open")


@pytest.mark.parametrize(
    ("healthy", "criteria", "told"),
    [
        (True, "Healthy controls", "People who are well can join."),
        (True, "Asthma", None),
        (False, "Asthma", "It takes no healthy volunteers."),
        (
            False,
            "Healthy controls",
            "A field of the record says that it takes no healthy volunteers.",
        ),
    ],
)
def test_the_field_on_healthy_people_is_weighed_against_the_words(healthy, criteria, told):
    rules = Eligibility(healthy_volunteers=healthy, criteria=criteria)
    text = made(recruitment=RECRUITING, conditions=("Asthma",), eligibility=rules)

    found = [one for one in said(text, "join") if "healthy" in one or "well" in one]
    assert found == [told] if told else not found


def test_where_no_rule_is_told_the_record_is_said_to_have_some():
    assert "The rules that the record gives stand below." in joining(
        "Inclusion Criteria:\n\n* Willing to sing"
    )


@pytest.mark.parametrize(
    ("conditions", "told"),
    [
        (("Surgery", "Disk Herniated Lumbar"), "This trial is about Disk Herniated Lumbar."),
        (("Physiotherapy",), "The registry lists it under Physiotherapy."),
    ],
)
def test_a_method_among_the_conditions_is_not_what_a_trial_is_about(conditions, told):
    text = made(brief_title="Physiotherapy after surgery for lumbar disc herniation", conditions=conditions)

    assert said(text, "about")[0] == told


@pytest.mark.parametrize(
    ("words", "differs"), [("Infant aged under 12 months", True), ("Aged under 12", False)]
)
def test_an_age_in_the_rules_that_is_not_the_fields_is_told_as_different(words, differs):
    rules = Eligibility(
        maximum_age=Duration(12, "year", "12 Years"), criteria=f"Inclusion Criteria:\n\n* {words}"
    )
    told = said(made(recruitment=RECRUITING, eligibility=rules), "join")

    both = "The rules in the record’s own words say something else of the age. Ask which of the two holds."
    assert (both in told) is differs


@pytest.mark.parametrize(
    ("words", "unstated"),
    [("Neither the subject nor the study doctor will know.", False), ("A study of pain.", True)],
)
def test_who_is_blinded_is_said_to_be_unstated_only_where_no_prose_says_it(words, unstated):
    told = how(arms=TWO, design=Design(masking=coded("double")), detailed_description=words)

    assert ("The record does not say who." in told) is unstated


def test_a_design_in_parts_is_told_with_the_reservation_that_it_has_parts():
    arms = (Arm(label="Part A: single dose"), Arm(label="Part B: open"))
    told = how(arms=arms, design=Design(allocation=coded("randomised")))

    assert "Chance decided who was in which group." in told
    title = "A Safety Lead-in Followed by a Randomised Phase"
    told = how(arms=arms, design=Design(allocation=coded("randomised")), brief_title=title)
    assert "Chance decided who was in which group, at least in a part of the trial." in told
    told = how(arms=arms, design=Design(allocation=coded("non_randomised")))
    assert "Where the trial has parts or steps, this may not hold for all of them." in told


def test_lengths_of_a_trial_that_was_cut_short_are_what_was_planned():
    terminated = Recruitment(status=Coded("terminated", "TERMINATED"))
    outcomes = Outcomes(primary=(Outcome(measure="Pain", time_frame="36 weeks"),))
    text = made(recruitment=terminated, outcomes=outcomes)

    assert "The longest time named for its measures was 36 weeks." in said(text, "visits")


@pytest.mark.parametrize(
    ("criteria", "told"),
    [
        ("Adults of 18 years or more", "Only the rules in the record’s own words speak of age."),
        ("Gout", "The record gives no limit of age."),
    ],
)
def test_an_age_that_only_the_rules_state_is_not_said_to_be_missing(criteria, told):
    assert told in joining(f"Inclusion Criteria:\n\n* {criteria}")


def test_a_study_at_one_point_in_time_that_measures_for_weeks_is_not_said_to_look_once():
    design = Design(study_type=coded("observational"), time_perspective=coded("cross_sectional"))
    outcomes = Outcomes(primary=(Outcome(measure="Pain", time_frame="Baseline, 6 weeks"),))

    assert not any("point in time" in one for one in how(design=design, outcomes=outcomes))
    assert "It looked at people at one point in time." in how(design=design)
