"""The check on the web: steps, results, summaries, and that nothing of what is said stays."""

import hashlib
import io
import json
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pypdf import PdfReader

from tests.site.lint import problems
from trialway.pipeline import rules_cache
from trialway.site import sensitive_view
from trialway.site.pages import fit as fit_page

FORM = "application/x-www-form-urlencoded"
SEARCH, KATE3 = "/fit?q=breast+cancer", "/fit?trial=NCT04740918"
BUNDLE = (Path(__file__).parent.parent / "interop" / "bundles" / "breast_cancer.json").read_bytes()


def post(site, address, *fields, **headers):
    body = "&".join(f"{name}={value}" for name, value in fields)
    return site.post(address, body, content_type=FORM, headers=headers)


def said(*texts):
    return [("said", text) for text in texts]


def asked(answer):
    found = re.search(r'name="ask" value="([^"]*)"', answer.text)
    return found[1] if found else None


def travelling(answer):
    return re.findall(r'name="said" value="([^"]*)"', answer.text)


def test_the_first_question_comes_with_a_link(site):
    answer = site.get(SEARCH)

    assert asked(answer) == "age"
    assert re.search(r"\d+ of \d+ trials are not ruled out", answer.text)
    assert "Checking trials of" in answer.text


def test_an_answer_leads_to_the_next_question_and_travels_with_it(site):
    answer = post(site, SEARCH, ("ask", "age"), ("value", "62"), ("unit", "year"), ("do", "next"))

    assert travelling(answer) == ["age=62 year"]
    assert asked(answer) not in {None, "age"}


def test_back_shows_the_question_before_with_its_answer(site):
    answer = post(site, SEARCH, *said("sex=female", "age=62 year"), ("ask", "ecog"), ("do", "back"))

    assert asked(answer) == "age"
    assert travelling(answer) == ["sex=female"]
    assert 'value="62"' in answer.text


@pytest.mark.parametrize("button", ["unknown", "skip"])
def test_who_does_not_know_goes_on(site, button):
    answer = post(site, SEARCH, ("ask", "age"), ("do", button))

    assert travelling(answer) == ["age=?"]
    assert asked(answer) not in {None, "age"}


def test_what_makes_no_sense_is_asked_again_with_a_sentence(site):
    for value, sentence in (("old", "does not answer age"), ("", "Choose or write an answer")):
        answer = post(site, SEARCH, ("ask", "age"), ("value", value), ("unit", "year"), ("do", "next"))

        assert answer.status_code == 200
        assert asked(answer) == "age"
        assert sentence in answer.text


def test_whoever_answers_every_question_comes_to_a_result(site):
    fields = []
    for _ in range(60):
        answer = post(site, KATE3, *fields, ("do", "skip"), ("numbers", "1"))
        if asked(answer) is None:
            break
        fields = [*said(*travelling(answer)), ("ask", asked(answer))]
    assert "Could this trial fit?" in answer.text
    assert "Not sure" in answer.text


def test_the_result_quotes_the_rule_and_the_answer(site):
    text = post(site, KATE3, *said("age=62", "ecog=3"), ("do", "result")).text

    assert "Seems not to fit" in text
    assert "Eastern Cooperative Oncology Group (ECOG) Performance Status of 0 or 1" in text
    assert "in bed or a chair for more than half of the day" in text
    assert 'href="https://clinicaltrials.gov/study/NCT04740918"' in text


def test_an_answer_can_be_taken_back_and_changed(site):
    back = post(site, SEARCH, *said("age=62", "sex=male"), ("do", "undo:sex"))
    change = post(site, SEARCH, *said("age=62", "sex=male"), ("do", "change:sex"))

    assert travelling(back) == ["age=62 year"]
    assert asked(back) is None
    assert asked(change) == "sex"
    assert re.search(r'value="male"[^>]* checked', change.text)


def test_a_search_is_put_in_order_of_what_could_fit(site):
    text = post(site, SEARCH, *said("age=12", "sex=male"), ("do", "result"), ("upto", "1000")).text
    groups = re.findall(r'<h2 id="group-\d"><span[^>]*>([^<]*)', text)

    assert groups == [each for each in ("May fit", "Not sure", "Seems not to fit") if each in groups]
    assert "Seems not to fit" in groups
    assert re.search(r"This set aside \d+ trials", text)


def test_a_search_near_a_place_keeps_the_place(site):
    near = "/fit?q=breast+cancer&lat=48.85&lon=2.35&km=500"
    text = post(site, near, *said("age=62"), ("do", "result")).text

    assert 'action="/fit?q=breast+cancer&amp;lat=48.85' in text
    assert re.search(r" km\b", text)
    assert re.search(r'href="/trial/NCT[0-9]+[?]near=48.85', text)


def test_nothing_anywhere_says_eligible(site):
    pages = [site.get(SEARCH), post(site, SEARCH, *said("age=62"), ("do", "result"))]
    pages += [post(site, f"/fit/summary{SEARCH[4:]}", *said("age=62"))]
    for each in pages:
        ours = re.sub(r"<[a-z]+[^>]*data-registry-text.*?</[a-z]+>", "", each.text, flags=re.DOTALL)
        assert "eligible" not in ours.lower()


PAGES = [
    ("/fit?q=breast+cancer", []),
    ("/fit?q=breast+cancer", [*said("age=62", "her2=positive"), ("do", "result")]),
    ("/fit?trial=NCT04740918", [*said("age=62", "ecog=3", "hiv=?"), ("do", "result")]),
    ("/fit?trial=NCT04740918", [("ask", "age"), ("value", "x"), ("do", "next")]),
    ("/fit?q=zzzz", []),
    ("/fit/summary?q=breast+cancer", said("age=62", "ecog=?")),
    ("/fit/summary?trial=NCT04740918", said("age=62", "ecog=3")),
    ("/fit?q=asthma", said("age=NaN")),
]


@pytest.mark.parametrize(("address", "fields"), PAGES)
def test_a_picky_stranger_finds_nothing(site, address, fields):
    answer = post(site, address, *fields) if fields else site.get(address)

    assert problems(answer.text) == []


def test_the_summary_says_what_was_said_and_the_pdf_says_the_same(site):
    page = post(site, "/fit/summary?trial=NCT04740918", *said("age=62", "ecog=3", "hiv=?"))
    pdf = post(site, "/fit/summary.pdf?trial=NCT04740918", *said("age=62", "ecog=3", "hiv=?"))
    read = PdfReader(io.BytesIO(pdf.content))
    printed = " ".join(" ".join(each.extract_text() for each in read.pages).split())

    for words in (
        "You are 62 years old",
        "NCT04740918",
        "Seems not to fit",
        "Not known, or not said: Do you have HIV?",
    ):
        assert words in page.text
        assert words in printed


# What is sent to it


@pytest.fixture
def guarded(site):
    """Django's client passes the guard unless told not to."""
    return Client(enforce_csrf_checks=True)


def test_a_form_from_another_site_is_refused(guarded):
    fields = (*said("age=62"), ("do", "result"))
    own = [{}, {"Sec-Fetch-Site": "same-origin", "Origin": "null"}, {"Origin": "http://testserver"}]
    own.append({"Origin": "https://testserver"})  # a proxy in front speaks TLS
    foreign = [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "file://"},
        {"Sec-Fetch-Site": "cross-site", "Origin": "http://testserver"},
    ]

    assert [post(guarded, SEARCH, *fields, **headers).status_code for headers in own] == [200] * 4
    for headers in foreign:
        answer = post(guarded, SEARCH, *fields, **headers)
        assert answer.status_code == 403
        assert answer["Cache-Control"] == "no-store"
        assert "sent from another site" in answer.text
        assert "62" not in answer.text


def test_who_is_signed_in_needs_the_token_as_well(guarded):
    guarded.cookies[settings.SESSION_COOKIE_NAME] = "somebody"

    assert post(guarded, SEARCH, ("do", "result"), Origin="http://testserver").status_code == 403


def test_no_page_carries_a_token_or_sets_a_cookie(guarded):
    for address in (SEARCH, "/", "/trial/NCT04740918"):
        answer = guarded.get(address)
        assert "csrf" not in answer.text
        assert not answer.cookies


HOSTILE = [
    [("said", "age=NaN")],
    [("said", "age=1e999")],
    [("said", "shoe_size=43")],
    [("said", "<script>=1")],
    [("said", "pregnant=yes"), ("said", "children=none")],
    [("do", "destroy")],
    [("ask", "nothing"), ("do", "next")],
    [("said", "x" * 5000)],
    [(f"field{number}", "1") for number in range(1000)],
    [("said", "%ff%fe")],
]


@pytest.mark.parametrize("fields", HOSTILE)
def test_hostile_values_get_a_sentence(site, fields):
    answer = post(site, SEARCH, *fields)

    assert answer.status_code in {200, 400}
    assert "<script>=" not in answer.text


def test_odd_fields_are_left_alone(site):
    fields = [
        ("upto", "-1"),
        ("upto", "9" * 400),
        ("further", "yes"),
        ("do", "undo:nothing"),
        ("unit", "\x00"),
    ]

    assert post(site, SEARCH, *fields).status_code == 200


def test_too_much_and_the_wrong_kind_are_refused(site):
    large = site.post(SEARCH, "said=" + "x" * sensitive_view.LARGEST_FORM, content_type=FORM)
    picture = site.post(SEARCH, b"x", content_type="image/png")
    files = site.post(SEARCH, {"said": "age=62"})

    endless = post(site, SEARCH, *said("age=62"), **{"Transfer-Encoding": "chunked"})

    assert [each.status_code for each in (large, picture, files, endless)] == [413, 415, 415, 411]


def test_a_trial_that_is_not_there_is_not_found_and_without_an_index_nothing_is_ready(site, empty_site):
    assert site.get("/fit?trial=NCT99999999").status_code == 404
    assert empty_site.get("/fit?q=asthma").status_code == 503


# JSON


def json_of(site, address, body, kind="application/fhir+json"):
    answer = site.post(address, body, content_type=kind)
    return answer.status_code, json.loads(answer.content), answer


def test_a_bundle_gives_verdicts(site):
    status, found, answer = json_of(site, SEARCH, BUNDLE)

    assert (status, answer["Content-Type"]) == (200, "application/json")
    assert "her2=positive" in found["said"]
    assert {each["expression"] for each in found["unknown"]} >= {"Bundle.entry[2].resource.code"}
    assert {each["verdict"] for each in found["trials"]} <= {"may fit", "not sure", "does not seem to fit"}
    assert found["left"] == sum(each["verdict"] != "does not seem to fit" for each in found["trials"])


def test_answers_as_json_give_the_same_as_the_form(site):
    _, found, _ = json_of(site, KATE3, b'{"said": ["age=62", "ecog=3"]}', "application/json")

    assert found["trials"][0]["verdict"] == "does not seem to fit"
    failed = [rule for rule in found["trials"][0]["rules"] if rule["state"] == "fails"]
    assert failed[0]["quote"] == "Eastern Cooperative Oncology Group (ECOG) Performance Status of 0 or 1"


@pytest.mark.parametrize(
    ("body", "expression"),
    [
        (b'{"resourceType": "Patient"}', "Bundle"),
        (b'{"resourceType": "Bundle", "type": 5}', "Bundle.type"),
        (b"nothing", "Bundle"),
        (b'{"said": ["age=1e999"]}', "said"),
    ],
)
def test_json_that_makes_no_sense_gets_an_operation_outcome(site, body, expression):
    status, found, answer = json_of(site, KATE3, body)

    assert (status, answer["Content-Type"]) == (400, "application/fhir+json")
    assert found["resourceType"] == "OperationOutcome"
    assert found["issue"][0]["expression"] == [expression]
    assert found["issue"][0]["diagnostics"]


def test_json_too_large_or_from_elsewhere_gets_an_operation_outcome(guarded):
    large = guarded.post(SEARCH, b" " * (sensitive_view.LARGEST_BUNDLE + 1), content_type="application/json")
    foreign = guarded.post(
        SEARCH, BUNDLE, content_type="application/json", headers={"Origin": "http://evil.example"}
    )

    assert [each.status_code for each in (large, foreign)] == [413, 403]
    assert all(json.loads(each.content)["resourceType"] == "OperationOutcome" for each in (large, foreign))


# What stays of it


def fingerprints(folder):
    return {
        file.relative_to(folder): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in folder.rglob("*")
        if file.is_file() and not file.name.endswith("-shm")
    }


def test_nothing_that_was_said_stays_in_the_data_folder(site, sample_folder):
    site.get(SEARCH)
    before = fingerprints(sample_folder.root)
    for address in (SEARCH, KATE3, "/fit/summary?q=breast+cancer"):
        post(
            site,
            address,
            *said("age=62", "hiv=active", "prior_treatment:kryptonitumab=yes"),
            ("do", "result"),
        )
    json_of(site, SEARCH, BUNDLE)

    assert fingerprints(sample_folder.root) == before
    assert not any(
        b"kryptonitumab" in file.read_bytes() for file in sample_folder.root.rglob("*") if file.is_file()
    )
    assert "kryptonitumab" not in repr(list(rules_cache._in_memory._values.items()))


def test_headers_forbid_to_keep_it_and_nothing_sets_a_cookie(site):
    answers = [
        site.get(SEARCH),
        post(site, SEARCH, *said("hiv=active"), ("do", "result")),
        post(site, SEARCH, *said("hiv=perhaps")),
        post(site, "/fit/summary.pdf?trial=NCT04740918", *said("hiv=active")),
        json_of(site, SEARCH, BUNDLE)[2],
    ]
    for answer in answers:
        assert answer["Cache-Control"] == "no-store"
        assert answer["Referrer-Policy"] == "same-origin"
        assert "ETag" not in answer
        assert not answer.cookies
        assert not re.search(
            r'(?:href|action)="[^"]*(?:said=|hiv)', answer.text if "html" in answer["Content-Type"] else ""
        )


def test_a_failure_tells_the_log_where_but_not_what(site, monkeypatch, caplog):
    def broken(form, trials):
        raise ValueError(f"cannot read {form.said}")

    monkeypatch.setattr(fit_page, "advance", broken)
    answer = post(site, SEARCH, *said("prior_treatment:kryptonitumab=yes"))

    assert answer.status_code == 500
    assert "ValueError at broken" in caplog.text
    assert "kryptonitumab" not in caplog.text + answer.text


def test_search_and_patient_page_lead_to_it(site):
    assert 'href="/fit?q=breast+cancer"' in site.get("/search?q=breast+cancer").text
    assert 'href="/fit?trial=NCT04740918"' in site.get("/trial/NCT04740918").text


def test_the_trials_of_a_result_are_read_at_once_however_many_it_shows(site):
    def queries(upto: int) -> int:
        with CaptureQueriesContext(connection) as asked:
            assert post(site, SEARCH, ("do", "result"), ("upto", upto)).status_code == 200
        return len(asked)

    post(site, SEARCH, ("do", "result"))  # rules that are not kept yet are read first

    assert queries(40) == queries(20)
