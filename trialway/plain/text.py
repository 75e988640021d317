"""The patient text of a trial: Trial ─▶ **PatientText** ─▶ patient page, terminal, print."""

import datetime as dt

import msgspec

from trialway.environment import WITHHELD_TEXTS
from trialway.plain.choose_record import told_from
from trialway.plain.readability import masked, passes, promises
from trialway.plain.sections import SECTIONS
from trialway.plain.sections.title import plain_title, summary
from trialway.plain.statement import PatientText, PlainSection, Statement
from trialway.plain.study_noun import with_study_noun
from trialway.plain.withheld import withhold
from trialway.registry_text import repair
from trialway.trial import Trial


def patient_text(trial: Trial, today: dt.date) -> PatientText:
    """Every sentence names its fields; sections come in the order in which people ask, none of them
    empty. Title and summary are told from the leading record. What the operator withholds is left out."""
    record, records = trial.main, {section_id: told_from(trial, section_id).record for section_id in SECTIONS}
    sections = (
        readable(with_study_noun(tell(records[section_id], today), records[section_id]))
        for section_id, tell in SECTIONS.items()
    )
    text = PatientText(
        title=plain_title(record),
        scientific_title=repair(record.official_title or record.brief_title or record.record_id),
        summary=summary(record),
        sections=tuple(section for section in sections if section.every or section.quotations),
        taken_from={section_id: record.record_id for section_id, record in records.items()},
    )
    return withhold(text, WITHHELD_TEXTS.value())


def readable(section: PlainSection) -> PlainSection:
    """The section without statements that are too hard or too long, and without groups that are then
    empty."""
    groups = tuple(
        msgspec.structs.replace(group, statements=_readable(group.statements)) for group in section.groups
    )
    return msgspec.structs.replace(
        section,
        statements=_readable(section.statements),
        groups=tuple(group for group in groups if group.statements or group.quotation or group.table),
        closing=_readable(section.closing),
    )


def _readable(statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    return tuple(one for one in statements if passes(masked(one)) and not promises(one))
