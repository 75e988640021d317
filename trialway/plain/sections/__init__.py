"""The sections of the patient text, a module for each question: TrialRecord ─▶ **PlainSection**."""

import datetime as dt
from collections.abc import Callable, Mapping

from trialway.plain.sections.about import write_about
from trialway.plain.sections.findings import write_findings
from trialway.plain.sections.given import write_given
from trialway.plain.sections.how import write_how
from trialway.plain.sections.joining import write_joining
from trialway.plain.sections.next_steps import write_next_steps
from trialway.plain.sections.opening import write_opening
from trialway.plain.sections.results import write_results
from trialway.plain.sections.risks import write_risks
from trialway.plain.sections.unable import write_unable
from trialway.plain.sections.visits import write_visits
from trialway.plain.statement import PlainSection
from trialway.record import TrialRecord

# By their ids, in the order in which people ask.
SECTIONS: Mapping[str, Callable[[TrialRecord, dt.date], PlainSection]] = {
    "about": write_about,
    "open": write_opening,
    "how": write_how,
    "join": write_joining,
    "given": write_given,
    "visits": write_visits,
    "risks": write_risks,
    "unable": write_unable,
    "found": write_findings,
    "results": write_results,
    "next": write_next_steps,
}
