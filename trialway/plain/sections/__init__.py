"""The sections of the patient text, a module for each question: TrialRecord ─▶ **PlainSection**."""

import datetime as dt
from collections.abc import Callable, Mapping

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

# By their ids, in the order in which people ask.
SECTIONS: Mapping[str, Callable[[TrialRecord, dt.date], PlainSection]] = {
    "about": tell_about,
    "open": tell_opening,
    "how": tell_how,
    "join": tell_joining,
    "given": tell_given,
    "visits": tell_visits,
    "risks": tell_risks,
    "unable": tell_unable,
    "found": tell_found,
    "results": tell_results,
    "next": tell_next,
}
