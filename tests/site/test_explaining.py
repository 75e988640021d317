"""Hard words that open their meaning in place."""

import re

from trialway.plain.statement import TextPiece
from trialway.presenters.patient.explain_terms import MOST, TermExplainer
from trialway.record import Intervention, TrialRecord

RECORD = TrialRecord(
    "ctgov", "NCT00000001", conditions=("Asthma",), interventions=(Intervention(name="Placebo Plus"),)
)


def explaining():
    return TermExplainer("how", RECORD)


def test_a_hard_word_becomes_a_button_once_in_a_section():
    words = explaining()

    first = words.html(TextPiece("A placebo is part of it."))
    second = words.html(TextPiece("The placebo looks the same."))

    (explained,) = words.found
    assert f'popovertarget="{explained.id}">placebo</button>' in first
    assert second == "The placebo looks the same."


def test_names_are_never_touched():
    words = explaining()

    assert words.html(TextPiece("Placebo", theirs=True)) == "Placebo"
    assert "<button" not in words.html(TextPiece("Placebo Plus was given.", theirs=True, quoted=True))
    assert words.found == []


def test_what_stands_around_a_word_is_escaped():
    assert explaining().html(TextPiece("<b> placebo & more")).startswith("&lt;b&gt; <button")


def test_a_bracket_stays_with_the_word_that_it_opens():
    html = explaining().html(TextPiece("an inactive pill (placebo) daily"))

    assert html.startswith('an inactive pill <span class="tw-unbroken">(<button')
    assert html.endswith("placebo</button></span>) daily")


def test_each_button_of_a_page_opens_an_element_of_it(site, sample):
    for trial in sample[::20]:
        page = site.get(f"/trial/{trial.slug}").content.decode()
        targets = re.findall(r'class="tw-term" popovertarget="([^"]+)"', page)
        assert len(targets) == len(set(targets))
        for target in targets:
            assert page.count(f'id="{target}" popover') == 1
        for section in re.findall(r"word-(\w+)-\d+", page):
            assert sum(target.startswith(f"word-{section}-") for target in targets) <= MOST
