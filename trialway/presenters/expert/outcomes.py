"""What is measured, and when."""

from msgspec import Struct

from trialway.presenters.registry_text import (
    Prose,
    RegistryText,
    prose,
    said,
)
from trialway.presenters.source_reader import Section, SourceReader
from trialway.record import Outcome, TrialRecord
from trialway.trial import Trial


class OutcomeWords(Struct, frozen=True):
    measure: RegistryText
    time_frame: RegistryText | None
    description: Prose | None


class OutcomeGroup(Struct, frozen=True):
    title: str
    help: str
    outcomes: tuple[OutcomeWords, ...]
    folded: bool = False


class OutcomesSection(Section, frozen=True, kw_only=True):
    groups: tuple[OutcomeGroup, ...]


# More than this of one kind folds, so that what follows stays within reach.
MOST_OPEN = 6


def outcomes(trial: Trial) -> OutcomesSection | None:
    reading = SourceReader(trial)
    kinds = (
        (
            "Primary outcomes",
            "What the study was built to answer.",
            reading.chosen(lambda r: r.outcomes.primary),
        ),
        ("Secondary outcomes", "What else is measured.", reading.chosen(lambda r: r.outcomes.secondary)),
        ("Other outcomes", "Measured besides.", reading.chosen(lambda r: r.outcomes.other)),
    )
    found = tuple(
        OutcomeGroup(
            title=title,
            help=about,
            outcomes=tuple(_outcome(outcome, chosen.source.record) for outcome in chosen.value),
            folded=len(chosen.value) > MOST_OPEN,
        )
        for title, about, chosen in kinds
        if chosen
    )
    if not found:
        return None
    return OutcomesSection(
        id="outcomes",
        title="Outcome measures",
        help="What the study planned to measure, and at which time.",
        template="expert/outcomes.jinja",
        groups=found,
        sources=reading.sources,
    )


def _outcome(outcome: Outcome, record: TrialRecord) -> OutcomeWords:
    return OutcomeWords(
        measure=said(outcome.measure, record) or RegistryText("Measure, not named"),
        time_frame=said(outcome.time_frame, record),
        description=prose(outcome.description, record),
    )
