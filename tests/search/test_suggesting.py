"""Suggestions begin as typed; slips are offered to be mended; who finds little is offered more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trialway.search.interpretation.interpret_request import interpret_request
from trialway.search.language.expansion import expand_query
from trialway.search.language.lexicon import (
    Lexicon,
    LexiconName,
    read_lexicon,
    write_lexicon,
)
from trialway.search.language.spelling import best_correction, find_misspelling, similar_words
from trialway.search.language.suggestions import Suggester, comparable
from trialway.search.query.parameters import from_query_string
from trialway.search.query.parser import parse
from trialway.search.query.query import Query
from trialway.search.results.answer import answer

NAMES = st.lists(
    st.builds(
        LexiconName,
        st.text("abc -", min_size=1, max_size=8).filter(lambda text: comparable(text) != ""),
        st.sampled_from(["condition", "treatment", "sponsor", "place", "acronym"]),
        st.integers(1, 9),
    ),
    max_size=20,
)


@given(NAMES, st.text("abc -", min_size=1, max_size=4))
def test_suggestions_are_those_of_a_slow_loop(names, typed):
    begun = comparable(typed)
    expected = set()
    for name in names:
        words = comparable(name.text).split()
        if len(begun) >= 2 and any(
            " ".join(words[at:]).startswith(begun) for at in range(min(4, len(words)))
        ):
            expected.add(comparable(name.text))

    assert {comparable(each.text) for each in Suggester(names).suggest(typed, most=99)} == expected


def test_conditions_and_treatments_come_before_places_and_whole_beginnings_before_inner_words():
    names = [
        LexiconName("Herlev", "place", 9),
        LexiconName("Hernia", "condition", 1),
        LexiconName("Umbilical Hernia", "condition", 5),
    ]

    assert [each.text for each in Suggester(names).suggest("her")] == ["Hernia", "Herlev", "Umbilical Hernia"]


def test_lay_words_are_suggested_where_trials_say_what_they_stand_for():
    known = Suggester([LexiconName("Myocardial Infarction", "condition", 7)])

    assert [(each.text, each.trials) for each in known.suggest("heart att")] == [("heart attack", 7)]
    assert Suggester([LexiconName("Gout", "condition", 7)]).suggest("heart att") == ()


@pytest.mark.parametrize("typed", ["behc", "Behç", "behcet"])
def test_accents_need_not_be_typed(typed):
    known = Suggester([LexiconName("Behçet Syndrome", "condition", 7), LexiconName("Łódź", "place", 3)])

    assert "Behçet Syndrome" in [each.text for each in known.suggest(typed)]
    assert [each.text for each in known.suggest("lodz")] == ["Łódź"]


@pytest.mark.parametrize("typed", ["", "a", " ", "-"])
def test_one_letter_is_too_few(typed):
    assert Suggester([LexiconName("asthma", "condition", 1)]).suggest(typed) == ()


def test_the_sample_suggests_its_conditions(engine):
    assert [each.text for each in engine.words.suggester.suggest("asth")][:1] == ["Asthma"]
    assert "Lyon" in [each.text for each in engine.words.suggester.suggest("lyo")]


def test_a_lexicon_survives_its_file_and_a_damaged_one_is_none(tmp_path):
    lexicon = Lexicon(upto=3, names=(LexiconName("Gout", "condition", 7),), words={"gout": 7})
    write_lexicon(tmp_path, lexicon)
    assert read_lexicon(tmp_path) == lexicon

    next(tmp_path.iterdir()).write_bytes(b"no lexicon")
    assert read_lexicon(tmp_path) == Lexicon()
    assert read_lexicon(tmp_path / "nowhere") == Lexicon()


WORDS = {"asthma": 50, "breast": 40, "heart": 60, "heard": 2, "attack": 5}


def test_the_fewest_slips_win_then_the_most_frequent():
    assert similar_words("hearr", WORDS)[:2] == ["heart", "heard"]
    assert similar_words("asthmaa", WORDS) == ["asthma"]
    assert similar_words("zebra", WORDS) == []


def mend(typed, finds, found=0, known=frozenset(WORDS)):
    tree = parse(typed).tree
    occurs = lambda terms: set(terms) <= known  # noqa: E731
    misspelling = find_misspelling(typed, tree, WORDS, occurs)
    if misspelling is None:
        return None
    totals = {text: finds.get(text, 0) for text in misspelling.texts}
    best = best_correction(misspelling, totals, found)
    return (best, totals[best]) if best else None


def test_a_word_that_stands_nowhere_is_mended():
    assert mend("asthmaa", {"asthma": 50}) == ("asthma", 50)


def test_a_word_that_does_stand_somewhere_is_mended_when_nothing_is_found():
    assert mend("heard attack", {"heart attack": 5}) == ("heart attack", 5)


def test_nothing_is_offered_that_finds_no_more():
    assert mend("asthmaa", {}) is None
    assert mend("heard attack", {"heart attack": 9}, found=2) is None


def ask(engine, query_string):
    question = interpret_request(engine, query_string)
    return answer(engine, question.query, problems=question.problems)


def test_every_offer_keeps_its_promise(engine):
    found = [
        ask(engine, each)
        for each in ("q=hart+failure", "q=asthma&status=withdrawn&phase=4", "q=asthma+migraine")
    ]

    offers = [offer for each in found for offer in each.offers]
    assert {offer.kind for offer in offers} >= {"spelling", "word", "facet"}
    for offer in offers:
        asked = expand_query(engine.words, from_query_string(offer.query).query).query
        assert engine.match(asked).total == offer.trials, offer


def test_offers_come_with_few_hits_only_and_the_best_first(engine):
    assert ask(engine, "q=asthma").offers == ()
    offers = ask(engine, "q=asthma+melanoma+zzzz").offers
    assert [offer.trials for offer in offers] == sorted((offer.trials for offer in offers), reverse=True)


def test_a_pasted_list_finds_its_trials_and_tells_which_are_not_here(engine):
    found = ask(engine, "q=NCT04740918+NCT03371017,NCT99999999")

    assert {hit.card.slug for hit in found.hits} == {"NCT04740918", "NCT03371017"}
    assert found.unknown_numbers == ("NCT99999999",)


@pytest.mark.parametrize(
    ("query_string", "parameter", "sentence"),
    [
        ("age=x", "age", "‘x’ is no age"),
        ("age=500", "age", "whole years from 0 to 120"),
        ("start_from=2024-13", "start_from", "‘2024-13’ is no date"),
        ("start_from=soon", "start_from", "write start_from as 2024, 2024-05 or 2024-05-31"),
        ("start_from=2024&start_to=2023", "start_from", "is after the last"),
        ("numbers=" + "+".join(f"NCT{n:08d}" for n in range(301)), "numbers", "Only the first 300 of 301"),
    ],
)
def test_what_makes_no_sense_is_left_out_with_a_sentence(query_string, parameter, sentence):
    understood = from_query_string(query_string)

    assert understood.problems[0].parameter == parameter
    assert sentence in understood.problems[0].sentence


def test_a_year_or_a_month_is_a_period():
    query = from_query_string("start_from=2024-02&start_to=2024-02&updated_to=2023").query

    assert query.query_string() == "start_from=2024-02-01&start_to=2024-02-29&updated_to=2023-12-31"


def test_boxes_for_one_area_join_the_text():
    query = from_query_string("q=gout&in_title=salt+water&in_place=%22New+York%22").query

    assert query.text.typed == 'gout title:(salt water) place:"New York"'
    assert query == from_query_string(query.query_string()).query


def test_an_empty_index_suggests_nothing():
    assert Suggester(()).suggest("asthma") == ()
    assert Query().narrowed is False


def test_lay_words_can_be_meant_though_no_record_says_them(engine):
    found = answer(engine, interpret_request(engine, "q=hart+atack").query)

    assert (found.offers[0].kind, found.offers[0].what) == ("spelling", "heart attack")
