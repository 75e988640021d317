"""The rules of a trial of several records: only who fails the rule of each of them is out."""

import pytest

from tests.plain.reading import SEEN
from trialway.criteria.evaluate import truth
from trialway.fit.trial_rules import rules_of_trial
from trialway.record import Eligibility, TrialRecord
from trialway.trial import Source, Trial
from trialway.vocabulary.age import read_duration


def least_ages(*ages: str) -> Trial:
    """A trial of several records, each with its least age."""
    records = [
        TrialRecord(registry, number, eligibility=Eligibility(minimum_age=read_duration(age)))
        for registry, number, age in zip(
            ("ctgov", "testreg"), ("NCT00000001", "TR-000001"), ages, strict=False
        )
    ]
    return Trial(1, "NCT00000001", 1, tuple(Source(record, SEEN, SEEN) for record in records))


@pytest.mark.parametrize(("age", "met"), [(15, False), (17, None), (30, True)])
def test_who_fails_one_of_two_records_is_not_out(age, met):
    (rule,) = rules_of_trial(least_ages("18 Years", "16 Years")).rules

    assert truth(rule.expression, {"age": age}) is met


@pytest.mark.parametrize("ages", [("18 Years",), ("18 Years", "18 Years")])
@pytest.mark.parametrize(("age", "met"), [(17, False), (30, True)])
def test_records_that_agree_say_what_one_says(ages, age, met):
    (rule,) = rules_of_trial(least_ages(*ages)).rules

    assert truth(rule.expression, {"age": age}) is met
