"""What the operator does not show is said to be withheld, everywhere where texts are shown."""

import pytest

from tests.plain.reading import made, said
from trialway.record import Recruitment
from trialway.vocabulary.coded import Coded

RECRUITING = Recruitment(status=Coded("recruiting", "RECRUITING"))


def test_one_part_is_withheld_and_the_others_stand(monkeypatch):
    whole = made(recruitment=RECRUITING)
    monkeypatch.setenv("TRIALWAY_WITHHELD_TEXTS", "risks, join")
    text = made(recruitment=RECRUITING)

    assert said(text, "risks") == said(text, "join") == ["Those who run this site do not show this part."]
    assert not text.section("join").groups
    assert [one.id for one in text.sections] == [one.id for one in whole.sections]
    assert said(text, "open") == said(whole, "open")


def test_all_texts_are_withheld_and_the_registrys_title_stands(monkeypatch):
    monkeypatch.setenv("TRIALWAY_WITHHELD_TEXTS", "all")
    text = made(recruitment=RECRUITING, brief_title="Short", official_title="The whole title")

    assert text.sections == ()
    assert text.title.text == "The whole title"
    assert text.summary.text == "Those who run this site do not show texts for patients."


@pytest.mark.parametrize("names", ["", " , "])
def test_nothing_is_withheld_by_an_empty_setting(monkeypatch, names):
    whole = made(recruitment=RECRUITING)
    monkeypatch.setenv("TRIALWAY_WITHHELD_TEXTS", names)

    assert made(recruitment=RECRUITING) == whole
