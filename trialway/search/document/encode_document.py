"""Document → EncodedDocument: terms and bytes made ready, in any process, for the one that writes the index.

Packing is most of the work and needs no index, so any process can do it.
"""

import datetime as dt
from collections.abc import Callable, Mapping

import msgspec

from trialway.search.document.dates import AgeRange, DateFields
from trialway.search.document.document import Document
from trialway.search.document.facet_codes import FacetValue
from trialway.search.document.sites import IndexedSite
from trialway.search.language.analysis import analyse

# The largest trial number that sorting can tell apart.
LARGEST_NUMBER = 2**32 - 1


class StoredDocument(msgspec.Struct, frozen=True, array_like=True):
    """What is kept of a document; its parts stay bytes until they are asked for."""

    card: msgspec.Raw
    texts: msgspec.Raw
    topics: msgspec.Raw
    sites: msgspec.Raw
    names_used: msgspec.Raw


class EncodedDocument(msgspec.Struct, frozen=True, array_like=True):
    """A document as the engine wants it: ``terms`` by area, ``newest`` and ``updated`` as keys to sort by,
    ``stored`` the bytes that a hit is shown from."""

    number: int
    change: int
    slug: str
    names: tuple[str, ...]
    terms: Mapping[str, tuple[str, ...]]
    facets: Mapping[str, tuple[FacetValue, ...]]
    newest: int
    updated: int
    days: DateFields
    ages: AgeRange
    stored: bytes
    sites: tuple[IndexedSite, ...]

    @property
    def updated_year(self) -> int:
        """0 when no registry states when it last changed."""
        day = self.updated >> 32
        return dt.date.fromordinal(day).year if day else 0

    def __reduce__(self) -> tuple[Callable[[bytes], "EncodedDocument"], tuple[bytes]]:
        """On the way to another process; pickle's own way takes twice as long."""
        return _unpickled, (_encode(self),)


_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(EncodedDocument).decode


def _unpickled(packed: bytes) -> EncodedDocument:
    return _decode(packed)


def encode_document(document: Document) -> EncodedDocument:
    """The document made ready for the engine."""
    return EncodedDocument(
        number=document.number,
        change=document.change,
        slug=document.card.slug,
        names=document.names,
        terms={area: tuple(map(analyse, values)) for area, values in document.texts.items()},
        facets=document.facets,
        newest=sort_key(document.newest, document.number),
        updated=sort_key(document.updated, document.number),
        days=document.days,
        ages=document.ages,
        stored=_encode(StoredDocument(*map(_raw, _stored(document)))),
        sites=document.sites,
    )


def _stored(document: Document) -> tuple[object, ...]:
    return document.card, document.texts, document.topics, document.shown_sites, document.names_used


def _raw(part: object) -> msgspec.Raw:
    return msgspec.Raw(_encode(part))


def sort_key(day: int, number: int) -> int:
    """Descending: the newest day first, on the same day the smaller trial number; no two keys are equal."""
    assert 0 <= number <= LARGEST_NUMBER, f"trial number {number} is not between 0 and {LARGEST_NUMBER}"
    return day << 32 | (LARGEST_NUMBER - number)
