"""The page about the sources: terms, freshness, what failed."""

import datetime as dt
import json

from tests.archive.test_standing import a_sync
from tests.archive.versions import a_study, load
from tests.site.lint import Page, problems
from trialway.commands.indexing import catch_up
from trialway.site import freshness as fresh


def text(site) -> str:
    response = site.get("/sources")
    assert response.status_code == 200
    assert problems(response.text) == []
    return Page(response.text).text


def test_the_sample_is_told_with_terms_and_age(site):
    words = text(site)
    for part in (
        "ClinicalTrials.gov",
        "US National Library of Medicine",
        "Records 373",
        "Data as of 18 June 2026",
        "public domain",
        "The registry may say otherwise by now.",
    ):
        assert part in words, part


def test_an_empty_store_says_that_nothing_is_loaded(empty_site):
    assert "Nothing of this registry is loaded yet." in text(empty_site)


def test_a_sync_is_told_with_what_it_brought(empty_site, data_folder):
    a_sync("published", new=2, changed=1)
    words = text(empty_site)
    assert "Last successful sync 1 May 2024" in words
    assert "1 May 2024, 09:00" in words
    assert "3 records fetched: 2 new, 1 changed, 0 withdrawn, 0 refused" in words
    assert "Country 'France'" in words
    assert "held back" not in words


def test_a_pass_that_is_held_back_is_told_with_its_reason(empty_site, data_folder):
    a_sync("held", reason="400 of 500 records would be lost.")
    words = text(empty_site)
    assert "The newest data is held back" in words
    assert "400 of 500 records would be lost." in words


def test_what_was_refused_and_what_could_not_be_read_are_counted(empty_site, data_folder):
    odd = a_study(1, statusModule={"overallStatus": "HALF_OPEN", "startDateStruct": {"date": "soon"}})
    load(data_folder, "2024-02-01", odd, {"protocolSection": {}})
    catch_up(data_folder)
    words = text(empty_site)
    assert "1 value that no list of ours knows" in words
    assert "1 value that could not be read" in words
    assert "HALF_OPEN" in words
    assert "it has no nctId 1 time" in words


def test_the_twin_is_for_programs_that_watch(empty_site, data_folder):
    load(data_folder, "2024-02-01", a_study(1))
    a_sync("held", reason="Half is missing.")
    response = empty_site.get("/sources.json")
    [registry] = json.loads(response.content)["registries"]
    assert (registry["registry"], registry["records"], registry["seen"]) == (
        "ctgov",
        1,
        "2024-02-01T00:00:00Z",
    )
    assert registry["held"]["reason"] == "Half is missing."
    assert registry["terms"]["conditions"].startswith("https://clinicaltrials.gov/")
    assert empty_site.get("/sources.json", headers={"If-None-Match": response["ETag"]}).status_code == 304


def test_the_age_of_the_data_is_asked_for_once_a_minute(data_folder, monkeypatch, django_assert_num_queries):
    load(data_folder, "2024-02-01", a_study(1))
    seconds = [600_000.0]
    monkeypatch.setattr(fresh.time, "monotonic", lambda: seconds[0])
    day = dt.date(2024, 2, 1)
    with django_assert_num_queries(4):
        assert fresh.freshness(day).day == fresh.freshness(day).day == day
    load(data_folder, "2024-03-01", a_study(1))
    assert fresh.freshness(day).day == day
    seconds[0] += 61
    assert fresh.freshness(day).day == dt.date(2024, 3, 1)
