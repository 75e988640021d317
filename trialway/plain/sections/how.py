"""How does the trial work? Purpose, phase, groups, chance, placebo. TrialRecord ─▶ **section ``how``**."""

import datetime as dt
from collections.abc import Iterator

from trialway.plain.design_conflicts import (
    conflicts,
    gives_treatment,
    is_first_in_people,
    perspective_conflicts,
)
from trialway.plain.outcome_measures import measures_in_full, write_measures
from trialway.plain.phrases import join_chain
from trialway.plain.sections.how_groups import write_groups
from trialway.plain.sections.masking import write_masking
from trialway.plain.sections.title import PURPOSES
from trialway.plain.statement import (
    PlainSection,
    Statement,
    general,
    make_statement,
    quote,
)
from trialway.plain.tense import voice_of
from trialway.plain.time_frames import longest, speaks_of_later
from trialway.record import TrialRecord
from trialway.vocabulary.phase import PHASE

_PHASES = {
    "early_1": ("Early phase 1 trials are small first steps, before the usual phase 1."),
    "1": "Phase 1 trials look for the right dose and for side effects, in a small number of people.",
    "2": "Phase 2 trials look at what a treatment does, and at side effects, in more people.",
    "3": "Most phase 3 trials compare a treatment with another one, in many people.",
    "4": "Phase 4 trials look at a treatment that can already be sold.",
}
_WATCHED = {
    "prospective": ("It follows people on from its start.", "It followed people on from its start."),
    "retrospective": ("It looks back at what has happened.", "It looked back at what had happened."),
    "cross_sectional": (
        "It looks at people at one point in time.",
        "It looked at people at one point in time.",
    ),
}


def write_how(record: TrialRecord, _today: dt.date) -> PlainSection:
    voice = voice_of(record)
    return PlainSection(
        id="how",
        question="How does the trial work?",
        statements=(
            *_kind(record),
            *_purpose(record),
            *_phase(record),
            *write_groups(record, voice),
            *write_masking(record, voice),
            *conflicts(record),
            *write_measures(record, voice),
        ),
        quotations=measures_in_full(record),
    )


def _kind(record: TrialRecord) -> Iterator[Statement]:
    kind, perspective = record.design.study_type, record.design.time_perspective
    if kind is None or kind.code not in ("observational", "expanded_access"):
        return
    if kind.code == "expanded_access":
        gives, can = ("gave", "could") if voice_of(record).tense == "past" else ("gives", "can")
        words = f"It {gives} people a treatment outside a trial, before it {can} be sold."
        yield make_statement("expanded-access", ("design.study_type",), words, rests_on=(kind.raw,))
        return
    yield make_statement(
        "observational",
        ("design.study_type",),
        "The registry lists it as a study that watches and does not test a treatment.",
        rests_on=(kind.raw,),
    )
    if gives_treatment(record):
        yield make_statement(
            "observational-unclear",
            ("brief_summary", "detailed_description", "arms.description"),
            "Other words of the record sound as if a treatment is given.",
        )
        return
    follows = _WATCHED.get(perspective.code or "") if perspective else None
    found = longest(record)
    once = perspective is not None and perspective.code == "cross_sectional"
    if once and ((found and found.point.days > 1) or speaks_of_later(record)):
        return
    on = perspective is not None and perspective.code == "prospective"
    if on and (found is None or found.point.days <= 1) and record.design.target_duration is None:
        # Nothing in the record is measured later: it may well ask people once.
        return
    if perspective and follows and not perspective_conflicts(record):
        past = voice_of(record).tense in ("past", "unheld")
        yield make_statement(
            "perspective", ("design.time_perspective",), follows[past], rests_on=(perspective.raw,)
        )
    if record.design.patient_registry:
        yield make_statement(
            "patient-registry",
            ("design.patient_registry",),
            "It collects facts about people with an illness over time.",
        )


def _purpose(record: TrialRecord) -> Iterator[Statement]:
    purpose = record.design.purpose
    if purpose is None:
        return
    be = "was" if voice_of(record).tense in ("past", "unheld") else "is"
    words = PURPOSES.get(purpose.code or "")
    if words:
        yield make_statement(
            "purpose", ("design.purpose",), f"Its purpose {be} to look at {words}.", rests_on=(purpose.raw,)
        )
    elif purpose.code is None:
        yield make_statement(
            "purpose-own",
            ("design.purpose",),
            "The registry calls its purpose ",
            quote(purpose.raw),
            ".",
            rests_on=(purpose.raw,),
        )


def _phase(record: TrialRecord) -> Iterator[Statement]:
    phases = [phase for phase in record.design.phases if phase.code in _PHASES]
    yield from _first_in_people(record)
    if not phases:
        return
    named = join_chain([PHASE.labels[phase.code or ""].lower().removeprefix("phase ") for phase in phases])
    first = "" if phases[0].code == "early_1" else "phase "
    noun = f"an {named}" if not first else f"a {first}{named}"
    yield make_statement(
        "phase", ("design.phases",), f"This is {noun} trial.", rests_on=tuple(phase.raw for phase in phases)
    )
    for phase in phases:
        yield general(f"phase-{phase.code}", _PHASES[phase.code or ""])


def _first_in_people(record: TrialRecord) -> Iterator[Statement]:
    if is_first_in_people(record):
        be = "was" if voice_of(record).tense in ("past", "unheld") else "is"
        yield make_statement(
            "first-in-people",
            ("brief_title", "official_title", "brief_summary"),
            f"The record says that this {be} the first time in people.",
        )
