"""Small words of the patient text at their limits: lists, long names, ratios, doses, choices."""

# ruff: noqa: E501 - a table is read best with one case on a line

import pytest

from tests.plain.reading import made, said
from trialway.plain.dosing.read_schedules import read_schedules
from trialway.plain.glossary import find_terms
from trialway.plain.phrases import join_chain, join_list, short
from trialway.plain.regimen import RegimenReader
from trialway.plain.routes import dose_of
from trialway.record import (
    Arm,
    Design,
    Intervention,
    Outcome,
    Outcomes,
    ResultsStatus,
    TrialRecord,
    UnpostedEvent,
    ViolationEvent,
)
from trialway.vocabulary.coded import Coded

DRUG = Coded("drug", "DRUG")


def text_of(pieces) -> str:
    return "".join(piece.text for piece in pieces)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["A"], "A"),
        (["A", "B"], "A and B"),
        (["A", "B", "C"], "A, B and C"),
        (["A", "B", "C", "D"], "A, B and C"),
        ([], ""),
    ],
)
def test_a_list_is_joined_by_commas_and_a_last_and(words, told):
    assert text_of(join_list(words)) == told


def test_a_list_can_be_joined_by_or_and_cut_shorter():
    assert text_of(join_list(["A", "B", "C"], "or")) == "A, B or C"
    assert text_of(join_list(["A", "B", "C"], most=2)) == "A and B"
    assert join_chain(["a", "b", "c"], "or") == "a, b or c"


def test_a_name_of_more_than_sixty_characters_fits_no_sentence():
    assert short(["x" * 60, "y" * 61, " X ", "x", ""]) == ["x" * 60, "X"]


def test_what_is_too_long_for_a_name_is_quoted_as_what_the_record_calls_it():
    long = "Tablets of a salt of something that has a very long name indeed, 61"
    text = made(
        arms=(Arm(label="A", interventions=(f"Drug: {long}",)),),
        interventions=(Intervention(name=long, kind=DRUG),),
    )

    assert f"People get what the record calls “{long}”." in said(text, "given")


def test_of_several_notices_the_first_is_shown_and_the_last_event_counts():
    status = ResultsStatus(
        unposted_events=(
            UnpostedEvent(kind=Coded("reset", "RESET")),
            UnpostedEvent(kind=Coded("release", "RELEASE")),
        ),
        violations=(ViolationEvent(description="First notice"), ViolationEvent(description="Second notice")),
    )
    told = said(made(results_status=status), "results")

    assert "The registry shows a notice by the US regulator: “First notice”." in told
    assert not any("Second" in one or "mended" in one for one in told)


def test_results_that_were_sent_back_are_told():
    status = ResultsStatus(unposted_events=(UnpostedEvent(kind=Coded("reset", "RESET")),))

    assert "The registry sent the results back to the team to be mended." in said(
        made(results_status=status), "results"
    )


@pytest.mark.parametrize(
    ("text", "dose"),
    [
        ("10 mg once daily", "10 mg"),
        ("10 mg, then 20 mg", ""),
        ("10 mg to 20 mg", ""),
        ("10 mg and again 10 mg", "10 mg"),
        ("once daily", ""),
    ],
)
def test_one_dose_is_told_and_of_several_none(text, dose):
    assert dose_of(text) == dose


@pytest.mark.parametrize(
    ("words", "schedules"),
    [
        ("Drug X and Drug Y every 2 weeks, or Drug X and Drug Z every 3 weeks", []),
        ("Drug X once daily. Drug Y or Drug Z weekly", ["once a day"]),
    ],
)
def test_what_is_one_of_a_choice_has_no_schedule_of_its_own(words, schedules):
    given = tuple(Intervention(name=name, kind=DRUG) for name in ("Drug X", "Drug Y", "Drug Z"))
    group = Arm(label="A", description=words, interventions=tuple(f"Drug: {one.name}" for one in given))
    record = TrialRecord("ctgov", "NCT00000001", arms=(group,), interventions=given)
    (first,) = (one for one in RegimenReader(record).of(group) if one.name == "Drug X")

    assert [one.plain() for one in first.schedules] == schedules


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("twice daily", ["twice a day"]),
        ("three times a week", ["3 times a week"]),
        ("twice per month", ["twice a month"]),
        ("every 8 hours. Twice a day", []),
        ("Day 1 Cycle 1 and thereafter on Day 1 of each 21-day cycle. Day 8 is free", ["on day 1 of each 3-week (21-day) cycle"]),
    ],
)  # fmt: skip
def test_two_ways_of_saying_how_often_agree_or_nothing_is_told(words, told):
    assert [one.plain() for one in read_schedules(words)] == told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Randomised 1:1.", "The chance of each group is 1 in 2."),
        ("Randomised 3:1.", "The chance is 3 in 4 for one group, and 1 in 4 for the other."),
        ("Randomised 20:1.", "The chance is 20 in 21 for one group, and 1 in 21 for the other."),
        ("Randomised 21:1.", "On the chance of each group, the record says: “Randomised 21:1”."),
        ("Randomised.", "The registry has no field for the chance of each group."),
    ],
)
def test_a_ratio_of_groups_is_told_as_a_chance(words, told):
    design = Design(allocation=Coded("randomised", "RANDOMIZED"), intervention_model_description=words)

    assert told in said(made(design=design, arms=(Arm(label="A"), Arm(label="B"))), "how")


@pytest.mark.parametrize(("length", "quoted"), [(119, True), (120, True), (121, False)])
def test_a_time_frame_is_quoted_up_to_a_length(length, quoted):
    frame = ("week " * 40)[:length].strip().ljust(length, "s")
    text = made(outcomes=Outcomes(primary=(Outcome(measure="Pain", time_frame=frame),)))

    assert any(frame in one for one in said(text, "visits")) is quoted


@pytest.mark.parametrize(("label", "schedules"), [("Placebo", []), ("Group", ["once a day"])])
def test_a_group_called_placebo_does_not_get_the_drug_that_it_looks_like(label, schedules):
    given = (Intervention(name="Drug X", kind=DRUG, description="10 mg once daily"),)
    group = Arm(label=label, interventions=("Drug: Drug X",))
    (told,) = RegimenReader(TrialRecord("ctgov", "NCT00000001", arms=(group,), interventions=given)).of(group)

    assert [one.plain() for one in told.schedules] == schedules


def test_a_word_of_two_letters_is_explained_where_it_is_a_term():
    assert [one.term.name for one in find_terms("the GI tract")] != []
    assert list(find_terms("A I O")) == []
