"""A town stands once among the facets, whatever region its records state."""

from tests.search.making import a_trial, open_with
from trialway.record import Point, Recruitment, Site, TrialRecord
from trialway.search.query.query import Near, Query, Text
from trialway.vocabulary.coded import Coded

LYON, VILLEFRANCHE, ELSEWHERE = Point(45.75, 4.85), Point(45.99, 4.72), Point(43.4, 1.7)
NEAR_LYON = Query(near=Near(45.75, 4.85, 100.0))


def trial(number, *sites):
    record = TrialRecord(
        registry="ctgov",
        record_id=f"NCT{number:08d}",
        brief_title="A trial",
        recruitment=Recruitment(status=Coded("recruiting", "RECRUITING")),
        sites=sites,
    )
    return a_trial(number, record)


def town(city, region=None, point=LYON):
    return Site(city=city, state=region, country="France", country_code="FR", point=point)


def cities(engine, query):
    found = engine.match(query, facets=("city",)).counts["city"]
    return {engine.codebook.values["city"][one.number].label: one.trials for one in found}


def test_a_town_goes_by_the_region_that_most_records_state(tmp_path):
    engine = open_with(
        tmp_path / "index",
        trial(1, town("Lyon")),
        trial(2, town("Lyon", "Rhône")),
        trial(3, town("Lyon", "Rhône"), town("Lyon", "Rhone-Alpes")),
    )

    assert cities(engine, NEAR_LYON) == {"Lyon, Rhône": 3}


def test_whoever_asks_by_any_of_its_names_finds_all_of_it(tmp_path):
    engine = open_with(
        tmp_path / "index",
        trial(1, town("Lyon")),
        trial(2, town("Lyon", "Rhône")),
        trial(3, town("Lyon", "Rhône")),
        trial(4, town("Bron")),
    )

    for code in ("FR//lyon", "FR/rhone/lyon"):
        assert engine.match(Query().with_filter("city", code)).total == 3
        assert engine.match(NEAR_LYON.with_filter("city", code)).total == 3


def test_towns_of_one_name_on_two_points_stay_two(tmp_path):
    engine = open_with(
        tmp_path / "index",
        trial(1, town("Villefranche", "Rhône", VILLEFRANCHE)),
        trial(2, town("Villefranche", "Haute-Garonne", ELSEWHERE)),
        trial(3, town("Villefranche", None, ELSEWHERE)),
        trial(4, town("Villefranche", None, ELSEWHERE)),
    )
    everywhere = Query(near=Near(45.0, 3.0, 20_000.0))

    assert cities(engine, everywhere) == {"Villefranche, Rhône": 1, "Villefranche": 3}


def test_cities_that_nobody_can_place_are_not_thrown_together(tmp_path):
    nowhere = [
        Site(city="Many", state=state, country="France", country_code="FR") for state in (None, "Nord")
    ]
    engine = open_with(tmp_path / "index", trial(1, nowhere[0]), trial(2, nowhere[1]))

    assert cities(engine, Query().with_filter("country", "FR")) == {"Many": 1, "Many, Nord": 1}


def test_an_unknown_city_is_not_taken_for_another(tmp_path):
    engine = open_with(tmp_path / "index", trial(1, town("Lyon")), trial(2, town("Lyon", "Rhône")))

    assert engine.match(Query().with_filter("city", "FR//atlantis")).total == 0
    both = Query().with_filter("city", "FR//lyon").with_filter("city", "FR/rhone/lyon")
    assert engine.match(both).total == 2


def test_a_town_stands_once_where_no_place_is_asked_for_either(tmp_path):
    engine = open_with(tmp_path / "index", trial(1, town("Lyon")), trial(2, town("Lyon", "Rhône")))

    assert cities(engine, Query()) == {"Lyon": 2}


def test_a_town_that_is_looked_for_counts_all_trials_under_any_of_its_names(tmp_path):
    engine = open_with(tmp_path / "index", trial(1, town("Lyon")), trial(2, town("Lyon", "Rhône")))
    numbers = engine.words.labels("city").holding(["lyon"])

    for query in (Query(), Query(text=Text.read("trial")), NEAR_LYON):
        assert [count.trials for count in engine.count_values(query, {"city": numbers})["city"]] == [2]
