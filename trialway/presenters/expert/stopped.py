"""Why a trial stopped, which records are withdrawn, and what an unknown status was before."""

from msgspec import Struct

from trialway.presenters.dates import day_words
from trialway.presenters.registry_text import RegistryText, coded, said
from trialway.presenters.status import STOPPED
from trialway.registries.known import label_of
from trialway.trial import Trial
from trialway.vocabulary.status import STATUS


class StoppedBanner(Struct, frozen=True):
    """``heading`` and ``note`` are ours; ``reason`` is the registry's, None when it gives none."""

    heading: str
    reason: RegistryText | None
    note: str = ""


HEADINGS = {
    "terminated": "This trial stopped early",
    "suspended": "This trial is paused",
    "withdrawn": "This trial was withdrawn before anyone joined",
}


def stopped_banner(trial: Trial) -> StoppedBanner | None:
    status = trial.choose(lambda record: record.recruitment.status)
    reason = trial.choose(lambda record: record.recruitment.why_stopped)
    code = status.value.code if status else None
    if code not in STOPPED and reason is None:
        return None
    words = said(reason.value, reason.source.record) if reason else None
    silent = label_of((status.source if status else trial.lead).record.registry)
    return StoppedBanner(
        heading=HEADINGS.get(code or "", "Why the trial stopped"),
        reason=words,
        note="" if words else f"{silent} does not say why.",
    )


def withdrawn_banner(trial: Trial) -> tuple[str, ...]:
    """A sentence for each registry that no longer has the record."""
    return tuple(
        f"{label_of(source.record.registry)} withdrew its record {source.record.record_id} "
        f"on {day_words(source.withdrawn.date())}. This is its last version."
        for source in trial.sources
        if source.withdrawn
    )


def last_known(trial: Trial) -> RegistryText | None:
    """What the status was before the registry set it to unknown."""
    known = trial.choose(lambda record: record.recruitment.last_known)
    return coded(STATUS, known.value, known.source.record) if known else None
