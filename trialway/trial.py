"""The study itself: TrialRecord ─link─▶ **Trial** ─▶ index, criteria, plain text, results, presenters.

A trial is one or more linked records. Nothing is merged away: an accessor gives the chosen value, the record
that says it, and what the other records say.
"""

import datetime as dt
from collections.abc import Callable
from typing import Generic, TypeVar

from msgspec import Struct

from trialway.record import TrialRecord

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
        """The other claims that say something else."""
        return tuple(claim for claim in self.others if claim.value != self.value)


class Trial(Struct, frozen=True):
    """``number`` is the store's own and stable; ``slug`` is the identifier in the address of its pages.

    ``change`` grows with every change of what the trial says. ``sources`` come in order of preference.
    """

    number: int
    slug: str
    change: int
    sources: tuple[Source, ...]

    @property
    def main(self) -> TrialRecord:
        """The record preferred where a page shows one record's words."""
        return self.sources[0].record

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
