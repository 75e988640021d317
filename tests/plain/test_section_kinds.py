"""Studies that watch and programmes of expanded access are called what they are."""

from tests.plain.reading import made, said
from trialway.record import (
    Arm,
    Design,
    ExpandedAccess,
    Intervention,
    Recruitment,
)  # fmt: skip
from trialway.vocabulary.coded import Coded


def status(code: str) -> Coded:
    return Coded(code, code.upper())


def test_a_study_that_watches_gives_nothing():
    design = Design(study_type=Coded("observational", "OBSERVATIONAL"))
    arms = (Arm(label="A", interventions=("Drug: X",)),)
    text = made(design=design, arms=arms, interventions=(Intervention(name="X"),))

    assert said(text, "given") == ["A study that only watches does not choose a treatment for anybody."]


def test_a_closed_programme_gave_treatment_and_is_called_a_programme():
    text = made(
        recruitment=Recruitment(status=status("no_longer_available")),
        design=Design(study_type=Coded("expanded_access", "EXPANDED_ACCESS")),
        conditions=("Asthma",),
    )

    assert "It gave people a treatment outside a trial, before it could be sold." in said(text, "how")
    assert text.section("about").question == "What is this programme about?"
    assert "This programme takes no new people, but other trials may be open." in said(text, "unable")


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


def test_a_study_that_watched_is_told_in_one_tense():
    text = made(
        recruitment=Recruitment(status=status("completed")),
        design=Design(study_type=Coded("observational", "OBSERVATIONAL")),
        conditions=("Univentricular Heart", "Asthma", "Rhinitis"),
        interventions=(Intervention(name="Univentricular Hearts"),),
        arms=(Arm(label="A"), Arm(label="B")),
    )

    assert text.title.text == "A study in Univentricular Heart"
    assert text.summary.text == "The registry lists it as a study that watches."
    assert "The registry lists it as a study that watches and does not test a treatment." in said(text, "how")
    assert "A study that only watches does not choose a treatment for anybody." in said(text, "given")
