"""Trials for these tests: the bundled sample, and small made ones."""

import datetime as dt
from functools import cache

from bench.plain.records import trials
from trialway.plain import PatientText, patient_text
from trialway.record import TrialRecord
from trialway.sample import SEEN
from trialway.trial import Source, Trial

TODAY = SEEN.date()


@cache
def sample() -> dict[str, Trial]:
    return {trial.main.record_id: trial for trial in trials()}


@cache
def text_of(number: str) -> PatientText:
    return patient_text(sample()[number], TODAY)


def sentences(number: str, section: str) -> list[str]:
    return [statement.text for statement in text_of(number).section(section).every]


def made(today: dt.date = TODAY, **parts: object) -> PatientText:
    record = TrialRecord("ctgov", "NCT00000001", **parts)
    return patient_text(Trial(1, "nct00000001", 1, (Source(record, SEEN, SEEN),)), today)


def said(text: PatientText, section: str) -> list[str]:
    return [statement.text for statement in text.section(section).every]
