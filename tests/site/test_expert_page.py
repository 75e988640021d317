"""Every record of the sample as a page, and records that were damaged."""

import json
import random

import pytest
from django.template.loader import get_template

from tests.site.lint import Page, problems
from tests.site.making import SEEN
from trialway.errors import NotARecord
from trialway.presenters.expert.page import expert_page
from trialway.registries.ctgov.normalise import normalise
from trialway.sample import FILES
from trialway.site.page_context import PageContext
from trialway.trial import Source, Trial

FRAME = PageContext("Trialway", "", "http://testserver", "/trial/x/expert", SEEN.date())


@pytest.fixture
def render(site):
    """The template as pages use it; the client's data folder has the hashed static files."""
    template = get_template("expert.jinja")
    return lambda trial: template.render({"site": FRAME, "page": expert_page(trial)})


def test_no_page_of_the_sample_has_anything_wrong(render, sample):
    found = {}
    for trial in sample:
        if wrong := problems(render(trial)):
            found[trial.slug] = wrong[:3]
    assert found == {}


def test_the_page_of_a_known_trial_shows_all_that_its_record_states(render, sample):
    trial = next(trial for trial in sample if trial.slug == "NCT04740918")
    text = Page(render(trial)).text
    for words in (
        "Terminated", "Phase 3", "Interventional", "96 people", "7 June 2021", "19 June 2024", "actual",
        "MBC. Participants must have progressed", "Metastatic Breast Cancer", "Randomised", "Parallel groups",
        "Treatment", "Double", "Participant", "Investigator", "Arm B: Trastuzumab Emtansine and Atezolizumab",
        "Active comparator", "Kadcyla", "RO5304020",
        "Life expectancy >= 6 months", "Current Grade >= 3 peripheral neuropathy",
        "18 years and over", "Not accepted", "Hoffmann-La Roche", "Industry", "Study director",
        "51 sites in 19 countries", "Université de Montréal", "Hospital de Santo António",
        "Status not stated by the registry", "Türkiye", "Study protocol", "Statistical analysis plan",
        "2020-002818-41", "EudraCT number", "MO42319", "View full results on ClinicalTrials.gov",
        "8 August 2025",
    ):  # fmt: skip
        assert words in text, words


def test_damaged_records_never_make_a_page_fail(render):
    """Fields taken out and types swapped, with a fixed seed: what still is a record still is a page."""
    studies = [json.loads(line) for line in FILES[1].read_bytes().splitlines()]
    chance = random.Random(7)
    pages = 0
    for _ in range(250):
        study = json.loads(json.dumps(chance.choice(studies)))
        for _ in range(chance.randint(1, 8)):
            damage(study, chance)
        try:
            record = normalise(json.dumps(study).encode())
        except NotARecord:
            continue
        assert not problems(render(Trial(1, record.record_id, 1, (Source(record, SEEN, SEEN),))))
        pages += 1
    assert pages > 100


def damage(value, chance):
    """Walk to a random place and break what is there."""
    while isinstance(value, dict | list) and value:
        key = chance.choice(list(value) if isinstance(value, dict) else range(len(value)))
        if not isinstance(value[key], dict | list) or chance.random() < 0.25:
            value[key] = chance.choice(
                [None, 7, "", "   ", [], {}, ["x", None], {"a": 1}, True, "\x00\u202e", -1e300]
            )
            return
        value = value[key]


def test_a_page_is_as_small_as_it_can_be(render, sample):
    trial = next(trial for trial in sample if trial.slug == "NCT04740918")
    assert len(render(trial).encode()) < 60_000
