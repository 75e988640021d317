"""What has been published of the results: the banner at the head of the page."""

import msgspec
from msgspec import Raw, Struct

from trialway.presenters.dates import date_words
from trialway.presenters.registry_text import RegistryText
from trialway.record import NO_RESULTS, TrialRecord
from trialway.registries.known import REGISTRIES, label_of, results_url
from trialway.trial import Trial

PARTS = {
    "flow": "participant flow",
    "baseline": "baseline characteristics",
    "outcomes": "outcome measures",
    "events": "adverse events",
}


class ResultsBanner(Struct, frozen=True):
    parts: str
    posted: RegistryText | None
    link: str
    registry: str
    here: bool


def results_banner(trial: Trial) -> ResultsBanner | None:
    """Which parts a registry has published, and since when; None when it has published none."""
    posted = next((source.record for source in trial.sources if _has_results(source.record)), None)
    if posted is None:
        return None
    date = posted.dates.results_first_posted
    parts = _parts(posted)
    return ResultsBanner(
        parts=_listed([PARTS[name] for name in PARTS if name in parts]),
        posted=RegistryText(date_words(date), iso=date.iso) if date else None,
        link=results_url(posted),
        registry=label_of(posted.registry),
        here=posted.results != NO_RESULTS,
    )


def _has_results(record: TrialRecord) -> bool:
    """A record may say that results are posted without holding them."""
    return record.results != NO_RESULTS or bool(record.results_status.posted)


def _parts(record: TrialRecord) -> set[str]:
    """The parts that the raw results hold, without reading them."""
    try:
        names = msgspec.json.decode(record.results, type=dict[str, Raw])
    except msgspec.MsgspecError:
        return set()
    return {REGISTRIES[record.registry].results_part(name) for name in names}


def _listed(parts: list[str]) -> str:
    if not parts:
        return ""
    *firsts, last = parts
    text = f"{', '.join(firsts)} and {last}" if firsts else last
    return text[0].upper() + text[1:]
