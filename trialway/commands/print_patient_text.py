"""The patient text of one trial on a terminal: the same sentences as its page."""

import datetime as dt
from collections.abc import Iterator

from trialway.commands.print_record import (
    HEADING,
    PLAIN,
    QUIET,
    TITLE,
    Line,
)
from trialway.plain.choose_record import told_from
from trialway.plain.statement import PlainTable, Quotation, Statement
from trialway.plain.text import patient_text
from trialway.presenters.disagreeing import source_name, weighty
from trialway.trial import Trial


def patient_lines(trial: Trial, today: dt.date) -> Iterator[Line]:
    """Title, summary, then each question with its answer; what no record states is told apart."""
    text = patient_text(trial, today)
    yield text.title.text, TITLE
    yield text.summary.text, PLAIN
    for one in weighty(trial):
        yield one.text, TITLE
    for section in text.sections:
        yield "", PLAIN
        yield section.question, HEADING
        yield from map(_line, section.statements)
        for group in section.groups:
            yield f"  {group.name}", TITLE
            if group.table:
                yield from _table(group.table)
            yield from ((f"  – {each.text}", PLAIN) for each in group.statements)
            if group.quotation:
                if group.statements:
                    yield "  In the record's words:", QUIET
                yield from _quoted(group.quotation, "  ")
        yield from map(_line, section.closing)
        for quotation in section.quotations:
            yield f"{quotation.title}:", TITLE
            yield from _quoted(quotation, "")
        if len(trial.sources) > 1:
            yield f"Told from {source_name(told_from(trial, section.id))}.", QUIET
    yield "", PLAIN
    yield "Written from the registry's fields by fixed rules; no person has checked it.", QUIET


def _quoted(quotation: Quotation, indent: str) -> Iterator[Line]:
    yield f"{indent}“{' '.join(quotation.text.split())}”", PLAIN


def _table(table: PlainTable) -> Iterator[Line]:
    """A line a row, in which each number follows the name of its column."""
    yield f"  {table.caption}:", PLAIN
    for row in table.rows:
        name, *cells = row.texts
        told = (
            f"{head[:1].lower()}{head[1:]} {cell or 'not stated'}"
            for head, cell in zip(table.heads[1:], cells, strict=True)
        )
        yield f"  – {name}: {'; '.join(told)}", PLAIN
    yield f"  {table.note.text}", PLAIN


def _line(statement: Statement) -> Line:
    return statement.text, QUIET if statement.general else PLAIN
