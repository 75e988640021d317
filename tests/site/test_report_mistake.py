"""Every text has a link to report a mistake in it, where the site has an address for that; texts withheld."""

import re
from html import unescape
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from django.test import override_settings

from trialway import __version__
from trialway.environment import REPORT_TO, WITHHELD_TEXTS
from trialway.errors import SettingError
from trialway.plain.sections import SECTIONS
from trialway.presenters.patient.report_mistake import report_link
from trialway.setting_kinds import TEXT_SECTIONS

TRIAL = "/trial/NCT04740918"


def links(page: str) -> list[str]:
    found = re.findall(r'<a href="([^"]*)"[^>]*>Report a mistake', page)
    return [unescape(link) for link in found]


def test_without_an_address_no_text_has_the_link(site):
    assert links(site.get(TRIAL).content.decode()) == []


def test_a_page_is_given_trial_sentence_and_version(site):
    with override_settings(REPORT_TO="https://example.org/report"):
        *of_sentences, of_text = links(site.get(TRIAL).content.decode())

    asked = [parse_qs(urlsplit(link).query) for link in of_sentences]
    assert {one["trial"][0] for one in asked} == {"NCT04740918"}
    assert "People had to be 18 years old or older." in {one["sentence"][0] for one in asked}
    assert all(one["version"][0].startswith(f"{__version__} (") for one in asked)
    assert "sentence" not in parse_qs(urlsplit(of_text).query)


def test_a_letter_is_filled_in_and_keeps_its_signs():
    link = report_link("mailto:trials@example.org", "NCT00000001", "Dose: 5 % & more?")

    assert link.startswith("mailto:trials@example.org?subject=")
    assert "Sentence: Dose: 5 % & more?\n" in unquote(link)
    assert "&" not in link.partition("&body=")[2]


@pytest.mark.parametrize("address", ["trials@example.org", "https://example.org/report"])
def test_an_address_is_taken(monkeypatch, address):
    monkeypatch.setenv("TRIALWAY_REPORT_TO", address)
    assert REPORT_TO.value().endswith(address)


@pytest.mark.parametrize(
    "address", ["trials", "javascript:alert(1)", "https://example.org/?a=b", "a@b.org?cc=c@d.org"]
)
def test_what_is_no_address_is_refused(monkeypatch, address):
    monkeypatch.setenv("TRIALWAY_REPORT_TO", address)
    with pytest.raises(SettingError, match="neither an e-mail address nor the address of a page"):
        REPORT_TO.value()


def test_a_withheld_part_is_withheld_on_the_page_and_in_its_json(site, monkeypatch):
    before = site.get(TRIAL)
    monkeypatch.setenv("TRIALWAY_WITHHELD_TEXTS", "risks")
    page, twin = site.get(TRIAL), site.get(f"{TRIAL}/patient.json").json()

    assert "Those who run this site do not show this part." in page.content.decode()
    (risks,) = [one for one in twin["sections"] if one["id"] == "risks"]
    assert [one["template"] for one in risks["statements"]] == ["section-withheld"]
    assert page["ETag"] != before["ETag"]


def test_a_site_without_texts_says_so_and_shows_the_rest_of_the_page(site, monkeypatch):
    monkeypatch.setenv("TRIALWAY_WITHHELD_TEXTS", "all")
    page = site.get(TRIAL).content.decode()

    assert "Those who run this site do not show texts for patients." in page
    assert 'id="sites"' in page
    assert "What are the risks?" not in page


def test_a_part_that_does_not_exist_is_refused_with_those_that_do(monkeypatch):
    monkeypatch.setenv("TRIALWAY_WITHHELD_TEXTS", "harms")
    with pytest.raises(SettingError, match="no part of the text; write all, or some of about"):
        WITHHELD_TEXTS.value()


def test_the_parts_that_can_be_withheld_are_those_of_the_text():
    assert tuple(SECTIONS) == TEXT_SECTIONS
