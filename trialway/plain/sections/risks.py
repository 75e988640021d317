"""What are the risks? TrialRecord ─▶ **the section ``risks``**."""

import datetime as dt

from trialway.plain.statement import PlainSection
from trialway.record import TrialRecord


def tell_risks(record: TrialRecord, today: dt.date) -> PlainSection:
    return PlainSection(id="risks", question="What are the risks?")
