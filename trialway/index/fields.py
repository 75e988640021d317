"""The fields of the tantivy index, and a document put into them: document ─**fields**▶ engine."""

import msgspec
import tantivy

from trialway.index.analysis import NAME, plain
from trialway.index.areas import AREAS
from trialway.index.codebook import Codebook
from trialway.index.document import Document
from trialway.index.facets import FACETS

# The largest trial number that sorting can tell apart.
LARGEST_NUMBER = 2**32 - 1


class Stored(msgspec.Struct, frozen=True, array_like=True):
    """What is kept of a document; both parts stay bytes until they are asked for."""

    card: msgspec.Raw
    texts: msgspec.Raw


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("words", tokenizer_name=NAME)
    for area in AREAS:
        if area.field:
            builder.add_text_field(area.field, tokenizer_name=NAME)
    builder.add_text_field("name", tokenizer_name="raw", index_option="basic")
    builder.add_unsigned_field("number", indexed=True, fast=True)
    builder.add_unsigned_field("newest", fast=True)
    builder.add_unsigned_field("updated", fast=True)
    for facet in FACETS:
        builder.add_unsigned_field(facet_field(facet), indexed=True, fast=True)
    builder.add_bytes_field("stored", stored=True)
    return builder.build()


def facet_field(facet: str) -> str:
    """The engine's field of a facet; there is a field of words for conditions too."""
    return f"facet_{facet}"


SCHEMA = _schema()


def sort_key(day: int, number: int) -> int:
    """Descending: the newest day first, on the same day the smaller trial number; no two keys are equal."""
    assert 0 <= number <= LARGEST_NUMBER, f"trial number {number} is not between 0 and {LARGEST_NUMBER}"
    return day << 32 | (LARGEST_NUMBER - number)


def to_tantivy(document: Document, codebook: Codebook) -> tantivy.Document:
    """The engine's form of a document; ``codebook`` learns the facet values that are new."""
    made = tantivy.Document()
    for area in AREAS:
        for text in map(plain, document.texts.get(area.name, ())):
            if area.everywhere:
                made.add_text("words", text)
            if area.field:
                made.add_text(area.field, text)
    for name in document.names:
        made.add_text("name", name)
    made.add_unsigned("number", document.number)
    made.add_unsigned("newest", sort_key(document.newest, document.number))
    made.add_unsigned("updated", sort_key(document.updated, document.number))
    for facet, values in document.facets.items():
        for value in values:
            made.add_unsigned(facet_field(facet), codebook.number(facet, value))
    made.add_bytes("stored", _stored(document))
    return made


def _stored(document: Document) -> bytes:
    encode = msgspec.msgpack.encode
    return encode(Stored(msgspec.Raw(encode(document.card)), msgspec.Raw(encode(document.texts))))
