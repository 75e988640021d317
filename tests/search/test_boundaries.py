"""The search at its edges: the second trial, the last character, the far north, and what is not there."""

import math

import numpy as np
import pytest

from tests.search.making import a_trial, bring, open_with
from trialway.pipeline.failures import reason_of
from trialway.places.distances import EARTH_KM, kilometres
from trialway.record import (
    ConditionTerms,
    Dates,
    Intervention,
    MeshTerm,
    Point,
    Site,
    TrialRecord,
)
from trialway.search.document.dates import DateFields
from trialway.search.document.document import document
from trialway.search.document.facets import inner
from trialway.search.document.topic_profile import TopicProfile
from trialway.search.engine.reader import open_index
from trialway.search.engine.year_counts import YearCounts
from trialway.search.geo.grid_cells import cells_around, cells_of_point
from trialway.search.interpretation.interpret import interpret
from trialway.search.language.expansion import expand
from trialway.search.language.lexicon import LexiconName
from trialway.search.language.spelling import find_misspelling, similar_words
from trialway.search.language.synonym_candidates import SynonymCandidates, topic_names
from trialway.search.language.synonym_mining import abbreviations
from trialway.search.language.thesaurus import Thesaurus
from trialway.search.query.parameters import from_query_string
from trialway.search.query.parser import MOST_CHARACTERS, clean, parse
from trialway.search.query.query import Near, Query, Text
from trialway.search.query.syntax_tree import Not, Phrase, Term, to_syntax
from trialway.search.related.heading_sets import HeadingNames, HeadingSets
from trialway.search.related.inferred_headings import condition_headings
from trialway.search.related.topic_columns import TopicColumns, TrialTable
from trialway.search.results.answer import answer
from trialway.search.results.plan import shown_facets
from trialway.search.results.snippets import snippets
from trialway.search.results.wider_radius import STEPS
from trialway.trial import agree
from trialway.vocabulary.coded import Coded
from trialway.vocabulary.dates import StatedDate


def a_record(number: int, **parts: object) -> TrialRecord:
    return TrialRecord("ctgov", f"NCT{number:08}", **parts)


def at(lat: float, lon: float, city: str = "A") -> Site:
    return Site(city=city, country="France", country_code="FR", point=Point(latitude=lat, longitude=lon))


@pytest.mark.parametrize("lat", [-85.0, -60.0, 0.0, 45.0, 60.0, 78.0, 84.9])
@pytest.mark.parametrize("lon", [-180.0, -179.5, 0.0, 12.3, 179.9])
@pytest.mark.parametrize("km", [1.0, 100.0, 500.0])
def test_no_point_of_a_circle_lies_outside_its_squares(lat, lon, km):
    cells = set(cells_around(Near(lat=lat, lon=lon, km=km)) or ())
    ring = [_moved(lat, lon, 0.999 * km, math.radians(turn)) for turn in range(0, 360, 10)]

    assert all(kilometres(lat, lon, np.array([x]), np.array([y]))[0] <= km for x, y in ring)
    assert not cells or all(cells & set(cells_of_point(*point)) for point in ring)


def _moved(lat: float, lon: float, km: float, turn: float) -> tuple[float, float]:
    """The point so many km away in a direction."""
    start, way = math.radians(lat), km / EARTH_KM
    up = math.asin(math.sin(start) * math.cos(way) + math.cos(start) * math.sin(way) * math.cos(turn))
    side = math.atan2(
        math.sin(turn) * math.sin(way) * math.cos(start), math.cos(way) - math.sin(start) * math.sin(up)
    )
    return math.degrees(up), (lon + math.degrees(side) + 180) % 360 - 180


def test_a_point_that_nobody_knows_lies_in_no_square():
    assert cells_of_point(None, 1.0) == cells_of_point(1.0, None) == ()


def test_radii_to_widen_to_are_round_numbers_that_grow():
    assert STEPS == (25, 50, 100, 200, 500, 1000)


def test_blanks_are_not_counted_until_the_text_is_four_times_too_long():
    longest = "a" + " " * (4 * MOST_CHARACTERS - 2) + "b"

    assert clean(longest) == ("a b", [])
    assert clean(longest + "c")[1] != []
    assert clean("a" * MOST_CHARACTERS)[1] == []
    assert clean("a" * (MOST_CHARACTERS + 1)) == (
        "a" * MOST_CHARACTERS,
        clean("a" * (MOST_CHARACTERS + 1))[1],
    )


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("asthma -child", "asthma AND NOT child"),
        ("NOT NOT asthma", "asthma"),
        ("(gout OR pain) salt", "(gout OR pain) AND salt"),
        ("((gout)) salt", "gout AND salt"),
        ("(gout) salt", "gout AND salt"),
        ('"heart attack" gout', '"heart attack" AND gout'),
        ("title:asthma gout", "title:asthma AND gout"),
        ("asthma of the child", "asthma AND child"),
    ],
)
def test_a_query_is_written_back_as_it_was_understood(typed, written):
    assert to_syntax(parse(typed).tree) == written


def test_not_before_one_word_denies_that_word_alone():
    tree = parse('-asthma "heart attack"').tree

    assert tree is not None
    assert tree.parts == (Not(Term("asthma")), Phrase(("heart", "attack")))


@pytest.mark.parametrize(("text", "place"), [("(asthma", 0), ("asthma)", 6), ("a (b", 2), ("(a) b) (c", 5)])
def test_a_parenthesis_without_its_other_is_pointed_at(text, place):
    assert place in {problem.at[0] for problem in parse(text).problems if problem.at}


def test_of_words_alike_the_one_with_the_same_first_letter_comes_first():
    assert similar_words("gout", {"pout": 9, "goat": 1, "gouty": 1}) == ["goat", "gouty", "pout"]
    assert similar_words("aspirim", {"aspirin": 1, "bspirim": 9}) == ["aspirin", "bspirim"]


def test_a_name_that_is_a_sponsors_or_a_places_too_is_no_topic():
    def name(text: str, kind: str) -> LexiconName:
        return LexiconName(text=text, kind=kind, trials=1)

    stated = [name("Gout", "condition"), name("Aspirin", "treatment"), name("Lyme", "condition")]
    others = [name("Lyme", "place"), name("ASPIRIN", "sponsor"), name("Salt", "sponsor")]

    assert topic_names([*stated, *others]) == {"gout"}


@pytest.mark.parametrize(
    ("facet", "within"),
    [("country", ("region", "city")), ("region", ("city",)), ("city", ()), ("phase", ())],
)
def test_places_lie_in_one_another(facet, within):
    assert inner(facet) == within


@pytest.mark.parametrize(
    ("asked", "added"),
    [
        ("", set()),
        ("country=FR", {"region"}),
        ("country=FR&region=FR:x", {"region", "city"}),
        ("site_status=recruiting", {"site_status"}),
        ("city=FR:x:y", {"city"}),
    ],
)
def test_facets_of_places_are_shown_where_they_help(asked, added):
    query = from_query_string(asked).query

    assert set(shown_facets(query)) & {"region", "city", "site_status"} == added


def test_near_a_point_cities_and_the_status_of_places_are_shown():
    added = set(shown_facets(Query(near=Near(lat=1, lon=2, km=50))))

    assert added & {"region", "city", "site_status"} == {"city", "site_status"}


def test_a_heading_above_is_a_group_by_its_name_or_its_number():
    terms = ConditionTerms(
        terms=(MeshTerm(id="D1", name="Gout"),),
        ancestors=(MeshTerm(name="Arthritis"), MeshTerm(id="D2"), MeshTerm()),
    )
    groups = _facet(a_record(1, condition_terms=terms), "condition_group")

    assert len(groups) == 2


def test_treatments_are_headings_and_without_these_the_names_of_medicines():
    given = (
        Intervention(name="Salt", kind=Coded("drug", "DRUG")),
        Intervention(name="Walking", kind=Coded("behavioural", "BEHAVIORAL")),
    )
    headed = ConditionTerms(terms=(MeshTerm(id="D3", name="Sodium"),))

    assert _facet(a_record(1, interventions=given), "intervention") == ["Salt"]
    assert _facet(a_record(1, interventions=given, intervention_terms=headed), "intervention") == ["Sodium"]


def _facet(record: TrialRecord, facet: str) -> list[str]:
    made = document(a_trial(1, record))
    return [value.label for value in made.facets[facet]]


def test_a_year_without_a_trial_counts_none(tmp_path):
    engine = open_with(
        tmp_path / "index",
        a_trial(1, a_record(1, dates=Dates(start=StatedDate("2020-05")))),
        a_trial(2, a_record(2, dates=Dates(start=StatedDate("2022-05")))),
    )
    years = engine.count_years(from_query_string("").query)["start"]

    assert years == YearCounts({2020: 1, 2022: 1})


def test_trials_that_move_and_go_leave_the_others_where_they_are(tmp_path):
    folder = tmp_path / "index"
    trials = [a_trial(number, a_record(number, sites=(at(number, number),))) for number in range(1, 6)]
    bring(folder, trials)
    moved = a_trial(2, a_record(2, sites=(at(50.0, 50.0), at(51.0, 50.0))), change=9)
    bring(folder, [moved, *(one for one in trials if one.number not in (2, 4))], removed=[4], total=4)
    engine = open_index(folder)

    def near(lat: float, lon: float) -> list[int]:
        return [hit.number for hit in engine.match(Query(near=Near(lat=lat, lon=lon, km=20))).hits]

    assert [near(number, number) for number in (1, 2, 3, 4, 5)] == [[1], [], [3], [], [5]]
    assert near(50, 50) == near(51, 50) == [2]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("a",), ("a",), True),
        (("a",), ("a", "b"), False),
        (("a", "b"), ("a",), False),
        (("a", "b"), ("b", "a"), True),
        ((), ("a",), False),
        (Coded("x", "X"), Coded("x", "other"), True),
        (Coded(None, "X"), Coded("x", "X"), True),
        (Coded("x", "X"), Coded("y", "X"), False),
        (StatedDate("2020-01"), StatedDate("2020-01-05"), True),
        (StatedDate("2020-01-05"), StatedDate("2020-01"), True),
        (StatedDate("2020-02"), StatedDate("2020-01-05"), False),
        (1, 1, True),
        (1, 2, False),
    ],
)
def test_two_registries_agree_where_neither_says_what_the_other_does_not(one, other, same):
    assert agree(one, other) is same


def test_the_reason_of_a_failure_is_one_line_even_without_words():
    assert reason_of(ValueError("")) == "ValueError: no message"
    assert reason_of(ValueError("first\nsecond")) == "ValueError: first"
    assert len(reason_of(ValueError("x" * 900))) == 300


@pytest.mark.parametrize(
    ("typed", "age"), [("asthma for a 120 year old", 120), ("asthma for a 121 year old", None)]
)
def test_nobody_is_taken_to_be_older_than_a_hundred_and_twenty(typed, age):
    query, _ = interpret(Query(text=Text.read(typed)), lambda name, certain: None)

    assert query.age == age


@pytest.mark.parametrize(("typed", "tried"), [("goot", ("gout",)), ("gut", ())])
def test_a_word_of_three_letters_is_no_slip(typed, tried):
    found = find_misspelling(typed, Text.read(typed).tree, {"gout": 9, "guts": 9}, lambda terms: False)

    assert (found.texts[:1] if found else ()) == tried


def test_a_date_that_no_registry_states_is_none():
    made = document(a_trial(1, a_record(1)))

    assert made.days == DateFields(start=0, primary_completion=0, completion=0, results_posted=0)


def test_no_more_than_three_excerpts_are_shown():
    words = {"title": "gout", "condition": "asthma", "summary": "lupus", "outcome": "angina"}
    texts = {area: (word,) for area, word in words.items()}

    assert len(snippets(Text.read(" ".join(words.values())), texts)) == 3
    assert len(snippets(Text.read("gout asthma"), texts)) == 2


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Metastatic Breast Cancer", ("Breast Neoplasms",)),
        ("Breast cancer", ("Breast Neoplasms",)),
        ("cancer", ()),
        ("Something else", ()),
    ],
)
def test_a_condition_has_the_headings_of_what_it_narrows_down(name, found):
    learned = {"breast cancer": ("Breast Neoplasms",)}

    assert condition_headings(TopicProfile(), (name,), learned) == found


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Atrial Flutt (AF)", {("AF", "Atrial Flutt")}),
        ("Abcd Fghi (AF)", {("AF", "Abcd Fghi")}),
        ("Abcd Fgh (AF)", set()),
        ("Ab Fg (AF)", set()),
    ],
)
def test_a_long_form_has_more_than_eight_letters(title, found):
    assert abbreviations([title]) == found


def test_a_trial_that_has_no_row_has_none_and_not_that_of_another():
    table = TrialTable(
        numbers=np.array([3, 7, 9], np.uint32),
        points=np.zeros((3, 2), np.float32),
        recruiting=np.zeros(3, np.bool_),
        conditions=HeadingSets.of([[], [], []], 0),
        treatments=HeadingSets.of([[], [], []], 0),
    )
    columns = TopicColumns(
        table=table,
        bounds=np.array([0, 3]),
        centres=np.zeros((1, 2), np.float32),
        names=HeadingNames([]),
        learned={},
    )

    assert [columns.row(number) for number in (3, 7, 9)] == [0, 1, 2]
    assert [columns.row(number) for number in (1, 5, 8, 10)] == [None] * 4


def test_words_beside_words_of_a_topic_are_looked_at_one_by_one():
    known = SynonymCandidates(
        Thesaurus([]), lambda terms: 50, frozenset({"heart failure"}), 100_000, named=lambda typed: ()
    )
    tree = expand(parse("severe heart failure").tree, known).tree

    assert [getattr(part, "names", None) for part in tree.parts] == [None, False, False]


def test_few_words_that_are_all_found_but_never_together_are_told_so(tmp_path):
    engine = open_with(
        tmp_path / "index",
        a_trial(1, a_record(1, brief_title="Gout")),
        a_trial(2, a_record(2, brief_title="Asthma")),
    )

    def guidance(typed: str) -> tuple[str, ...]:
        return answer(engine, from_query_string(f"q={typed}").query).guidance

    together = "Each word is found, but no trial has them all."
    assert [one.startswith(together) for one in guidance("gout asthma")] == [True]
    assert not any(one.startswith(together) for one in guidance("gout zzyzx"))
    assert not any(one.startswith(together) for one in guidance("zzyzx"))
    assert not any(one.startswith(together) for one in guidance("gout&status=completed"))


def test_an_answer_says_what_became_of_the_place(tmp_path):
    engine = open_with(tmp_path / "index", a_trial(1, a_record(1, sites=(at(45.76, 4.84, "Lyon"),))))
    named, point = (Query(near=Near(lat=45.76, lon=4.84, km=50, place=place)) for place in ("Lyon", ""))
    found = answer(engine, named).where

    assert found is not None
    assert answer(engine, point).where is None
    assert answer(engine, point, where=found).where is found
