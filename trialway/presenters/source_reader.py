"""Reads a trial for one section of a page and remembers which records it read, to name them."""

from collections.abc import Callable
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from trialway.presenters import registry_text
from trialway.presenters.dates import stated
from trialway.presenters.disagreeing import source_name, with_disagreement
from trialway.presenters.registry_text import (
    LabelledRow,
    Prose,
    RegistryText,
    joined,
)
from trialway.presenters.sources import SourceLine, source_line
from trialway.record import TrialRecord
from trialway.trial import Chosen, Source, Trial
from trialway.vocabulary.coded import Coded, Vocabulary
from trialway.vocabulary.dates import StatedDate

T = TypeVar("T")


class Section(Struct, frozen=True, kw_only=True):
    """A section of the expert page: its heading, our line of help, and where its content comes from.

    Each kind of section adds its content; ``template`` is the partial that prints it.
    """

    id: str
    title: str
    help: str
    template: str
    sources: tuple[SourceLine, ...] = ()


class RowsSection(Section, frozen=True, kw_only=True):
    """A section that is a list of terms and values."""

    rows: tuple[LabelledRow, ...]
    quiet: str = ""


class SourceReader:
    def __init__(self, trial: Trial) -> None:
        self.trial = trial
        self._read: list[Source] = []

    @property
    def sources(self) -> tuple[SourceLine, ...]:
        return tuple(source_line(source) for source in self._read)

    def chosen(self, read: Callable[[TrialRecord], T | None]) -> Chosen[T] | None:
        found = self.trial.choose(read)
        if found:
            self._note(found.source)
        return found

    def said(self, read: Callable[[TrialRecord], str | None]) -> RegistryText | None:
        found = self.chosen(lambda record: read(record) or None)
        return registry_text.said(found.value, found.source.record) if found else None

    def name(self, read: Callable[[TrialRecord], str | None]) -> RegistryText | None:
        found = self.chosen(lambda record: read(record) or None)
        return registry_text.said_name(found.value, found.source.record) if found else None

    def prose(self, read: Callable[[TrialRecord], str | None]) -> Prose | None:
        found = self.chosen(lambda record: read(record) or None)
        return registry_text.prose(found.value, found.source.record) if found else None

    def coded(
        self, vocabulary: Vocabulary, read: Callable[[TrialRecord], Coded | None]
    ) -> RegistryText | None:
        return self.value(read, lambda value, record: registry_text.coded(vocabulary, value, record))

    def all_coded(
        self, vocabulary: Vocabulary, read: Callable[[TrialRecord], tuple[Coded, ...]]
    ) -> tuple[RegistryText, ...]:
        found = self.chosen(read)
        if found is None:
            return ()
        return tuple(registry_text.coded(vocabulary, value, found.source.record) for value in found.value)

    def date(self, read: Callable[[TrialRecord], StatedDate | None]) -> RegistryText | None:
        return self.value(read, lambda value, _: stated(value))

    def flag(self, read: Callable[[TrialRecord], bool | None]) -> RegistryText | None:
        return self.value(read, lambda value, _: registry_text.yes_no(value))

    def value(
        self, read: Callable[[TrialRecord], T | None], say: Callable[[T, TrialRecord], RegistryText]
    ) -> RegistryText | None:
        """The preferred record's value in words; where the records disagree, with what each of them says."""
        found = self.chosen(read)
        if found is None:
            return None
        self._note(*(claim.source for claim in found.disagreeing))
        return with_disagreement(say(found.value, found.source.record), found, say)

    def date_of_each(self, read: Callable[[TrialRecord], StatedDate | None]) -> tuple[RegistryText, ...]:
        """What happened to each record, which is no disagreement: one date a record, told apart by it."""
        claims = self.trial.claims(read)
        self._note(*(claim.source for claim in claims))
        if len(self.trial.sources) == 1:
            return tuple(stated(claim.value) for claim in claims)
        return tuple(
            replace(stated(claim.value), note=joined(stated(claim.value).note, source_name(claim.source)))
            for claim in claims
        )

    def _note(self, *sources: Source) -> None:
        """Remember that these records were read."""
        self._read += [source for source in sources if not any(source is one for one in self._read)]


def rows(
    *stated: tuple[str, RegistryText | Prose | tuple[RegistryText, ...] | None],
) -> tuple[LabelledRow, ...]:
    """A row for each term that has a value; the others are left out."""
    found: list[LabelledRow] = []
    for term, value in stated:
        if isinstance(value, Prose):
            found.append(LabelledRow(term, prose=value))
        elif isinstance(value, RegistryText):
            found.append(LabelledRow(term, (value,)))
        elif value:
            found.append(LabelledRow(term, value))
    return tuple(found)
