"""Dates in words, as exact as they were stated: June 2021 stays June 2021."""

import datetime as dt

from trialway.site.presenters.words import Words
from trialway.vocabulary.dates import StatedDate
from trialway.vocabulary.stated_as import STATED_AS

# Not strftime: its month names follow the locale of the process.
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def date_words(date: StatedDate) -> str:
    """``7 June 2021``, ``June 2021``, ``2021`` or ``7 June 2021, 10:30``."""
    if date.precision == "year":
        return date.iso
    if date.precision == "month":
        return f"{MONTHS[date.first_day.month - 1]} {date.first_day.year}"
    time = f", {date.iso[11:16]}" if date.precision == "minute" else ""
    return day_words(date.first_day) + time


def day_words(day: dt.date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def dated(words: str, date: StatedDate | None) -> str | None:
    """``posted 7 June 2021``; None without a date."""
    return f"{words} {date_words(date)}" if date else None


def stated(date: StatedDate) -> Words:
    """The date with "actual" or "estimated" beside it where the registry says which."""
    note = STATED_AS.words(date.kind).lower() if date.kind else ""
    return Words(date_words(date), note=note, iso=date.iso)
