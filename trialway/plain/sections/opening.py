"""Is it open now? TrialRecord ─▶ **the section ``open``**."""

import datetime as dt

from trialway.plain.statement import PlainSection
from trialway.record import TrialRecord


def tell_opening(record: TrialRecord, today: dt.date) -> PlainSection:
    return PlainSection(id="open", question="Is it open now?")
