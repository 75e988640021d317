"""What happens with the results? TrialRecord ─▶ **the section ``results``**."""

import datetime as dt

from trialway.plain.statement import PlainSection
from trialway.record import TrialRecord


def tell_results(record: TrialRecord, today: dt.date) -> PlainSection:
    return PlainSection(id="results", question="What happens with the results?")
