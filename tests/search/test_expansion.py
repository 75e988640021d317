"""Other words for the same thing: searched for too, told, never in a phrase, never imposed."""

from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.search.making import a_trial, open_with
from trialway.record import Site, TrialRecord
from trialway.search.language.analysis import terms
from trialway.search.language.expansion import expand
from trialway.search.language.lexicon import SynonymPair
from trialway.search.language.synonym_candidates import SynonymCandidates
from trialway.search.language.thesaurus import (
    Synonym,
    Thesaurus,
    build_thesaurus,
    curated_thesaurus,
)
from trialway.search.query.parameters import from_query_string
from trialway.search.query.parser import parse
from trialway.search.query.query import Text
from trialway.search.query.syntax_tree import Synonyms, to_syntax
from trialway.search.results.answer import answer
from trialway.vocabulary.lay_words import lay_lines, read_line

KNOWN = Thesaurus(
    [
        ("heart attack", Synonym("myocardial infarction", "lay")),
        ("cancer", Synonym("neoplasm", "lay")),
        ("womb cancer", Synonym("endometrial cancer", "lay")),
    ]
)


EVERY = 100_000


def vocabulary(thesaurus=KNOWN, trials=lambda terms: 50, topics=()):
    return SynonymCandidates(thesaurus, trials, frozenset(topics), EVERY, named=lambda typed: ())


def added(typed: str, trials=lambda terms: 50) -> list[tuple[str, tuple[str, ...]]]:
    found = expand(parse(typed).tree, vocabulary(trials=trials))
    return [(each.typed, each.forms) for each in found.added]


def test_words_side_by_side_are_looked_up_together():
    assert added("heart attack") == [("heart attack", ("myocardial infarction",))]
    assert added("after heart attacks in women") == [("heart attacks", ("myocardial infarction",))]
    assert added("heart disease attack") == []


def test_a_form_that_is_not_wanted_is_left_out_and_the_others_stay():
    query = from_query_string("q=heart+attack+womb+cancer&not_also=Myocardial++infarction").query
    found = expand(query.text.tree, vocabulary(), query.not_also)

    assert query.not_also == ("myocardial infarction",)
    assert [(each.typed, each.forms) for each in found.added] == [("womb cancer", ("endometrial cancer",))]
    assert from_query_string(query.query_string()).query == query


def test_a_denied_pair_is_not_taken_for_the_same_either_way():
    pair = SynonymPair("PD", "pharmacodynamics", "short", 9)

    def forms(denied=frozenset()) -> set[str]:
        return {form.words for form in build_thesaurus([pair], denied).forms(terms("PD"), "PD")}

    assert "pharmacodynamics" in forms()
    assert forms({("pd", "pharmacodynamics")}) == forms() - {"pharmacodynamics"}


def test_names_of_a_concept_are_searched_for_too():
    known = SynonymCandidates(Thesaurus([]), lambda terms: 50, frozenset(), EVERY)

    assert {form.words for form in known.forms("Keytruda")} >= {"Pembrolizumab", "MK-3475"}
    assert {form.source for form in known.forms("heart attack")} == {"concept"}
    assert "Esophageal Neoplasms" in {form.words for form in known.forms("cancer food pipe")}
    assert not {"advanced", "metastatic"} & {
        form.words for typed in ("advanced cancer", "metastatic cancer") for form in known.forms(typed)
    }
    # A name in small letters that is a word, and words that name nothing.
    assert known.forms("als") == known.forms("people who walk") == ()


def test_a_denied_name_of_a_concept_is_left_out():
    denied = {("keytruda", "pembrolizumab")}
    known = SynonymCandidates(Thesaurus([]), lambda terms: 50, frozenset(), EVERY, denied)

    assert "Pembrolizumab" not in {form.words for form in known.forms("Keytruda")}


def test_what_records_teach_is_doubted_where_the_list_knows_two_things():
    pair = SynonymPair("Atorvastatin", "Statins", "name", 9)

    found = build_thesaurus([pair]).forms(terms("Atorvastatin"), "Atorvastatin")

    assert "Statins" not in {form.words for form in found}


def test_the_longest_match_wins():
    assert added("womb cancer") == [("womb cancer", ("endometrial cancer",))]


def test_cancer_of_the_womb_is_womb_cancer():
    assert added("cancer of the womb") == [("cancer womb", ("endometrial cancer",))]


@pytest.mark.parametrize(
    "typed", ['"heart attack"', "-cancer", "NOT cancer", "place:cancer", "sponsor:cancer"]
)
def test_phrases_negated_words_and_names_stay_as_they_are(typed):
    assert added(typed) == []


def test_words_in_the_area_of_a_disease_have_other_words():
    assert added("title:cancer OR condition:(heart attack)") == [
        ("cancer", ("neoplasm",)),
        ("heart attack", ("myocardial infarction",)),
    ]


def test_what_stands_nowhere_is_not_searched_for():
    assert added("heart attack", trials=lambda terms: 0) == []


def test_a_phrase_that_holds_the_typed_words_or_another_form_would_find_nothing_more():
    known = Thesaurus(
        [
            ("sugar", Synonym("sugar disease", "lay")),
            ("sugar", Synonym("diabetes", "lay")),
            ("sugar", Synonym("diabetes mellitus", "lay")),
        ]
    )
    assert [form.words for form in vocabulary(known).forms("sugar")] == ["diabetes"]


def test_a_learned_word_that_is_said_far_more_often_is_a_wider_thing():
    known = Thesaurus(
        [
            ("ckd", Synonym("disease", "heading")),
            ("ckd", Synonym("kidney disease", "lay")),
            ("t1", Synonym("t2", "name")),
        ]
    )
    often = {"ckd": 10, "diseas": 30_000, "t1": 5, "t2": 900}
    words = vocabulary(known, lambda terms: min(often.get(term, 40_000) for term in terms))

    assert [form.words for form in words.forms("ckd")] == ["kidney disease"]
    assert [form.words for form in words.forms("t1")] == ["t2"]


def test_a_word_with_the_stem_of_another_has_not_its_other_words():
    known = vocabulary(
        Thesaurus([("systemic", Synonym("whole body", "glossary")), ("allergy", Synonym("atopy", "lay"))])
    )

    assert known.forms("system") == ()
    assert [form.words for form in known.forms("allergies")] == ["atopy"]


@pytest.mark.parametrize(("typed", "expanded"), [("MG", True), ("mg weakness", True), ("statin 5 mg", False)])
def test_milligrams_are_no_disease(typed, expanded):
    known = vocabulary(Thesaurus([("MG", Synonym("myasthenia gravis", "lay"))]))

    assert bool(expand(parse(typed).tree, known).added) is expanded


@given(st.text(max_size=60))
def test_what_was_typed_stays_in_the_tree(typed):
    tree = parse(typed).tree
    if tree is not None:
        expanded = expand(tree, vocabulary()).tree
        assert without_parentheses(to_syntax(expanded)) == without_parentheses(to_syntax(tree))


def without_parentheses(text: str) -> str:
    return text.replace("(", "").replace(")", "")


@pytest.fixture(scope="module")
def engine(tmp_path_factory):
    records = [
        TrialRecord("ctgov", "NCT00000001", brief_title="Aspirin after myocardial infarction"),
        TrialRecord("ctgov", "NCT00000002", brief_title="Walking after a heart attack"),
        TrialRecord("ctgov", "NCT00000003", brief_title="IL6 in gout"),
        TrialRecord("ctgov", "NCT00000004", brief_title="Trastuzumab emtansine"),
        TrialRecord("ctgov", "NCT00000005", brief_title="Insulin", conditions=("Diabetes",)),
        TrialRecord(
            "ctgov", "NCT00000006", brief_title="Stents", sites=(Site(facility="Diabetes Centre Ulm"),)
        ),
    ]
    trials = [a_trial(number, record) for number, record in enumerate(records, start=1)]
    return open_with(tmp_path_factory.mktemp("other words") / "index", *trials)


def ask(engine, query_string):
    return answer(engine, from_query_string(query_string).query)


def slugs(found):
    return [hit.card.slug for hit in found.hits]


def test_who_asks_in_lay_words_finds_the_registrys_own_after_the_typed_ones(engine):
    found = ask(engine, "q=heart+attack")

    assert slugs(found) == ["NCT00000002", "NCT00000001"]
    assert [(each.typed, each.forms) for each in found.added] == [
        ("heart attack", ("myocardial infarction",))
    ]


def test_expansion_can_be_switched_off(engine):
    found = ask(engine, "q=heart+attack&expand=no")

    assert slugs(found) == ["NCT00000002"]
    assert found.added == ()


def test_a_quoted_phrase_is_searched_for_as_it_is(engine):
    assert slugs(ask(engine, "q=%22heart+attack%22")) == ["NCT00000002"]


def test_excerpts_mark_the_other_word(engine):
    why = ask(engine, "q=heart+attack").hits[1].why

    assert [segment.text for excerpt in why for segment in excerpt.segments if segment.matched] == [
        "myocardial infarction"
    ]


@pytest.mark.parametrize("typed", ["IL-6", "IL6", "kadcyla", "t-dm1"])
def test_hyphens_brands_and_codes_find_the_same(engine, typed):
    assert ask(engine, f"q={typed}").total == 1


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("diabetes", ["NCT00000005"]),
        ("diabetes centre", ["NCT00000006"]),
        ("Ulm", ["NCT00000006"]),
        ("place:diabetes", ["NCT00000006"]),
        ('"diabetes centre"', ["NCT00000006"]),
    ],
)
def test_a_condition_is_not_looked_for_in_names_of_places(engine, typed, found):
    assert slugs(ask(engine, urlencode({"q": typed}))) == found


def test_who_wants_every_word_as_typed_finds_names_too(engine):
    assert set(slugs(ask(engine, "q=diabetes&expand=no"))) == {"NCT00000005", "NCT00000006"}


def test_a_hit_does_not_explain_itself_by_a_name_that_was_not_looked_at(engine):
    why = ask(engine, "q=diabetes").hits[0].why

    assert {excerpt.area for excerpt in why} == {"condition"}


def test_every_line_of_the_lay_list_can_be_looked_up():
    known = vocabulary(build_thesaurus(()))
    for line in lay_lines():
        found = [expand(parse(form).tree, known).tree for form in line.forms]
        assert any(isinstance(each, Synonyms) and each.forms for each in found), line.forms


def test_no_line_of_the_lay_list_stands_twice():
    lines = [(frozenset(form.casefold() for form in line.forms), line.both_ways) for line in lay_lines()]
    assert len(lines) == len(set(lines)) > 600


@pytest.mark.parametrize("line", ["asthma", "a =", "> b", "a = b > c", "a > , b", "a = = b"])
def test_a_broken_line_is_refused(line):
    with pytest.raises(ValueError, match="is no line of lay words"):
        read_line(line)


def test_the_glossary_gives_other_names():
    pairs = {(asked, form.words) for asked, form in curated_thesaurus() if form.source == "glossary"}
    assert ("body mass index", "BMI") in pairs


def test_a_word_that_has_other_words_keeps_its_text():
    assert Text.read("heart attack").tree == parse("heart attack").tree
