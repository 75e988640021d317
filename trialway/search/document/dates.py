"""Trial → the dates and the age range that a search can filter by.

Days as date.toordinal() counts them; of a date that was stated as a month or a year the first day counts.
"""

from collections.abc import Callable

from msgspec import Struct

from trialway.record import Dates
from trialway.trial import Trial
from trialway.vocabulary.age import Duration
from trialway.vocabulary.dates import StatedDate

Read = Callable[[Dates], StatedDate | None]


class DateFields(Struct, frozen=True, array_like=True):
    """Each 0 when no registry states it."""

    start: int = 0
    primary_completion: int = 0
    completion: int = 0
    results_posted: int = 0


DAYS = DateFields.__struct_fields__


def date_fields(trial: Trial) -> DateFields:
    """The earliest start that a record states; of the others what the trial's pages show."""
    return DateFields(
        start=min(stated_days(trial, lambda dates: dates.start), default=0),
        primary_completion=_shown(trial, lambda dates: dates.primary_completion),
        completion=_shown(trial, lambda dates: dates.completion),
        results_posted=_shown(trial, lambda dates: dates.results_first_posted),
    )


def stated_days(trial: Trial, read: Read) -> list[int]:
    """What each record that states it says."""
    stated = (read(source.record.dates) for source in trial.sources)
    return [date.first_day.toordinal() for date in stated if date]


def _shown(trial: Trial, read: Read) -> int:
    date = trial.value(lambda record: read(record.dates))
    return date.first_day.toordinal() if date else 0


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
