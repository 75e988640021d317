"""What a list of hits shows of a trial, stored in the index: Trial ─**card**▶ hit. A list needs no
database."""

from msgspec import Struct

from trialway.registry_text import repair
from trialway.search.document.areas import mended
from trialway.search.document.facets import has_results, of_all
from trialway.trial import Trial
from trialway.vocabulary.coded import Coded
from trialway.vocabulary.dates import StatedDate

LONGEST_SUMMARY = 300


class ResultSummary(Struct, frozen=True, omit_defaults=True):
    """Text is repaired; ``countries`` counts those with a site; the rest is as the preferred record states
    it."""

    number: int
    slug: str
    registry: str
    record_id: str
    title: str
    acronym: str | None = None
    status: Coded | None = None
    phases: tuple[Coded, ...] = ()
    study_type: Coded | None = None
    conditions: tuple[str, ...] = ()
    interventions: tuple[str, ...] = ()
    sponsor: str | None = None
    sites: int = 0
    countries: int = 0
    start: StatedDate | None = None
    updated: StatedDate | None = None
    verified: StatedDate | None = None
    enrolment: int | None = None
    enrolment_kind: Coded | None = None
    results: bool = False
    summary: str | None = None


def result_summary(trial: Trial) -> ResultSummary:
    """The card of a trial."""
    record = trial.main
    enrolment = trial.value(lambda record: record.design.enrolment)
    sponsor = trial.value(lambda record: record.lead_sponsor.name if record.lead_sponsor else None)
    interventions = of_all(trial, lambda record: record.interventions)
    sites = trial.value(lambda record: record.sites) or ()
    acronym = trial.value(lambda record: record.acronym)
    return ResultSummary(
        number=trial.number,
        slug=trial.slug,
        registry=record.registry,
        record_id=record.record_id,
        title=mended(_title(trial)),
        acronym=mended(acronym) if acronym else None,
        status=trial.value(lambda record: record.recruitment.status),
        phases=trial.value(lambda record: record.design.phases) or (),
        study_type=trial.value(lambda record: record.design.study_type),
        conditions=tuple(map(mended, trial.value(lambda record: record.conditions) or ())),
        interventions=tuple(dict.fromkeys(mended(item.name) for item in interventions if item.name)),
        sponsor=mended(sponsor) if sponsor else None,
        sites=len(sites),
        countries=len({site.country_code or site.country for site in sites} - {None}),
        start=trial.value(lambda record: record.dates.start),
        updated=trial.value(
            lambda record: record.dates.last_update_posted or record.dates.last_update_submitted
        ),
        verified=trial.value(lambda record: record.recruitment.verified),
        enrolment=enrolment.count if enrolment else None,
        enrolment_kind=enrolment.kind if enrolment else None,
        results=has_results(trial),
        summary=_summary(trial),
    )


def _title(trial: Trial) -> str:
    return trial.value(lambda record: record.brief_title or record.official_title) or trial.slug


def _summary(trial: Trial) -> str | None:
    text = trial.value(lambda record: record.brief_summary)
    if not text:
        return None
    text = " ".join(repair(text[: 4 * LONGEST_SUMMARY]).split())
    return (
        text
        if len(text) <= LONGEST_SUMMARY
        else text[:LONGEST_SUMMARY].rsplit(" ", 1)[0].rstrip(" ,;:.") + " …"
    )
