"""What each group gets, drug by drug: whose words are whose."""

import pytest

from trialway.plain.regimen import RegimenReader
from trialway.plain.routes import route_of
from trialway.record import Arm, Intervention, TrialRecord
from trialway.vocabulary.coded import Coded

DRUG = Coded("drug", "DRUG")
DRIP = "through a drip into a vein"


def told(arm: str, *interventions: tuple[str, str], label: str = "A") -> dict[str, list[str]]:
    """The group's words and each drug with its own → the schedules of each name."""
    given = tuple(Intervention(name=name, kind=DRUG, description=words) for name, words in interventions)
    group = Arm(label=label, description=arm, interventions=tuple(f"Drug: {each.name}" for each in given))
    record = TrialRecord("ctgov", "NCT00000001", arms=(group,), interventions=given)
    return {one.name: [each.english() for each in one.schedules] for one in RegimenReader(record).of(group)}


def test_words_before_the_only_name_of_a_sentence_are_on_it():
    assert told(
        "On Day 1, people receive Rice. On Day 2, people receive Soy.", ("Rice", ""), ("Soy", "")
    ) == {
        "Rice": ["on day 1"],
        "Soy": ["on day 2"],
    }


def test_words_before_plus_are_not_on_what_follows():
    assert told("q12h administered IV, plus Saline", ("Saline", ""), ("Drug X1", ""))["Saline"] == []


def test_a_name_of_several_drugs_is_told_drug_by_drug():
    assert told(
        "", ("Fluzoparib; Apatinib", "Fluzoparib orally twice daily; Apatinib orally once daily")
    ) == {
        "Fluzoparib": ["twice daily"],
        "Apatinib": ["once daily"],
    }


def test_a_cycle_told_once_holds_for_every_drug_of_the_group():
    words = "X1-mab IV on day 1. Y2-mab IV on days 1 and 8. Cycles repeat every 21 days."

    assert told(words, ("X1-mab", ""), ("Y2-mab", "")) == {
        "X1-mab": ["on day 1 of each 21-day cycle"],
        "Y2-mab": ["on days 1 and 8 of each 21-day cycle"],
    }


def test_days_of_a_numbered_cycle_are_not_days_of_each_cycle():
    words = "X1-mab IV on days 1 and 8 of cycle 1 and day 1 of cycles 2-6. Each cycle is 21 days."

    assert told(words, ("X1-mab", "")) == {"X1-mab": []}


def test_names_alone_can_say_when():
    assert told("", ("K-877 (once daily)", "")) == {"K-877 (once daily)": ["once daily"]}
    assert told("", ("CM326", ""), label="CM326 55 mg every 2 weeks") == {"CM326": ["every 2 weeks"]}


def test_standard_care_is_several_drugs_and_none_of_them_is_told_for_all():
    assert told("", ("Standard of care", "Prednisone 40 mg/day or the like for 5 days")) == {
        "Standard of care": []
    }


def test_words_on_a_placebo_that_is_not_listed_are_not_on_the_drug():
    words = "X1-mab 3 mg twice daily. 10 mg placebo once daily."

    assert told(words, ("X1-mab", "")) == {"X1-mab": ["twice daily"]}
    assert told("X1-mab or placebo once daily", ("X1-mab", "")) == {"X1-mab": ["once daily"]}


def test_words_on_the_next_drug_are_not_on_the_one_before():
    words = "X1-mab with monthly fixed-dose Y2-mab infusions"

    assert told(words, ("X1-mab", ""), ("Y2-mab", ""))["X1-mab"] == []


def test_what_names_no_drug_is_told_only_where_it_can_mean_but_one():
    several = (("X1-mab", ""), ("Y2-mab", ""))

    assert told("Injections every other week", *several)[""] == ["every 2 weeks"]
    assert "" not in told("Injections every other week, and tablets", *several)


def test_the_fuller_of_two_texts_that_agree_is_told():
    assert told("X1-mab once daily", ("X1-mab", "Once daily for 12 weeks")) == {
        "X1-mab": ["once daily for 12 weeks"]
    }


@pytest.mark.parametrize(
    ("words", "route"),
    [
        ("Oral daily dosing", "by mouth"),
        ("Tablets, 400 mg, once daily", "by mouth"),
        ("Subcutaneous injection every 8 weeks", "as an injection under the skin"),
        ("Intravenous administration", "into a vein"),
        ("0.5 mL via Intramuscular", "as an injection into a muscle"),
    ],
)
def test_a_route_is_read_with_a_capital_too(words, route):
    assert route_of(words) == route
    assert route_of(words.lower()) == route


def test_a_drip_is_a_way_into_a_vein_and_a_bolus_beside_it_is_another():
    assert route_of("An intravenous infusion of 12 mg/kg. Intravenous administration") == DRIP
    assert route_of("Intravenous bolus over 1 minute followed by a 24 hour intravenous infusion") == ""


def test_words_on_a_drug_that_say_into_a_vein_leave_the_drip_of_its_group():
    given = (Intervention(name="X1", kind=DRUG, description="Intravenous administration"),)
    group = Arm(label="A", description="X1 by IV infusion every 4 weeks", interventions=("Drug: X1",))
    record = TrialRecord("ctgov", "NCT00000001", arms=(group,), interventions=given)

    assert [one.route for one in RegimenReader(record).of(group)] == [DRIP]


@pytest.mark.parametrize("words", ["Class IV aerobic exercises on bed", "patients in stage IV"])
def test_the_roman_number_four_is_no_vein(words):
    assert route_of(words) == ""
    assert route_of("10 mg/kg IV on day 1") == "into a vein"


def test_a_game_on_a_tablet_is_not_swallowed():
    assert route_of("a tablet-based game aimed at attention") == ""
    assert route_of("One tablet, twice daily") == "by mouth"
