"""The search page in plain values: links that keep, add and take away."""

import msgspec

from trialway.presenters.interpretation import understood
from trialway.presenters.search import SHOWN, search_page
from trialway.search.interpretation.interpret_request import InterpretedQuery
from trialway.search.language.expansion import AddedSynonyms
from trialway.search.query.parameters import from_query_string
from trialway.search.results.answer import Answer, ShownQuery
from trialway.search.results.facet_options import FacetAnswer, FacetOption

STATUS = FacetAnswer(
    "status",
    "Status",
    (FacetOption("recruiting", "Recruiting", 3, False), FacetOption("completed", "Completed", 2, True)),
    False,
)


def an_answer(query, total=45, facets=(STATUS,)):
    asked = ShownQuery(query.text.typed, None, {}, query.order, query.page, 20)
    return Answer(asked, total, -(-total // 20), (), facets)


def a_page(address, **options):
    query = from_query_string(address).query
    return search_page(InterpretedQuery(query, query.text.typed), an_answer(query, **options))


def test_a_choice_adds_itself_and_a_chosen_one_takes_itself_away():
    page = a_page("q=asthma&status=completed")
    chosen, other = page.facets[0].shown
    assert (chosen.label.text, chosen.query) == ("Completed", "?q=asthma")
    assert (other.label.text, other.query) == ("Recruiting", "?q=asthma&status=completed&status=recruiting")
    assert [(link.label.text, link.query) for link in page.chosen] == [("Completed", "?q=asthma")]


def test_each_other_word_says_who_says_so_and_goes_by_one_link():
    query = from_query_string("q=heart+attack").query
    added = AddedSynonyms("heart attack", ("myocardial infarction",), ("lay",))
    found = msgspec.structs.replace(an_answer(query), added=(added,))
    (form,) = understood(InterpretedQuery(query, "heart attack"), found).also[0].forms

    assert (form.words, form.source) == ("myocardial infarction", "our list of everyday words")
    assert form.without == "?q=heart+attack&not_also=myocardial+infarction"


def test_pages_keep_what_was_asked():
    page = a_page("q=asthma&page=2")
    assert (page.previous, page.next, page.position) == ("?q=asthma", "?q=asthma&page=3", "Page 2 of 3")


def test_best_match_is_offered_only_when_there_are_words():
    assert [sort.label for sort in a_page("q=asthma").sorts] == [
        "Best match",
        "Newest first",
        "Last updated first",
    ]
    assert [sort.label for sort in a_page("").sorts] == ["Newest first", "Last updated first"]


def test_a_new_search_keeps_filters_and_order_but_not_the_page():
    assert a_page("q=asthma&status=completed&sort=newest&page=2").kept == (
        ("status", "completed"),
        ("sort", "newest"),
    )


def test_rare_values_fold_and_values_of_no_trial_are_left_out():
    choices = tuple(
        FacetOption(f"C{number}", f"Country {number}", 20 - number, False) for number in range(12)
    )
    page = a_page(
        "",
        facets=(FacetAnswer("country", "Country", (*choices, FacetOption("X", "Empty", 0, False)), False),),
    )
    assert (len(page.facets[0].shown), len(page.facets[0].folded)) == (SHOWN, 12 - SHOWN)


def test_labels_of_conditions_are_the_registrys_and_those_of_statuses_are_ours():
    condition = FacetAnswer("condition", "Condition", (FacetOption("D001249", "Asthma", 5, False),), False)
    page = a_page("", facets=(STATUS, condition))
    assert [facet.shown[0].label.lang for facet in page.facets] == [None, "en"]
