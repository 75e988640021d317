"""The patient text of a trial: Trial ─▶ **PatientText** ─▶ patient page, terminal, print."""

import datetime as dt

import msgspec

from trialway.plain.choosing import chosen_record
from trialway.plain.naming import in_its_words
from trialway.plain.readability import masked, passes, promises
from trialway.plain.sections import SECTIONS
from trialway.plain.sections.title import plain_title, summary
from trialway.plain.statement import PatientText, PlainSection, Statement
from trialway.registry_text import repair
from trialway.trial import Trial


def patient_text(trial: Trial, today: dt.date) -> PatientText:
    """Every sentence names its fields; sections come in the order in which people ask, none of them empty."""
    record, taken = chosen_record(trial)
    sections = (readable(in_its_words(tell(record, today), record)) for tell in SECTIONS)
    return PatientText(
        title=plain_title(record),
        scientific_title=repair(record.official_title or record.brief_title or record.record_id),
        summary=summary(record),
        sections=tuple(section for section in sections if section.every or section.quotations),
        taken_from=taken,
    )


def readable(section: PlainSection) -> PlainSection:
    """Without the statements that are too hard or too long: left out, never softened; and no empty group."""
    groups = tuple(
        msgspec.structs.replace(group, statements=_readable(group.statements)) for group in section.groups
    )
    return msgspec.structs.replace(
        section,
        statements=_readable(section.statements),
        groups=tuple(group for group in groups if group.statements or group.quotation),
        closing=_readable(section.closing),
    )


def _readable(statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    return tuple(one for one in statements if passes(masked(one)) and not promises(one))
