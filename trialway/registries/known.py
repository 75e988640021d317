"""The registries that Trialway reads, by key; the only place that knows which there are."""

from collections.abc import Iterator

from trialway.environment import AnyVariable
from trialway.record import TrialRecord
from trialway.registries.base import Registry
from trialway.registries.ctgov.registry import ClinicalTrialsGov

# In order of preference: see ``preference``.
REGISTRIES: dict[str, Registry] = {"ctgov": ClinicalTrialsGov()}
# What is loaded and synced when nobody says otherwise.
DEFAULT = "ctgov"


def preference(registry: str, record_id: str, withdrawn: bool) -> tuple[bool, int, str, str]:
    """Sorts the records of a trial, the one that leads first: docs/decisions/leading-record.md.

    Records that their registry still has come before withdrawn ones; then registries in the order of
    REGISTRIES; within a registry the smaller number, which is the older record.
    """
    ranks = {key: rank for rank, key in enumerate(REGISTRIES)}
    return withdrawn, ranks.get(registry, len(ranks)), registry, record_id


def label_of(key: str) -> str:
    """What pages call a registry; the key itself when this version does not know it."""
    registry = REGISTRIES.get(key)
    return registry.label if registry else key


def record_url(key: str, number: str) -> str:
    """The public page of a record; empty when its registry is not known."""
    registry = REGISTRIES.get(key)
    return registry.record_url(number) if registry else ""


def results_url(record: TrialRecord) -> str:
    """The public page of a record's results; empty when its registry is not known."""
    registry = REGISTRIES.get(record.registry)
    return registry.results_url(record.record_id) if registry else ""


def history_url(key: str, number: str) -> str:
    """The public page of a record's earlier versions; empty when its registry is not known."""
    registry = REGISTRIES.get(key)
    return registry.history_url(number) if registry else ""


def usual_language(key: str) -> str:
    """The language (BCP 47) that most texts of a registry are in; empty when it is not known."""
    registry = REGISTRIES.get(key)
    return registry.languages[0] if registry and registry.languages else ""


def language_of(record: TrialRecord) -> str:
    """The language of a record's own words."""
    return record.language or usual_language(record.registry)


def read_number(typed: str) -> str | None:
    """The number that a text is, in its registry's own form; ``typed``: letters and digits, in capitals."""
    found = (registry.read_number(typed) for registry in REGISTRIES.values())
    return next((number for number in found if number), None)


def variables() -> Iterator[AnyVariable]:
    """The settings of all registries."""
    for registry in REGISTRIES.values():
        yield from registry.variables
