"""Statements of the patient text as safe HTML, and where each comes from."""

from html import escape

from markupsafe import Markup
from msgspec import Struct

from trialway.plain.statement import (
    PlainGroup,
    PlainSection,
    PlainTable,
    Quotation,
    Statement,
    StripDay,
    TextPiece,
)
from trialway.presenters.disagreeing import source_name
from trialway.presenters.patient.explain_terms import Explained, PageTexts, TermExplainer
from trialway.presenters.patient.paragraphs import paragraphs
from trialway.presenters.patient.report_mistake import report_link
from trialway.record import TrialRecord
from trialway.registries.known import REGISTRIES
from trialway.registry_text import repair, to_html
from trialway.trial import Source


class Origin(Struct, frozen=True):
    """A sentence and what it rests on: the registry's fields, and its words there; ``report``: the address
    to tell of a mistake in it, empty where the site has none."""

    sentence: str
    fields: tuple[str, ...]
    words: tuple[str, ...]
    derivation: str
    report: str = ""


class ShownStrip(Struct, frozen=True):
    """A calendar, with the name of what is given on its days."""

    title: Markup
    text: str
    days: tuple[StripDay, ...]


class ShownPlainRow(Struct, frozen=True):
    """A line of a table; a cell is empty where the record says nothing."""

    title: Markup
    cells: tuple[Markup, ...]


class ShownPlainTable(Struct, frozen=True):
    caption: str
    heads: tuple[str, ...]
    rows: tuple[ShownPlainRow, ...]
    note: Markup


class ShownGroup(Struct, frozen=True):
    title: Markup
    sentences: tuple[Markup, ...]
    strips: tuple[ShownStrip, ...]
    own_words: str = ""
    table: ShownPlainTable | None = None


class ShownQuotation(Struct, frozen=True):
    title: str
    html: str


class ShownSection(Struct, frozen=True):
    """``general``: sentences about trials as such, which no record states. ``told_from`` names the record of
    a trial that has several."""

    id: str
    question: str
    paragraphs: tuple[tuple[Markup, ...], ...]
    groups: tuple[ShownGroup, ...]
    closing: tuple[Markup, ...]
    quotations: tuple[ShownQuotation, ...]
    general: tuple[Markup, ...]
    origins: tuple[Origin, ...]
    words: tuple[Explained, ...]
    lang: str
    told_from: str = ""


def shown_section(
    section: PlainSection, source: Source, *, several: bool = False, report_to: str = ""
) -> ShownSection:
    """The section as the page shows it; general sentences come last and are marked as such. ``source``: the
    record that it is told from, which is named where the trial has ``several``."""
    record = source.record
    words = TermExplainer(section.id, record)
    every = (*section.statements, *section.closing)
    return ShownSection(
        id=section.id,
        question=section.question,
        paragraphs=tuple(
            tuple(sentence(each, words) for each in paragraph) for paragraph in paragraphs(section.statements)
        ),
        groups=tuple(_group(group, words) for group in section.groups),
        closing=tuple(sentence(each, words) for each in section.closing if not each.general),
        quotations=tuple(_quotation(quotation) for quotation in section.quotations),
        general=tuple(sentence(each, words) for each in every if each.general),
        origins=tuple(_origin(each, record, report_to) for each in section.every if not each.general),
        words=tuple(words.found),
        lang=words.lang,
        told_from=source_name(source) if several else "",
    )


def sentence(statement: Statement, words: TermExplainer | PageTexts) -> Markup:
    """One statement; the record's own words stand in an element that says so."""
    return pieces(statement.pieces, words)


def pieces(given: tuple[TextPiece, ...], words: TermExplainer | PageTexts) -> Markup:
    parts = (
        f'<span data-registry-text="" lang="{escape(words.lang)}">{words.html(piece)}</span>'
        if piece.theirs
        else words.html(piece)
        for piece in given
    )
    return Markup("".join(parts))  # noqa: S704 - every part is escaped


def _group(group: PlainGroup, words: TermExplainer) -> ShownGroup:
    table = _table(group.table, words) if group.table else None
    sentences = tuple(sentence(each, words) for each in group.statements)
    own = to_html(group.quotation.text) if group.quotation else ""
    saying = PageTexts(words.lang)
    strips = tuple(ShownStrip(pieces(each.title, saying), each.text, each.days) for each in group.strips)
    return ShownGroup(pieces(group.title, saying), sentences, strips, own, table)


def _table(table: PlainTable, words: TermExplainer) -> ShownPlainTable:
    saying = PageTexts(words.lang)
    rows = tuple(
        ShownPlainRow(pieces(row.title, saying), tuple(pieces(cell, saying) for cell in row.cells))
        for row in table.rows
    )
    return ShownPlainTable(table.caption, table.heads, rows, sentence(table.note, words))


def _quotation(quotation: Quotation) -> ShownQuotation:
    return ShownQuotation(quotation.title, to_html(quotation.text))


def _origin(statement: Statement, record: TrialRecord, report_to: str) -> Origin:
    paths = REGISTRIES[record.registry].paths
    fields = tuple(dict.fromkeys(path for field in statement.fields for path in paths.get(field, (field,))))
    words = tuple(repair(words) for words in statement.rests_on if words.strip())
    report = report_link(report_to, record.record_id, statement.text)
    return Origin(statement.text, fields, words, statement.derivation, report)
