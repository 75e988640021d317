"""What if I cannot take part, or do not want to?"""

import pytest

from tests.plain.reading import made, said
from trialway.record import ExpandedAccess, Intervention, Recruitment
from trialway.vocabulary.coded import Coded

NONE = "The record says that no special programme gives the treatment outside the trial."
SOME = "The record says that some people can get the treatment outside the trial."


def told(kind: str, *, offered: bool | None) -> list[str]:
    recruitment = Recruitment(
        status=Coded("recruiting", "RECRUITING"), expanded_access=ExpandedAccess(offered=offered)
    )
    given = Intervention(name="X1", kind=Coded(kind, kind.upper()))
    return said(made(recruitment=recruitment, interventions=(given,)), "unable")


@pytest.mark.parametrize("kind", ["drug", "biological", "device"])
def test_whether_a_medicine_can_be_had_outside_the_trial_is_told(kind):
    assert NONE in told(kind, offered=False)
    assert SOME in told(kind, offered=True)
    assert not {NONE, SOME} & set(told(kind, offered=None))


def test_of_what_is_no_medicine_nobody_asks_whether_it_can_be_had():
    assert not {NONE, SOME} & set(told("behavioral", offered=False))
