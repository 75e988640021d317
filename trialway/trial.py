"""The study itself: TrialRecord ─link─▶ **Trial** ─▶ index, criteria, plain text, results, presenters.

A trial is one or more linked records. Nothing is merged away: an accessor gives the chosen value, the record
that says it, and what the other records say. The records come in order of preference, which is decided in
one place, ``registries.known.preference``; the first is the leading record.
"""

import datetime as dt
from collections.abc import Callable
from typing import Generic, TypeVar

from msgspec import Struct

from trialway.record import TrialRecord
from trialway.vocabulary.age import Duration
from trialway.vocabulary.coded import Coded
from trialway.vocabulary.dates import StatedDate

T = TypeVar("T")


class Source(Struct, frozen=True):
    """One linked record: its newest version, when that was seen, and when the record was withdrawn."""

    record: TrialRecord
    first_seen: dt.datetime
    last_seen: dt.datetime
    evidence: str = "its own number"
    withdrawn: dt.datetime | None = None


class Claim(Struct, Generic[T], frozen=True):
    """A value and the source that says it."""

    value: T
    source: Source


class Chosen(Struct, Generic[T], frozen=True):
    """The value that pages show, who says it, and every other claim."""

    value: T
    source: Source
    others: tuple[Claim[T], ...] = ()

    @property
    def disagreeing(self) -> tuple[Claim[T], ...]:
        """The other claims that say something else, not merely the same in another form."""
        return tuple(claim for claim in self.others if not agree(claim.value, self.value))

    @property
    def claims(self) -> tuple[Claim[T], ...]:
        """Every claim, that of the value shown first."""
        return (Claim(self.value, self.source), *self.others)


class Trial(Struct, frozen=True):
    """``number`` is the store's own and stable; ``slug`` is the identifier in the address of its pages.

    ``change`` grows with every change of what the trial says. ``sources`` come in order of preference.
    """

    number: int
    slug: str
    change: int
    sources: tuple[Source, ...]

    @property
    def lead(self) -> Source:
        """The leading record: whose number and words stand for the trial where there is room for one."""
        return self.sources[0]

    @property
    def main(self) -> TrialRecord:
        """The leading record itself."""
        return self.lead.record

    def first(self, states: Callable[[TrialRecord], object]) -> Source:
        """The preferred record of those for which ``states`` is true; the leading one when there is none."""
        return next((source for source in self.sources if states(source.record)), self.lead)

    @property
    def eligibility(self) -> Source:
        """The record whose rules for joining are read and judged: the preferred one that has them as text.

        The rules of one record alone: the texts of several say the same rules in other words, and nobody
        can know which of them are meant to differ.
        """
        return self.first(lambda record: record.eligibility.criteria)

    def claims(self, read: Callable[[TrialRecord], T | None]) -> tuple[Claim[T], ...]:
        """Every record's value, in order of preference, without those that state none."""
        found = ((read(source.record), source) for source in self.sources)
        return tuple(Claim(value, source) for value, source in found if value is not None and value != ())

    def choose(self, read: Callable[[TrialRecord], T | None]) -> Chosen[T] | None:
        """The preferred record's value: ``trial.choose(lambda record: record.eligibility.sex)``."""
        claims = self.claims(read)
        return Chosen(claims[0].value, claims[0].source, claims[1:]) if claims else None

    def value(self, read: Callable[[TrialRecord], T | None]) -> T | None:
        """The chosen value alone."""
        found = (read(source.record) for source in self.sources)
        return next((value for value in found if value is not None and value != ()), None)

    def every(self, read: Callable[[TrialRecord], tuple[T, ...]]) -> tuple[Claim[T], ...]:
        """The items of a list of all records, each with its source, first mention only."""
        found: dict[T, Claim[T]] = {}
        for source in self.sources:
            for value in read(source.record):
                found.setdefault(value, Claim(value, source))
        return tuple(found.values())


def agree(one: object, other: object) -> bool:
    """Whether two registries' values say the same: codes, times, dates as far as both state them."""
    if isinstance(one, tuple) and isinstance(other, tuple):
        pairs = all(any(agree(each, its) for its in other) for each in one)
        return pairs and all(any(agree(each, its) for its in one) for each in other)
    if isinstance(one, Coded) and isinstance(other, Coded):
        return one.code == other.code if one.code and other.code else one.raw == other.raw
    if isinstance(one, Duration) and isinstance(other, Duration):
        return one.days == other.days
    if isinstance(one, StatedDate) and isinstance(other, StatedDate):
        return one.iso.startswith(other.iso) or other.iso.startswith(one.iso)
    return one == other
