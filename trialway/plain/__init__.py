"""The patient text: Trial ─▶ **statements in plain words** ─▶ patient page, terminal, print. Plain Python.

text = patient_text(trial, today)
text.sections[0].question            # "What is this trial about?"
text.sections[0].statements[0].text  # one sentence; .fields and .rests_on say where it comes from
"""

from trialway.plain.statement import (
    PatientText,
    PlainGroup,
    PlainSection,
    Quotation,
    Statement,
    Strip,
    StripDay,
    TextPiece,
)
from trialway.plain.text import patient_text

__all__ = [
    "PatientText",
    "PlainGroup",
    "PlainSection",
    "Quotation",
    "Statement",
    "Strip",
    "StripDay",
    "TextPiece",
    "patient_text",
]
