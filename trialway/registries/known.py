"""The registries that Trialway reads, by name."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from trialway.record import TrialRecord
from trialway.registries.ctgov.content import describe as describe_ctgov
from trialway.registries.ctgov.normalise import normalise as normalise_ctgov
from trialway.registries.ctgov.paths import PATHS as CTGOV_PATHS
from trialway.registries.described import Described


class Registry(NamedTuple):
    """What is asked of a registry's folder. ``paths``: place in a TrialRecord → the registry's own fields."""

    label: str
    describe: Callable[[bytes], Described]
    normalise: Callable[[bytes], TrialRecord]
    paths: Mapping[str, tuple[str, ...]]


REGISTRIES = {"ctgov": Registry("ClinicalTrials.gov", describe_ctgov, normalise_ctgov, CTGOV_PATHS)}
