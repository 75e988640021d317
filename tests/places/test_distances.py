"""Distances are those of the ball, are read in kilometres and miles, and come back as they were written."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from trialway.places.distances import EARTH_KM, FARTHEST_KM, distance_words, kilometres, read_distance, within

LATS, LONS = st.floats(-90, 90), st.floats(-180, 180)


@given(LATS, LONS, LATS, LONS)
def test_a_distance_is_the_angle_between_two_arrows_from_the_middle(lat, lon, other_lat, other_lon):
    def arrow(up, along):
        up, along = math.radians(up), math.radians(along)
        return np.array([math.cos(up) * math.cos(along), math.cos(up) * math.sin(along), math.sin(up)])

    across = math.hypot(*(arrow(lat, lon) - arrow(other_lat, other_lon)))
    expected = 2 * EARTH_KM * math.asin(min(1.0, across / 2))

    (km,) = kilometres(lat, lon, np.array([other_lat]), np.array([other_lon]))
    assert km == pytest.approx(expected, abs=0.2 if expected > 20_000 else 1e-5)


@pytest.mark.parametrize(
    ("typed", "km", "unit"),
    [
        ("100km", 100, "km"), ("100", 100, "km"), (" 60 mi ", 96.56064, "mi"), ("1 mile", 1.609344, "mi"),
        ("2.5 Kilometres", 2.5, "km"), ("any", FARTHEST_KM, "km"),
    ],
)  # fmt: skip
def test_distances_are_read_in_both_units(typed, km, unit):
    assert read_distance(typed) == (pytest.approx(km), unit)


@pytest.mark.parametrize("typed", ["0", "-5", "99999", "abc", "", "1e400", "nan", "5 leagues", "0mi"])
def test_what_is_no_distance_is_none(typed):
    assert read_distance(typed) is None


@given(st.floats(0.001, FARTHEST_KM), st.sampled_from(["km", "mi"]))
def test_a_distance_comes_back_as_it_was_written(km, unit):
    assert read_distance(within(km, unit))[0] == km


def test_distances_are_told_in_whole_ones():
    told = [distance_words(km, unit) for km, unit in ((0.2, "km"), (1250, "km"), (1.7, "mi"), (96.56, "mi"))]

    assert told == ["0 km", "1,250 km", "1 mile", "60 miles"]
