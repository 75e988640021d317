"""A place is found in any spelling, never guessed between equals, and what is unknown gets its nearest."""

from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trialway.places import gazetteer
from trialway.places.lookup import find_place


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        *((typed, "Lyon, France") for typed in ("Lyon", "lyons", "Lyon, FR", "lyon fr", "リヨン")),
        *((typed, "Geneva, Switzerland") for typed in ("Genf", "Genève", "geneve", "Geneva", "Ginevra")),
        *((typed, "Munich, Germany") for typed in ("München", "Munich", "muenchen", "Monaco di Baviera")),
        *((typed, "Paris, Texas, United States") for typed in ("Paris, Texas", "Paris TX", "paris, tx, usa")),
        ("Paris", "Paris, France"),
        ("Lodz", "Łódź, Poland"),
        ("St Louis, Missouri", "St. Louis, Missouri, United States"),
        ("Springfield, IL", "Springfield, Illinois, United States"),
        ("London, Ontario", "London, Ontario, Canada"),
        *((typed, "69008 Lyon, France") for typed in ("69008", "69008 France", "69008, FR", "Lyon 69008")),
        ("10001-1234", "10001 New York, United States"),
        ("45.76, 4.83", "45.76, 4.83"),
        ("-33.9 151.2", "-33.9, 151.2"),
        ("110 00 Prague", "11000 Prague, Czechia"),
    ],
)  # fmt: skip
def test_a_place_is_found_however_it_is_written(typed, label):
    where = find_place(typed)

    assert (where.spot and where.spot.label, where.problem) == (label, "")


def test_a_british_postcode_is_where_those_that_begin_alike_are():
    spot = find_place("SW1A 1AA").spot

    assert spot.label == "SW1A1AA London, United Kingdom, where the known postcodes that begin with SW1 are"
    assert (round(spot.lat, 1), round(spot.lon, 1)) == (51.5, -0.1)


def test_a_name_of_many_towns_is_asked_about():
    where = find_place("Springfield")

    assert where.spot is None
    assert where.problem == "There are 24 places called ‘Springfield’; choose the one you mean."
    assert "Springfield, Illinois, United States" in [spot.ask for spot in where.others]


def test_the_largest_is_taken_only_when_it_dominates_and_others_are_offered():
    for typed in ("Paris", "London", "Birmingham", "Cambridge", "Valencia", "San Jose", "Portland"):
        cities = gazetteer.cities_named(typed.lower())
        where = find_place(typed)
        others = [city for city in cities[1:] if city.label in {spot.label for spot in where.others}]
        assert others
        assert bool(where.spot) == (cities[0].population >= 5 * others[0].population)


@pytest.mark.parametrize(
    ("typed", "nearest"),
    [("Lyno", "Lyon, France"), ("Munchn", "Munich, Germany"), ("Tijuanna", "Tijuana, Mexico")],
)
def test_an_unknown_place_suggests_the_nearest_spellings(typed, nearest):
    where = find_place(typed)

    assert where.spot is None
    assert where.problem.startswith(f"‘{typed}’ is no place that is known here; choose one")
    assert where.others[0].ask == nearest


def test_an_unknown_postcode_suggests_those_that_begin_alike():
    assert "10128 New York, United States" in [spot.ask for spot in find_place("10118 USA").others]


def test_two_numbers_without_a_point_are_a_postcode():
    assert "11000 Prague, Czechia" in [spot.label for spot in find_place("110 00").others]


CITIES = (gazetteer.DATA / "cities.tsv").read_bytes().splitlines(keepends=True)
BEGINS = list(accumulate(map(len, CITIES), initial=0))[:-1]


@given(st.sampled_from(BEGINS))
def test_every_city_is_found_by_its_label(begin):
    city = gazetteer.city(begin)
    spot = find_place(city.label).spot

    assert spot is not None
    assert (spot.lat, spot.lon) == (city.lat, city.lon)


@given(st.text(max_size=120))
def test_anything_typed_gets_a_place_or_a_sentence(typed):
    where = find_place(typed)

    assert (where.spot is None) == bool(where.problem)
    assert where.problem == "" or where.problem.endswith(".")
    for spot in where.others:
        assert find_place(spot.ask).spot == spot


@given(st.floats(-90, 90), st.floats(-180, 180))
def test_coordinates_are_themselves(lat, lon):
    spot = find_place(f"{lat:.4f}, {lon:.4f}").spot

    assert (spot.lat, spot.lon) == (float(f"{lat:.4f}"), float(f"{lon:.4f}"))
