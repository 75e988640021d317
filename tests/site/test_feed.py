"""The Atom feed of a trial, read by a library that did not write it."""

import re

import pytest
from defusedxml.ElementTree import fromstring

from tests.archive.versions import a_study, load, with_status

ATOM = "{http://www.w3.org/2005/Atom}"
PATH = "/trial/NCT00000001/history.atom"


@pytest.fixture
def site(empty_site, data_folder):
    load(data_folder, "2024-02-01", with_status("RECRUITING"))
    load(data_folder, "2024-03-02", with_status("COMPLETED", "2024-03-01"))
    return empty_site


def read(site):
    response = site.get(PATH)
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    return fromstring(response.content)


def texts(node, name: str) -> list[str]:
    return [each.text for each in node.iter(ATOM + name)]


def test_an_entry_is_a_version_with_its_changes_in_words(site):
    newest, oldest = read(site).iter(ATOM + "entry")
    assert newest.findtext(ATOM + "title") == "Status: recruiting → completed"
    assert "<li>Status: recruiting → completed</li>" in newest.findtext(ATOM + "summary")
    assert newest.findtext(ATOM + "updated") == "2024-03-02T00:00:00+00:00"
    assert oldest.findtext(ATOM + "title") == "ClinicalTrials.gov NCT00000001: first version seen"


def test_the_feed_has_what_atom_demands(site):
    feed = read(site)
    assert feed.tag == ATOM + "feed"
    assert feed.findtext(ATOM + "id") == "tag:testserver,2026:trial/NCT00000001"
    assert feed.findtext(ATOM + "updated") == "2024-03-02T00:00:00+00:00"
    assert feed.find(f"{ATOM}author/{ATOM}name").text == "Trialway"
    links = {link.get("rel"): link.get("href") for link in feed.findall(ATOM + "link")}
    assert links == {
        "alternate": "http://testserver/trial/NCT00000001/history",
        "self": f"http://testserver{PATH}",
    }


def test_entries_lead_to_their_version_on_the_page(site):
    page = site.get("/trial/NCT00000001/history").text
    for entry in read(site).iter(ATOM + "entry"):
        _, _, anchor = entry.find(ATOM + "link").get("href").partition("#")
        assert f'id="{anchor}"' in page


def test_names_of_entries_stay_when_more_is_loaded(site, data_folder):
    before = texts(read(site), "id")
    assert all(re.fullmatch(r"tag:testserver,2026:[\w/.-]+", name) for name in before)
    load(data_folder, "2024-05-01", with_status("TERMINATED", "2024-04-20"))
    load(data_folder, "2023-05-01", with_status("NOT_YET_RECRUITING", "2023-04-20"))
    after = texts(read(site), "id")
    assert set(before) < set(after)
    assert len(set(after)) == len(after) == 5


def test_any_words_of_a_registry_make_a_feed_that_can_be_read(empty_site, data_folder):
    title = "A <b>study</b> & more ]]> \ufffe \x0b \u202e \U0001f489"
    load(data_folder, "2024-02-01", a_study(identificationModule={"briefTitle": "Plain"}))
    load(data_folder, "2024-03-02", a_study(updated="2024-03-01", identificationModule={"briefTitle": title}))
    entry = next(read(empty_site).iter(ATOM + "entry"))
    assert "A <b>study</b> & more" in entry.findtext(ATOM + "title")
    assert "&lt;b&gt;study" in entry.findtext(ATOM + "summary")
    assert "<b>" not in entry.findtext(ATOM + "summary")


def test_words_that_changed_in_a_long_text_are_marked(empty_site, data_folder):
    text = "This study asks whether walking every day helps people with heart failure to feel better. " * 3
    load(data_folder, "2024-02-01", a_study(descriptionModule={"briefSummary": text}))
    changed = a_study(updated="2024-03-01", descriptionModule={"briefSummary": f"{text}It is small."})
    load(data_folder, "2024-03-02", changed)
    summary = next(read(empty_site).iter(ATOM + "entry")).findtext(ATOM + "summary")
    assert "<ins>It is small.</ins>" in summary
