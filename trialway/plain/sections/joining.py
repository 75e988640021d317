"""Can I take part? TrialRecord ─▶ **the section ``join``**."""

import datetime as dt

from trialway.plain.statement import PlainSection
from trialway.record import TrialRecord


def tell_joining(record: TrialRecord, today: dt.date) -> PlainSection:
    return PlainSection(id="join", question="Can I take part?")
