"""The longest time for which people are looked at, as time frames of outcomes write it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.plain.reading import made, said
from trialway.plain.time_frames import read_time_frame
from trialway.record import Outcome, Outcomes, Recruitment
from trialway.vocabulary.coded import Coded

COMPLETED = Recruitment(status=Coded("completed", "COMPLETED"))


def longest(*frames: str, measure: str = "Pain") -> list[str]:
    outcomes = tuple(Outcome(measure=measure, time_frame=frame) for frame in frames)
    text = made(recruitment=COMPLETED, outcomes=Outcomes(secondary=outcomes))
    return [one for one in said(text, "visits") if "longest time" in one or "also names" in one]


@pytest.mark.parametrize(
    ("frame", "told"),
    [
        ("Week 80", "week 80"),
        ("Weeks 12, 24 and 52", "week 52"),
        ("Day 85 ± 2 days", "day 85"),
        ("7 Years 3 Months", "7 years and 3 months"),
        ("15±2 weeks", "15 weeks"),
        ("up to 6-12 months", "12 months"),
        ("6 and 12 months", "12 months"),
        ("baseline, every 4 weeks, up to 2 years", "2 years"),
        ("Screening (week -2), week 4", "week 4"),
        ("six months", "6 months"),
        ("336 hours post-dose", "336 hours, counted from “dose”"),
        ("30 days after surgery", "30 days, counted from “surgery”"),
        ("12 months after randomization", "12 months"),
        ("30 days after the last dose", "30 days, counted from “the last dose”"),
    ],
)
def test_the_longest_time_is_read_as_it_is_written(frame, told):
    assert longest(frame) == [f"The longest time named for its measures was {told}."]


@pytest.mark.parametrize(
    "frame",
    [
        "Baseline",
        "children aged 2 years",
        "at 24 months of age",
        "within 30 days before surgery",
        "January 2018 to December 2024",
        "Cycle 1, Day 15",
        "week 12, then 1./2. years",
        "for a year",
    ],
)
def test_what_is_no_length_or_cannot_be_read_is_not_told(frame):
    assert longest(frame) == []


def test_one_time_frame_that_cannot_be_read_leaves_the_longest_untold():
    assert longest("12 weeks", "June 2024") == []


def test_a_time_from_the_end_of_treatment_stands_beside_the_longest():
    assert longest("12 weeks", "30 days after last dose") == [
        "The longest time named for its measures was 12 weeks.",
        "The record also names this time: “30 days after last dose”.",
    ]


def test_the_time_of_a_measure_of_recruitment_is_nobodys_time():
    assert longest("2 years", measure="Recruitment rate") == []


@given(st.text(max_size=80))
def test_any_text_is_read_without_an_error(text):
    frame = read_time_frame(text)
    assert all(0 < point.days < 15_000 for point in frame.points)


@given(st.integers(1, 99), st.sampled_from(["days", "weeks", "months"]))
def test_a_number_and_a_unit_are_always_found(number, unit):
    assert [point.days > 0 for point in read_time_frame(f"up to {number} {unit}").points] == [True]


def test_a_time_after_the_end_of_treatment_that_is_longer_than_all_others_is_the_longest():
    assert longest("Within 90 days", "90 days to 2 years after the last dose") == [
        "The longest time named for its measures was 2 years, counted from “the last dose”."
    ]
