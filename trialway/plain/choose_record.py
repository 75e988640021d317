"""Which record of a trial answers a question: Trial ─▶ **TrialRecord** ─▶ section.

A section is written from one record alone, so that no sentence mixes two registries, arms go with their
own interventions, and words are in the language of their record. It is the preferred record that states
what the section is about; if none does, the leading one.
"""

from collections.abc import Callable

from trialway.record import NO_RESULTS, TrialRecord
from trialway.trial import Source, Trial

# By the section's id; what is not here is told from the leading record.
_ABOUT: dict[str, Callable[[TrialRecord], object]] = {
    "about": lambda record: record.brief_summary or record.detailed_description,
    "open": lambda record: record.recruitment.status,
    "how": lambda record: record.design.study_type,
    "join": lambda record: record.eligibility.criteria,
    "given": lambda record: record.interventions or record.arms,
    "visits": lambda record: record.interventions or record.arms,
    "found": lambda record: record.results != NO_RESULTS,
    "results": lambda record: record.results != NO_RESULTS or record.results_status.posted,
    "risks": lambda record: record.results != NO_RESULTS or record.results_status.posted,
    "next": lambda record: record.central_contacts,
}


def told_from(trial: Trial, section_id: str) -> Source:
    """The record that a section is written from."""
    states = _ABOUT.get(section_id)
    return trial.first(states) if states else trial.lead
