"""The page with all ways to narrow a search down: values found by name, and the years of every date."""

import re

import pytest

from trialway.search.query.query import DATES
from trialway.search.results.facet_value_search import long_facets


def test_a_rare_value_is_found_by_name_with_its_count_in_this_search(site):
    text = site.get("/search/filters?q=heart&find=glio&in=condition").text
    all_of_them = site.get("/search/filters?find=glio&in=condition").text

    assert 'name="condition" value="D005910"' not in site.get("/search/filters").text
    assert 'name="condition" value="D005910"' in all_of_them
    assert "2 with “glio”." in all_of_them
    assert "None of these trials has one with “glio”; 2 of other trials." in text


def test_other_words_and_slips_find_a_value_too(site):
    lay = site.get("/search/filters?find=heart+attack&in=condition").text
    slip = site.get("/search/filters?find=glioam&in=condition").text
    town = site.get("/search/filters?find=koln&in=city").text

    assert "with “heart attack” or “myocardial infarction”" in lay
    assert "Nothing has “glioam”; 2 with “glioma”." in slip
    assert "Köln" in town


def test_to_look_for_a_value_keeps_the_search_and_what_is_chosen(site):
    text = site.get("/search/filters?q=asthma&status=completed&country=FR&find=glio&in=condition").text
    form = re.search(r'<form class="tw-seek" action="[^"]*#list-condition".*?</form>', text, re.DOTALL)[0]

    for name, value in (("q", "asthma"), ("status", "completed"), ("country", "FR"), ("in", "condition")):
        assert f'name="{name}" value="{value}"' in form
    assert 'name="country" value="FR" checked' in text


def test_every_long_list_can_be_searched_and_no_other(site):
    text = site.get("/search/filters").text

    assert re.findall(r'name="in" value="(\w+)"', text) == list(long_facets())


def test_a_town_of_several_names_is_found_once(site):
    text = site.get("/search/filters/values?find=villefranche&in=city").text

    assert text.count("Villefranche") == 1


def test_towns_are_listed_only_when_they_are_looked_for_or_a_place_is_asked_for(site):
    assert "<li>" not in site.get("/search/filters/values?in=city").text
    assert "<li>" in site.get("/search/filters/values?in=city&near=Lyon").text


def test_the_list_alone_is_for_the_script_of_the_page(site):
    found = site.get("/search/filters/values?q=asthma&find=omali&in=intervention").text
    every = site.get("/search/filters/values?q=asthma&in=intervention&find=").text

    assert "Omalizumab" in found
    assert "<html" not in found
    assert every.count("<li>") > found.count("<li>")


@pytest.mark.parametrize(
    "query", ["in=nothing&find=a", "in=condition&find=" + "x" * 5000, "find=%00&in=city", ""]
)
def test_what_makes_no_sense_finds_nothing_and_breaks_nothing(site, query):
    assert site.get(f"/search/filters?{query}").status_code == 200
    assert site.get(f"/search/filters/values?{query}").status_code == 200


@pytest.mark.parametrize("query", ["", "?q=asthma&completion_from=2015-01-01", "?near=Lyon"])
def test_every_date_has_bars_and_the_same_in_words(site, query):
    text = site.get(f"/search/filters{query}").text

    for label in DATES.values():
        assert f'<span class="tw-visually-hidden">{label}: </span>' in text
    dates = text[text.index("When</legend>") : text.index("A list of numbers</legend>")]
    assert dates.count('class="tw-histogram__bar') == dates.count("<li>") > 20


def test_the_years_asked_for_stand_out(site):
    text = site.get("/search/filters?start_from=2015&start_to=2016").text

    assert text.count("tw-histogram__bar--chosen") == 2


def test_a_year_is_a_link_to_its_trials(site):
    text = site.get("/search/filters?q=asthma").text
    found = re.search(
        r'<li><a href="(/search\?[^"]*results_posted_from=(\d{4})-01-01[^"]*)">.*?</a> (\d+)</li>', text
    )
    total = site.get(found[1].replace("&amp;", "&").replace("/search?", "/search.json?")).json()["total"]

    assert total == int(found[3])


def test_a_search_that_finds_nothing_shows_what_comes_next_to_it(site):
    narrowed = site.get("/search?q=mitraclip+phase+3").text
    most = site.get("/search?q=underactive+heart+after+chemo+breast+cancer").text

    assert "Closest: without “Phase: Phase 3”" in narrowed
    assert "Closest: trials with most of these words" in most
    assert narrowed.count('class="tw-hit"') == most.count('class="tw-hit"') == 3
