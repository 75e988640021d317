"""Criteria on the expert page and as JSON: the registry's words as they are, what was read beside them."""

import json
import re

from tests.site.lint import problems
from tests.site.making import a_trial
from trialway.presenters.expert.eligibility import eligibility


def section(text: str):
    return eligibility(a_trial(eligibilityModule={"eligibilityCriteria": text}))


def marked(text: str) -> str:
    return section(text).criteria[-1].marked


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_a_criterion_read_whole_says_itself_on_demand():
    html = marked("Exclusion Criteria:\n\n* Pregnancy")

    assert html.startswith('<ul><li>Pregnancy<details class="tw-read" lang="en"><summary>Read</summary>')
    assert "You cannot join if you are pregnant." in words(html)


def test_a_criterion_read_in_part_tells_the_words_not_read():
    text = words(marked("Inclusion Criteria:\n\n* Age \\>= 18 years with \\> 2 attacks"))

    assert "Read in part It is about: age." in text
    assert "Not read: “&gt; 2 attacks”." in text


def test_what_was_not_read_has_no_mark():
    assert marked("Inclusion Criteria:\n\n* Night shifts") == "<ul><li>Night shifts</li></ul>"


def test_nested_criteria_and_paragraphs_are_marked_too():
    html = marked("Inclusion Criteria:\n\nAge 18 to 65 years\n\n* Organ function:\n  * INR ≤ 1.5")

    assert html.count("<details") == 2


def test_a_registrys_markup_stays_words_in_what_is_told():
    html = marked("Inclusion Criteria:\n\n* Age \\>= 18 years <script>alert(1)</script>")

    assert "<script" not in html


def test_a_text_with_our_own_place_holder_gets_no_marks():
    assert "<details" not in marked("Inclusion Criteria:\n\n* Pregnancy \ue000tw0\ue001\n* HIV")


def test_the_original_stays_whole_beside_the_marks():
    text = "Exclusion Criteria:\n\n* Pregnancy"

    assert section(text).original == text
    assert section(text).criteria[0].html == "<ul><li>Pregnancy</li></ul>"


def test_the_expert_page_keeps_its_manners(site):
    html = site.get("/trial/NCT04740918/expert").content.decode()

    assert html.count('<details class="tw-read"') > 10
    assert problems(html) == []


def test_the_json_quotes_the_source_and_tells_what_was_read(site):
    twin = json.loads(site.get("/trial/NCT04740918/criteria.json").content)
    (source,) = twin["sources"]
    criteria = source["criteria"]
    hepatitis = next(one for one in criteria["criteria"] if one["text"].startswith("Active hepatitis"))

    assert (twin["slug"], source["record_id"], len(criteria["criteria"])) == (
        "NCT04740918",
        "NCT04740918",
        22,
    )
    assert criteria["source"][hepatitis["start"] : hepatitis["end"]] == hepatitis["text"]
    assert (hepatitis["reading"], hepatitis.get("residual", "")) == ("whole", "")
    assert hepatitis["expression"]["op"] == "or"
    assert [rule["field"] for rule in criteria["stated"]] == ["minimum_age", "healthy_volunteers"]


def test_the_json_of_an_unknown_trial_is_not_found(site):
    assert site.get("/trial/NCT99999999/criteria.json").status_code == 404
