"""The lists of a record: what an entry is called, and how it is recognised in another version."""

import textwrap
from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import NamedTuple

from trialway.differences.change import UNTOLD
from trialway.differences.matching import MatchingRules
from trialway.record import RecordPart
from trialway.registry_text import repair_name
from trialway.registry_text.comparable import comparable
from trialway.vocabulary.coded import Coded
from trialway.vocabulary.dates import StatedDate, date_words

_Fields = tuple[str, ...]
# A citation or an outcome can be a paragraph; a sentence about it needs its beginning.
_LONGEST_NAME = 150


class Entries(NamedTuple):
    """``name``: the fields that name an entry to a reader, the first of ``keys`` unless stated.

    ``keys``, ``lone`` and ``group`` are fields too, as in matching.Rules.
    """

    noun: str
    plural: str
    keys: tuple[_Fields, ...] = ()
    name: _Fields = ()
    lone: tuple[_Fields, ...] = ()
    group: _Fields = ()


ENTRIES: dict[str, Entries] = {
    "identifiers": Entries("Identifier", "identifiers", (("role", "value"), ("value",)), ("value",)),
    "collaborators": Entries("Collaborator", "collaborators", (("name",),)),
    "conditions": Entries("Condition", "conditions"),
    "keywords": Entries("Keyword", "keywords"),
    "arms": Entries("Study group", "study groups", (("label",),)),
    "arms.interventions": Entries("Intervention", "interventions"),
    "interventions": Entries("Intervention", "interventions", (("name",),)),
    "interventions.arms": Entries("Study group", "study groups"),
    "interventions.other_names": Entries("Other name", "other names"),
    "outcomes.primary": Entries(
        "Primary outcome", "primary outcomes", (("measure", "time_frame"), ("measure",)), ("measure",)
    ),
    "outcomes.secondary": Entries(
        "Secondary outcome", "secondary outcomes", (("measure", "time_frame"), ("measure",)), ("measure",)
    ),
    "outcomes.other": Entries(
        "Other outcome", "other outcomes", (("measure", "time_frame"), ("measure",)), ("measure",)
    ),
    "central_contacts": Entries(
        "Contact", "contacts", (("name",), ("email",), ("phone",)), ("name",), lone=((),)
    ),
    "officials": Entries("Study official", "study officials", (("name",),), ("name", "affiliation")),
    # A sponsor that names a hospital only once it recruits writes "Local Institution" before.
    "sites": Entries(
        "Site",
        "sites",
        (("facility", "city", "postcode", "country"), ("facility", "city", "country")),
        ("facility", "city", "country"),
        lone=(("city", "postcode", "country"), ("city", "country")),
        group=("city", "country"),
    ),
    "sites.contacts": Entries(
        "Contact", "contacts", (("name",), ("email",), ("phone",)), ("name",), lone=((),)
    ),
    "references": Entries("Publication", "publications", (("pmid",), ("citation",)), ("citation", "pmid")),
    "references.retractions": Entries("Retraction", "retractions", (("pmid",),), ("pmid", "source")),
    "links": Entries("Web link", "web links", (("url",), ("label",)), ("label", "url")),
    "available_data": Entries(
        "Available data", "available data", (("record_id",), ("url",)), ("kind", "record_id", "url")
    ),
    "documents": Entries(
        "Document", "documents", (("filename",), ("label", "date"), ("label",)), ("label", "filename")
    ),
    "results_status.cycles": Entries(
        "Round of results review", "rounds of results review", (("submitted",),), lone=((),)
    ),
    "results_status.unposted_events": Entries(
        "Step of unposted results", "steps of unposted results", (("kind", "date"),), ("kind", "date")
    ),
    "results_status.violations": Entries(
        "Notice on the duty to report", "notices on the duty to report", (("kind",),), ("kind", "description")
    ),
    "condition_terms.terms": Entries(
        "MeSH term of the condition", "MeSH terms", (("id",), ("name",)), ("name", "id")
    ),
    "condition_terms.ancestors": Entries(
        "Broader MeSH term of the condition", "broader MeSH terms", (("id",), ("name",)), ("name", "id")
    ),
    "intervention_terms.terms": Entries(
        "MeSH term of the intervention", "MeSH terms", (("id",), ("name",)), ("name", "id")
    ),
    "intervention_terms.ancestors": Entries(
        "Broader MeSH term of the intervention", "broader MeSH terms", (("id",), ("name",)), ("name", "id")
    ),
    "removed_countries": Entries("Country taken off the record", "countries taken off the record"),
    "left_out": Entries(
        "Unreadable value", "unreadable values", (("path", "raw"), ("path",)), ("path", "raw")
    ),
}


def rules(place: str) -> MatchingRules[RecordPart]:
    """How the entries of a list are recognised."""
    entries = ENTRIES[place]
    return MatchingRules(
        keys=[_told(place), *map(_keyed, entries.keys)],
        lone=[_keyed(fields) for fields in entries.lone],
        group=_keyed(entries.group),
        # What the entries of a group have in common makes none of them alike.
        text=lambda part: " ".join(
            _texts(part, [field for field in part.__struct_fields__ if field not in entries.group])
        ),
    )


def _told(place: str) -> Callable[[RecordPart], Hashable | None]:
    """All that is told of an entry: those that are equal in it are the same."""

    def key(part: RecordPart) -> Hashable:
        fields = (field for field in part.__struct_fields__ if f"{place}.{field}" not in UNTOLD)
        return tuple(getattr(part, field) for field in fields)

    return key


def name_of(entries: Entries, part: RecordPart, without: str = "") -> str:
    """What names the entry to a reader, but for one of its fields; empty when it has nothing that could."""
    fields = entries.name or (entries.keys[0] if entries.keys else ())
    texts = list(_texts(part, [field for field in fields if field != without]))
    if not texts and without not in fields:
        texts = list(_texts(part, part.__struct_fields__))[:1]
    name = ", ".join(texts)
    return name if len(name) <= _LONGEST_NAME else textwrap.shorten(name, _LONGEST_NAME, placeholder=" …")


def _keyed(fields: _Fields) -> Callable[[RecordPart], Hashable | None]:
    """None for a part that states none of the fields; without fields the same for every part."""

    def key(part: RecordPart) -> Hashable | None:
        values = tuple(_plain(getattr(part, field)) for field in fields)
        return values if not fields or any(values) else None

    return key


def _plain(value: object) -> str:
    return comparable(_text(value))


def _texts(part: RecordPart, fields: Sequence[str]) -> Iterator[str]:
    yield from filter(None, (_text(getattr(part, field)) for field in fields))


def _text(value: object) -> str:
    match value:
        case str():
            return " ".join(repair_name(value).split()).strip(" ,")
        case Coded():
            return value.raw.replace("_", " ").capitalize()
        case StatedDate():
            return date_words(value)
    return ""
