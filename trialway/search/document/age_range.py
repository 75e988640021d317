"""From which to which age a trial takes participants, as whole quarters of days: Trial ─**ages**▶ document.

A year is 365.25 days, so that years, weeks and days are whole numbers of quarters.
"""

from msgspec import Struct

from trialway.trial import Trial
from trialway.vocabulary.age import Duration

QUARTERS = 4
YEAR = 1461
# Beyond any age: no upper limit is stated.
NO_END = 200 * YEAR


class AgeRange(Struct, frozen=True, array_like=True):
    """From ``first`` up to but not ``end``; where the registry states no limit there is none."""

    first: int = 0
    end: int = NO_END


def age_range(trial: Trial) -> AgeRange:
    """The limits that the trial's records state."""
    first = trial.value(lambda record: record.eligibility.minimum_age)
    last = trial.value(lambda record: record.eligibility.maximum_age)
    return AgeRange(_quarters(first, 0) if first else 0, min(_quarters(last, 1), NO_END) if last else NO_END)


def _quarters(age: Duration, more: int) -> int:
    """``more`` units are added: who may be 75 years old is 75 until the next birthday."""
    return round(Duration(age.value + more, age.unit, age.raw).days * QUARTERS)
