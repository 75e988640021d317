"""How long people are followed: time frames of outcomes ─▶ **the longest one** ─▶ section ``visits``."""

import re
from dataclasses import dataclass

from trialway.plain.phrases import line
from trialway.plain.section_rules import SECTION_WORDS
from trialway.record import TrialRecord
from trialway.vocabulary.age import Duration, read_duration

_LENGTH = re.compile(r"(?<![\d.,-])(\d{1,3}(?:\.\d+)?)[ -]?(days?|weeks?|months?|years?)\b", re.IGNORECASE)
# "Children aged 2 years", "every 4 weeks", "within 30 days before".
_NOT_A_LENGTH = SECTION_WORDS["section.no-duration-after"]
_YEARS_MOST = 40 * 365.25


@dataclass(frozen=True)
class Length:
    """``words`` as we write it ("5 years"), ``source`` the whole time frame, ``field`` its place."""

    words: str
    days: float
    source: str
    field: str


def longest(record: TrialRecord) -> Length | None:
    """The longest length of time that any time frame states."""
    found = [
        Length(length.words, length.days, line(outcome.time_frame), f"outcomes.{kind}.time_frame")
        for kind, outcomes in (
            ("primary", record.outcomes.primary),
            ("secondary", record.outcomes.secondary),
            ("other", record.outcomes.other),
        )
        for outcome in outcomes
        for length in lengths_in(line(outcome.time_frame))
    ]
    return max(found, key=lambda length: length.days, default=None)


def lengths_in(text: str) -> list[Duration]:
    """``Baseline, 12 weeks and up to 2 years`` → 12 weeks, 2 years."""
    found = []
    for match in _LENGTH.finditer(text):
        duration = read_duration(f"{match[1]} {match[2].rstrip('sS')}")
        if duration and 0 < duration.days <= _YEARS_MOST and not _NOT_A_LENGTH.search(text[: match.start()]):
            found.append(duration)
    return found
