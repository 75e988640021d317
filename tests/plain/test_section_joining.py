"""Can I take part? Ages and rules, in the tense of the trial."""

from tests.plain.reading import made, said
from trialway.plain.rules import in_tense
from trialway.plain.tense import Voice
from trialway.record import (
    Eligibility,
    Recruitment,
)  # fmt: skip
from trialway.vocabulary.age import Duration
from trialway.vocabulary.coded import Coded

COMPLETED = Recruitment(status=Coded("completed", "COMPLETED"))


def status(code: str) -> Coded:
    return Coded(code, code.upper())


def test_ages_are_told_as_stated():
    rules = Eligibility(
        minimum_age=Duration(6, "month", "6 Months"), maximum_age=Duration(5, "year", "5 Years")
    )

    assert "People must be 6 months to 5 years old." in said(made(eligibility=rules), "join")


def test_rules_are_told_in_the_tense_of_the_trial():
    rules = Eligibility(criteria="Inclusion Criteria:\n\n* ECOG 0 or 1\n\nExclusion Criteria:\n\n* Pregnancy")
    text = made(eligibility=rules, recruitment=Recruitment(status=status("completed")))

    assert "People could not join if they were pregnant." in said(text, "join")


def test_consent_is_told_of_others_once_the_trial_is_over():
    yours = "You must agree to take part, after it has been explained to you."

    assert in_tense(yours, Voice("past")) == [
        "People had to agree to take part, after it had been explained to them."
    ]


def test_who_may_not_join_is_told_as_the_registry_asks_it():
    """The registry asks about healthy volunteers; a trial of prevention takes people without the illness."""
    rules = Eligibility(healthy_volunteers=False)

    assert "It took no healthy volunteers." in said(made(eligibility=rules, recruitment=COMPLETED), "join")
    assert "It takes no healthy volunteers." in said(made(eligibility=rules), "join") + said(
        made(eligibility=rules, recruitment=Recruitment(status=status("recruiting"))), "join"
    )


def test_without_a_status_the_rules_speak_of_people_too():
    rules = Eligibility(
        criteria="Inclusion Criteria:\n\n* ECOG 0 or 1\n\nExclusion Criteria:\n\n* Pregnancy",
        minimum_age=Duration(18, "year", "18 Years"),
    )
    told = said(made(eligibility=rules), "join")

    assert "People must be 18 years old or older." in told
    assert "People cannot join if they are pregnant." in told
    assert not any(sentence.startswith("You ") for sentence in told)


def test_the_rule_on_the_illness_stands_first_in_the_records_words():
    criteria = (
        "Inclusion Criteria:\n\n"
        "* Able to give written informed consent, and age 18 years or older\n"
        "* Meets the diagnostic criteria above;\n"
        "* HER2+ locally advanced or metastatic breast cancer, as the pathologist of the centre wrote it\n"
        "* ECOG 0 or 1"
    )
    text = made(recruitment=COMPLETED, eligibility=Eligibility(criteria=criteria))
    first = text.section("join").groups[0]

    assert first.name == "Some of the rules, in the record’s words"
    assert first.statements == ()
    assert first.quotation.text.startswith("HER2+ locally advanced")
