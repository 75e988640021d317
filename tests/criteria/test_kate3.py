"""The 22 criteria of KATE3 (NCT04740918), each with its reading."""

import json

import pytest

from bench.criteria.scoring import found_labels
from trialway.criteria import evaluate, read_criteria
from trialway.registries.ctgov.normalise import normalise
from trialway.sample import FOLDER

READINGS = [
    ("HER2+ and PD-L1+ locally advanced", "part", ["her2+", "pdl1+", "spread=metastatic|advanced"]),
    ("Progression must have occurred", "part", ["prog=6m"]),
    ("Prior treatment with trastuzumab (+/-", "part", ["prior:trastuzumab (+/- pertuzumab | taxane"]),
    ("No more than two prior lines", "part", ["lines<=2"]),
    ("Measurable disease per RESIST", "part", ["meas"]),
    ("Eastern Cooperative Oncology Group", "whole", ["ecog=0-1"]),
    ("Life expectancy", "whole", ["life>=6m"]),
    ("Adequate hematologic", "not", []),
    ("For women of childbearing potential", "part", ["contra"]),
    ("For men: agreement", "part", ["contra"]),
    ("Prior treatment with trastuzumab emtansine", "part", ["prior:trastuzumab emtansine"]),
    ("History of exposure to cumulative", "whole", []),
    ("Symptomatic or actively progressing central", "part", ["cns"]),
    ("Current Grade", "whole", []),
    ("Cardiopulmonary dysfunction", "whole", []),
    ("History of malignancy within 5 years", "part", ["look=5y"]),
    ("History of leptomeningeal disease", "whole", ["cns"]),
    ("Active or history of autoimmune", "whole", []),
    ("Active hepatitis B, hepatitis C", "whole", ["hbv", "hcv"]),
    (
        "Prior allogeneic stem cell",
        "whole",
        ["prior:allogeneic stem cell transplantation | solid organ transplantation"],
    ),
    ("Receipt of a live, attenuated vaccine", "part", ["wash=4w"]),
    ("Pregnancy or lactation", "whole", ["preg=P", "preg=B"]),
]


@pytest.fixture(scope="module")
def kate3():
    studies = [json.loads(line) for line in (FOLDER / "seed_pages.jsonl").read_text().splitlines()]
    study = next(
        one for one in studies if one["protocolSection"]["identificationModule"]["nctId"] == "NCT04740918"
    )
    return read_criteria(normalise(json.dumps(study).encode()).eligibility)


def test_it_has_22_criteria(kate3):
    assert [one.side for one in kate3.criteria] == ["inclusion"] * 10 + ["exclusion"] * 12


@pytest.mark.parametrize(
    ("place", "reading"), list(enumerate(READINGS)), ids=[start for start, _, _ in READINGS]
)
def test_a_criterion_of_kate3_is_read(kate3, place, reading):
    criterion = kate3.criteria[place]
    labels = [label for one in criterion.findings for label in found_labels(one.expression)]
    start, whole, found = reading

    assert criterion.text.startswith(start)
    assert (criterion.reading, labels) == (whole, found)
    assert bool(criterion.residual) == (whole != "whole")


def test_what_is_read_in_part_never_gives_more_than_not_sure(kate3):
    answers = {"age": 50, "ecog": 0, "pregnant": False, "breastfeeding": False, "her2": "positive"}

    assert evaluate(kate3, answers).outcome == "not sure"


@pytest.mark.parametrize(
    ("answers", "quote"),
    [
        ({"age": 17}, "18 Years"),
        ({"ecog": 2}, "Eastern Cooperative Oncology Group (ECOG) Performance Status of 0 or 1"),
        ({"pregnant": True}, "Pregnancy or lactation"),
        ({"hepatitis_c": "active"}, "Active hepatitis B, hepatitis C and/or tuberculosis"),
    ],
)
def test_who_does_not_fit_is_told_by_which_rule(kate3, answers, quote):
    verdict = evaluate(kate3, answers)

    assert (verdict.outcome, [one.quote for one in verdict.against]) == ("does not seem to fit", [quote])
