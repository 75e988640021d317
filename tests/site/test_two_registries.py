"""One trial, two records: ClinicalTrials.gov and a made-up registry in German, through the real load and
a link. Every page renders with both and says whose words it shows."""

import json
import re
import shutil
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test import Client
from typer.testing import CliRunner

from tests.conftest import point_django_at
from tests.registries import second
from tests.site.lint import problems
from trialway import data_folder as folders

NCT, TR = "NCT09000001", "TR-000001"
BOTH = {"Test Registry TR-000001", "ClinicalTrials.gov NCT09000001"}
CRITERIA = "Inclusion Criteria:\n\n* Adults with asthma\n* ECOG 0-1\n\nExclusion Criteria:\n\n* Pregnancy"

STUDY = {
    "protocolSection": {
        "identificationModule": {"nctId": NCT, "briefTitle": "Salbutamol for Asthma in Adults"},
        "statusModule": {
            "overallStatus": "RECRUITING",
            "startDateStruct": {"date": "2024-01"},
            "lastUpdatePostDateStruct": {"date": "2026-06-01"},
        },
        "sponsorCollaboratorsModule": {"leadSponsor": {"name": "Example University", "class": "OTHER"}},
        "descriptionModule": {"briefSummary": "We compare salbutamol with placebo."},
        "conditionsModule": {"conditions": ["Asthma"]},
        "designModule": {
            "studyType": "INTERVENTIONAL",
            "phases": ["PHASE3"],
            "enrollmentInfo": {"count": 100, "type": "ESTIMATED"},
        },
        "armsInterventionsModule": {
            "armGroups": [
                {"label": "Active", "type": "EXPERIMENTAL", "interventionNames": ["Drug: Salbutamol"]}
            ],
            "interventions": [{"type": "DRUG", "name": "Salbutamol", "armGroupLabels": ["Active"]}],
        },
        "outcomesModule": {"primaryOutcomes": [{"measure": "Peak flow", "timeFrame": "12 weeks"}]},
        "eligibilityModule": {
            "eligibilityCriteria": CRITERIA,
            "sex": "ALL",
            "minimumAge": "18 Years",
            "maximumAge": "65 Years",
        },
        "contactsLocationsModule": {
            "locations": [
                {
                    "facility": "Hôpital St. Louis",
                    "city": "Paris",
                    "country": "France",
                    "status": "RECRUITING",
                },
                {"facility": "Klinikum rechts der Isar", "city": "Munich", "country": "Germany"},
            ]
        },
    }
}

SECOND = {
    "sprache": "de",
    "titel": "Salbutamol bei Asthma",
    "kurzfassung": "Wir vergleichen Salbutamol mit Placebo.",
    "stand": "beendet",
    "geschlecht": "weiblich",
    "beginn": "2024-01-15",
    "alter": {"von": "16 years", "bis": "70 years"},
    "teilnehmer": 120,
    "krankheiten": ["Asthma bronchiale"],
    "kriterien": "Einschlusskriterien:\n\n* Asthma",
    "behandlungen": [{"name": "Salbutamol-Spray", "arme": ["Wirkstoff"]}],
    "arme": [{"name": "Wirkstoff", "behandlungen": ["Arzneimittel: Salbutamol-Spray"]}],
    "endpunkte": ["Atemstoß"],
    "kontakte": ["Erika Musterfrau"],
    "orte": [
        {"klinik": "Klinikum Rechts der Isar", "ort": "München", "land": "Deutschland", "landcode": "DE",
         "stand": "offen"},
        {"klinik": "Charité", "ort": "Berlin", "land": "Deutschland", "landcode": "DE", "stand": "beendet"},
        {"ort": "Paris", "land": "Frankreich", "landcode": "FR"},
    ],
    "ergebnisse": {
        "gruppen": {"Wirkstoff": 60, "Scheinmittel": 60},
        "endpunkte": [{"titel": "Ansprechen", "werte": {"Wirkstoff": 30, "Scheinmittel": 12}}],
        "ereignisse": [{"name": "Kopfschmerz", "werte": {"Wirkstoff": 5, "Scheinmittel": 2}}],
    },
}  # fmt: skip


def link(record_id: str, into: str) -> None:
    """What a person or a rule decides who finds that two records are of one trial."""
    from trialway.archive.derive import bump_change
    from trialway.archive.models import Link, Slug, Trial

    moved, kept = (Link.objects.get(record__record_id=number) for number in (record_id, into))
    left, moved.trial_id, moved.evidence = moved.trial_id, kept.trial_id, "each names the other's number"
    moved.save()
    Slug.objects.filter(trial=left).update(trial=kept.trial_id, canonical=False)
    Trial.objects.filter(pk=left).delete()
    bump_change({moved.record_id})


@pytest.fixture(scope="module")
def second_registry():
    with pytest.MonkeyPatch.context() as patch:
        yield second.registered(patch)


@pytest.fixture(scope="module")
def two_records(second_registry, migrated_folder, tmp_path_factory, django_db_blocker):
    from trialway.archive.load import load_paths
    from trialway.commands.indexing import catch_up

    folder = folders.DataFolder(tmp_path_factory.mktemp("two") / "data")
    shutil.copytree(migrated_folder, folder.root)
    files = {"study.json": json.dumps(STUDY).encode(), "new.json": second.a_record(TR, **SECOND)}
    files["old.json"] = second.a_record(TR, **{**SECOND, "stand": "offen", "geaendert": "2026-04-01"})
    for name, content in files.items():
        (folder.root.parent / name).write_bytes(content)
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch:
        point_django_at(folder, patch)
        with folders.writing(folder):
            load_paths(folder, [folder.root.parent / "study.json"])
            for name in ("old.json", "new.json"):
                load_paths(folder, [folder.root.parent / name], registry="testreg")
            link(TR, NCT)
            catch_up(folder)
        connection.close()
    return folder


@pytest.fixture
def site(two_records, monkeypatch, django_db_blocker):
    with django_db_blocker.unblock():
        point_django_at(two_records, monkeypatch)
        yield Client()
        connection.close()


@pytest.fixture
def trial(site):
    from trialway.archive.trials import find_trial

    return find_trial(NCT)


def html(site, address: str) -> str:
    response = site.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def words(page: str) -> str:
    """A page as somebody reads it: elements of a line leave no blank behind, others do."""
    inline = re.sub(r"</?(?:span|a|bdi|strong|time)\b[^>]*>", "", page)
    return " ".join(re.sub(r"<[^>]+>", " ", inline).split())


PAGES = [
    f"/trial/{NCT}", f"/trial/{NCT}/professional", f"/trial/{NCT}/expert", f"/trial/{NCT}/results",
    f"/trial/{NCT}/results/outcome-1", f"/trial/{NCT}/results/events-other", f"/trial/{NCT}/history",
    f"/trial/{NCT}/related", f"/trial/{NCT}/sheet", f"/trial/{NCT}?near=Berlin", f"/fit?trial={NCT}",
    "/search?q=asthma", "/search?q=asthma&near=Berlin", "/", "/about", "/sources", "/trial/TR-999999",
]  # fmt: skip


@pytest.mark.parametrize("address", PAGES)
def test_every_page_renders_whole_with_both_registries(site, address):
    response = site.get(address)
    assert response.status_code == (404 if "999999" in address else 200)
    page = response.content.decode()
    assert not problems(page)
    # Neither the registry's own words for codes nor the names in its JSON.
    assert not re.search(r"beendet|weiblich|kurzfassung|Hauptziel|\bNone\b|Coded\(", words(page))


@pytest.mark.parametrize(
    "rest",
    [
        *(".json", "/patient.json", "/criteria.json", "/results.json", "/results/outcome-1.json"),
        *("/history.json", "/places.json", "/related.json"),
    ],
)
def test_every_twin_answers(site, rest):
    assert json.loads(site.get(f"/trial/{NCT}{rest}").content)


@pytest.mark.parametrize(
    ("rest", "kind"),
    [
        ("/sheet.pdf", b"%PDF"),
        ("/map.svg", b"<svg"),
        ("/results/outcome-1.csv", b"Part,"),
        ("/history.atom", b"<?xml"),
    ],
)
def test_every_file_is_made(site, rest, kind):
    response = site.get(f"/trial/{NCT}{rest}")
    assert response.status_code == 200
    assert kind in response.content[:400]


def test_the_number_of_either_registry_leads_to_the_trial(site):
    assert site.get(f"/trial/{TR}").headers["Location"] == f"/trial/{NCT}"
    for typed in ("tr 000001", "TR000001", NCT.lower()):
        found = json.loads(site.get("/search.json", {"q": typed}).content)
        assert [hit["card"]["slug"] for hit in found["hits"]] == [NCT], typed


def test_the_leading_record_is_chosen_by_policy(trial):
    assert [source.record.record_id for source in trial.sources] == [NCT, TR]


def test_a_withdrawn_record_leads_no_more(site, trial):
    from trialway.archive.models import Record
    from trialway.archive.trials import find_trial

    Record.objects.filter(record_id=NCT).update(withdrawn=trial.lead.last_seen)
    try:
        assert find_trial(NCT).main.record_id == TR
    finally:
        Record.objects.filter(record_id=NCT).update(withdrawn=None)


def test_the_expert_page_says_where_the_registries_disagree(site):
    page = html(site, f"/trial/{NCT}/expert")
    told = [words(each) for each in re.findall(r'tw-disagreement">(.*?)\.</span>', page)]
    status = "Recruiting, says ClinicalTrials.gov NCT09000001; Completed, says Test Registry TR-000001"
    assert f"The registries disagree: {status}" in told
    assert any("100 people" in each and "120 people" in each for each in told)
    assert any("up to 65 years" in each and "up to 70 years" in each for each in told)
    assert any("All" in each and "Female" in each for each in told)
    # A month and a day in it are the same start; each registry posts when it posts.
    assert not any("2024" in each or "2026" in each for each in told)


def test_the_patient_page_says_where_it_matters(site):
    page = words(html(site, f"/trial/{NCT}"))
    for term in ("status", "youngest age", "oldest age", "sex"):
        assert f"The registries disagree about the {term}:" in page
    assert "about the start" not in page


def test_each_answer_for_patients_is_told_from_one_record_and_says_which(site, trial):
    page = html(site, f"/trial/{NCT}")
    sections = dict(
        re.findall(r'<section class="tw-section" id="(\w+)".*?Told from ([^<]+)\.</p>', page, re.DOTALL)
    )
    assert sections["join"] == sections["given"] == "ClinicalTrials.gov NCT09000001"
    # Only the second registry has results.
    assert sections["found"] == sections["results"] == "Test Registry TR-000001"
    taken = json.loads(site.get(f"/trial/{NCT}/patient.json").content)["taken_from"]
    assert (taken["join"], taken["found"]) == (NCT, TR)


def test_the_words_of_each_registry_are_marked_with_their_language(site):
    page = html(site, f"/trial/{NCT}")
    found = re.search(r'id="found".*?</section>', page, re.DOTALL)[0]
    assert 'lang="de" dir="auto">' in found or 'lang="de">' in found
    assert 'lang="en"' not in found
    expert = html(site, f"/trial/{NCT}/expert")
    assert re.search(r'lang="de"[^>]*>Charité<', expert)
    assert re.search(r'lang="en"[^>]*>Hôpital St. Louis<', expert)
    results = html(site, f"/trial/{NCT}/results")
    assert re.search(r'lang="de"[^>]*>Kopfschmerz<', results)


def test_sites_of_two_records_that_are_one_are_one(site, trial):
    from trialway.trial_sites import trial_sites

    found = {
        each.site.facility: {claim.source.record.record_id for claim in each.claims}
        for each in trial_sites(trial)
    }
    assert found == {"Hôpital St. Louis": {NCT, TR}, "Klinikum rechts der Isar": {NCT, TR}, "Charité": {TR}}
    expert = words(html(site, f"/trial/{NCT}/expert"))
    assert "3 sites in 2 countries" in expert
    assert "Listed in ClinicalTrials.gov NCT09000001, Test Registry TR-000001" in expert
    points = json.loads(site.get(f"/trial/{NCT}/places.json").content)
    assert "Charité: Completed" in json.dumps(points, ensure_ascii=False)
    card = json.loads(site.get("/search.json?q=asthma").content)["hits"][0]["card"]
    assert (card["sites"], card["countries"]) == (3, 2)
    assert json.loads(site.get("/search.json?q=asthma&city=DE//berlin").content)["total"] == 1


def test_the_search_finds_the_words_of_both(site):
    for typed in ("salbutamol", "Placebo vergleichen", '"Asthma bronchiale"'):
        assert json.loads(site.get("/search.json", {"q": typed}).content)["total"] == 1, typed


def test_the_results_are_the_second_registrys_and_say_so(site):
    page = html(site, f"/trial/{NCT}/results")
    assert "Source: Test Registry record" in page
    assert 'href="https://testreg.example/record/TR-000001/results"' in page
    assert "30 of 60 people (50.0%)" in words(page)


def test_the_history_tells_the_versions_of_each_record(site):
    page = words(html(site, f"/trial/{NCT}/history"))
    assert "Test Registry" in page
    assert "Status: from recruiting → to completed" in page
    assert "https://testreg.example/record/TR-000001/versions" in html(site, f"/trial/{NCT}/history")


def test_only_who_fails_the_rules_of_both_registries_is_told_so(trial):
    from trialway.fit.outcomes import fit_outcomes
    from trialway.fit.trial_rules import rules_of_trial
    from trialway.fit.trial_set import build_trial_set

    def verdict(age: int) -> str:
        return fit_outcomes(build_trial_set([rules_of_trial(trial)]), {"age": age})[0].verdict

    assert verdict(40) != "does not seem to fit"
    assert verdict(68) != "does not seem to fit"
    assert verdict(75) == "does not seem to fit"


def test_the_sheet_names_both_records_and_what_they_disagree_about(site):
    page = words(html(site, f"/trial/{NCT}/sheet"))
    assert f"{NCT}, {TR}" in page
    assert "The registries disagree about the status: Recruiting (ClinicalTrials.gov NCT09000001)" in page
    assert "Erika Musterfrau" in page


def test_the_terminal_says_the_same(site, two_records):
    from trialway.cli import app

    def shown(*options: str) -> str:
        return " ".join(
            CliRunner().invoke(app, ["show", TR, "--data", str(two_records.root), *options]).stdout.split()
        )

    assert "The registries disagree: Recruiting (ClinicalTrials.gov NCT09000001); Completed" in shown()
    assert "The registries disagree about the sex" in shown("--patient")
    assert "Told from Test Registry TR-000001." in shown("--patient")
    assert "Ansprechen" in shown("--results")


def test_the_pages_name_every_registry_that_is_read(site):
    for address in ("/", "/about"):
        page = words(html(site, address))
        assert "ClinicalTrials.gov" in page
        assert "Test Registry" in page
    assert "a Test Registry number is the letters TR and six digits" in words(
        site.get("/trial/TR-999999").content.decode()
    )
    assert "Office of Tests" in words(html(site, "/sources"))


def post(site, *fields: tuple[str, str], address: str = "/fit") -> str:
    form = {"content_type": "application/x-www-form-urlencoded"}
    return words(site.post(f"{address}?trial={NCT}", urlencode(fields), **form).content.decode())


def test_the_check_shows_where_the_registries_disagree(site):
    page = post(site, ("said", "age=68"), ("do", "result"))
    assert "Where the registries disagree" in page
    assert (
        "The oldest age: 65 years, says ClinicalTrials.gov NCT09000001; 70 years, says Test Registry" in page
    )
    assert "A rule speaks against this trial" not in page
    assert "Recruiting" in post(site, ("said", "age=68"), address="/fit/summary")


@pytest.mark.parametrize(
    "address",
    [
        *(
            "/search/places.json?q=asthma",
            "/search.csv?q=asthma",
            "/search/map.svg?q=asthma",
            "/suggest?q=salb",
        ),
        *(
            "/search/filters?q=asthma",
            "/search/filters/values?facet=city&q=asthma",
            "/sources.json",
            "/healthz",
        ),
    ],
)
def test_what_stands_beside_a_search_answers(site, address):
    assert site.get(address).status_code == 200


def test_the_facets_count_the_sites_of_both_records(site):
    facets = {each["name"]: each for each in json.loads(site.get("/search.json?q=asthma").content)["facets"]}
    assert {choice["code"] for choice in facets["country"]["choices"]} == {"FR", "DE"}
    assert [choice["code"] for choice in facets["status"]["choices"]] == ["recruiting"]


def test_the_rules_kept_for_the_check_are_found_by_what_all_records_say(trial):
    from trialway.archive.models import Version
    from trialway.archive.trials import contents_of

    of_one_record = {bytes(content) for content in Version.objects.values_list("content_hash", flat=True)}
    assert contents_of([trial.number])[trial.number] not in of_one_record


def test_criteria_that_the_reader_fails_on_are_named_by_the_trial(site, trial, monkeypatch):
    from trialway.archive.models import CriteriaReading
    from trialway.fit import trial_rules
    from trialway.pipeline import rules_cache
    from trialway.pipeline.criteria import readings, unreadable

    def fails(_):
        raise ZeroDivisionError("a fault of ours")

    rules_cache._in_memory.clear()
    CriteriaReading.objects.all().delete()
    with monkeypatch.context() as patch:
        patch.setattr(trial_rules, "read_criteria", fails)
        assert readings([trial.number]).numbers == ()

    [sentence] = unreadable()
    assert sentence.startswith(f"{trial.slug}: its criteria cannot be checked")
    assert "ZeroDivisionError: a fault of ours" in sentence
    CriteriaReading.objects.all().delete()
