"""Sentences on what criteria name, where its findings stand, and hostile texts."""

import time
from itertools import islice

import pytest
import zstandard

from tests.criteria.reading import excluded, included, trial
from trialway.criteria import Criteria, Criterion, read_criteria
from trialway.criteria.expressions import Has, atoms_of
from trialway.registries.ctgov.normalise import normalise
from trialway.sample import FOLDER

NAMED = ("condition", "medicine", "procedure", "stage")

EXCLUSIONS = {
    "History of severe hepatic disease": "You cannot join if you have or have had severe hepatic disease.",
    "Severe asthma": "You cannot join if you have severe asthma.",
    "COPD": "You cannot join if you have COPD.",
    "Parkinson's disease": "You cannot join if you have Parkinson's disease.",
    "Asthma, stroke or gout": "You cannot join if you have asthma, stroke or gout.",
    "History of asthma or stroke": "You cannot join if you have or have had asthma or stroke.",
    "Previous stroke": "You cannot join if you have had stroke.",
    "Family history of melanoma": "You cannot join if you have melanoma in your family.",
    "Currently taking warfarin": "You cannot join if you are treated with warfarin.",
    "Taking aspirin or clopidogrel": "You cannot join if you are treated with aspirin or clopidogrel.",
    "Previous hysterectomy": "You cannot join if you have had hysterectomy.",
    "Scheduled for hip replacement": "You cannot join if you are due to have hip replacement.",
    "Allergy to penicillin": "You cannot join if you are allergic to penicillin.",
    "Allergy to penicillin, latex or iodine": "You cannot join if you are allergic to penicillin, "
    "latex or iodine.",
    "HIV or hepatitis": "You cannot join if you have HIV or have hepatitis.",
}
DEMANDS = {
    "Diagnosis of severe asthma": "You must have severe asthma.",
    "History of gout": "You must have or have had gout.",
    "No serious mental disorder": "You must not have serious mental disorder.",
    "No history of asthma": "You must not have or have had asthma.",
    "No asthma, stroke or gout": "You must not have asthma, stroke or gout.",
    "Not taking warfarin": "You must not be treated with warfarin.",
    "No known allergy to penicillin": "You must not be allergic to penicillin.",
    "Age ≥ 18 years with hypertension": "You must be 18 years old or older. You must have hypertension.",
}
OWN_WORDS = [
    "Metformin",
    "Colonoscopy",
    "Contraindication to MRI",
    "Asthma medication",
    "At risk of stroke",
    "Asthma, stroke or gout within 6 months",
    "Cancer except breast cancer",
]


@pytest.mark.parametrize(("words", "sentence"), EXCLUSIONS.items(), ids=EXCLUSIONS)
def test_an_exclusion_by_name_says_itself_in_plain_words(words, sentence):
    assert excluded(words).sentence == sentence


@pytest.mark.parametrize(("words", "sentence"), DEMANDS.items(), ids=DEMANDS)
def test_a_demand_for_a_name_says_itself_in_plain_words(words, sentence):
    assert included(words).sentence == sentence


@pytest.mark.parametrize("words", OWN_WORDS)
def test_what_is_left_open_keeps_the_words_of_the_registry(words):
    assert excluded(words).sentence == words


@pytest.fixture(scope="module")
def sample() -> list[Criteria]:
    """The criteria of the first 200 records that the package carries."""
    with zstandard.open(FOLDER / "sample.jsonl.zst", "rt", encoding="utf-8") as lines:
        return [read_criteria(normalise(line.encode()).eligibility) for line in islice(lines, 200)]


def with_children(criterion: Criterion) -> list[Criterion]:
    return [criterion, *(one for child in criterion.children for one in with_children(child))]


def folded(words: str) -> str:
    return " ".join(words.split()).casefold()


def test_a_finding_stands_where_it_says_and_its_words_are_those_of_the_criterion(sample):
    named = 0
    for criteria in sample:
        for criterion in (one for top in criteria.criteria for one in with_children(top)):
            for finding in criterion.findings:
                assert criterion.start <= finding.start < finding.end <= criterion.end <= len(criteria.source)
                for atom in atoms_of(finding.expression):
                    if isinstance(atom, Has) and atom.kind in NAMED:
                        named += 1
                        assert folded(atom.words) in folded(criterion.text)

    assert len(sample) == 200
    assert named > 2_000


HOSTILE = ["no history of ", "asthma, ", "severe ", "allergy to a, ", "asthma or ", "history of severe ("]


@pytest.mark.parametrize("words", HOSTILE)
def test_a_megabyte_of_one_phrase_on_a_line_is_read_in_seconds(words):
    text = "Exclusion Criteria:\n\n* " + words * (1_000_000 // len(words))
    start = time.process_time()

    assert trial(text).source == text
    assert time.process_time() - start < 10


def test_ten_thousand_lines_of_a_name_are_read_in_seconds():
    start = time.process_time()

    assert len(trial("Exclusion Criteria:\n\n" + "* Asthma, gout\n" * 10_000).criteria) == 10_000
    assert time.process_time() - start < 15


@pytest.mark.parametrize("words", HOSTILE)
def test_the_longest_criterion_that_is_read_is_read_at_once(words):
    text = words * (5_900 // len(words))
    start = time.process_time()

    assert included(text).text == text
    assert time.process_time() - start < 3
