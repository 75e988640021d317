"""What will I be given? TrialRecord ─▶ **the section ``given``**."""

import datetime as dt

from trialway.plain.statement import PlainSection
from trialway.record import TrialRecord


def tell_given(record: TrialRecord, today: dt.date) -> PlainSection:
    return PlainSection(id="given", question="What will I be given?")
