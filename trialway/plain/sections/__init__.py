"""The sections of the patient text, a module for each question: TrialRecord ─▶ **PlainSection**."""

import datetime as dt
from collections.abc import Callable

from trialway.plain.sections.about import tell_about
from trialway.plain.sections.found import tell_found
from trialway.plain.sections.given import tell_given
from trialway.plain.sections.how import tell_how
from trialway.plain.sections.joining import tell_joining
from trialway.plain.sections.next_steps import tell_next
from trialway.plain.sections.opening import tell_opening
from trialway.plain.sections.results import tell_results
from trialway.plain.sections.risks import tell_risks
from trialway.plain.sections.unable import tell_unable
from trialway.plain.sections.visits import tell_visits
from trialway.plain.statement import PlainSection
from trialway.record import TrialRecord

SECTIONS: tuple[Callable[[TrialRecord, dt.date], PlainSection], ...] = (
    tell_about,
    tell_opening,
    tell_how,
    tell_joining,
    tell_given,
    tell_visits,
    tell_risks,
    tell_unable,
    tell_found,
    tell_results,
    tell_next,
)
