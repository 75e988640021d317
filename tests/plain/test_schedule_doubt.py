"""What was not read spoils what was: one word of time, order or change that nobody knows to be harmless."""

import pytest

from trialway.plain.attribute_text import attribute_text
from trialway.plain.named import Names
from trialway.plain.regimen import RegimenReader
from trialway.record import Arm, Intervention, TrialRecord
from trialway.vocabulary.coded import Coded

DRUG = Coded("drug", "DRUG")


def told(words: str, *, name: str = "Drug X1", others: tuple[str, ...] = (), kind: str = "") -> list[str]:
    """The schedules of the first drug in a group that these words describe."""
    given = tuple(Intervention(name=each, kind=DRUG) for each in (name, *others))
    group = Arm(
        label="A",
        kind=Coded(kind, kind) if kind else None,
        description=words,
        interventions=tuple(f"Drug: {each.name}" for each in given),
    )
    record = TrialRecord("ctgov", "NCT00000001", arms=(group,), interventions=given)
    return [
        each.plain() for one in RegimenReader(record).of(group) if one.name == name for each in one.schedules
    ]


@pytest.mark.parametrize(
    "words",
    [
        "An infusion every 2 weeks in cycles 1 to 4",
        "On days 1, 8 and 15 of each 21-day cycle, in cycles 1-8",
        "Day 1 of each 21-day cycle, alternating with radiotherapy",
        "A single dose in each of three periods",
        "A single dose, repeated if needed",
        "Weekly infusions in 3 four-week periods",
        "6 mg qd 2W/3W",
        "Once daily, at week 52 every other day",
        "Twice daily, 3 times a week",
        "Every 3 weeks after a loading phase",
        "Supplied in single-dose vials. A single injection is given on two visits",
        "A drink 3-5x/day",
        "If people cannot eat, insulin is given every 6 hours",
        "according to the patients' daily glucose controlling plan",
        "less than <50 g/day of sugar",
        "7 one-hour phases over every 24-hour period",
    ],
)
def test_a_word_that_was_not_read_leaves_no_calendar(words):
    assert told(words) == []


@pytest.mark.parametrize(
    ("words", "schedule"),
    [
        ("Twice daily for 12 weeks in part B, by cohort", "twice a day"),
        ("Once daily at the same time, 30 minutes before breakfast, over 24 weeks", "once a day"),
        ("20 mg once daily, up-titrated to 40 mg once daily at the week 4 visit", "once a day"),
        ("Infused over 30 minutes every 3 weeks, up to 12 months", "every 3 weeks"),
        ("Every 4 weeks for 6 cycles", "every 4 weeks"),
        (
            "On day 1 of cycle 1 and thereafter on day 1 of each 21-day cycle",
            "on day 1 of each 3-week (21-day) cycle",
        ),
        ("On Days 1−14 of each 21-day cycle", "on days 1 to 14 of each 3-week (21-day) cycle"),
        ("4 capsules to be taken per day (2 in the morning and 2 in the evening)", ""),
    ],
)
def test_what_is_known_to_be_harmless_does_not_spoil_it(words, schedule):
    assert told(words) == ([schedule] if schedule else [])


def test_words_before_the_next_name_are_on_it():
    assert told("Drug X1 with 5 mg of Drug Y2 once daily", others=("Drug Y2",)) == []
    assert told("Radiotherapy with weekly Drug Y2", name="Radiotherapy", others=("Drug Y2",)) == []


def test_a_name_that_is_part_of_another_is_not_mentioned_by_it():
    words = "Placebo to match Darusentan for 2 weeks, then Darusentan 100 mg once daily for 14 weeks"

    assert told(words, name="Darusentan Placebo", others=("Darusentan",)) == []


def test_a_regimen_that_is_one_of_two_is_not_told_as_the_only_one():
    words = "Drug X1 and Drug Y2 every 2 weeks, or Drug Z3 and Drug X1 every 3 weeks"

    assert told(words, others=("Drug Y2", "Drug Z3")) == []


def test_the_drug_that_a_placebo_looks_like_is_not_given_in_its_group():
    drug = Intervention(name="Drug X1", kind=DRUG, description="50 mg twice daily")
    group = Arm(
        label="Placebo",
        kind=Coded("placebo_comparator", "PLACEBO_COMPARATOR"),
        description="Tablets that mimic the appearance of Drug X1",
        interventions=("Drug: Drug X1",),
    )
    record = TrialRecord("ctgov", "NCT00000001", arms=(group,), interventions=(drug,))

    (one,) = RegimenReader(record).of(group)

    assert (one.schedules, one.dose) == ((), "")


@pytest.mark.parametrize(
    "words",
    [
        "20 mg once daily, titrated as tolerated",
        "100 mg once daily, 50 mg/week in slow metabolisers",
        "dissolved in 200 ml of hot water once daily",
        "4 tablets (0.47 g per tablet) twice daily",
        "2.0±1.0 mCi once daily",
        "20~40mg once daily",
        "starting at 20 mg daily",
        "a solution of 20 mg/mL once daily",
        "75% of 1000 mg once daily",
    ],
)
def test_an_amount_that_is_not_the_dose_is_not_told_as_the_dose(words):
    drug = Intervention(name="Drug X1", kind=DRUG)
    group = Arm(label="A", description=words, interventions=("Drug: Drug X1",))
    record = TrialRecord("ctgov", "NCT00000001", arms=(group,), interventions=(drug,))

    assert RegimenReader(record).of(group)[0].dose == ""


def test_how_other_drugs_are_taken_is_not_how_this_one_is():
    drug = Intervention(name="Drug X1", kind=DRUG)
    words = "Drug X1 once daily in people on oral antidiabetic drugs"
    group = Arm(label="A", description=words, interventions=("Drug: Drug X1",))
    record = TrialRecord("ctgov", "NCT00000001", arms=(group,), interventions=(drug,))

    assert RegimenReader(record).of(group)[0].route == ""


@pytest.mark.parametrize(
    ("words", "schedule"),
    [
        ("11 administrations 4 weeks apart", "every 4 weeks"),
        ("It is injected once before surgery", "one time"),
        ("A single slow infusion administration during surgery", "one time"),
        ("A single dose, with planned dose cohorts at 1 and 3 mg/kg", "one time"),
        ("Injections on days 1, 7 and 14", "on days 1, 7 and 14"),
        ("Injections on days 1 and 14", "on days 1 and 14"),
        ("Every 8 hours. The tablets are taken 3 times a day", "every 8 hours"),
        ("Every 2 or 4 weeks; the dosing frequency hangs on the weight", "every 2 or 4 weeks"),
        ("1 intake per day", "every day"),
    ],
)
def test_ways_of_writing_that_are_safe_are_read(words, schedule):
    assert told(words) == [schedule]


def test_words_that_name_nothing_are_those_of_the_only_drug():
    surgery = Intervention(name="Surgery", kind=Coded("procedure", "PROCEDURE"))
    drug, other = Intervention(name="Drug X1", kind=DRUG), Intervention(name="Drug Y1", kind=DRUG)

    assert attribute_text("Taken twice daily", Names([surgery, drug])) == [(drug, "Taken twice daily")]
    assert attribute_text("Taken twice daily", Names([surgery, drug, other])) == [(None, "Taken twice daily")]


def test_a_placebo_of_no_kind_counts_as_a_drug():
    surgery = Intervention(name="Surgery", kind=Coded("procedure", "PROCEDURE"))
    placebo = Intervention(name="Placebo")

    assert attribute_text("Taken twice daily", Names([surgery, placebo])) == [(placebo, "Taken twice daily")]
