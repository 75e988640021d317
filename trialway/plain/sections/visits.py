"""How often will I be seen, and for how long? TrialRecord ─▶ **the section ``visits``**."""

import datetime as dt

from trialway.plain.statement import PlainSection
from trialway.record import TrialRecord


def tell_visits(record: TrialRecord, today: dt.date) -> PlainSection:
    return PlainSection(id="visits", question="How often will I be seen, and for how long?")
