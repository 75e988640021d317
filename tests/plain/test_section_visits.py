"""How often will I be seen, and for how long?"""

import pytest

from tests.plain.reading import made, said
from trialway.record import Recruitment
from trialway.vocabulary.coded import Coded


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        ("recruiting", "The record does not say how long people will be seen."),
        ("completed", "The record does not say how long people were seen."),
        ("withdrawn", "The record does not say how long people were going to be seen."),
    ],
)
def test_a_length_that_nobody_states_is_said_to_be_unstated_in_its_tense(status, sentence):
    record = made(recruitment=Recruitment(status=Coded(status, status.upper())))
    assert sentence in said(record, "visits")
