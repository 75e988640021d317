"""What stands above a concept, and the one path in lay words under which it is shown."""

import pytest

from trialway.concepts.concept import KINDS
from trialway.concepts.concept_list import shipped_concepts


def concept(name):
    (match,) = shipped_concepts().of_name(name)
    return match.concept


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("Heart Failure", "Heart › Heart failure"),
        ("Breast Neoplasms", "Cancer › Breast cancer"),
        ("Carcinoma, Non-Small-Cell Lung", "Cancer › Lung cancer › Non-small-cell lung carcinoma"),
        ("Diabetes Mellitus, Type 2", "Diabetes › Type 2 diabetes"),
    ],
)
def test_a_condition_has_one_path_in_lay_words(name, path):
    assert shipped_concepts().lay_path(concept(name)) == path


def test_what_is_no_illness_is_its_own_path():
    assert shipped_concepts().lay_path(concept("pembrolizumab")) == "Pembrolizumab"


def test_all_that_is_wider_stands_above():
    above = [each.preferred for each in shipped_concepts().ancestors(concept("systolic heart failure"))]

    assert above[0] == "Heart Failure"
    assert {"Heart Diseases", "Cardiovascular Diseases"} <= set(above)
    assert len(above) == len(set(above))


def test_a_medicine_stands_below_its_class():
    above = {each.kind for each in shipped_concepts().ancestors(concept("metoprolol"))}

    assert "class" in above


def every_concept():
    concepts = shipped_concepts()
    return [concepts.of_id(each) for each in concepts.ids()]


def test_names_have_no_commas_and_every_kind_is_known_and_every_step_leads_up():
    concepts = shipped_concepts()
    for each in every_concept():
        assert "," not in each.lay, each
        assert each.kind in KINDS
        assert each.preferred
        assert each.id not in {above.id for above in concepts.ancestors(each)}, each


def test_an_unknown_id_is_a_key_error():
    with pytest.raises(KeyError):
        shipped_concepts().of_id("mesh:D999999999")
