"""How does the trial work? TrialRecord ─▶ **the section ``how``**."""

import datetime as dt

from trialway.plain.statement import PlainSection
from trialway.record import TrialRecord


def tell_how(record: TrialRecord, today: dt.date) -> PlainSection:
    return PlainSection(id="how", question="How does the trial work?")
