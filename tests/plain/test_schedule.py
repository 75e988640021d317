"""Dosing schedules: read from registry English, told in plain words, drawn as a strip."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trialway.plain.dosing.compare_schedules import says_no_more
from trialway.plain.dosing.read_schedules import read_schedules
from trialway.plain.dosing.schedule import Schedule, Span, bare


def only(text):
    (schedule,) = read_schedules(text)
    return bare(schedule)


def test_a_range_of_days_is_every_day_between():
    assert only("Days 1-14").days == tuple(range(1, 15))


@pytest.mark.parametrize(
    "words",
    ["days 1 to 14", "Days 1–14", "day 1 through 14", "day 1 through day 14", "D1-14 of each 21-day cycle"],
)
def test_a_range_is_read_in_every_spelling(words):
    assert only(words).days == tuple(range(1, 15))


@pytest.mark.parametrize(
    ("words", "schedule"),
    [
        ("Day 1 of each 21-day cycle", Schedule(days=(1,), cycle=21)),
        ("days 1, 8, and 15 of each 28-day cycle", Schedule(days=(1, 8, 15), cycle=28)),
        ("on Days 1-3, 8 & 15 of every 4-week cycle", Schedule(days=(1, 2, 3, 8, 15), cycle=28)),
        ("Q3W", Schedule(every=Span(3, "week"))),
        ("every two weeks", Schedule(every=Span(2, "week"))),
        ("every 3 weeks (Q3W)", Schedule(every=Span(3, "week"))),
        ("3-weekly", Schedule(every=Span(3, "week"))),
        ("every other day", Schedule(every=Span(2, "day"))),
        ("q12h", Schedule(every=Span(12, "hour"))),
        ("BID", Schedule(times=2, per="day")),
        ("t.i.d.", Schedule(times=3, per="day")),
        ("once daily for 12 weeks", Schedule(times=1, per="day", length=Span(12, "week"))),
        ("three times a week", Schedule(times=3, per="week")),
        ("at weeks 0, 4 and 12", Schedule(at=(0, 4, 12), at_unit="week")),
        ("a single dose", Schedule(once=True)),
        ("docetaxel d1 q3w", Schedule(days=(1,), cycle=21)),
        (
            "once daily for 21 days of a 28-day cycle",
            Schedule(times=1, per="day", days=tuple(range(1, 22)), cycle=28),
        ),
        (
            "twice daily for 14 days followed by one week off",
            Schedule(times=2, per="day", days=tuple(range(1, 15)), cycle=21),
        ),
        (
            "once daily, 3 weeks on, 1 week off",
            Schedule(times=1, per="day", days=tuple(range(1, 22)), cycle=28),
        ),
        ("IV on day 1. Courses repeat every 21 days", Schedule(days=(1,), cycle=21)),
        ("Days 1, 8 and 15 (QW) in each 21-day cycle", Schedule(days=(1, 8, 15), cycle=21)),
        ("Day 1 Cycle 1 and thereafter on Day 1 of each 21-day cycle", Schedule(days=(1,), cycle=21)),
        (
            "every 3 weeks until disease progression",
            Schedule(every=Span(3, "week"), until="disease progression"),
        ),
    ],
)
def test_registry_english_is_read(words, schedule):
    assert only(words) == schedule


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("40 mg daily", "every day"),
        ("2,000 IU/d", "every day"),
        ("2x20 drops daily", "every day"),
        ("daily dose of 40 mg", "every day"),
        ("40 mg once daily, at the same time each day", "once a day"),
        ("900 mg daily (300 mg three times daily)", "3 times a day"),
        ("150 mg weekly", "every week"),
    ],
)
def test_an_amount_a_day_is_not_taken_for_once_a_day(words, told):
    assert only(words).plain() == told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("every 2 or 4 weeks, by weight", "every 2 or 4 weeks"),
        ("every 2 weeks (Q2W) or once every 4 weeks (Q4W)", "every 2 or 4 weeks"),
        ("every 2 to 4 weeks", "every 2 to 4 weeks"),
        ("once or twice daily", "once or twice a day"),
        ("2 or 3 times a week", "twice or 3 times a week"),
    ],
)
def test_a_choice_that_the_record_leaves_open_is_told_as_one(words, told):
    assert only(words).plain() == told
    assert only(words).given_days() == (0, ())


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("once daily for 2 weeks, up-titration to 5 mg once daily for 2 weeks", [("once a day", "")]),
        ("25 mg once daily for 1 week, increased to two capsules per day for 1 week", [("every day", "")]),
        ("1 mg/kg/day for 4 weeks and gradually reduced to stop", [("every day", "")]),
        ("up-dosing once a day, then a maintenance dose three times a week", []),
        ("Escalating doses on day 1 of each 21-day cycle", [("on day 1 of each 3-week (21-day) cycle", "")]),
    ],
)
def test_of_a_dose_that_changes_only_what_stays_the_same_is_told(words, told):
    assert [(one.plain(), one.plain_length()) for one in read_schedules(words)] == told


@pytest.mark.parametrize(
    "words",
    [
        "an infusion on day 0 and week 2",
        "an infusion on days 1, 15 and 30, then every months",
        "an injection every month and a booster after one year",
        "tablets every 5 days with 23 days interval",
        "doses ranging from 150 mg every 28 days to 600 mg every 14 days",
        "Cohort 1 takes it once daily. Cohort 2 takes it twice daily. Cohort 3 takes it every 3 weeks",
        "a daily pain diary",
        "relapse prevention through weekly, where possible, contact",
        "single dose (SD)",
    ],
)
def test_where_unread_words_could_change_the_calendar_there_is_none(words):
    assert read_schedules(words) == ()


def test_what_says_the_same_twice_is_told_once():
    assert only("1200 mg Q3W (1200 mg on Day 1 of each 21 day cycle)") == Schedule(days=(1,), cycle=21)
    assert only("BID; approximately every 12 hours for 5 days").length == Span(5, "day")
    assert only("one infusion on day 1 and another one on day 3").days == (1, 3)
    assert only("100 mg/day or 2 mg/kg/day").plain() == "every day"


def test_five_days_of_every_three_weeks_are_days_of_a_cycle():
    assert only("daily for 5 days every 3 weeks") == Schedule(days=(1, 2, 3, 4, 5), cycle=21)


def test_words_after_a_schedule_relate_it():
    first, after = read_schedules("infusion on Days 0, 14, 28 and every 4 weeks thereafter")

    assert (first.phase, after.phase) == ("", "then")


def test_a_loading_dose_comes_before_the_maintenance_dose():
    loading, maintenance = read_schedules(
        "loading dose of 8 mg/kg on day 1, followed by maintenance dose of 6 mg/kg every 3 weeks"
    )

    assert (loading.phase, loading.days) == ("loading", (1,))
    assert (maintenance.phase, maintenance.every) == ("maintenance", Span(3, "week"))


def test_what_follows_is_told_as_following_and_what_is_a_choice_as_a_choice():
    assert [one.phase for one in read_schedules("10 mg once daily for 7 days, then 20 mg twice daily")] == [
        "",
        "then",
    ]
    assert [
        one.phase
        for one in read_schedules("tablets twice a day, or an infusion on day 1 of each 21-day cycle")
    ] == ["", "or"]


@pytest.mark.parametrize(
    "words",
    [
        "two to three times a week",
        "twice daily as needed",
        "assessed weekly",
        "drugs titrated at each visit (monthly)",
        "the dose is increased every 2 weeks",
        "from Day 0 up to Week 48",
        "Vitamin D3",
        "at the 3 month follow-up",
        "days 1 to 7 or day 8",
        "day 1 of each cycle",
        "activities of daily life",
        "for 12 weeks",
    ],
)
def test_what_is_unclear_or_no_schedule_is_left_out(words):
    assert read_schedules(words) == ()


spans = st.builds(Span, st.integers(2, 26), st.sampled_from(["day", "week", "month"]))
lengths = st.none() | st.builds(
    Span, st.integers(1, 52), st.sampled_from(["day", "week", "month", "cycle"]), st.booleans()
)
ends = st.sampled_from(["", "disease progression", "disease progression or unacceptable toxicity"])
day_lists = st.lists(st.integers(1, 28), min_size=1, max_size=6, unique=True).map(
    lambda days: tuple(sorted(days))
)
schedules = st.one_of(
    st.builds(
        lambda days, extra, length, until: Schedule(
            days=days, cycle=max(28, *days) + extra, length=length, until=until
        ),
        day_lists,
        st.integers(0, 14),
        lengths,
        ends,
    ),
    st.builds(
        lambda every, length, until: Schedule(every=every, length=length, until=until), spans, lengths, ends
    ),
    st.builds(
        lambda every, more, between: Schedule(every=every, other=every.amount + more, between=between),
        spans,
        st.integers(1, 9),
        st.booleans(),
    ),
    st.builds(
        lambda times, per, length, until: Schedule(times=times, per=per, length=length, until=until),
        st.integers(0, 4),
        st.sampled_from(["day", "week", "month"]),
        lengths,
        ends,
    ),
    st.builds(
        lambda times, days: Schedule(times=times, per="day", days=days, cycle=28),
        st.integers(1, 4),
        day_lists,
    ),
    st.builds(
        lambda at, at_unit: Schedule(at=at, at_unit=at_unit),
        st.lists(st.integers(0, 104), min_size=2, max_size=5, unique=True).map(lambda at: tuple(sorted(at))),
        st.sampled_from(["week", "month"]),
    ),
    st.builds(
        lambda phase, every: Schedule(phase=phase, every=every),
        st.sampled_from(["loading", "maintenance"]),
        spans,
    ),
    st.just(Schedule(once=True)),
)


@given(schedules)
def test_a_schedule_written_in_registry_english_is_read_back(schedule):
    assert only(schedule.english()) == schedule


@given(
    st.lists(
        schedules.filter(lambda one: not one.until and not one.phase and not one.once),
        min_size=2,
        max_size=3,
        unique=True,
    )
)
def test_schedules_in_sentences_of_their_own_do_not_run_together(some):
    text = ". ".join(f"Drug {'XYZ'[place]} {one.english()}" for place, one in enumerate(some)) + "."

    assert all(any(says_no_more(one, other) for other in some) for one in read_schedules(text))


@given(schedules)
def test_plain_words_hold_no_number_that_english_does_not(schedule):
    import re

    numbers = {int(found) for found in re.findall(r"\d+", schedule.english())}
    weeks = {number // 7 for number in numbers if number % 7 == 0}

    assert {int(found) for found in re.findall(r"\d+", schedule.plain())} <= numbers | weeks


@given(st.text(max_size=300))
def test_any_text_can_be_read(text):
    for schedule in read_schedules(text):
        assert 0 <= schedule.start < schedule.end <= len(text)


def test_a_strip_shows_the_days_of_one_cycle():
    assert only("days 1 and 8 of each 21-day cycle").given_days() == (21, (1, 8))
    assert only("every 3 weeks").given_days() == (21, (1,))
    assert only("once daily").given_days() == (0, ())


@pytest.mark.parametrize("words", ["day 1 of each 42-day cycle", "every 6 weeks"])
def test_the_longest_strip_has_six_weeks(words):
    assert only(words).given_days() == (42, (1,))


@pytest.mark.parametrize("words", ["day 1 of each 43-day cycle", "every 7 weeks"])
def test_what_is_longer_than_six_weeks_has_no_strip(words):
    assert only(words).given_days() == (0, ())


def test_plain_words_name_weeks_and_days():
    assert only("Days 1-14 of each 21-day cycle").plain() == "on days 1 to 14 of each 3-week (21-day) cycle"
    assert only("BID").plain() == "twice a day"


@pytest.mark.parametrize(
    ("times", "every"),
    [
        ("once daily", "every 24 hours"),
        ("twice daily", "every 12 hours"),
        ("three times daily", "every 8 hours"),
        ("four times daily", "every 6 hours"),
    ],
)
def test_times_a_day_and_hours_between_say_the_same(times, every):
    assert says_no_more(only(times), only(every))
    assert says_no_more(only(every), only(times))


def test_hours_that_do_not_make_a_day_are_no_times_a_day():
    assert not says_no_more(only("three times daily"), only("every 9 hours"))


def test_an_interval_shorter_than_its_cycle_keeps_the_cycle():
    assert only("every 2 weeks in 28-day cycles") == Schedule(every=Span(2, "week"), cycle=28)
    assert only("Q3W in 21-day cycles") == Schedule(every=Span(3, "week"))
