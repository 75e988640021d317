"""What Trialway asks of a registry: the one interface between a registry's folder and everything else.

A registry is added by a folder with an object of this shape, one line in ``known.py`` and its words in
``vocabulary/``. Nothing outside knows a registry's name, its numbers or the shape of its records.
"""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from importlib.resources.abc import Traversable
from typing import Protocol

from msgspec import Raw, Struct

from trialway.environment import AnyVariable
from trialway.record import TrialRecord
from trialway.record_results import TrialResults
from trialway.registries.record_header import RecordHeader
from trialway.registries.sync_source import SyncSource


class TermsOfUse(Struct, frozen=True):
    """Who keeps a registry, and what they ask of those who pass its data on. Our words."""

    keeper: str
    home: str
    conditions: str
    sentences: tuple[str, ...]


class Registry(Protocol):
    """One registry. Texts are ours and in English unless said otherwise.

    ``key``: in addresses, in the database and in ``TrialRecord.registry``; never changed.
    ``label``: its short name, for pages. ``keeper``: who keeps it, in a few words. ``credit``: the line at
    the foot of pages. ``authorship``: a sentence on who writes the records and what is checked.
    ``languages``: language tags (BCP 47) that its texts are written in, the usual one first; empty when
    that is not known. ``terms``: terms of use.
    ``number_form``: what its numbers look like, to go on after "a … number is". ``number_pattern``: a
    regular expression for its numbers within a text, without regard to case.
    ``intervention_prefixes``: what its groups write before the names of interventions ("Drug: Placebo").
    ``paths``: place in a TrialRecord → the registry's own fields. ``variables``: settings of its client.
    ``dictionaries``: number → file of a zstandard dictionary; the greatest is used for new records. Numbers
    are used once over all registries, and a dictionary stays for ever.
    """

    key: str
    label: str
    keeper: str
    credit: str
    authorship: str
    languages: tuple[str, ...]
    terms: TermsOfUse
    number_form: str
    number_pattern: str
    intervention_prefixes: tuple[str, ...]
    paths: Mapping[str, tuple[str, ...]]
    variables: tuple[AnyVariable, ...]
    dictionaries: Mapping[int, Traversable]

    def read_number(self, typed: str) -> str | None:
        """The number that the whole text is, in any form in which people type it; None when it is none.

        ``typed``: its letters and digits alone, in capitals. The number need not exist.
        """
        ...

    def record_url(self, number: str) -> str:
        """The public page of a record."""
        ...

    def results_url(self, number: str) -> str:
        """The public page of a record's results."""
        ...

    def history_url(self, number: str) -> str:
        """The public page of a record's earlier versions."""
        ...

    def number_of(self, raw: bytes) -> str:
        """The number of a raw record, read as cheaply as possible; empty when it has none."""
        ...

    def describe(self, raw: bytes) -> RecordHeader:
        """Number, day of the last update and content hash of a raw record. Raises NotARecord."""
        ...

    def normalise(self, raw: bytes) -> TrialRecord:
        """The record in Trialway's shape. Raises NotARecord; what else is odd is left out and listed."""
        ...

    def results(self, raw: Raw) -> TrialResults | None:
        """``TrialRecord.results`` in Trialway's shape; None when there are none."""
        ...

    def results_part(self, name: str) -> str:
        """Which part of TrialResults a name at the top of raw results stands for (``flow``); for a name that
        is not known: that name in words."""
        ...

    def sync_source(self, note: Callable[[str], None]) -> AbstractContextManager[SyncSource]:
        """A client of the registry's API, to be closed after use. ``note`` is told of faults that pass."""
        ...
