import datetime as dt
import itertools

from hypothesis import given
from hypothesis import strategies as st

from trialway.archive.timeline import Observation, insert_observation


def moment(day: int) -> dt.datetime:
    return dt.datetime(2024, 1, day, tzinfo=dt.UTC)


def seen(name: str, day: int, updated: int | None = 1) -> Observation:
    date = dt.date(2023, 1, updated) if updated else None
    return Observation(None, name.encode(), date, moment(day), moment(day))


def stored(timeline: list[Observation]) -> list[Observation]:
    """As it comes back from the database: every version has a key."""
    return [version._replace(key=key) for key, version in enumerate(timeline, 1)]


def story(*observations: Observation) -> list[str]:
    timeline: list[Observation] = []
    for observation in observations:
        timeline = stored(insert_observation(timeline, observation))
    return [
        f"{version.content_hash.decode()} {version.first_seen.day}-{version.last_seen.day}"
        for version in timeline
    ]


def test_the_same_content_again_extends_its_version():
    assert story(seen("A", 1), seen("A", 5), seen("A", 3)) == ["A 1-5"]


def test_the_same_content_earlier_extends_its_version_backwards():
    assert story(seen("A", 5), seen("A", 2)) == ["A 2-5"]


def test_there_and_back_again_is_history():
    assert story(seen("A", 1), seen("B", 2), seen("A", 3)) == ["A 1-1", "B 2-2", "A 3-3"]


def test_an_older_snapshot_loaded_later_stands_before():
    assert story(seen("B", 5, updated=9), seen("A", 7, updated=3)) == ["A 7-7", "B 5-5"]


def test_other_content_in_the_middle_splits_a_version():
    assert story(seen("A", 1), seen("A", 9), seen("B", 5)) == ["A 1-1", "B 5-5", "A 9-9"]


def test_content_under_the_same_date_of_update_is_another_version():
    assert story(seen("A", 1, updated=4), seen("B", 2, updated=4)) == ["A 1-1", "B 2-2"]


def test_a_record_without_a_date_of_update_stands_first():
    assert story(seen("B", 1, updated=2), seen("A", 3, updated=None)) == ["A 3-3", "B 1-1"]


DAYS = st.integers(1, 28)
# The registry's date of update is part of what is hashed, so the same content has the same date.
OBSERVATIONS = st.lists(
    st.tuples(st.sampled_from("ABC"), DAYS, st.integers(1, 3)), min_size=1, max_size=12
).map(lambda rows: [seen(f"{name}{updated}", day, updated) for name, day, updated in rows])


@given(OBSERVATIONS)
def test_neighbours_differ_and_every_observation_is_covered(observations):
    timeline: list[Observation] = []
    for observation in observations:
        timeline = stored(insert_observation(timeline, observation))

    assert timeline == sorted(timeline, key=lambda version: version.order)
    assert all(left.content_hash != right.content_hash for left, right in itertools.pairwise(timeline))
    assert all(version.first_seen <= version.last_seen for version in timeline)
    assert {version.content_hash for version in timeline} == {each.content_hash for each in observations}


@given(OBSERVATIONS)
def test_what_was_seen_once_each_is_told_in_any_order(observations):
    once = list({observation.order: observation for observation in observations}.values())

    forwards = [line.split()[0] for line in story(*sorted(once, key=lambda each: each.order))]
    backwards = [line.split()[0] for line in story(*sorted(once, key=lambda each: each.order, reverse=True))]

    assert forwards == backwards
