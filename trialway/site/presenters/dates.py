"""Dates in words, as exact as they were stated: June 2021 stays June 2021."""

from trialway.site.presenters.words import Words
from trialway.vocabulary.dates import StatedDate, date_words, day_words
from trialway.vocabulary.stated_as import STATED_AS

__all__ = ["date_words", "dated", "day_words", "stated"]


def dated(words: str, date: StatedDate | None) -> str | None:
    """``posted 7 June 2021``; None without a date."""
    return f"{words} {date_words(date)}" if date else None


def stated(date: StatedDate) -> Words:
    """The date with "actual" or "estimated" beside it where the registry says which."""
    note = STATED_AS.words(date.kind).lower() if date.kind else ""
    return Words(date_words(date), note=note, iso=date.iso)
