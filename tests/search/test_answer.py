"""One answer for page, JSON and terminal: hits, facets, what was not understood, what to try."""

import msgspec
import pytest

from tests.search.making import a_trial, bring, open_with
from trialway.record import Identifier, Recruitment, TrialRecord
from trialway.search.document.facets import SHOWN
from trialway.search.engine.reader import open_index
from trialway.search.query.parameters import from_query_string
from trialway.search.query.query import Query
from trialway.search.results.answer import Answer, answer, every_summary
from trialway.vocabulary.coded import Coded


def ask(engine, query_string, **options) -> Answer:
    understood = from_query_string(query_string)
    return answer(engine, understood.query, problems=understood.problems, **options)


def test_an_answer_says_how_it_was_understood(engine):
    found = ask(engine, "q=breast+cancer+-male&status=completed&country=FR&page=1")

    assert found.query.words == "breast AND cancer AND NOT male"
    assert found.query.filters == {"country": ("FR",), "status": ("completed",)}
    assert found.query.order == "relevance"
    assert 0 < found.total < 43
    assert all(hit.card.status.code == "completed" for hit in found.hits)
    assert all(hit.why for hit in found.hits)


def test_without_words_all_trials_are_listed_newest_update_first(engine, sample):
    found = ask(engine, "")

    days = [hit.card.updated.iso for hit in found.hits]
    assert found.total == len(sample)
    assert days == sorted(days, reverse=True)
    assert found.pages == -(-len(sample) // 20)
    assert all(hit.why == () and hit.score is None for hit in found.hits)


def test_facets_come_in_their_order_with_labels_counts_and_choices(engine):
    found = ask(engine, "q=cancer&status=completed")

    assert [facet.name for facet in found.facets] == list(SHOWN)
    status = found.facets[0]
    assert [choice.label for choice in status.choices if choice.chosen] == ["Completed"]
    assert [choice.code for choice in status.choices][:2] == ["not_yet_recruiting", "recruiting"]
    country = next(facet for facet in found.facets if facet.name == "country")
    assert [c.count for c in country.choices] == sorted((c.count for c in country.choices), reverse=True)


def test_choosing_a_facet_keeps_its_promise(engine):
    before = ask(engine, "q=cancer")

    for facet in before.facets:
        for choice in facet.choices[:3]:
            after = answer(engine, from_query_string("q=cancer").query.with_filter(facet.name, choice.code))
            assert after.total == choice.count, (facet.name, choice.code)


def test_an_answer_is_json_that_reads_back(engine):
    found = ask(engine, "q=asthma&status=nonsense&page=99")

    assert msgspec.json.decode(msgspec.json.encode(found), type=Answer) == found


@pytest.mark.parametrize("typed", ["NCT04740918", "nct04740918", "nct 0474-0918", "NCT4740918"])
def test_a_registry_number_goes_to_its_trial(engine, typed):
    assert answer(engine, Query().with_text(typed)).goes_to == "NCT04740918"


def test_a_number_that_others_mention_goes_to_its_own_trial(tmp_path):
    own = TrialRecord("ctgov", "NCT00000002", brief_title="Salt")
    other = TrialRecord(
        "ctgov",
        "NCT00000001",
        brief_title="More",
        identifiers=(Identifier(value="NCT00000002", role="secondary"),),
    )
    engine = open_with(tmp_path / "index", a_trial(1, other), a_trial(2, own))

    found = ask(engine, "q=nct00000002")

    assert found.goes_to == "NCT00000002"
    assert found.total == 2
    assert ask(engine, "q=nct00000002&status=completed").goes_to is None


def test_another_identifier_goes_to_one_trial_or_lists_several(tmp_path):
    def record(number, *values):
        identifiers = tuple(Identifier(value=value, role="secondary") for value in values)
        return TrialRecord("ctgov", f"NCT0000000{number}", brief_title="Salt", identifiers=identifiers)

    engine = open_with(
        tmp_path / "index",
        a_trial(1, record(1, "2010-019256-37", "shared-1234")),
        a_trial(2, record(2, "shared-1234", "sprint")),
    )

    assert ask(engine, "q=2010+019256+37").goes_to == "NCT00000001"
    assert (ask(engine, "q=shared-1234").goes_to, ask(engine, "q=shared-1234").total) == (None, 2)
    assert (ask(engine, "q=sprint").goes_to, ask(engine, "q=sprint").total) == (None, 1)


def test_a_number_that_is_not_there_is_told(engine):
    found = ask(engine, "q=NCT99999999")

    assert (found.total, found.goes_to) == (0, None)
    assert found.guidance == (
        "There is no trial NCT99999999 here. Check the number, or search by condition or treatment.",
    )


@pytest.mark.parametrize(
    ("query_string", "advice"),
    [
        ("q=asthma+zzyzx", "No trial here mentions ‘zzyzx’."),
        ("q=title:zzyzx", "No trial here mentions ‘title:zzyzx’."),
        ("q=%2A%2A%2A", "No trial here mentions ‘***’."),
        ("q=cancer&status=recruiting&phase=4&country=JP", "Without the filters, the words alone find"),
        ("status=withheld", "No trial passes all the filters together."),
        ("q=kadcyla+bicycle+asthma", "Each word is found, but no trial has them all."),
    ],
)
def test_finding_nothing_gets_help(engine, query_string, advice):
    found = ask(engine, query_string)

    assert found.total == 0
    assert any(advice in sentence for sentence in found.guidance), found.guidance


def test_an_empty_index_says_so(tmp_path):
    bring(tmp_path, [])

    assert ask(open_index(tmp_path), "").guidance == (
        "No trials are loaded yet; trialway load takes them in.",
    )


@pytest.mark.parametrize(
    ("query_string", "sentence"),
    [
        ("country=fr", "No trial here has the country ‘fr’; did you mean ‘FR’?"),
        ("country=Frnace", "No trial here has the country ‘Frnace’; did you mean ‘FR’?"),
        ("phase=9", "choose one of early_1, 1, 2, 3, 4, not_applicable."),
        ("status=withheld", "No trial here has the status ‘withheld’ (Withheld); choose another."),
        ("page=9", "There is no page 9; the last one, 2, is shown instead."),
        ("page=900000", "Only the first 10,000 hits can be turned to"),
    ],
)
def test_what_cannot_be_is_told(engine, query_string, sentence):
    found = ask(engine, "q=asthma&" + query_string)

    assert any(sentence in problem.sentence for problem in found.problems), found.problems


def test_a_page_too_far_shows_the_last_one(engine):
    assert ask(engine, "q=asthma&page=9").hits == ask(engine, "q=asthma&page=2").hits


def test_an_unknown_choice_can_be_taken_back(engine):
    status = ask(engine, "status=nonsense").facets[0]

    assert [choice.code for choice in status.choices if choice.chosen] == ["nonsense"]


def test_a_value_in_the_registrys_own_words_is_a_facet_value(tmp_path):
    record = TrialRecord("ctgov", "NCT00000001", recruitment=Recruitment(status=Coded(None, "ON_HOLIDAY")))
    engine = open_with(tmp_path / "index", a_trial(1, record))

    (choice,) = ask(engine, "").facets[0].choices

    assert (choice.code, choice.label, choice.count) == ("raw:ON_HOLIDAY", "On holiday", 1)
    assert answer(engine, Query().with_filter("status", choice.code)).total == 1


NASTY = [
    '"' * 10_000,
    "\0",
    "🦄",
    "the of and",
    "*:*",
    "title:*",
    "a:b:c",
    "[* TO *]",
    "asthma^4",
    "asthma~2",
    "+",
    "\\",
    "(((",
    "NOT",
    "x" * 600,
    "-" * 50,
    "'; DROP TABLE trials; --",
    "<script>",
    "{{ 7*7 }}",
    "ß" * 100,
    "ﬃ",
    "\u202e",
]


@pytest.mark.parametrize("typed", NASTY)
def test_nasty_texts_are_answered(engine, typed):
    found = answer(engine, Query().with_text(typed))

    assert found.total >= 0
    assert found.total or found.guidance


def test_every_card_of_a_long_list_comes_once(engine, sample):
    cards = list(every_summary(engine, Query()))

    assert len(cards) == len({card.number for card in cards}) == len(sample)
