"""Which interventions a group gets: said by the group, by the intervention, or by both."""

from trialway.arms import GroupInterventions, bare_name
from trialway.record import Arm, Intervention, TrialRecord


def given(arm: Arm, *interventions: Intervention) -> list[str | None]:
    record = TrialRecord("ctgov", "NCT00000001", arms=(arm,), interventions=interventions)
    return [one.description or one.name for one in GroupInterventions(record).of(arm)]


def test_a_group_names_its_interventions_with_their_kind():
    arm = Arm(label="A", interventions=("Drug: X", "Other: Usual care: advice"))
    names = ("X", "Usual care: advice", "Y")

    assert given(arm, *(Intervention(name=name) for name in names)) == ["X", "Usual care: advice"]


def test_an_intervention_names_its_groups_where_the_group_is_silent():
    assert given(
        Arm(label="A"), Intervention(name="X", arms=("A",)), Intervention(name="Y", arms=("B",))
    ) == ["X"]


def test_of_two_with_one_name_the_one_that_names_the_group_is_meant():
    arm = Arm(label="High dose", interventions=("Drug: X",))
    low = Intervention(name="X", arms=("Low dose",), description="10 mg")
    high = Intervention(name="X", arms=("High dose",), description="20 mg")

    assert given(arm, low, high) == ["20 mg"]


def test_two_with_one_name_and_no_group_are_both_told():
    arm = Arm(label="A", interventions=("Drug: X",))

    assert given(arm, Intervention(name="X", description="1"), Intervention(name="X", description="2")) == [
        "1",
        "2",
    ]


def test_writing_does_not_matter():
    assert given(Arm(interventions=("Drug:  oral  Placebo",)), Intervention(name="Oral placebo")) == [
        "Oral placebo"
    ]
    assert bare_name("Biological: Rituximab") == "Rituximab"
    assert bare_name(None) == ""
