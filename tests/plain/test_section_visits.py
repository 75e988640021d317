"""How often will I be seen, and for how long?"""

import pytest

from tests.plain.reading import made, said
from trialway.record import Outcome, Outcomes, Recruitment
from trialway.vocabulary.coded import Coded


def test_where_no_time_is_told_the_registry_is_said_to_have_no_field_for_visits():
    unsaid = "The registry has no field of its own for visits."
    timed = Outcomes(primary=(Outcome(measure="Pain", time_frame="6 weeks"),))

    assert unsaid in said(made(), "visits")
    assert unsaid not in said(made(outcomes=timed), "visits")


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
