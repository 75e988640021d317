"""What could be meant while somebody types, as JSON; and the form with everything."""

import pytest


def test_names_that_begin_so_come_with_how_many_trials_name_them(site):
    found = site.get("/suggest?q=heart+att").json()

    assert found[0]["text"] == "heart attack"
    assert found[0]["kind"] == "condition"
    assert found[0]["trials"] > 0


@pytest.mark.parametrize("query", ["", "q=", "q=a", "q=zzzzzzzz", "q=%00%ff", "q=" + "x" * 5000])
def test_where_nothing_begins_so_the_list_is_empty(site, query):
    response = site.get(f"/suggest?{query}")
    assert (response.status_code, response.json()) == (200, [])


def test_without_an_index_nothing_is_suggested(empty_site):
    assert empty_site.get("/suggest?q=heart").json() == []


def test_the_form_is_filled_in_with_what_was_asked(site):
    text = site.get("/search/filters?q=asthma+title:child&age=12&status=completed&start_from=2010").text

    assert 'name="in_title" type="text" value="child"' in text
    assert 'name="age" type="number" min="0" max="120" inputmode="numeric" value="12"' in text
    assert 'name="start_from" type="date" value="2010-01-01"' in text
    assert 'name="status" value="completed" checked' in text


def test_values_are_narrowed_down_without_javascript_too(site):
    text = site.get("/search/filters?find=norw").text

    assert 'name="country" value="NO"' in text
    assert 'name="country" value="FR"' not in text
