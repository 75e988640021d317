"""The pages that tell how a trial changed, as a browser and a program meet them."""

import datetime as dt
import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.archive.versions import a_study, load, with_status
from tests.site.lint import Page, problems
from trialway.archive.load import at_midnight
from trialway.archive.models import Link, Record
from trialway.archive.trials import find_address

CRITERIA = (
    "Inclusion Criteria:\n\n* Age \\>= 18 years\n* Able to walk for six minutes without help of others\n"
    "* Has signed the consent form of the study\n* No other disease that shortens life"
)


def sites(count: int, status: str) -> dict:
    return {
        "locations": [
            {"facility": f"Hospital {number}", "city": "Lyon", "country": "France", "status": status}
            for number in range(count)
        ]
    }


@pytest.fixture
def trial(empty_site, data_folder):
    """Three versions: the second opens six sites and rewords the criteria, the third ends the trial."""
    first = a_study(
        updated="2024-01-01",
        statusModule={"overallStatus": "NOT_YET_RECRUITING"},
        eligibilityModule={"eligibilityCriteria": CRITERIA, "maximumAge": "65 Years"},
        contactsLocationsModule=sites(6, "NOT_YET_RECRUITING"),
    )
    second = a_study(
        updated="2024-03-01",
        statusModule={"overallStatus": "RECRUITING"},
        eligibilityModule={"eligibilityCriteria": CRITERIA.replace("six", "ten"), "maximumAge": "75 Years"},
        contactsLocationsModule=sites(6, "RECRUITING"),
    )
    load(data_folder, "2024-02-01", first)
    load(data_folder, "2024-03-02", second)
    second["protocolSection"]["statusModule"]["overallStatus"] = "<b>HALF_OPEN</b>"
    load(data_folder, "2024-04-02", second)
    return empty_site


def names(site) -> list[str]:
    twin = json.loads(site.get("/trial/NCT00000001/history.json").content)
    return [version["version"] for version in twin["records"][0]["versions"]]


def text(site, path: str) -> str:
    return Page(site.get(path).text).text


def test_versions_are_listed_newest_first_with_their_changes(trial):
    html = trial.get("/trial/NCT00000001/history").text
    assert problems(html) == []
    words = Page(html).text
    for part in (
        "Seen here on 2 April 2024 . This is the current version.",
        "Maximum age: from 65 years → to 75 years",
        "6 sites opened: from not yet recruiting → to recruiting",
        "Eligibility criteria reworded (1 word added, 1 word removed)",
        "removed: six added: ten",
        "The first version that was seen here.",
    ):
        assert part.replace(" .", ".") in words, part
    assert words.index("2 April 2024") < words.index("Maximum age") < words.index("The first version")


def test_values_that_went_and_came_are_marked_and_the_registrys_are_its_own(trial):
    html = trial.get("/trial/NCT00000001/history").text
    assert '<del class="tw-was"><span class="tw-visually-hidden"> from </span>65 years</del>' in html
    assert '<ins class="tw-now"><span class="tw-visually-hidden"> to </span>75 years</ins>' in html
    assert '<span data-registry-text="" lang="en" dir="auto">Hospital 3, Lyon, France</span>' in html
    assert "<b>HALF_OPEN" not in html
    assert "&lt;b&gt;HALF OPEN&lt;/b&gt;" in html


def test_any_two_versions_can_be_compared(trial):
    last, _, first = names(trial)
    path = f"/trial/NCT00000001/history?from={first}&to={last}"
    html = trial.get(path).text
    assert problems(html) == []
    words = Page(html).text
    assert "Version of 1 January 2024 compared with version of 1 March 2024" in words
    assert "10 changes from the first to the second." in words
    assert "Has signed the consent form of the study" in words


def test_versions_can_be_compared_backwards_and_with_themselves(trial):
    last, _, first = names(trial)
    backwards = text(trial, f"/trial/NCT00000001/history?from={last}&to={first}")
    assert "Maximum age: from 75 years → to 65 years" in backwards
    assert "The second is the older of the two." in backwards
    assert "the same version twice" in text(trial, f"/trial/NCT00000001/history?from={last}&to={last}")


def test_a_single_version_is_compared_with_the_current_or_with_the_one_before(trial):
    last, middle, first = names(trial)
    twin = json.loads(trial.get(f"/trial/NCT00000001/history.json?from={first}").content)
    assert (twin["before"], twin["after"]) == (first, last)
    twin = json.loads(trial.get(f"/trial/NCT00000001/history.json?to={middle}").content)
    assert (twin["before"], twin["after"]) == (first, middle)


@pytest.mark.parametrize("query", ["from=x", "to=2024-01-01.00000000", "older=x&from=y", "from=%00"])
def test_a_version_that_is_not_there_is_told_beside_those_that_are(trial, query):
    response = trial.get(f"/trial/NCT00000001/history?{query}")
    assert response.status_code == 404
    assert problems(response.text) == []
    assert "There is no such version here" in response.text
    assert "Version of 1 March 2024" in response.text
    assert trial.get(f"/trial/NCT00000001/history.json?{query}").status_code == 404


def test_versions_of_two_records_are_not_compared(trial, data_folder):
    load(data_folder, "2024-02-01", with_status("RECRUITING", number=2))
    other = json.loads(trial.get("/trial/NCT00000002/history.json").content)["records"][0]["versions"][0]
    Link.objects.filter(record__record_id="NCT00000002").update(
        trial=find_address("NCT00000001").number, strength="alias"
    )
    response = trial.get(f"/trial/NCT00000001/history?from={other['version']}&to={names(trial)[0]}")
    assert response.status_code == 404
    assert "two different records" in response.text
    both = trial.get("/trial/NCT00000001/history").text
    assert problems(both) == []
    assert "ClinicalTrials.gov record NCT00000002" in both


def test_the_twin_has_the_changes_with_their_values(trial):
    twin = json.loads(trial.get("/trial/NCT00000001/history.json").content)
    [record] = twin["records"]
    assert (twin["slug"], record["registry"], record["count"], record["older"]) == (
        "NCT00000001",
        "ctgov",
        3,
        None,
    )
    changes = {change["field"]: change for change in record["versions"][1]["changes"]}
    assert changes["eligibility.maximum_age"]["after"] == {"value": 75.0, "unit": "year", "raw": "75 Years"}
    assert changes["sites.status"]["item"] == "Hospital 5, Lyon, France"


def test_long_histories_come_in_pages(empty_site, data_folder):
    for day in range(1, 26):
        load(data_folder, f"2024-01-{day:02}", a_study(updated=f"2024-01-{day:02}"))
    first = Page(empty_site.get("/trial/NCT00000001/history").text)
    [older] = first.links["older versions of nct00000001"]
    assert "Version of 6 January 2024" in first.text
    html = empty_site.get(older).text
    assert problems(html) == []
    words = Page(html).text
    assert "Version of 5 January 2024" in words
    assert "Version of 6 January 2024" not in words.replace("Version of 6 January 2024, seen", "")
    assert "The first version that was seen here" in words


def test_a_record_that_was_withdrawn_says_so(trial):
    Record.objects.update(withdrawn=at_midnight(dt.date(2024, 6, 1)))
    assert "since 1 June 2024 it is no longer there" in text(trial, "/trial/NCT00000001/history")
    assert "withdrew its record NCT00000001" in text(trial, "/trial/NCT00000001/expert")
    [source] = json.loads(trial.get("/trial/NCT00000001.json").content)["sources"]
    assert source["withdrawn"] == "2024-06-01T00:00:00Z"


@pytest.mark.parametrize("name", ["history", "history.json", "history.atom"])
def test_a_history_is_sent_again_only_when_it_changed(trial, data_folder, name):
    path = f"/trial/NCT00000001/{name}"
    tag = trial.get(path)["ETag"]
    assert trial.get(path, headers={"If-None-Match": tag}).status_code == 304
    # An older snapshot changes the history, though not the trial.
    load(data_folder, "2023-06-01", with_status("NOT_YET_RECRUITING", "2023-05-01"))
    again = trial.get(path, headers={"If-None-Match": tag})
    assert again.status_code == 200
    assert again["ETag"] != tag


def test_other_spellings_lead_to_the_one_address(trial):
    response = trial.get("/trial/nct00000001/history?from=a&to=b")
    assert (response.status_code, response["Location"]) == (301, "/trial/NCT00000001/history?from=a&to=b")
    assert trial.get("/trial/NCT99999999/history").status_code == 404


def test_the_expert_page_leads_to_the_history_and_its_feed(trial):
    html = trial.get("/trial/NCT00000001/expert").text
    assert 'href="/trial/NCT00000001/history"' in html
    assert 'type="application/atom+xml" href="/trial/NCT00000001/history.atom"' in html


def test_a_history_costs_the_same_few_queries_whatever_its_length(trial, data_folder):
    trial.get("/about")
    counts = []
    for month in (5, 6, 7):
        load(data_folder, f"2024-{month:02}-02", a_study(updated=f"2024-{month:02}-01"))
        with CaptureQueriesContext(connection) as queries:
            trial.get("/trial/NCT00000001/history")
        counts.append(len(queries))
    assert max(counts) <= 5


def test_every_trial_of_the_sample_has_a_history_without_faults(site, sample):
    wrong = {}
    for trial in sample[::12]:
        if found := problems(site.get(f"/trial/{trial.slug}/history").text):
            wrong[trial.slug] = found
    assert wrong == {}
