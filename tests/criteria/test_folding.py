import pytest
from hypothesis import given
from hypothesis import strategies as st

from trialway.criteria.normalised_text import normalise_text


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Age \\>= 18", "age ≥ 18"),
        ("Age greater than or equal to 18", "age ≥ 18"),
        ("at least 18 years", "≥ 18 years"),
        ("no more than two prior lines", "≤ two prior lines"),
        ("less than 3 months", "< 3 months"),
        ("older than 18", "> 18"),
        ("ANC \\>/= 1500", "anc ≥ 1500"),
        ("HbA1c \\&lt; 8 %", "hba1c < 8 %"),
        ("ECOG\n  0–1", "ecog 0-1"),
        ("Patients over the course of the study", "patients over the course of the study"),
    ],
)
def test_one_spelling_for_many(written, folded):
    assert normalise_text(written, 0, len(written)).text == folded


@given(st.text(alphabet=st.sampled_from("aB ≥\\><=&;1İ\n-é"), max_size=60))
def test_every_place_leads_back_to_the_source(text):
    folded = normalise_text(text, 0, len(text))

    assert len(folded.sources) == len(folded.text) + 1
    assert list(folded.sources) == sorted(folded.sources)
    assert all(0 <= place <= len(text) for place in folded.sources)
