"""Records teach synonyms, and only when enough of them agree."""

from trialway.search.document.names import TrialNames
from trialway.search.language.synonym_mining import SynonymMiner, abbreviations


def learned(*said: TrialNames, titles=()) -> set[tuple[str, str]]:
    learning = SynonymMiner()
    for each in said:
        learning.take(each, titles)
    return {(each.asked, each.form) for each in learning.equations()}


def a_condition(word: str, heading: str) -> TrialNames:
    return TrialNames(conditions=(word,), condition_terms=(heading,))


def test_a_condition_alone_beside_one_heading_is_another_word_for_it():
    said = a_condition("Cow Milk Allergy", "Milk Hypersensitivity")

    assert ("Cow Milk Allergy", "Milk Hypersensitivity") in learned(said, said)
    assert ("Milk Hypersensitivity", "Cow Milk Allergy") in learned(said, said)
    assert learned(said) == set()


def test_a_narrower_condition_is_no_other_word():
    said = a_condition("Severe Asthma", "Asthma")

    assert learned(said, said, said) == set()


def test_a_word_that_mostly_means_something_else_is_not_learned():
    twice = [a_condition("NSCLC", "Lung Neoplasms")] * 2
    others = [a_condition("NSCLC", "Carcinoma, Non-Small-Cell Lung")] * 3

    assert learned(*twice, *others) == {
        ("NSCLC", "Carcinoma, Non-Small-Cell Lung"),
        ("Carcinoma, Non-Small-Cell Lung", "NSCLC"),
    }


def test_a_heading_that_stands_for_many_conditions_is_another_word_for_none_of_them():
    wide = [a_condition(word, "Healthy Volunteers") for word in ("Heart Failure", "Obesity", "Asthma") * 2]
    mixed = [a_condition(word, "Mental Disorders") for word in ("Stress", "Burnout", "Fear") * 2]

    assert learned(*wide, *mixed) == set()


def test_a_heading_on_a_large_share_of_trials_is_wider_than_any_condition():
    said = a_condition("Grippe", "Influenza, Human")
    with_heading = [TrialNames(conditions=("A", "B"), condition_terms=("Influenza, Human",))] * 40

    assert learned(said, said) != set()
    assert learned(said, said, *with_heading) == set()


def test_several_conditions_or_headings_teach_nothing():
    said = TrialNames(conditions=("Pain", "Fever"), condition_terms=("Pain",))

    assert learned(said, said, said) == set()


def test_other_names_of_an_intervention_are_learned_in_both_directions():
    said = TrialNames(treatments=(("trastuzumab emtansine", "T-DM1"),))

    assert learned(said, said) == {("trastuzumab emtansine", "T-DM1"), ("T-DM1", "trastuzumab emtansine")}


def test_a_name_in_brackets_is_another_name():
    said = TrialNames(treatments=(("omalizumab (Xolair)",),))

    assert ("Xolair", "omalizumab") in learned(said, said)


def test_a_placebo_is_no_other_name_for_anything():
    said = TrialNames(treatments=(("HSA", "Placebo"), ("Drug X 50 mg", "Drug X")))

    assert learned(said, said, said) == set()


def test_two_things_given_side_by_side_are_two_things():
    together = TrialNames(treatments=(("cisatracurium", "sufentanil"),))
    apart = TrialNames(treatments=(("cisatracurium",), ("sufentanil",)))

    assert learned(together, together) != set()
    assert learned(together, together, apart, apart) == set()


def test_a_long_list_of_names_is_a_list_of_parts():
    said = TrialNames(treatments=(tuple(f"part{n}" for n in "abcdefghij"),))

    assert learned(said, said) == set()


def test_a_short_form_finds_the_long_one_and_only_long_short_forms_are_found_by_it():
    found = learned(TrialNames(), TrialNames(), titles=("Trial in Non-Small Cell Lung Cancer (NSCLC)",))
    assert ("NSCLC", "Non-Small Cell Lung Cancer") in found
    assert ("Non-Small Cell Lung Cancer", "NSCLC") in found

    found = learned(TrialNames(), TrialNames(), titles=("Training after Myocardial Infarction (MI)",))
    assert ("MI", "Myocardial Infarction") in found
    assert ("Myocardial Infarction", "MI") not in found


def test_the_long_form_has_the_letters_of_the_short_one_in_order():
    assert abbreviations(["Patients With Atrial Fibrillation (AF)"]) == {("AF", "Atrial Fibrillation")}
    assert abbreviations(["A Study of Something Else (AF)"]) == set()
    assert abbreviations(["Asthma (adults)", "(AF)", "x (AF"]) == set()
