"""A second registry, made up for the tests: records, numbers, results and languages of its own.

    with registered(monkeypatch): load_paths(folder, [file], registry="testreg")

Its records are flat JSON in German or English; numbers are TR, a hyphen and six digits.
"""

import datetime as dt
import hashlib
import json
import re
from contextlib import contextmanager
from types import MappingProxyType
from urllib.parse import urlsplit

import msgspec
from msgspec import Raw

from trialway import setting_kinds as kinds
from trialway.environment import Variable
from trialway.errors import NotARecord, SettingError
from trialway.record import (
    NO_RESULTS,
    Arm,
    Contact,
    Dates,
    Design,
    Eligibility,
    Enrolment,
    Identifier,
    Intervention,
    Outcome,
    Outcomes,
    Recruitment,
    ResultsStatus,
    Site,
    TrialRecord,
)
from trialway.record_results import (
    AdverseEvent,
    AdverseEvents,
    Affected,
    Category,
    Denominator,
    EventCount,
    EventGroup,
    Group,
    GroupCount,
    MeasureClass,
    Measurement,
    OutcomeMeasure,
    TrialResults,
)
from trialway.registries.base import Registry, TermsOfUse
from trialway.registries.http import Client, Passing, RequestRefused
from trialway.registries.record_header import RecordHeader
from trialway.registries.sync_source import DataVersion, Page
from trialway.vocabulary.age import read_duration
from trialway.vocabulary.coded import Coded
from trialway.vocabulary.dates import read_date

_NUMBER = re.compile(r"TR-\d{6}")
URL = Variable(
    "TRIALWAY_TESTREG_URL",
    kinds.web_address,
    "https://testreg.example",
    "Where the registry is fetched from.",
)
_TYPED = re.compile(r"TR(\d{6})")
# Its words for what ours are; one that is not here is kept as it stands.
STATUS = {"offen": "recruiting", "beendet": "completed", "geplant": "not_yet_recruiting"}
SEX = {"weiblich": "female", "maennlich": "male", "alle": "all"}
PATHS = {
    "record_id": ("nummer",),
    "brief_title": ("titel",),
    "brief_summary": ("kurzfassung",),
    "recruitment.status": ("stand",),
    "eligibility.criteria": ("kriterien",),
    "eligibility.minimum_age": ("alter.von",),
    "eligibility.maximum_age": ("alter.bis",),
    "eligibility.sex": ("geschlecht",),
    "sites.facility": ("orte.klinik",),
    "interventions.name": ("behandlungen.name",),
    "results": ("ergebnisse",),
}


class SecondRegistry(Registry):
    key = "testreg"
    label = "Test Registry"
    keeper = "Office of Tests"
    credit = "Test Registry, Office of Tests"
    authorship = "Nobody writes its records; they are made up."
    languages = ("de", "en")
    terms = TermsOfUse(
        keeper="Office of Tests",
        home="https://testreg.example/",
        conditions="https://testreg.example/terms",
        sentences=("Whoever tests may use it.",),
    )
    number_form = "the letters TR and six digits"
    number_pattern = r"\bTR-\d{6}\b"
    intervention_prefixes = ("Arzneimittel",)
    paths = PATHS
    variables = (URL,)
    dictionaries = MappingProxyType({})

    def read_number(self, typed):
        match = _TYPED.fullmatch(typed)
        return f"TR-{match[1]}" if match else None

    def record_url(self, number):
        return f"https://testreg.example/record/{number}"

    def results_url(self, number):
        return f"https://testreg.example/record/{number}/results"

    def history_url(self, number):
        return f"https://testreg.example/record/{number}/versions"

    def number_of(self, raw):
        return json.loads(raw).get("nummer", "")

    def describe(self, raw):
        try:
            record = json.loads(raw)
        except ValueError as error:
            raise NotARecord(f"it is not JSON: {error}") from None
        if not _NUMBER.fullmatch(str(record.get("nummer"))):
            raise NotARecord("it has no nummer")
        content = hashlib.blake2b(json.dumps(record, sort_keys=True).encode(), digest_size=16).digest()
        return RecordHeader(record["nummer"], dt.date.fromisoformat(record["geaendert"]), content)

    def normalise(self, raw):
        return _normalised(self, json.loads(raw))

    def results(self, raw):
        return None if bytes(raw) == bytes(NO_RESULTS) else _results(json.loads(bytes(raw)))

    def results_part(self, name):
        return {"endpunkte": "outcomes", "ereignisse": "events"}.get(name, name)

    @contextmanager
    def sync_source(self, note):
        client = Client(frozenset({urlsplit(URL.value()).hostname}), pause=0, note=note)
        try:
            yield SecondClient(client, URL.value())
        finally:
            client.close()


class SecondClient:
    """Its API: German dates, pages by number, no ETag; ``second_server.py`` answers so."""

    registry = SecondRegistry.key
    first_day = dt.date(2020, 1, 1)

    def __init__(self, client, address):
        self.client, self.address = client, address

    def version(self, etag=None):
        day, month, year = self._get("/stand", {})["stand"].split(".")
        return DataVersion(f"{year}-{month}-{day}", None)

    def total(self, subset, between=None):
        return self._get("/eintraege", {**_asked(subset, between), "groesse": "0"})["gesamt"]

    def page(self, subset, between, token):
        found = self._get("/eintraege", {**_asked(subset, between), "seite": token or "1"})
        following = found["weiter"] and str(found["weiter"])
        studies = [json.dumps(record).encode() for record in found["eintraege"]]
        return Page(studies, following, found["gesamt"] if token is None else None)

    def page_of_numbers(self, subset, token):
        return self.page(subset, None, token)

    def study(self, number):
        try:
            return json.dumps(self._get(f"/eintraege/{number}", {})).encode()
        except RequestRefused as refusal:
            if refusal.status == 404:
                return None
            raise

    def _get(self, path, params):
        return self.client.get(f"{self.address}{path}", params, _read)


def _read(answer):
    try:
        return json.loads(answer.body)
    except ValueError as error:
        raise Passing(f"it is not JSON ({error})") from error


def _asked(subset, between):
    if subset.query or subset.sponsor:
        raise SettingError("The Test Registry cannot be kept in part but by country; use --country alone.")
    asked = {"land": subset.country} if subset.country else {}
    if between and between.first:
        asked["von"] = between.first.isoformat()
    if between and between.last:
        asked["bis"] = between.last.isoformat()
    return asked


def registered(monkeypatch) -> SecondRegistry:
    """The registry, known to the program as long as the patch holds."""
    from trialway.registries.known import REGISTRIES

    registry = SecondRegistry()
    monkeypatch.setitem(REGISTRIES, registry.key, registry)
    return registry


def _coded(table: dict[str, str], raw: str | None) -> Coded | None:
    return Coded(table.get(raw), raw) if raw else None


def _normalised(registry: SecondRegistry, raw: dict) -> TrialRecord:
    number, age, changed = raw["nummer"], raw.get("alter", {}), read_date(raw["geaendert"])
    return TrialRecord(
        registry=registry.key,
        record_id=number,
        url=registry.record_url(number),
        language=raw.get("sprache"),
        brief_title=raw.get("titel"),
        acronym=raw.get("kurzname"),
        identifiers=(
            Identifier(value=number, role="own", issuer=registry.label),
            *(Identifier(value=other, role="secondary") for other in raw.get("andere_nummern", ())),
        ),
        recruitment=Recruitment(status=_coded(STATUS, raw.get("stand"))),
        dates=Dates(last_update_posted=changed, start=read_date(raw.get("beginn", ""))),
        brief_summary=raw.get("kurzfassung"),
        conditions=tuple(raw.get("krankheiten", ())),
        design=Design(
            study_type=Coded("interventional", "Studie"),
            enrolment=Enrolment(count=raw["teilnehmer"]) if "teilnehmer" in raw else None,
        ),
        arms=tuple(
            Arm(label=arm["name"], interventions=tuple(arm.get("behandlungen", ())))
            for arm in raw.get("arme", ())
        ),
        interventions=tuple(
            Intervention(
                name=each["name"], kind=Coded("drug", "Arzneimittel"), arms=tuple(each.get("arme", ()))
            )
            for each in raw.get("behandlungen", ())
        ),
        outcomes=Outcomes(primary=tuple(Outcome(measure=each) for each in raw.get("endpunkte", ()))),
        eligibility=Eligibility(
            criteria=raw.get("kriterien"),
            sex=_coded(SEX, raw.get("geschlecht")),
            minimum_age=read_duration(age.get("von", "")),
            maximum_age=read_duration(age.get("bis", "")),
        ),
        central_contacts=tuple(Contact(name=name) for name in raw.get("kontakte", ())),
        sites=tuple(
            Site(
                facility=site.get("klinik"),
                city=site.get("ort"),
                country=site.get("land"),
                country_code=site.get("landcode"),
                status=_coded(STATUS, site.get("stand")),
            )
            for site in raw.get("orte", ())
        ),
        results_status=ResultsStatus(posted=True if "ergebnisse" in raw else None),
        results=Raw(json.dumps(raw["ergebnisse"]).encode()) if "ergebnisse" in raw else NO_RESULTS,
    )


def _results(raw: dict) -> TrialResults:
    groups = raw["gruppen"]
    return TrialResults(
        outcomes=tuple(
            OutcomeMeasure(
                kind=Coded("primary", "Hauptziel"),
                title=each["titel"],
                parameter=Coded("count_of_participants", "Anzahl"),
                unit="Personen",
                groups=tuple(Group(id=name, title=name) for name in groups),
                denominators=(
                    Denominator(
                        units="Participants",
                        counts=tuple(
                            GroupCount(group=name, value=str(size)) for name, size in groups.items()
                        ),
                    ),
                ),
                classes=(
                    MeasureClass(
                        categories=(
                            Category(
                                measurements=tuple(
                                    Measurement(group=name, value=str(value))
                                    for name, value in each["werte"].items()
                                )
                            ),
                        )
                    ),
                ),
            )
            for each in raw.get("endpunkte", ())
        ),
        events=AdverseEvents(
            groups=tuple(
                EventGroup(id=name, title=name, serious=Affected(affected=0, at_risk=size))
                for name, size in groups.items()
            ),
            other=tuple(
                AdverseEvent(
                    term=each["name"],
                    counts=tuple(
                        EventCount(group=name, affected=value, at_risk=groups[name])
                        for name, value in each["werte"].items()
                    ),
                )
                for each in raw.get("ereignisse", ())
            ),
        ),
    )


def a_record(number: str = "TR-000001", **fields) -> bytes:
    """A record as the registry writes it."""
    return msgspec.json.encode(
        {"nummer": number, "geaendert": "2026-05-01", "titel": "Eine Studie", **fields}
    )
