"""Related trials on the pages of a trial, on their own page, as JSON, and what their ETag depends on."""

import json

import pytest

from tests.site.lint import problems
from trialway.search.related import reader


def test_a_closed_trial_leads_with_those_that_recruit(site):
    page = site.get("/trial/NCT00089661/related").content.decode()

    assert "This trial takes no new people now" in page
    assert page.index("Similar trials that are recruiting now") < page.index("whatever their status")
    assert "Same condition:" in page


def test_the_patient_page_offers_them_where_it_tells_what_else_to_do(site):
    page = site.get("/trial/NCT00089661").content.decode()

    similar = page.index("Which similar trials are recruiting now?")
    assert page.index('id="unable"') < similar < page.index('id="results"')
    assert "Each has its own rules on who can join." in page[similar:]


@pytest.mark.parametrize("view", ["expert", "professional"])
def test_the_other_views_have_a_section_of_them(site, view):
    page = site.get(f"/trial/NCT00089661/{view}").content.decode()

    assert 'href="#related">Related trials</a>' in page
    assert 'href="/trial/NCT00089661/related"' in page


def test_the_twin_gives_cards_and_reasons(site):
    answer = json.loads(site.get("/trial/NCT00089661/related.json").content)

    assert {one["card"]["status"]["code"] for one in answer["recruiting"]} == {"recruiting"}
    assert all(one["reasons"] for one in answer["similar"])


def test_no_page_of_related_trials_has_a_fault(site, sample):
    for trial in sample[::12]:
        page = site.get(f"/trial/{trial.slug}/related")
        assert page.status_code == 200
        assert problems(page.content.decode()) == []


def test_other_spellings_lead_to_the_page(site):
    assert site.get("/trial/nct00089661/related").headers["Location"] == "/trial/NCT00089661/related"
    assert site.get("/trial/NCT99999999/related").status_code == 404


def test_new_neighbours_make_a_new_page(site, monkeypatch):
    before = site.get("/trial/NCT00089661").headers["ETag"]
    monkeypatch.setattr("trialway.site.pages.trial.stamp", lambda folder: ("g2", 1, 1))

    assert site.get("/trial/NCT00089661", headers={"if-none-match": before}).status_code == 200


def test_without_an_index_the_pages_stand_without_them(site, monkeypatch, tmp_path):
    monkeypatch.setattr("trialway.site.pages.trial.related_to", lambda *_: opening_nothing(tmp_path))

    page = site.get("/trial/NCT00089661")

    assert page.status_code == 200
    assert b"similar trials are recruiting" not in page.content


def opening_nothing(folder):
    from trialway.search.related.related_trials import Related

    assert reader.open_columns(folder) is None
    return Related()


def test_from_a_place_the_nearest_that_recruit_come_first(site):
    answer = json.loads(site.get("/trial/NCT00089661/related.json?near=Lyon").content)
    page = site.get("/trial/NCT00089661?near=Lyon").content.decode()

    away = [one["km"] for one in answer["recruiting"]]
    known = [km for km in away if km is not None]
    assert known == sorted(known)
    assert away[: len(known)] == known
    assert known
    assert "km away" in page[page.index('id="similar"') :]


def test_a_trial_without_a_stated_status_is_not_said_to_be_closed(site):
    page = site.get("/trial/NCT03371017/related").content.decode()

    assert "This trial takes no new people now" not in page


def test_a_place_that_is_not_known_is_said_so(site):
    page = site.get("/trial/NCT00089661/related?near=Lyonn").content.decode()

    assert "‘Lyonn’ is no place that is known here" in page
    assert "?near=Lyon" in page
    assert "is no place" not in site.get("/trial/NCT00089661/related?near=Lyon").content.decode()
