"""A sentence is read as filters: only what can mean nothing else, and always told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.search.making import a_trial, open_with
from trialway.record import Recruitment, Site, TrialRecord
from trialway.search.interpretation.interpret import ResolvedPlace, interpret
from trialway.search.interpretation.interpret_request import interpret_request
from trialway.search.query.query import Near, Query, Text
from trialway.vocabulary.coded import Coded

LYON, NEW_YORK = Near(45.7, 4.8, 100.0, "Lyon"), Near(40.7, -74.0, 100.0, "New York")
PLACES = {
    "lyon": ResolvedPlace(near=LYON),
    "france": ResolvedPlace("FR"),
    "new york": ResolvedPlace(near=NEW_YORK),
}


def read(typed: str, plain: bool = False):
    query, readings = interpret(
        Query(text=Text.read(typed), plain=plain), lambda name, certain: PLACES.get(name.casefold())
    )
    filters = {item.facet: item.codes for item in query.filters}
    return query.text.typed, filters, query.age, readings


def test_a_sentence_becomes_words_status_place_and_age():
    words, filters, age, readings = read("her2 breast cancer recruiting in Lyon for a 70 year old")

    assert words == "her2 breast cancer"
    assert filters == {"status": ("recruiting",)}
    assert age == 70
    assert {each.words: (each.parameter, each.codes) for each in readings} == {
        "in Lyon": ("near", ("Lyon",)),
        "for a 70 year old": ("age", ("70",)),
        "recruiting": ("status", ("recruiting",)),
    }


@pytest.mark.parametrize(
    ("typed", "words", "filters", "age"),
    [
        ("asthma in France", "asthma", {"country": ("FR",)}, None),
        ("asthma near New York phase 2/3", "asthma", {"phase": ("2", "3")}, None),
        ("melanoma phase III", "melanoma", {"phase": ("3",)}, None),
        ("migraine in women", "migraine", {"sex": ("all", "female")}, None),
        ("gout for a 64-year-old man", "gout", {"sex": ("all", "male")}, 64),
        ("asthma aged 12", "asthma", {}, 12),
        ("eczema in children", "eczema", {"age_group": ("child",)}, None),
        ("falls in the elderly", "falls", {"age_group": ("older_adult",)}, None),
        ("vaccine for healthy volunteers", "vaccine", {"healthy_volunteers": ("yes",)}, None),
        ("lupus with results", "lupus", {"results": ("yes",)}, None),
        ("completed trials aspirin", "aspirin", {"status": ("completed",)}, None),
        ("clinical trials for people with lupus", "lupus", {}, None),
        ("I have asthma", "asthma", {}, None),
        ("not yet recruiting gout", "gout", {"status": ("not_yet_recruiting",)}, None),
    ],
)
def test_what_can_mean_nothing_else_is_read(typed, words, filters, age):
    assert read(typed)[:3] == (words, filters, age)


@pytest.mark.parametrize(
    "typed",
    [
        "asthma",
        "women with asthma",
        "pain in remission",
        "not recruiting",
        '"recruiting in Lyon"',
        "asthma OR recruiting",
        "title:recruiting",
        "asthma -recruiting",
        "aged 130",
        "aged 18 to 65",
        "phase 7",
        "child abuse",
        "Lyon",
        "NCT04740918",
        "vitamin D in pregnancy",
    ],
)
def test_what_is_not_certain_stays_words(typed):
    assert read(typed)[3] == ()


def test_plain_words_are_not_read():
    assert read("asthma recruiting in Lyon", plain=True) == ("asthma recruiting in Lyon", {}, None, ())


def test_a_list_of_numbers_is_a_list_of_numbers():
    query, readings = interpret(
        Query(text=Text.read("NCT04740918, nct 00000001")), lambda name, certain: None
    )
    assert query.numbers == ()  # a blank within a number cuts it in two here

    query, readings = interpret(
        Query(text=Text.read("NCT04740918, nct00000001;NCT00000002")), lambda name, certain: None
    )
    assert query.numbers == ("NCT04740918", "NCT00000001", "NCT00000002")
    assert query.text.tree is None
    assert readings[0].parameter == "numbers"


WORDS = st.sampled_from(
    ["asthma", "in", "Lyon", "for", "a", "70", "year", "old", "woman", "recruiting", "not", "phase", "3",
     "trials", "with", "results", "clinical", "my", "child", ",", "OR", "(", "aged", "i", "have"]
)  # fmt: skip


@given(st.lists(WORDS, max_size=12).map(" ".join))
def test_what_was_understood_is_not_understood_again(typed):
    places = lambda name, certain: PLACES.get(name.casefold())  # noqa: E731
    query, _ = interpret(Query(text=Text.read(typed)), places)
    assert interpret(query, places)[0] == query


def test_places_are_those_where_trials_have_sites(tmp_path):
    record = TrialRecord(
        "ctgov",
        "NCT00000001",
        brief_title="Gout",
        recruitment=Recruitment(status=Coded("recruiting", "RECRUITING")),
        sites=(Site(city="Lyon", country="France", country_code="FR"),),
    )
    engine = open_with(tmp_path / "index", a_trial(1, record))

    assert interpret_request(engine, "q=gout+in+lyon").query.near.place == "lyon"
    assert interpret_request(engine, "q=gout+in+france").query.chosen("country") == ("FR",)
    assert interpret_request(engine, "q=gout+in+berlin").query.text.typed == "gout in berlin"
    assert interpret_request(engine, "q=gout+near+berlin").query.near.place == "berlin"
    assert interpret_request(engine, "q=gout+in+germany").query.text.typed == "gout in germany"
