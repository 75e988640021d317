"""The fields of the index, and EncodedDocument → tantivy document."""

import tantivy
from msgspec.structs import astuple

from trialway.search.document.areas import AREAS
from trialway.search.document.dates import DAYS
from trialway.search.document.encode_document import EncodedDocument
from trialway.search.document.facet_codes import FacetCodes
from trialway.search.document.facets import FACETS
from trialway.search.geo.grid_cells import cells_of_point
from trialway.search.language.analysis import NAME

# The two fields of all words that are looked for everywhere: what records say of the study, and the names of
# who runs it and where.
WORDS, NAMES = "words", "names"


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field(WORDS, tokenizer_name=NAME)
    for area in AREAS:
        if area.field:
            builder.add_text_field(area.field, tokenizer_name=NAME)
    builder.add_text_field("name", tokenizer_name="raw", index_option="basic")
    builder.add_unsigned_field("number", indexed=True, fast=True)
    builder.add_unsigned_field("newest", fast=True)
    builder.add_unsigned_field("updated", fast=True)
    builder.add_unsigned_field("updated_year", indexed=True)
    for field in ("age_first", "age_end"):
        builder.add_unsigned_field(field, fast=True)
    for facet in FACETS:
        builder.add_unsigned_field(facet_field(facet), indexed=True, fast=True)
    builder.add_unsigned_field("cell", indexed=True)
    builder.add_bytes_field("stored", stored=True)
    builder.add_text_field(NAMES, tokenizer_name=NAME)
    for day in DAYS:
        builder.add_unsigned_field(day, fast=True)
    return builder.build()


def facet_field(facet: str) -> str:
    """The engine's field of a facet; there is a field of words for conditions too."""
    return f"facet_{facet}"


SCHEMA = _schema()


def to_tantivy(packed: EncodedDocument, codebook: FacetCodes) -> tantivy.Document:
    """The engine's form of a document; ``codebook`` learns the facet values that are new."""
    made = tantivy.Document()
    _add_words(made, packed)
    for name in packed.names:
        made.add_text("name", name)
    made.add_unsigned("number", packed.number)
    made.add_unsigned("newest", packed.newest)
    made.add_unsigned("updated", packed.updated)
    if packed.updated_year:
        made.add_unsigned("updated_year", packed.updated_year)
    for field, day in zip(DAYS, astuple(packed.days), strict=True):
        made.add_unsigned(field, day)
    made.add_unsigned("age_first", packed.ages.first)
    made.add_unsigned("age_end", packed.ages.end)
    for facet, values in packed.facets.items():
        for value in values:
            made.add_unsigned(facet_field(facet), codebook.number(facet, value))
    for cell in {cell for site in packed.sites for cell in cells_of_point(site.place.lat, site.place.lon)}:
        made.add_unsigned("cell", cell)
    made.add_bytes("stored", packed.stored)
    return made


def _add_words(made: tantivy.Document, packed: EncodedDocument) -> None:
    for area in AREAS:
        for terms in packed.terms.get(area.name, ()):
            if area.everywhere:
                made.add_text(NAMES if area.names else WORDS, terms)
            if area.field:
                made.add_text(area.field, terms)
