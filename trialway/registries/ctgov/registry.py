"""ClinicalTrials.gov as Trialway knows a registry: names, terms, numbers, and the way to all else here."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import resources
from types import MappingProxyType

from msgspec import Raw

from trialway import setting_kinds as kinds
from trialway.environment import Variable
from trialway.record import TrialRecord
from trialway.record_results import TrialResults
from trialway.registries.base import Registry, TermsOfUse
from trialway.registries.ctgov import (
    header,
    normalise,
    paths,
    results,
)
from trialway.registries.record_header import RecordHeader
from trialway.registries.sync_source import SyncSource

URL = Variable(
    "TRIALWAY_CTGOV_URL",
    kinds.web_address,
    "https://clinicaltrials.gov",
    "Where ClinicalTrials.gov is fetched from; a mirror of your own, if you have one.",
)
PAUSE = Variable[float](
    "TRIALWAY_CTGOV_PAUSE",
    kinds.seconds,
    1.0,
    "Seconds from one request to ClinicalTrials.gov to the next. Less than 1 is for a mirror of your own.",
)
_TYPED = re.compile(r"NCT(\d{8}|[1-9]\d{2,6})")


class ClinicalTrialsGov(Registry):
    """See ``registries.base.Registry``."""

    key = normalise.REGISTRY
    label = "ClinicalTrials.gov"
    keeper = "US National Library of Medicine"
    credit = "ClinicalTrials.gov, US National Library of Medicine"
    authorship = (
        "Sponsors and researchers write and update the records themselves; the library checks their form, "
        "not everything that they say."
    )
    languages = ("en",)
    terms = TermsOfUse(
        keeper="US National Library of Medicine, National Institutes of Health",
        home="https://clinicaltrials.gov/",
        conditions="https://clinicaltrials.gov/about-site/terms-conditions",
        sentences=(
            "Sponsors and researchers write and update the records. The library checks their form.",
            "What the US government writes is in the public domain in the United States.",
            "Texts and documents that sponsors supply can be under somebody’s copyright.",
            "Who passes the data on is asked to name ClinicalTrials.gov as its source.",
            "They should say on which day it was processed and what was changed, and keep it up to date.",
            "The library does not endorse this site.",
        ),
    )
    number_form = "the letters NCT and eight digits"
    number_pattern = r"\bNCT ?\d{8}\b"
    intervention_prefixes = (
        *("Drug", "Biological", "Device", "Procedure", "Radiation", "Behavioral", "Genetic"),
        *("Dietary Supplement", "Combination Product", "Diagnostic Test", "Other"),
    )
    paths = paths.PATHS
    variables = (URL, PAUSE)
    dictionaries = MappingProxyType(
        {1: resources.files(__package__).joinpath("dictionaries", "ctgov-1.dict")}
    )

    def read_number(self, typed: str) -> str | None:
        match = _TYPED.fullmatch(typed)
        # A spreadsheet that counts with the digits drops the zeros before them. Where a zero is left, digits
        # are missing at the end instead, and nobody can know which.
        return f"NCT{int(match[1]):08d}" if match else None

    def record_url(self, number: str) -> str:
        return normalise.record_url(number)

    def results_url(self, number: str) -> str:
        return f"{self.record_url(number)}?tab=results"

    def history_url(self, number: str) -> str:
        return f"{self.record_url(number)}?tab=history"

    def number_of(self, raw: bytes) -> str:
        return header.number_of(raw)

    def describe(self, raw: bytes) -> RecordHeader:
        return header.read_header(raw)

    def normalise(self, raw: bytes) -> TrialRecord:
        return normalise.normalise(raw)

    def results(self, raw: Raw) -> TrialResults | None:
        return results.results(raw)

    def results_part(self, name: str) -> str:
        known = results.PARTS.get(name)
        return known or re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name.removesuffix("Module")).lower()

    @contextmanager
    def sync_source(self, note: Callable[[str], None]) -> Iterator[SyncSource]:
        # Only a sync needs a client for HTTP.
        from trialway.registries.ctgov.fetch import CtgovClient, host
        from trialway.registries.http import Client

        site = URL.value()
        client = Client(frozenset({host(site)}), pause=PAUSE.value(), note=note)
        try:
            yield CtgovClient(client, site)
        finally:
            client.close()
