"""What if I cannot take part, or want to stop? TrialRecord ─▶ **the section ``unable``**."""

import datetime as dt

from trialway.plain.statement import PlainSection
from trialway.record import TrialRecord


def tell_unable(record: TrialRecord, today: dt.date) -> PlainSection:
    return PlainSection(id="unable", question="What if I cannot take part, or want to stop?")
