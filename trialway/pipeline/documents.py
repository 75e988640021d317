"""Stored trials ─▶ documents of the index, and rows of the archive that need a record to be read.

The reading is done in a second process where there are many. A trial that cannot be read, or of which no
document can be made, is put in quarantine with its reason, and the others go on.
"""

import itertools
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from django.db import transaction
from msgspec.structs import astuple

from trialway.archive.ahead import ahead
from trialway.archive.models import Oddity, Slug
from trialway.archive.rows import insert
from trialway.archive.stored import StoredTrial, read_trial
from trialway.pipeline.quarantine import Failed, Quarantine, reason_of
from trialway.record import TrialRecord
from trialway.search.document.document import document
from trialway.search.document.encode_document import EncodedDocument, encode_document

_BATCH = 200
# The index and its columns keep days and ages as integers of 32 bits.
_LARGEST = 2**31 - 1
Row = tuple[object, ...]


class Details(NamedTuple):
    """Rows of a trial: addresses and oddities; ``records``: the rows that they are made anew for."""

    number: int
    records: tuple[int, ...]
    aliases: tuple[str, ...]
    oddities: list[Row]


class Made(NamedTuple):
    """A trial's document, and the rows that were read with it."""

    document: EncodedDocument
    details: Details


def documents(stored: Iterable[StoredTrial], quarantine: Quarantine) -> Iterator[EncodedDocument]:
    """The documents of those that can be read, in order, after their rows were written; the others are put in
    quarantine."""
    read = ahead(read_document, stored, _weight)
    while batch := list(itertools.islice(read, _BATCH)):
        made = [each for each in batch if isinstance(each, Made)]
        with transaction.atomic():
            _write([each.details for each in made])
            quarantine.put(each for each in batch if isinstance(each, Failed))
            quarantine.release(each.details.number for each in made)
        yield from (each.document for each in made)


def read_document(stored: StoredTrial) -> Made | Failed:
    """Read the trial once, for its document and its rows. Never raises: needs no database, in any process."""
    try:
        return _made(stored)
    except Exception as error:  # noqa: BLE001 - whatever one record makes go wrong must not stop the others
        return Failed(stored.number, stored.change, reason_of(error))


def _made(stored: StoredTrial) -> Made:
    if not stored.slug or not stored.sources:
        raise LookupError("it has no address" if stored.sources else "it has no record")
    trial = read_trial(stored)
    pairs = [(row.key, source.record) for row, source in zip(stored.sources, trial.sources, strict=True)]
    details = Details(
        number=stored.number,
        records=tuple(key for key, _ in pairs),
        aliases=tuple(
            each.value for _, record in pairs for each in record.identifiers if each.role == "alias"
        ),
        oddities=[row for key, record in pairs for row in _oddities(key, record)],
    )
    packed = encode_document(document(trial))
    _refuse_unstorable(packed)
    return Made(packed, details)


def _refuse_unstorable(packed: EncodedDocument) -> None:
    """Better here, where one trial fails, than in the index, where all fail."""
    for name, value in (("days", astuple(packed.days)), ("ages", astuple(packed.ages))):
        if not all(0 <= each <= _LARGEST for each in value):
            raise OverflowError(f"its {name} {value} are beyond what the index can hold")


def _oddities(key: int, record: TrialRecord) -> Iterator[Row]:
    for left in record.left_out:
        yield key, "left out", left.path[:200], _storable(left.raw[:200])
    for unknown in record.unknown_values:
        yield key, "unknown", unknown.concept, _storable(unknown.raw[:200])


def _storable(text: str) -> str:
    """PostgreSQL takes no text with a zero character in it."""
    return text.replace("\0", "")


def _write(batch: list[Details]) -> None:
    records = [key for details in batch for key in details.records]
    Oddity.objects.filter(record__in=records).delete()
    Slug.objects.bulk_create(
        (
            Slug(slug=_storable(alias)[:64], trial_id=details.number, canonical=False)
            for details in batch
            for alias in details.aliases
        ),
        ignore_conflicts=True,
    )
    insert(
        Oddity, ("record_id", "what", "place", "raw"), (row for details in batch for row in details.oddities)
    )


def _weight(stored: StoredTrial) -> int:
    """Bytes of a trial on its way to another process."""
    return sum(len(source.blob) for source in stored.sources)
