"""A stored trial ─▶ its document for the index, and the rows of the archive that need a record to be read.

Needs no database, so that a second process can do it.
"""

from collections.abc import Iterator
from typing import NamedTuple

from msgspec.structs import astuple

from trialway.archive.stored import StoredTrial, read_trial
from trialway.pipeline.failures import Failed, reason_of
from trialway.record import TrialRecord
from trialway.search.document.document import document
from trialway.search.document.encode_document import EncodedDocument, encode_document

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
        yield key, "left out", left.path[:200], storable(left.raw[:200])
    for unknown in record.unknown_values:
        yield key, "unknown", unknown.concept, storable(unknown.raw[:200])


def storable(text: str) -> str:
    """PostgreSQL takes no text with a zero character in it."""
    return text.replace("\0", "")
