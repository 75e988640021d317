"""What follows from reading a trial: the index's document, and rows of the store beside the versions."""

from collections.abc import Iterator
from typing import NamedTuple

from trialway.archive.stored import StoredTrial, read_trial
from trialway.linking import plain_identifier
from trialway.record import TrialRecord
from trialway.search.document.document import document
from trialway.search.document.encode_document import EncodedDocument, encode_document

Row = tuple[object, ...]


class Details(NamedTuple):
    """Rows of a trial: slugs, identifiers, oddities; ``records``: the rows that they are made anew for."""

    number: int
    records: tuple[int, ...]
    aliases: tuple[str, ...]
    identifiers: list[Row]
    oddities: list[Row]


def read_details(stored: StoredTrial) -> tuple[EncodedDocument, Details]:
    """Read the trial once, for both."""
    trial = read_trial(stored)
    pairs = [(row.key, source.record) for row, source in zip(stored.sources, trial.sources, strict=True)]
    details = Details(
        number=stored.number,
        records=tuple(key for key, _ in pairs),
        aliases=tuple(
            each.value for _, record in pairs for each in record.identifiers if each.role == "alias"
        ),
        identifiers=[row for key, record in pairs for row in _identifiers(key, record)],
        oddities=[row for key, record in pairs for row in _oddities(key, record)],
    )
    return encode_document(document(trial)), details


def _identifiers(key: int, record: TrialRecord) -> Iterator[Row]:
    for each in record.identifiers:
        kind = (each.kind.code or "") if each.kind else ""
        value = _storable(each.value)
        yield key, value, plain_identifier(value)[:64], kind, _storable(each.issuer or ""), each.role


def _oddities(key: int, record: TrialRecord) -> Iterator[Row]:
    for left in record.left_out:
        yield key, "left out", left.path[:200], _storable(left.raw[:200])
    for unknown in record.unknown_values:
        yield key, "unknown", unknown.concept, _storable(unknown.raw[:200])


def _storable(text: str) -> str:
    """PostgreSQL takes no text with a zero character in it."""
    return text.replace("\0", "")
