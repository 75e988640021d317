"""The way to an illness at the head of the patient page: a part of medicine, then names that people know."""

from trialway.presenters.patient.lay_paths import lay_paths
from trialway.record import ConditionTerms, MeshTerm, TrialRecord
from trialway.sample import SEEN
from trialway.trial import Source, Trial


def paths(*headings: tuple[str, str], conditions: tuple[str, ...] = ()) -> list[list[tuple[str, str]]]:
    terms = tuple(MeshTerm(id=number, name=name) for number, name in headings)
    record = TrialRecord(
        "ctgov", "NCT00000001", conditions=conditions, condition_terms=ConditionTerms(terms=terms)
    )
    trial = Trial(1, "nct00000001", 1, (Source(record, SEEN, SEEN),))
    return [[(step.words, step.query) for step in path] for path in lay_paths(trial)]


def test_an_illness_is_named_as_people_do_under_its_part_of_medicine():
    assert paths(("D006333", "Heart Failure")) == [[("Heart", ""), ("Heart failure", "Heart failure")]]


def test_no_step_is_searched_for_as_a_phrase():
    (path,) = paths(("D004938", "Esophageal Neoplasms"))

    assert path[-1] == ("Food pipe cancer", "Food pipe cancer")


def test_a_record_without_headings_has_the_way_of_what_its_conditions_name():
    assert paths(conditions=("Obesity and Type 2 Diabetes",))[-1][-1][0] == "Type 2 diabetes"


def test_a_step_that_another_path_goes_on_from_is_no_path_of_its_own():
    found = paths(("D001943", "Breast Neoplasms"), ("D009369", "Neoplasms"), ("D064726", "Triple Negative"))

    assert len(found) <= 2
    assert not any(one != other == one[: len(other)] for one in found for other in found)


def test_what_no_list_knows_has_no_path():
    assert paths(conditions=("Efficacy and Safety",)) == []
