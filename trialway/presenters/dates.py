"""Dates in words, as exact as they were stated: June 2021 stays June 2021."""

from trialway.presenters.registry_text import RegistryText
from trialway.vocabulary.dates import StatedDate, date_words, day_words
from trialway.vocabulary.stated_as import STATED_AS

__all__ = ["date_words", "dated", "day_words", "stated"]


def dated(words: str, date: StatedDate | None) -> str | None:
    """``posted 7 June 2021``; None without a date."""
    return f"{words} {date_words(date)}" if date else None


def stated(date: StatedDate) -> RegistryText:
    """The date with "actual" or "estimated" beside it where the registry says which."""
    note = STATED_AS.words(date.kind).lower() if date.kind else ""
    return RegistryText(date_words(date), note=note, iso=date.iso)
