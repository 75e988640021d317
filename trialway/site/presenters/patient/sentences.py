"""Statements of the patient text as safe HTML, and where each comes from."""

from html import escape

from markupsafe import Markup
from msgspec import Struct

from trialway.plain.glossary import Term, find_terms
from trialway.plain.statement import Piece, PlainGroup, PlainSection, Quotation, Statement, Strip
from trialway.record import TrialRecord
from trialway.registries.known import REGISTRIES
from trialway.registry_text import repair, to_html
from trialway.site.presenters.words import language

MOST_WORDS = 6


class Origin(Struct, frozen=True):
    """A sentence and what it rests on: the registry's fields, and its words there."""

    sentence: str
    fields: tuple[str, ...]
    words: tuple[str, ...]
    derivation: str


class ShownGroup(Struct, frozen=True):
    title: Markup
    sentences: tuple[Markup, ...]
    strips: tuple[Strip, ...]
    own_words: str = ""


class ShownQuotation(Struct, frozen=True):
    title: str
    html: str


class ShownSection(Struct, frozen=True):
    """``general``: sentences about trials as such, which no record states."""

    id: str
    question: str
    sentences: tuple[Markup, ...]
    groups: tuple[ShownGroup, ...]
    closing: tuple[Markup, ...]
    quotations: tuple[ShownQuotation, ...]
    general: tuple[Markup, ...]
    origins: tuple[Origin, ...]
    words: tuple[Term, ...]
    lang: str


def shown_section(section: PlainSection, record: TrialRecord) -> ShownSection:
    """The section as the page shows it; general sentences come last and are marked as such."""
    lang = language(record)
    every = (*section.statements, *section.closing)
    return ShownSection(
        id=section.id,
        question=section.question,
        sentences=tuple(sentence(each, lang) for each in section.statements if not each.general),
        groups=tuple(_group(group, lang) for group in section.groups),
        closing=tuple(sentence(each, lang) for each in section.closing if not each.general),
        quotations=tuple(_quotation(quotation) for quotation in section.quotations),
        general=tuple(sentence(each, lang) for each in every if each.general),
        origins=tuple(_origin(each, record) for each in section.every if not each.general),
        words=_hard_words(section, record),
        lang=lang,
    )


def _hard_words(section: PlainSection, record: TrialRecord) -> tuple[Term, ...]:
    """The first hard words of the answer and what they mean; names of medicines and conditions are none."""
    names = [*record.conditions, *(each.name for each in record.interventions if each.name)]
    text = " ".join(each.text for each in section.every)
    return tuple(found.term for found in find_terms(text, names))[:MOST_WORDS]


def sentence(statement: Statement, lang: str) -> Markup:
    """One statement; the record's own words stand in an element that says so."""
    return pieces(statement.pieces, lang)


def pieces(given: tuple[Piece, ...], lang: str) -> Markup:
    parts = (
        f'<span data-registry-text="" lang="{escape(lang)}">{escape(piece.text)}</span>'
        if piece.theirs
        else escape(piece.text)
        for piece in given
    )
    return Markup("".join(parts))  # noqa: S704 - every part is escaped


def _group(group: PlainGroup, lang: str) -> ShownGroup:
    sentences = tuple(sentence(each, lang) for each in group.statements)
    own = to_html(group.quotation.text) if group.quotation else ""
    return ShownGroup(pieces(group.title, lang), sentences, group.strips, own)


def _quotation(quotation: Quotation) -> ShownQuotation:
    return ShownQuotation(quotation.title, to_html(quotation.text))


def _origin(statement: Statement, record: TrialRecord) -> Origin:
    paths = REGISTRIES[record.registry].paths
    fields = tuple(dict.fromkeys(path for field in statement.fields for path in paths.get(field, (field,))))
    words = tuple(repair(words) for words in statement.rests_on if words.strip())
    return Origin(statement.text, fields, words, statement.derivation)
