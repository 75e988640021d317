"""The site's addresses as a browser without JavaScript meets them."""

import json
import xml.etree.ElementTree as ET

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.site.lint import Page, problems
from trialway.site import trial_cache

PAGES = [
    "/",
    "/search",
    "/search?q=breast+cancer",
    "/search?q=zzzz",
    "/search/filters",
    "/search/filters?q=asthma&find=omaliz&in=intervention",
    "/search?q=mitraclip+phase+3",
    "/search?q=underactive+heart+after+chemo+breast+cancer",
    "/search/filters?q=asthma+title:child&age=12&status=completed&start_from=2010&find=a",
    "/search?q=breast+cancer+recruiting+in+France+for+a+70+year+old",
    "/search?q=hart+failure",
    "/search?q=asthma+(child+%22x&age=old",
    "/search?q=NCT04740918+NCT03371017+NCT99999999",
    "/about",
    "/about/clinical-research",
    "/glossary",
    "/trial/NCT04740918/sheet",
    "/privacy",
    "/accessibility",
    "/patterns",
    "/trial/NCT04740918",
    "/trial/NCT04740918/professional",
    "/trial/NCT04740918/expert",
    "/trial/NCT04740918/history",
    "/trial/NCT00089661/results",
    "/trial/NCT00089661/results/outcome-1",
    "/trial/NCT00089661/results/events-serious",
    "/sources",
]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_has_nothing_wrong_and_sets_no_cookie(site, path):
    response = site.get(path)
    assert response.status_code == 200
    assert problems(response.text) == []
    assert not response.cookies
    assert "unsafe-inline" not in response["Content-Security-Policy"]


@pytest.mark.parametrize(
    "path", [*PAGES, "/trial/NCT04740918.json", "/sources.json", "/search.json?q=asthma"]
)
def test_a_page_that_the_visitor_has_is_not_sent_again(site, path):
    tag = site.get(path)["ETag"]
    again = site.get(path, headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")
    assert again["ETag"] == tag


def test_a_compressed_page_is_recognised_too(site):
    first = site.get("/trial/NCT04740918/expert", headers={"Accept-Encoding": "gzip"})
    assert len(first.content) < 15_000
    again = site.get("/trial/NCT04740918/expert", headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304


def test_the_etag_is_asked_for_before_the_trial_is_read(site, monkeypatch):
    tag = site.get("/trial/NCT04740918/expert")["ETag"]
    monkeypatch.setattr(
        "trialway.site.pages.trial.cached_trial", lambda address: pytest.fail("the trial was read")
    )
    assert site.get("/trial/NCT04740918/expert", headers={"If-None-Match": tag}).status_code == 304


def test_titles_differ(site):
    titles = [site.get(path).text.partition("<title")[2].partition("</title>")[0] for path in PAGES]
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize(
    ("path", "status", "goes_to"),
    [
        ("/trial/nct04740918", 301, "/trial/NCT04740918"),
        ("/trial/nct04740918/professional", 301, "/trial/NCT04740918/professional"),
        ("/trial/nct04740918/expert", 301, "/trial/NCT04740918/expert"),
        ("/trial/nct04740918.json", 301, "/trial/NCT04740918.json"),
        ("/search?q=nct04740918", 302, "/trial/NCT04740918"),
        ("/search?q=NCT+0474-0918", 302, "/trial/NCT04740918"),
    ],
)
def test_other_spellings_lead_to_the_one_address(site, path, status, goes_to):
    response = site.get(path)
    assert (response.status_code, response["Location"]) == (status, goes_to)


@pytest.mark.parametrize(
    "path", ["/trial/NCT99999999", "/trial/NCT99999999/expert", "/trial/NCT99999999.json", "/nowhere"]
)
def test_what_is_not_there_is_told_with_a_search_box(site, path):
    response = site.get(path)
    assert response.status_code == 404
    assert problems(response.text) == []
    assert 'name="q"' in response.text


def test_a_number_that_is_no_number_is_shown_as_text(site):
    response = site.get("/trial/<script>alert(1)")
    assert response.status_code == 404
    assert "&lt;script&gt;" in response.text
    assert "<script>alert" not in response.text


def test_the_json_twin_has_every_record_whole(site):
    page = site.get("/trial/NCT04740918/expert").text
    assert '<link rel="alternate" type="application/json" href="/trial/NCT04740918.json"' in page
    twin = json.loads(site.get("/trial/NCT04740918.json").content)
    assert twin["slug"] == "NCT04740918"
    assert twin["sources"][0]["record"]["design"]["enrolment"]["count"] == 96


def test_reading_a_trial_costs_the_same_few_queries_however_many_sites_it_has(site, monkeypatch):
    trial_cache._trials.clear()
    site.get("/about")  # the age of the data is asked for once a minute
    counts = set()
    for slug in ("NCT04740918", "NCT00003454", "NCT01009918"):
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert site.get(f"/trial/{slug}/expert").status_code == 200
        counts.add(len(queries))
    assert len(counts) == 1
    assert counts.pop() <= 6


def test_a_search_without_hits_says_what_to_try(site):
    text = Page(site.get("/search?q=zzzzqq").text).text
    assert "No trials found" in text
    assert "Check its spelling" in text


def test_nonsense_in_an_address_is_told_and_never_fails(site):
    response = site.get("/search?q=cancer&sort=sideways&page=-3&status=asleep&lat=x&%00=%ff")
    assert response.status_code == 200
    assert problems(response.text) == []
    assert "There is no order" in response.text


def test_every_link_of_a_search_page_leads_somewhere(site):
    links = Page(site.get("/search?q=cancer&status=recruiting&page=2").text).links
    paths = {path for targets in links.values() for path in targets if path.startswith("/")}
    assert len(paths) > 40
    for path in sorted(paths):
        assert site.get(path).status_code in {200, 302}, path


def test_paging_goes_back_and_forth(site):
    first, second = site.get("/search?q=cancer").text, site.get("/search?q=cancer&page=2").text
    assert '<link rel="next" href="/search?q=cancer&amp;page=2">' in first
    assert 'rel="prev"' not in first
    assert '<link rel="prev" href="/search?q=cancer">' in second


def test_the_csv_is_for_spreadsheets(site):
    response = site.get("/search.csv?q=asthma")
    lines = b"".join(response.streaming_content).decode("utf-8-sig").splitlines()
    assert lines[0].startswith("Number,Title")
    assert response["Content-Disposition"] == 'attachment; filename="trials.csv"'
    assert len(lines) > 10


def test_the_search_twin_is_the_answer(site):
    answer = json.loads(site.get("/search.json?q=asthma&status=recruiting").content)
    assert answer["total"] == len(answer["hits"]) or answer["pages"] > 1
    assert {hit["card"]["status"]["code"] for hit in answer["hits"]} == {"recruiting"}


def test_the_examples_of_the_first_page_find_something(site):
    links = Page(site.get("/").text).links
    examples = [path for targets in links.values() for path in targets if path.startswith("/search?q=")]
    assert len(examples) == 3
    for path in examples:
        assert "No trials found" not in site.get(path).text


def test_old_data_is_told_on_every_page(site):
    assert "18 June 2026" in site.get("/about").text
    assert "Look at the registry itself" in site.get("/about").text


def test_search_engines_find_every_trial_and_no_search(site):
    assert "Disallow: /search\nDisallow: /fit\n" in site.get("/robots.txt").text
    index = ET.fromstring(site.get("/sitemap.xml").content)
    parts = [place.text.removeprefix("http://testserver") for place in index.findall(".//{*}loc")]
    places = [
        place.text for part in parts for place in ET.fromstring(site.get(part).content).findall(".//{*}loc")
    ]
    assert len([place for place in places if place.endswith("/expert")]) == 373
    assert site.get("/sitemap-2.xml").status_code == 404


@pytest.mark.parametrize("path", ["/", "/about", "/healthz"])
def test_a_site_without_trials_still_answers(empty_site, path):
    assert empty_site.get(path).status_code == 200


def test_a_search_without_an_index_says_so(empty_site):
    response = empty_site.get("/search?q=asthma")
    assert response.status_code == 503
    assert problems(response.text) == []


def test_a_page_that_breaks_says_so_and_asks_the_database_nothing(site, monkeypatch):
    monkeypatch.setattr("trialway.site.pages.static_pages.page_context", lambda request: 1 / 0)
    site.raise_request_exception = False
    response = site.get("/about")
    assert response.status_code == 500
    assert problems(response.text) == []


@pytest.mark.parametrize("path", PAGES)
def test_pages_are_read_only(site, path):
    assert site.post(path).status_code == 405
