"""Schedules at their boundaries: the last day that still fits, the first that does not, and who decides."""

# ruff: noqa: E501 - a table is read best with one case on a line

import pytest

from trialway.plain.dosing.compare_schedules import one_way, says_no_more, without_repeats
from trialway.plain.dosing.parts import find_parts
from trialway.plain.dosing.read_schedules import only_cycle, read_schedules
from trialway.plain.dosing.schedule import Schedule, Span, bare
from trialway.plain.dosing.unparsed_time_words import contradicts

DAILY = Schedule(times=1, per="day")


def told(text: str) -> list[Schedule]:
    return [bare(one) for one in read_schedules(text)]


def words(text: str) -> list[str]:
    return [f"{one.plain()} {one.plain_length()}".strip() for one in read_schedules(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("day 7 of each 7-day cycle", ["on day 7 of each 7-day cycle"]),
        ("day 8 of each 7-day cycle", []),
        ("days 1 and 21 Q3W", ["on days 1 and 21 of each 3-week (21-day) cycle"]),
        ("days 1 and 22 Q3W", ["every 3 weeks, on days 1 and 22"]),
        ("days 5-3", []),
        ("days 1-401", []),
        ("at weeks 0-4", []),
        ("every 2 to 4 weeks", ["every 2 to 4 weeks"]),
        ("every 4 to 2 weeks", []),
        ("every 4 or 2 weeks", ["every 4 or 2 weeks"]),
        ("every 2 or 2 weeks", []),
        ("every 2 weeks or 4 months", []),
        ("two or two times a week", []),
        ("once or twice daily", ["once or twice a day"]),
        ("two or three times a week", ["twice or 3 times a week"]),
        ("once daily for 28 days of a 28-day cycle", ["once a day, on days 1 to 28 of each 4-week (28-day) cycle"]),
        ("once daily for 29 days of a 28-day cycle", []),
        ("for 3 days of a 21-day cycle", ["on days 1 to 3 of each 3-week (21-day) cycle"]),
        ("once daily for 1 week of a 4-week cycle", ["once a day, on days 1 to 7 of each 4-week (28-day) cycle"]),
        ("14 days on, 7 days off", ["on days 1 to 14 of each 3-week (21-day) cycle"]),
        ("3 weeks on, 4 days off", ["on days 1 to 21 of each 25-day cycle"]),
        ("on days 1 and 8. Cycles repeat every 21 days", ["on days 1 and 8 of each 3-week (21-day) cycle"]),
        ("on days 1 and 21. Cycles repeat every 21 days", ["on days 1 and 21 of each 3-week (21-day) cycle"]),
        ("on days 1 and 22. Cycles repeat every 21 days", ["on days 1 and 22"]),
        ("on day 0. Cycles repeat every 21 days", ["on day 0"]),
    ],
)  # fmt: skip
def test_what_fits_is_told_and_what_cannot_be_is_not(text, expected):
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("weekly on days 1 and 4", ["on days 1 and 4 of each 7-day cycle"]),
        ("weekly on days 1 and 7", ["on days 1 and 7 of each 7-day cycle"]),
        ("weekly on days 1 and 8", ["every week, on days 1 and 8"]),
        ("weekly on days 1, 7 and 13 of each 28-day cycle", ["on days 1, 7 and 13 of each 4-week (28-day) cycle"]),
        ("weekly on days 1, 6 and 15 of each 28-day cycle", ["every week, on days 1, 6 and 15 of each 4-week (28-day) cycle"]),
        ("twice weekly on days 1, 8 and 15 of each 28-day cycle", ["twice a week, on days 1, 8 and 15 of each 4-week (28-day) cycle"]),
        ("weekly on day 1 of each 28-day cycle", ["every week, on day 1 of each 4-week (28-day) cycle"]),
        ("weekly, 3 weeks on, 1 week off", []),
        ("daily on days 1-5 of each 21-day cycle", ["on days 1 to 5 of each 3-week (21-day) cycle"]),
        ("once daily on days 1-5 of each 21-day cycle", ["once a day, on days 1 to 5 of each 3-week (21-day) cycle"]),
        ("twice daily for 5 days every 3 weeks", ["twice a day, on days 1 to 5 of each 3-week (21-day) cycle"]),
        ("once daily for 2 days every 3 weeks", ["once a day, on days 1 and 2 of each 3-week (21-day) cycle"]),
        ("once daily for 1 day every 3 weeks", ["once a day, on day 1 of each 3-week (21-day) cycle"]),
        (
            "once daily for 21 days every 3 weeks",
            ["once a day, on days 1 to 21 of each 3-week (21-day) cycle"],
        ),
        ("Q3W in 21-day cycles", ["every 3 weeks"]),
        ("Q3W in 42-day cycles", ["every 3 weeks, in cycles of 6 weeks (42 days)"]),
        ("Q1W in 10-day cycles", ["every week, in cycles of 10 days"]),
        ("q12h in 21-day cycles", ["every 12 hours, in cycles of 3 weeks (21 days)"]),
        ("a single dose for 3 days", ["one time"]),
        ("a single dose until progression", ["one time"]),
        ("a single dose on day 1 of each 21-day cycle", ["on day 1 of each 3-week (21-day) cycle"]),
        ("once daily at the same time each day", ["once a day"]),
        ("once daily, 5 times per week", []),
        ("daily (twice a day)", ["twice a day"]),
        ("once daily, twice a day", []),
    ],
)  # fmt: skip
def test_two_parts_are_told_together_where_they_agree(text, expected):
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("dose escalation: 50 mg once daily for 1 week, then 100 mg once daily for 1 week", ["once a day"]),
        ("dose escalation: 50 mg once daily for 1 week, then 100 mg twice daily", ["every day"]),
        ("dose escalation: 50 mg weekly, then 100 mg twice daily", []),
        ("escalating doses on day 1 of each 21-day cycle", ["on day 1 of each 3-week (21-day) cycle"]),
        ("titrated every 2 weeks, then every 4 weeks", []),
        ("titrated, once daily, then at weeks 4 and 8", []),
        ("titrated, once daily, then on days 1 and 8", []),
        ("titrated, every 2 weeks, then on days 1 and 8", []),
        ("titrated, once daily, then a single dose on day 1", []),
        ("dose reductions: once daily, then every other day", ["once a day"]),
        ("a single injection on days 1 and 15", ["one time, on days 1 and 15"]),
        ("or 5 mg once daily", []),
        ("alternatively once daily", []),
        ("every 3 weeks for 4 doses then every 6 weeks", ["every 3 weeks for 4 doses", "every 6 weeks"]),
        ("every 2 weeks or every 4 weeks", ["every 2 or 4 weeks"]),
        ("once daily or 50 mg once daily", ["once a day"]),
        ("once daily for 12 weeks. Once daily for 24 weeks", ["once a day for 12 weeks"]),
        ("twice a day. Three times a week", []),
        ("every 2 weeks, then surgery in 3 weeks", ["every 2 weeks"]),
        (
            "Day 1 Cycle 1 and thereafter on Day 1 of each 21-day cycle, then once daily",
            ["on day 1 of each 3-week (21-day) cycle", "once a day"],
        ),
    ],
)
def test_steps_and_choices_are_told_only_where_one_way_is_left(text, expected):
    assert words(text) == expected


def test_a_phase_belongs_to_the_dose_that_it_stands_before():
    found = read_schedules("loading dose 8 mg/kg on day 1, then maintenance 6 mg/kg every 3 weeks")

    assert [(one.phase, one.plain()) for one in found] == [
        ("loading", "on day 1"),
        ("maintenance", "every 3 weeks"),
    ]


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("every 3 weeks. Treatment continues until progression", "progression"),
        ("every 3 weeks; until progression", ""),
        ("once daily until disease progression", "disease progression"),
    ],
)
def test_how_long_it_goes_on_is_said_in_the_same_breath(text, until):
    (one,) = told(text)

    assert one.until == until


@pytest.mark.parametrize(
    ("abbreviation", "times", "per"),
    [("qd", 1, "day"), ("od", 1, "day"), ("bid", 2, "day"), ("bd", 2, "day"), ("tid", 3, "day"), ("tds", 3, "day"),
     ("qid", 4, "day"), ("qds", 4, "day"), ("qhs", 1, "day"), ("qw", 1, "week"), ("biw", 2, "week"), ("tiw", 3, "week"),
     ("qm", 1, "month"), ("nightly", 1, "day"), ("10 mg nightly", 1, "day"), ("every evening", 1, "day"),
     ("every week", 0, "week"), ("each month", 0, "month"), ("daily", 0, "day"), ("8 mg per day", 0, "day")],
)  # fmt: skip
def test_what_is_written_short_says_how_often(abbreviation, times, per):
    assert told(abbreviation) == [Schedule(times=times, per=per)]


@pytest.mark.parametrize(
    ("length", "span"),
    [
        ("for up to 6 cycles", Span(6, "cycle", True)),
        ("for 6 doses", Span(6, "dose")),
        ("for 4 courses", Span(4, "cycle")),
        ("for 3 infusions", Span(3, "dose")),
        ("for a maximum of 6 months", Span(6, "month", True)),
        ("for 12 weeks", Span(12, "week")),
    ],
)
def test_a_length_is_counted_in_time_cycles_or_doses(length, span):
    assert told(f"once daily {length}") == [Schedule(times=1, per="day", length=span)]


@pytest.mark.parametrize(
    ("schedule", "strip"),
    [
        (Schedule(days=(1, 8), cycle=21), (21, (1, 8))),
        (Schedule(days=(1, 42), cycle=42), (42, (1, 42))),
        (Schedule(days=(1,), cycle=43), (0, ())),
        (Schedule(days=(22,), cycle=21), (0, ())),
        (Schedule(days=(1,)), (0, ())),
        (Schedule(every=Span(6, "week")), (42, (1,))),
        (Schedule(every=Span(7, "week")), (0, ())),
        (Schedule(every=Span(2, "day")), (2, (1,))),
        (Schedule(every=Span(1, "day")), (0, ())),
        (Schedule(every=Span(2, "week"), other=4), (0, ())),
        (Schedule(every=Span(2, "week"), days=(1, 22)), (0, ())),
        (Schedule(every=Span(12, "hour")), (0, ())),
    ],
)
def test_a_strip_is_drawn_for_at_most_six_weeks_with_one_meaning(schedule, strip):
    assert schedule.given_days() == strip


@pytest.mark.parametrize(
    ("schedule", "english", "plain"),
    [
        (Schedule(every=Span(1, "week")), "every week", "every week"),
        (Schedule(every=Span(1, "week"), length=Span(1, "year")), "every week for 1 year", "every week"),
        (Schedule(at=(1,), at_unit="week"), "at weeks 1", "in week 1"),
        (Schedule(days=(1, 2), cycle=10), "on days 1 and 2 of each 10-day cycle", "on days 1 and 2 of each 10-day cycle"),
        (Schedule(days=(1, 2, 3), cycle=7), "on days 1-3 of each 7-day cycle", "on days 1 to 3 of each 7-day cycle"),
        (Schedule(per="day", cycle=7), "daily in 7-day cycles", "every day, in cycles of 7 days"),
        (Schedule(per="day", cycle=10), "daily in 10-day cycles", "every day, in cycles of 10 days"),
        (Schedule(per="day", cycle=14), "daily in 14-day cycles", "every day, in cycles of 2 weeks (14 days)"),
        (Schedule(times=3, per="day"), "3 times daily", "3 times a day"),
        (Schedule(times=1, per="day", other=2), "once or twice daily", "once or twice a day"),
        (Schedule(once=True, phase="loading"), "loading dose single dose", "one time"),
        (Schedule(per="day", length=Span(6, "week", True)), "daily for up to 6 weeks", "every day"),
        (Schedule(per="day", until="progression"), "daily until progression", "every day"),
        (Schedule(), "", ""),
    ],
)  # fmt: skip
def test_a_schedule_is_written_as_registries_do_and_as_people_say(schedule, english, plain):
    assert schedule.english() == english
    assert schedule.plain() == plain


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Given in cycles of 3 weeks. Cycles repeat every 21 days", 21),
        ("Cycles repeat every 21 days, later cycles repeat every 28 days", 0),
        ("Cycle 1: cycles repeat every 21 days", 0),
        ("every 21 days", 0),
        ("", 0),
    ],
)
def test_a_text_has_a_cycle_where_it_states_one_alone(text, days):
    assert only_cycle(text) == days


@pytest.mark.parametrize(
    ("text", "cycle"),
    [("on days 1 and 8", 21), ("on days 1 and 21", 21), ("on days 1 and 22", 0), ("on days 0 and 8", 0), ("day 1 of each 28-day cycle", 28)],
)  # fmt: skip
def test_the_cycle_of_the_text_around_holds_for_days_that_fit_into_it(text, cycle):
    assert [one.cycle for one in read_schedules(text, cycle=21)] == [cycle]


@pytest.mark.parametrize(
    ("less", "more"),
    [
        (Schedule(days=(1,)), Schedule(days=(1,), cycle=21)),
        (Schedule(days=(1,)), Schedule(days=(1,), times=1, per="day")),
        (DAILY, Schedule(times=1, per="day", until="progression")),
        (DAILY, Schedule(times=1, per="day", length=Span(2, "week"))),
        (DAILY, Schedule(times=1, per="day", at=(4,), at_unit="week")),
        (Schedule(every=Span(2, "week")), Schedule(every=Span(2, "week"), other=4, between=True)),
    ],
)
def test_who_leaves_something_out_says_no_more(less, more):
    assert says_no_more(less, more)
    assert not says_no_more(more, less)
    assert without_repeats([less, more]) == without_repeats([more, less]) == [more]


def test_of_two_that_say_the_same_the_first_stays_and_a_phase_is_always_told():
    first, second = Schedule(times=1, per="day", start=1), Schedule(times=1, per="day", start=9)
    later = Schedule(times=1, per="day", phase="then")

    assert without_repeats([first, second]) == [first]
    assert without_repeats([first, later]) == [first, later]


def test_an_interval_and_the_first_day_of_its_cycle_are_one_way():
    interval, cycle = Schedule(every=Span(3, "week"), start=2, end=5), Schedule(days=(1,), cycle=21)

    assert one_way([interval, cycle]) == (Schedule(days=(1,), cycle=21, start=2, end=5),)
    assert one_way([Schedule(every=Span(1, "day")), Schedule(days=(1,), cycle=1)]) == ()
    assert one_way([interval, Schedule(days=(1, 8), cycle=21)]) == ()


def test_days_that_are_told_apart_are_told_together_and_in_order():
    assert one_way([Schedule(days=(8,)), Schedule(days=(1,))]) == (Schedule(days=(1, 8)),)


def test_more_than_four_schedules_are_of_several_parts_of_a_trial():
    chain = [DAILY, *(Schedule(every=Span(number, "week"), phase="then") for number in (2, 3, 4, 5))]

    assert one_way(chain[:4]) == tuple(chain[:4])
    assert one_way(chain) == ()


def test_the_same_at_another_dose_afterwards_is_no_news():
    again = Schedule(times=1, per="day", phase="then", length=Span(2, "week"))

    assert one_way([DAILY, again]) == (DAILY,)


@pytest.mark.parametrize(
    ("told_of", "text", "contradicted"),
    [
        (Schedule(times=2, per="day"), "every 12 hours", False),
        (Schedule(times=3, per="day"), "every 12 hours", True),
        (Schedule(times=2, per="week"), "every 12 hours", True),
        (Schedule(every=Span(12, "hour")), "twice daily", False),
        (Schedule(every=Span(8, "hour")), "twice daily", True),
        (Schedule(days=(1, 8)), "day 1", False),
        (Schedule(days=(1, 8)), "day 2", True),
        (Schedule(days=(1, 8), cycle=21), "day 1", True),
        (Schedule(days=(1, 8), cycle=21), "days 1 and 8", False),
        (Schedule(days=(1,), cycle=21), "every 3 weeks", False),
        (Schedule(days=(1,), cycle=21), "every 2 weeks", True),
        (Schedule(every=Span(3, "week")), "every 3 weeks", False),
        (Schedule(times=2, per="day"), "daily", False),
        (Schedule(times=2, per="day"), "once daily", True),
        (Schedule(times=2, per="day"), "weekly", True),
        (Schedule(once=True), "single dose", False),
        (Schedule(times=2, per="day"), "single dose", True),
        (Schedule(days=(1,)), "single dose", False),
        (Schedule(days=(1,), cycle=21), "in 21-day cycles", False),
        (Schedule(days=(1,), cycle=21), "in 28-day cycles", True),
        (Schedule(times=2, per="day"), "for 6 weeks", False),
    ],
)
def test_another_text_contradicts_what_does_not_say_the_same(told_of, text, contradicted):
    assert contradicts([told_of], find_parts(text)) is contradicted
