"""Medicines are known by the stem of their class and editions by their ordinal, not one by one."""

import pytest

from tests.criteria.reading import included, said, trial
from trialway.criteria import evaluate
from trialway.criteria.expressions import Exists, Not, Within


@pytest.mark.parametrize("name", ["pemetrexed", "paclitaxel", "bevacizumab", "adagrasib", "palbociclib"])
def test_a_medicine_never_taken_is_read_by_its_stem(name):
    assert said(f"No prior {name}") == [
        Not(part=Exists(kind="prior treatment", variable="prior_treatment", where=(name,)))
    ]


def test_a_place_in_a_trial_of_a_medicine_is_no_medicine_taken():
    found = included("No prior bevacizumab trial").findings

    assert [one.kind for one in found if one.kind == "prior treatment"] == []


@pytest.mark.parametrize("name", ["omalizumab", "montelukast", "cetirizine", "apixaban", "pirtobrutinib"])
def test_a_window_after_a_medicine_is_a_wash_out(name):
    windows = [one for one in said(f"{name} within 4 weeks before screening") if isinstance(one, Within)]

    assert [one.window for one in windows] == ["wash-out"]


@pytest.mark.parametrize("edition", ["8th", "9th", "10th", "2nd"])
def test_any_edition_of_staging_rules_only_narrows(edition):
    criteria = trial(f"Inclusion Criteria:\n\n* HER2-positive breast cancer, AJCC {edition} edition")

    assert evaluate(criteria, {"her2": "negative"}).outcome == "does not seem to fit"
