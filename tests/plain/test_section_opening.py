"""Is it open? What the text says of status, dates and people."""

import datetime as dt

from tests.plain.reading import made, said
from trialway.record import (
    Arm,
    Dates,
    Design,
    Recruitment,
)  # fmt: skip
from trialway.vocabulary.coded import Coded
from trialway.vocabulary.dates import StatedDate

TODAY = dt.date(2026, 6, 18)
RANDOMISED = Coded("randomised", "RANDOMIZED")
ARMS = (Arm(label="A"), Arm(label="B"))


def status(code: str) -> Coded:
    return Coded(code, code.upper())


def test_a_status_confirmed_long_ago_says_how_long_ago():
    text = made(TODAY, recruitment=Recruitment(status=status("recruiting"), verified=StatedDate("2024-04")))

    assert "But this was last confirmed 26 months ago, in April 2024." in said(text, "open")
    assert "Ask the trial team before you rely on this." in said(text, "open")


def test_a_status_confirmed_lately_says_when():
    text = made(TODAY, recruitment=Recruitment(status=status("recruiting"), verified=StatedDate("2026-05")))

    assert "This was last confirmed in May 2026." in said(text, "open")


def test_an_unknown_status_says_what_it_was_before():
    text = made(
        TODAY,
        recruitment=Recruitment(
            status=status("unknown"), last_known=status("recruiting"), verified=StatedDate("2020-01")
        ),
    )

    assert "Before that, the record said “recruiting”." in said(text, "open")


def test_recruiting_after_its_end_is_said():
    text = made(
        TODAY,
        recruitment=Recruitment(status=status("recruiting")),
        dates=Dates(completion=StatedDate("2025-12")),
    )

    assert "The record says that the trial is recruiting, but its end date has passed." in said(text, "open")


def test_a_withdrawn_trial_says_that_nobody_joined():
    text = made(recruitment=Recruitment(status=status("withdrawn"), why_stopped="No funding"))

    assert "The trial was called off before anyone joined." in said(text, "open")
    assert "The record gives this reason: “No funding”." in said(text, "open")


def test_nothing_happened_in_a_trial_that_nobody_joined():
    design = Design(
        allocation=RANDOMISED,
        masking=Coded("double", "DOUBLE"),
        who_masked=(Coded("participant", "PARTICIPANT"),),
    )
    text = made(recruitment=Recruitment(status=status("withdrawn")), arms=ARMS, design=design)

    assert "Chance was going to decide who was in which group." in said(text, "how")
    assert "People were not going to know which group they were in." in said(text, "how")


def test_an_empty_record_makes_a_text_without_holes():
    text = made()

    assert text.title.text == "Trial NCT00000001"
    assert all(section.every for section in text.sections)
