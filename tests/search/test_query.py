"""One Query for page, API, command line and feed: it goes through an address and comes back the same."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from trialway.search.document.facets import FACETS
from trialway.search.query.parameters import from_params, from_query_string
from trialway.search.query.query import (
    DATES,
    SORTS,
    Filter,
    Near,
    Period,
    Query,
    Text,
)

CODES = st.text(min_size=1, max_size=30).map(str.strip).filter(lambda code: code and code.isprintable())
FILTERS = st.dictionaries(st.sampled_from(sorted(FACETS)), st.sets(CODES, min_size=1, max_size=4)).map(
    lambda chosen: tuple(Filter(facet, tuple(sorted(chosen[facet]))) for facet in sorted(chosen))
)
NEAR = st.builds(
    Near,
    lat=st.floats(-90, 90),
    lon=st.floats(-180, 180),
    km=st.floats(0.001, 20_000),
)
QUERIES = st.builds(
    Query,
    text=st.text().map(Text.read),
    filters=FILTERS,
    near=st.none() | NEAR,
    sort=st.sampled_from(["", *sorted(SORTS)]),
    page=st.integers(1, 999_999_999),
    age=st.none() | st.integers(0, 120),
    periods=st.dictionaries(st.sampled_from(sorted(DATES)), st.tuples(st.dates(), st.dates())).map(
        lambda ends: tuple(Period(date, *sorted(ends[date])) for date in sorted(ends))
    ),
    numbers=st.sets(st.integers(0, 99_999_999).map(lambda number: f"NCT{number:08d}")).map(
        lambda numbers: tuple(sorted(numbers))
    ),
    expand=st.booleans(),
    plain=st.booleans(),
)


@given(QUERIES)
def test_a_query_survives_its_address(query):
    understood = from_query_string(query.query_string())

    assert understood.query == query
    assert from_params(query.to_params()).query == query


@given(QUERIES)
def test_a_query_survives_being_saved(query):
    assert msgspec.json.decode(msgspec.json.encode(query), type=Query) == query
    assert hash(query) == hash(msgspec.json.decode(msgspec.json.encode(query), type=Query))


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["q", "sort", "page", "lat", "lon", "km", "near", "within", "status", "x"]),
            st.text(),
        )
    )
)
def test_any_parameters_give_a_query(params):
    understood = from_params(params)

    assert from_params(understood.query.to_params()).query == understood.query
    assert all(problem.sentence.endswith(".") for problem in understood.problems)


def test_an_address_is_short():
    assert Query().query_string() == ""
    query = Query(text=Text.read("asthma")).with_filter("status", "recruiting").with_page(2)
    assert query.query_string() == "q=asthma&status=recruiting&page=2"


def test_unknown_parameters_are_ignored():
    understood = from_query_string("utm_source=mail&q=asthma&fbclid=1")

    assert understood.query == Query(text=Text.read("asthma"))
    assert understood.problems == ()


@pytest.mark.parametrize(
    ("query_string", "parameter", "sentence"),
    [
        ("page=abc", "page", "‘abc’ is no page, so the first one is shown; write a whole number from 1."),
        ("page=0", "page", "‘0’ is no page"),
        ("page=-3", "page", "‘-3’ is no page"),
        ("page=²", "page", "‘²’ is no page"),
        ("sort=best", "sort", "There is no order ‘best’; choose one of nearest, relevance, newest, updated."),
        ("lat=95&lon=4&km=5", "lat", "‘95’ is no latitude in degrees"),
        ("lat=45&lon=x&km=5", "lon", "‘x’ is no longitude in degrees"),
        ("lat=45&lon=4&km=-5", "km", "‘-5’ is no distance in kilometres"),
        ("lat=nan&lon=4&km=5", "lat", "‘nan’ is no latitude"),
        ("near=Lyon&within=0", "within", "‘0’ is no distance, so 100 km was taken; write one up to 20,038km"),
        ("near=Lyon&within=-5", "within", "‘-5’ is no distance, so 100 km was taken"),
        ("near=Lyon&within=99999", "within", "‘99999’ is no distance, so 100 km was taken"),
        ("near=Lyon&within=abc", "within", "‘abc’ is no distance, so 100 km was taken"),
        ("near=Lyon&within=1e400", "within", "‘1e400’ is no distance, so 100 km was taken"),
        ("near=Lyno", "near", "‘Lyno’ is no place that is known here; choose one that is written like it"),
        ("near=Springfield", "near", "There are 24 places called ‘Springfield’; choose the one you mean."),
        ("near=95,+4", "near", "95 is no latitude; coordinates are a latitude from -90 to 90"),
        ("near=45,+181", "near", "181 is no longitude; coordinates are a latitude from -90 to 90"),
        ("near=" + "x" * 300, "near", "is too long for a place"),
        ("status=" + "x" * 300, "status", "A value of status is no code"),
        ("&".join(f"status={n}" for n in range(60)), "status", "Only the first 50 of 60 values"),
        ("q=(asthma", "q", "A parenthesis has no partner"),
    ],
)
def test_nonsense_gets_a_sentence(query_string, parameter, sentence):
    (problem,) = from_query_string(query_string).problems

    assert problem.parameter == parameter
    assert sentence in problem.sentence


def test_ten_thousand_parameters_are_no_error():
    assert from_query_string("&".join("status=recruiting" for _ in range(10_000))).query.chosen("status") == (
        "recruiting",
    )


def test_choosing_and_taking_back_a_filter():
    page_3 = Query(text=Text.read("asthma"), page=3)

    two = (
        page_3.with_filter("status", "recruiting")
        .with_filter("status", "completed")
        .with_filter("country", "FR")
    )

    assert two.filters == (Filter("country", ("FR",)), Filter("status", ("completed", "recruiting")))
    assert two.page == 1
    assert two.without_filter("status", "completed").chosen("status") == ("recruiting",)
    assert two.without_filter("status").filters == (Filter("country", ("FR",)),)
    assert two.without_filters() == page_3.with_page(1)
    assert two.with_text("copd").filters == two.filters


def test_without_words_the_newest_update_comes_first():
    assert Query().order == "updated"
    assert Query(text=Text.read("asthma")).order == "relevance"
    assert Query().with_sort("newest").order == "newest"
