"""Numbers of trials are known in any form; words are never taken for numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trialway.search.document.identifiers import (
    as_name,
    looks_like_identifier,
    normalise_identifier,
    registry_number,
)


@pytest.mark.parametrize(
    "typed",
    [
        "NCT04740918",
        "nct04740918",
        " NCT 04740918 ",
        "NCT-04740918",
        "nct 0474 0918",
        "NCT4740918",
        "ＮＣＴ04740918",
    ],
)
def test_a_registry_number_in_any_form(typed):
    assert registry_number(typed) == "NCT04740918"


@pytest.mark.parametrize(
    "typed", ["NCT0474091", "NCT047409180", "NCT", "04740918", "NCT04740918 asthma", "asthma", "", "NCTabc"]
)
def test_what_could_be_several_numbers_or_none_is_none(typed):
    assert registry_number(typed) is None


def test_identifiers_are_compared_by_letters_and_digits():
    assert normalise_identifier("2010-019256-37") == normalise_identifier("2010 019256/37") == "201001925637"
    assert as_name("bo 29738") == "BO29738"
    assert as_name("nct 4740918") == "NCT04740918"


@pytest.mark.parametrize("typed", ["BO29738", "2010-019256-37", "CA209-067", "U1111-1111-1111"])
def test_these_look_like_identifiers(typed):
    assert looks_like_identifier(typed)


@pytest.mark.parametrize(
    "typed", ["sprint", "HER2", "COVID-19", "phase 3", "asthma in children born 2010", ""]
)
def test_these_do_not(typed):
    assert not looks_like_identifier(typed)


@given(st.text())
def test_anything_can_be_asked(typed):
    number = registry_number(typed)
    assert number is None or registry_number(number) == number
    assert normalise_identifier(normalise_identifier(typed)) == normalise_identifier(typed)
