"""Trials near a point, the nearest recruiting place first, are those of a slow loop over all sites."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.search import slow
from tests.search.making import a_trial, bring, open_with
from trialway.places.distances import FARTHEST_KM
from trialway.record import Point, Recruitment, Site, TrialRecord
from trialway.search.document.document import document
from trialway.search.engine.reader import open_index
from trialway.search.geo.grid_cells import cells_around, cells_of_point
from trialway.search.geo.site_columns import ARRAYS
from trialway.search.geo.site_matches import match_trials_by_site
from trialway.search.query.query import Near, Query, Text
from trialway.vocabulary.status import STATUS

CORNERS = [(90, 0), (-90, 77), (0, 0), (0, 180), (0, -180), (12, 179.9), (12, -179.9), (45.75, 4.85)]
LATS = st.floats(-90, 90) | st.sampled_from([lat for lat, _ in CORNERS])
LONS = st.floats(-180, 180) | st.sampled_from([lon for _, lon in CORNERS])
STATUSES = ["RECRUITING", "NOT_YET_RECRUITING", "COMPLETED", "WITHDRAWN", None]
EXACT = 1e-6  # kilometres by which two ways to reckon may differ


def status(raw):
    return None if raw is None else STATUS.read("ctgov", raw)


def a_site(lat, lon, said=None, city="Somewhere", **rest):
    point = None if lat is None else Point(lat, lon)
    return Site(facility="Clinic", city=city, country="Erewhon", status=status(said), point=point, **rest)


def a_record(number, *sites, said="RECRUITING", title="Salt for gout"):
    recruitment = Recruitment(status=status(said))
    return TrialRecord("ctgov", f"NCT{number:08d}", brief_title=title, sites=sites, recruitment=recruitment)


def trials_of(*records):
    return [a_trial(number, record) for number, record in enumerate(records, 1)]


SITES = st.lists(
    st.builds(a_site, LATS, LONS, st.sampled_from(STATUSES), st.sampled_from(["Here", "There"])), max_size=5
)
RECORDS = st.lists(st.tuples(SITES, st.sampled_from(STATUSES), st.booleans()), min_size=1, max_size=8)
NEARS = st.builds(Near, LATS, LONS, st.floats(1, 20_038) | st.sampled_from([1.0, 150.0, 20_038.0]))


@settings(max_examples=40)
@given(
    RECORDS,
    st.lists(
        st.tuples(NEARS, st.sampled_from(["", "gout", "salt sugar"]), st.booleans()), min_size=1, max_size=6
    ),
)
def test_what_is_near_is_what_a_slow_loop_finds_near(tmp_path_factory, records, asked):
    made = trials_of(
        *(
            a_record(n, *sites, said=said, title="Salt and sugar" if sweet else "Salt for gout")
            for n, (sites, said, sweet) in enumerate(records, 1)
        )
    )
    engine = open_with(tmp_path_factory.mktemp("near") / "index", *made)
    documents = [document(trial) for trial in made]

    for near, words, recruiting in asked:
        query = Query(text=Text.read(words), near=near)
        query = query.with_filter("site_status", "recruiting") if recruiting else query
        hits = engine.match(query, limit=100).hits
        found = {hit.number for hit in hits}
        assert found >= {each.number for each in slow.find(documents, closer(query, -EXACT))}
        assert found <= {each.number for each in slow.find(documents, closer(query, EXACT))}
        by_number = {each.number: each for each in documents}
        for hit in hits:
            tier, km = slow.nearest(by_number[hit.number], closer(query, EXACT))
            assert (hit.nearest.tier, hit.nearest.km) == (tier, pytest.approx(km, abs=EXACT))
        places = [(hit.nearest.tier, hit.nearest.km, hit.number) for hit in hits]
        assert places == sorted(places)


def closer(query, km):
    near = query.near
    return query.with_near(Near(near.lat, near.lon, near.km + km))


def test_one_trial_with_a_thousand_sites_shows_its_nearest(tmp_path):
    sites = [
        a_site(lat / 10, 0.0, "RECRUITING" if lat % 7 else None) for lat in range(1000, 0, -1) if lat < 900
    ]
    engine = open_with(tmp_path / "index", a_trial(1, a_record(1, *sites)))

    (hit,) = engine.match(Query(near=Near(40.02, 0, 500))).hits

    assert hit.nearest.km == pytest.approx(2.22, abs=0.01)
    assert sites[hit.nearest.at].point.latitude == 40.0


def test_a_thousand_trials_in_one_city_come_by_number(tmp_path):
    records = [a_record(n, a_site(45.75, 4.85, "RECRUITING")) for n in range(1, 1001)]
    engine = open_with(tmp_path / "index", *trials_of(*records))

    matched = engine.match(Query(near=Near(45.75, 4.85, 1)), first=500, limit=20, facets=("city",))

    assert matched.total == 1000
    assert [hit.number for hit in matched.hits] == list(range(501, 521))
    assert [count.trials for count in matched.counts["city"]] == [1000]


def test_recruiting_places_come_first_then_the_unstated_then_those_that_open_soon(tmp_path):
    near, far = (45.0, 4.0), (45.5, 4.0)
    engine = open_with(
        tmp_path / "index",
        *trials_of(
            a_record(1, a_site(*near, "COMPLETED")),
            a_record(2, a_site(*near, "NOT_YET_RECRUITING")),
            a_record(3, a_site(*near)),
            a_record(4, a_site(*near), a_site(*far, "RECRUITING")),
            a_record(5, a_site(*near, "RECRUITING"), said="COMPLETED"),
        ),
    )

    hits = engine.match(Query(near=Near(45, 4, 100))).hits

    assert [(hit.number, hit.nearest.tier) for hit in hits] == [(4, 0), (3, 1), (2, 2), (1, 3), (5, 3)]
    assert hits[0].nearest.at == 1


def test_distance_status_and_country_must_hold_on_the_same_site(tmp_path):
    here, there = Point(45, 4), Point(50, 4)
    sites = (
        Site(city="A", country="France", country_code="FR", status=status("COMPLETED"), point=here),
        Site(city="B", country="Belgium", country_code="BE", status=status("RECRUITING"), point=there),
    )
    engine = open_with(tmp_path / "index", a_trial(1, a_record(1, *sites)))
    recruiting = Query().with_filter("site_status", "recruiting")

    assert engine.match(recruiting.with_near(Near(45, 4, 100))).total == 0
    assert engine.match(recruiting.with_near(Near(50, 4, 100))).total == 1
    assert engine.match(recruiting.with_filter("country", "FR")).total == 0
    assert engine.match(recruiting.with_filter("country", "BE")).total == 1


def test_a_site_without_a_point_is_placed_by_a_town_of_which_there_is_one_in_its_country(tmp_path):
    lyon = Site(city="Lyon Cedex 08", country="France", country_code="FR")
    many = Site(city="Springfield", country="United States", country_code="US")
    engine = open_with(tmp_path / "index", *trials_of(a_record(1, lyon), a_record(2, many)))

    (hit,) = engine.match(Query(near=Near(45.75, 4.85, 20_038))).hits

    assert (hit.number, round(hit.nearest.km), hit.sites[0].placed) == (1, 0, True)


@settings(max_examples=12)
@given(st.lists(RECORDS, min_size=2, max_size=4), st.data())
def test_columns_after_updates_are_those_of_one_build(tmp_path_factory, rounds, data):
    folder = tmp_path_factory.mktemp("grown") / "index"
    held = {}
    for change, records in enumerate(rounds, 1):
        gone = data.draw(st.sets(st.sampled_from(sorted(held)))) if held else set()
        for number in gone:
            del held[number]
        for number, (sites, said, _) in enumerate(records, 1):
            held[number] = a_trial(number, a_record(number, *sites, said=said), change=change * 100 + number)
        bring(folder, held.values(), removed=gone - held.keys())
    grown = open_index(folder).columns
    bring(folder, held.values(), rebuild=True)
    built = open_index(folder).columns

    for name in ARRAYS:
        assert same(name, grown, built), name
    for facet, values in built.facets.items():
        assert np.array_equal(values.starts, grown.facets[facet].starts), facet
        assert np.array_equal(values.codes, grown.facets[facet].codes), facet


def same(name, one, other):
    a, b = getattr(one, name), getattr(other, name)
    if name in {"at", "trial", "status", "tier"}:  # within a place sites may stand in any order
        owner = [np.repeat(np.arange(len(each.lat)), np.diff(each.site_starts)) for each in (one, other)]
        rows = [
            sorted(zip(o, each.trial, each.at, getattr(each, name), strict=True))
            for o, each in zip(owner, (one, other), strict=True)
        ]
        return rows[0] == rows[1]
    return np.array_equal(a, b, equal_nan=a.dtype.kind == "f")


def test_an_update_leaves_one_set_of_columns(tmp_path):
    folder = tmp_path / "index"
    for change in (1, 2, 3):
        bring(folder, [a_trial(1, a_record(1, a_site(45, 4)), change=change)])

    assert len(list(folder.glob("g*/columns-*"))) == 1


def test_at_any_distance_facets_count_the_same_from_everywhere(tmp_path):
    records = [a_record(n, a_site(n, 2 * n, "RECRUITING", city=f"Town {n % 3}")) for n in range(1, 9)]
    engine = open_with(tmp_path / "index", *trials_of(*records, a_record(9, a_site(None, None))))
    facets = ("city", "site_status", "status")
    anywhere = [Query(near=Near(lat, 5.0, FARTHEST_KM)) for lat in (45.0, -30.0)]

    near, far = (engine.match(query, facets=facets) for query in anywhere)
    counted = match_trials_by_site(engine.columns, engine.codebook, anywhere[0], None, facets).counts

    assert near.counts == far.counts == counted
    assert near.total == far.total == 8
    assert [hit.number for hit in near.hits] != [hit.number for hit in far.hits]


@pytest.mark.parametrize(
    ("lat", "lon", "touched"),
    [
        (50.5, 10.5, [(50.5, 10.5)]),
        (50.5, 10.02, [(50.5, 9.5), (50.5, 10.5)]),
        (50.5, 10.98, [(50.5, 10.5), (50.5, 11.5)]),
        (50.01, 10.5, [(49.5, 10.5), (50.5, 10.5)]),
        (50.99, 10.5, [(50.5, 10.5), (51.5, 10.5)]),
        (0.5, 179.99, [(0.5, -179.5), (0.5, 179.5)]),
        (0.5, -179.99, [(0.5, -179.5), (0.5, 179.5)]),
    ],
)
def test_a_small_circle_asks_for_the_squares_that_it_touches_and_no_others(lat, lon, touched):
    degree = {cells_of_point(*point)[0] for point in touched}

    assert set(cells_around(Near(lat, lon, 5))) == degree
