"""A sign whose encoding was lost is read where it is known; otherwise nothing is drawn from the number."""

import pytest

from tests.criteria.reading import included, trial
from tests.criteria.test_readers import found
from trialway.criteria import evaluate


@pytest.mark.parametrize(
    "words",
    [
        "ECOG ? 1",
        "ECOG £ 1",
        "ECOG # 1",
        "ECOG PS \ufffd 1",
        "ECOG 0 ? 1",
        "ECOG PS ² 1",
        "ECOG \uf0d1 1",
        "Karnofsky ? 70",
        "NYHA class ? III",
        "NYHA £ II",
    ],
)
def test_a_limit_without_its_sign_is_not_read(words):
    assert found(words) == []
    assert included(words).reading == "not"


@pytest.mark.parametrize(
    "words",
    [
        "ECOG performance status ≤\u00ad 1",
        "ECOG \uf0a3 1",
        "ECOG â‰¤ 1",
        "ECOG ï‚£ 1",
        "ECOG &#8804; 1",
        "ECOG ¡Ü 1",
        "ECOG â¤ 1",
        "ECOG &amp;le; 1",
        "ECOG = < 1",
    ],
)
def test_a_sign_in_another_encoding_is_known(words):
    assert found(words) == ["ecog 0|1"]
    assert evaluate(trial(f"Inclusion Criteria:\n\n* {words}"), {"ecog": 0}).outcome == "may fit"


@pytest.mark.parametrize("sign", ["\uf0b3", "â‰¥", "ï‚³", "&#8805;"])
def test_at_least_is_known_too(sign):
    assert found(f"Age {sign} 18 years") == ["age >= 18 year"]


def test_what_was_read_still_quotes_its_place_in_the_source():
    text = "Age â‰¥ 18\u00ad years and a bicycle"

    (finding,) = included(text).findings
    assert text[finding.start : finding.end] == "Age â‰¥ 18\u00ad years"


@pytest.mark.parametrize(("words", "reading"), [("ECOG 1", "ecog 1"), ("NYHA class III", "nyha 3")])
def test_a_bare_grade_stays_what_it_is(words, reading):
    assert found(words) == [reading]
