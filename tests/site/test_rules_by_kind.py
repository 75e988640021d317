"""The professional page sorts a trial's rules by what they are about, and loses none."""

import re
from html import unescape

from tests.search.making import a_trial
from trialway.criteria import read_criteria
from trialway.presenters.criteria import every
from trialway.presenters.rules_by_kind import OTHER, rules_by_kind
from trialway.record import Eligibility, TrialRecord
from trialway.registry_text import repair

CRITERIA = """Inclusion Criteria:

* ECOG performance status 0 or 1
* HER2-positive breast cancer
* Some rule that no program knows

Exclusion Criteria:

* Pregnant women
"""


def trial(criteria):
    record = TrialRecord("ctgov", "NCT00000001", eligibility=Eligibility(criteria=criteria))
    return a_trial(1, record)


def test_rules_stand_under_what_they_are_about_with_their_side():
    section = rules_by_kind(trial(CRITERIA))

    found = {kind.name: [rule.side for rule in kind.rules] for kind in section.kinds}
    assert found == {
        "Disease and markers": ["Must"],
        "General condition": ["Must"],
        "Pregnancy and contraception": ["Must not"],
        OTHER: ["Must"],
    }


def test_a_rule_for_some_people_is_no_must_for_everybody():
    scoped = "Inclusion Criteria:\n\nPart 2 only:\n\n* ECOG performance status 0 or 1\n"

    (kind,) = rules_by_kind(trial(scoped)).kinds

    assert [(rule.side, rule.scope) for rule in kind.rules] == [("Rule", "Part 2 only")]


def test_one_of_several_is_no_must():
    several = "Inclusion Criteria:\n\n* HER2-positive breast cancer\n\nOR\n\n* HIV infection\n"

    rules = [rule for kind in rules_by_kind(trial(several)).kinds for rule in kind.rules]

    assert {(rule.side, rule.alternative) for rule in rules} == {("Rule", True)}


def test_without_a_text_the_facts_stay():
    assert rules_by_kind(trial(None)) is None


def letters(text):
    return re.sub(r"[^a-z0-9]", "", text.lower())


def without_tags(html):
    return unescape(re.sub(r"<[^>]+>", "", html))


def test_no_rule_of_any_trial_is_lost(sample):
    for one in sample[::5]:
        section = rules_by_kind(one)
        if section is None or not section.original:
            continue
        shown = "".join(letters(without_tags(rule.html)) for kind in section.kinds for rule in kind.rules)
        rules = read_criteria(one.main.eligibility).criteria
        for _, rule in every(rules):
            words = letters(repair(rule.text))
            assert words[:12] in shown, (one.slug, rule.text[:60])


def test_the_page_shows_them(site):
    page = site.get("/trial/NCT04740918/professional").content.decode()

    assert "Disease and markers</h3>" in page
    assert "The criteria as the registry gives them" in page
