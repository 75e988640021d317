"""Dates as registries state them: the precision that was stated is kept, no day is invented."""

import calendar
import datetime as dt
import re
from functools import lru_cache

from msgspec import Struct

from trialway.vocabulary.coded import Coded

# Not strftime: its month names follow the locale of the process.
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::\d{2})?)?)?)?")


class StatedDate(Struct, frozen=True, omit_defaults=True):
    """A date as stated: ``2021``, ``2021-06``, ``2021-06-07``, ``2021-06-07T10:30``; and whether actual."""

    iso: str
    kind: Coded | None = None

    @property
    def precision(self) -> str:
        """``year``, ``month``, ``day`` or ``minute``."""
        return {4: "year", 7: "month", 10: "day"}.get(len(self.iso), "minute")

    @property
    def first_day(self) -> dt.date:
        """The earliest day that the stated date can mean."""
        year, month, day = _parts(self.iso)
        return dt.date(year, month or 1, day or 1)

    @property
    def last_day(self) -> dt.date:
        """The latest day that the stated date can mean."""
        year, month, day = _parts(self.iso)
        month = month or 12
        return dt.date(year, month, day or calendar.monthrange(year, month)[1])


def date_words(date: StatedDate) -> str:
    """``7 June 2021``, ``June 2021``, ``2021`` or ``7 June 2021, 10:30``."""
    if date.precision == "year":
        return date.iso
    if date.precision == "month":
        return f"{MONTHS[date.first_day.month - 1]} {date.first_day.year}"
    time = f", {date.iso[11:16]}" if date.precision == "minute" else ""
    return day_words(date.first_day) + time


def day_words(day: dt.date) -> str:
    """``7 June 2021``"""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _parts(iso: str) -> tuple[int, int | None, int | None]:
    numbers = [int(part) for part in iso[:10].split("-")]
    return numbers[0], numbers[1] if len(numbers) > 1 else None, numbers[2] if len(numbers) > 2 else None


@lru_cache(maxsize=1 << 16)
def read_date(raw: str, kind: Coded | None = None) -> StatedDate | None:
    """None for what is not a date of the calendar (``2021-13``, ``soon``)."""
    match = _DATE.fullmatch(raw)
    if match is None:
        return None
    date = StatedDate(raw, kind)
    try:
        date.first_day, date.last_day  # noqa: B018 - both raise when the calendar has no such day
        hour, minute = int(match[4] or 0), int(match[5] or 0)
        dt.time(hour, minute)
    except ValueError:
        return None
    return date
