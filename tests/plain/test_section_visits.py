"""How often will I be seen, and for how long?"""

import pytest

from tests.plain.reading import made, said
from trialway.record import Recruitment
from trialway.vocabulary.coded import Coded


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        ("recruiting", "No field of the record says how long people will be seen."),
        ("completed", "No field of the record says how long people were seen."),
        ("withdrawn", "No field of the record says how long people were going to be seen."),
    ],
)
def test_a_length_that_nobody_states_is_said_to_be_unstated_in_its_tense(status, sentence):
    record = made(recruitment=Recruitment(status=Coded(status, status.upper())))
    assert sentence in said(record, "visits")


@pytest.mark.parametrize(
    ("status", "question"),
    [
        ("recruiting", "How often will I be seen, and for how long?"),
        ("completed", "How often were people seen, and for how long?"),
        ("withdrawn", "How often were people seen, and for how long?"),
    ],
)
def test_the_question_is_asked_in_the_tense_of_the_trial(status, question):
    record = made(recruitment=Recruitment(status=Coded(status, status.upper())))
    assert record.section("visits").question == question
