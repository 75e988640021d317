"""From which record of a trial each answer for patients is told."""

import pytest

from tests.plain.reading import SEEN, TODAY
from tests.registries import second
from trialway.plain import patient_text
from trialway.plain.choose_record import told_from
from trialway.record import Arm, Eligibility, Intervention, TrialRecord
from trialway.trial import Source, Trial
from trialway.vocabulary.coded import Coded

DRUG = Coded("drug", "DRUG")


def of(*records: TrialRecord) -> Trial:
    return Trial(1, "NCT00000001", 1, tuple(Source(record, SEEN, SEEN) for record in records))


def lead(**parts: object) -> TrialRecord:
    return TrialRecord("ctgov", "NCT00000001", conditions=("Asthma",), **parts)


def other(**parts: object) -> TrialRecord:
    return TrialRecord("testreg", "TR-000001", **parts)


def given(trial: Trial) -> str:
    section = patient_text(trial, TODAY).section("given")
    return " ".join([*(group.name for group in section.groups), *(each.text for each in section.every)])


def test_what_the_leading_record_does_not_state_is_told_from_the_next(monkeypatch):
    second.registered(monkeypatch)
    treated = other(
        arms=(Arm(label="Spray"),),
        interventions=(Intervention(name="Salbutamol", kind=DRUG, arms=("Spray",)),),
    )
    trial = of(lead(), treated)

    assert told_from(trial, "given").record.record_id == "TR-000001"
    assert told_from(trial, "about").record.record_id == "NCT00000001"
    assert "Salbutamol" in given(trial)


def test_the_groups_of_one_record_never_get_what_another_record_gives(monkeypatch):
    second.registered(monkeypatch)
    groups_alone = lead(arms=(Arm(label="Active", interventions=("Drug: Salbutamol",)),))
    treated = other(
        arms=(Arm(label="Active"),),
        interventions=(
            Intervention(name="Salbutamol", kind=DRUG, description="Twice a day", arms=("Active",)),
        ),
    )

    assert "Twice" not in given(of(groups_alone, treated))
    assert given(of(groups_alone, treated)) == given(of(groups_alone))


@pytest.mark.parametrize("section", ["given", "visits"])
@pytest.mark.parametrize(
    "stated",
    [{"arms": (Arm(label="Active"),)}, {"interventions": (Intervention(name="Salbutamol", kind=DRUG),)}],
    ids=["groups alone", "treatments alone"],
)
def test_a_leading_record_with_groups_or_treatments_alone_is_not_joined_by_another(section, stated):
    both = other(arms=(Arm(label="Active"),), interventions=(Intervention(name="Placebo", kind=DRUG),))

    assert told_from(of(lead(**stated), both), section).record.record_id == "NCT00000001"
    assert told_from(of(lead(), both), section).record.record_id == "TR-000001"


def test_the_rules_for_joining_are_those_of_the_record_that_has_them_as_text(monkeypatch):
    second.registered(monkeypatch)
    trial = of(lead(), other(eligibility=Eligibility(criteria="Inclusion Criteria:\n\n* Pregnant women")))

    assert told_from(trial, "join").record == trial.eligibility.record == trial.sources[1].record
    assert patient_text(trial, TODAY).taken_from["join"] == "TR-000001"
