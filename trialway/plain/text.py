"""The patient text of a trial: Trial ─▶ **PatientText** ─▶ patient page, terminal, print."""

import datetime as dt

from trialway.plain.choosing import chosen_record
from trialway.plain.sections import SECTIONS
from trialway.plain.sections.title import plain_title, summary
from trialway.plain.statement import PatientText
from trialway.registry_text import repair
from trialway.trial import Trial


def patient_text(trial: Trial, today: dt.date) -> PatientText:
    """Every sentence names its fields; sections come in the order in which people ask, none of them empty."""
    record, taken = chosen_record(trial)
    sections = (tell(record, today) for tell in SECTIONS)
    return PatientText(
        title=plain_title(record),
        scientific_title=repair(record.official_title or record.brief_title or record.record_id),
        summary=summary(record),
        sections=tuple(section for section in sections if section.every or section.quotations),
        taken_from=taken,
    )
