"""The registries that Trialway reads, by name."""

from collections.abc import Callable
from typing import NamedTuple

from trialway.record import TrialRecord
from trialway.registries.ctgov.content import describe as describe_ctgov
from trialway.registries.ctgov.normalise import normalise as normalise_ctgov
from trialway.registries.described import Described


class Registry(NamedTuple):
    """What the archive asks of a registry's folder."""

    label: str
    describe: Callable[[bytes], Described]
    normalise: Callable[[bytes], TrialRecord]


REGISTRIES = {"ctgov": Registry("ClinicalTrials.gov", describe_ctgov, normalise_ctgov)}
