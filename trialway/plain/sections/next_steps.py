"""What can I do next? TrialRecord ─▶ **the section ``next``**."""

import datetime as dt

from trialway.plain.statement import PlainSection
from trialway.record import TrialRecord


def tell_next(record: TrialRecord, today: dt.date) -> PlainSection:
    return PlainSection(id="next", question="What can I do next?")
