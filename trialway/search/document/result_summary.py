"""Trial → ResultSummary: what a list of hits shows, stored in the index, so that a list needs no database."""

from collections.abc import Callable

from msgspec import Struct

from trialway.record import TrialRecord
from trialway.registries.known import language_of, usual_language
from trialway.registry_text import repair
from trialway.search.document.areas import mended
from trialway.search.document.facets import has_results, of_all
from trialway.trial import Trial
from trialway.trial_sites import sites_of
from trialway.vocabulary.coded import Coded
from trialway.vocabulary.dates import StatedDate

LONGEST_SUMMARY = 300


class ResultSummary(Struct, frozen=True, omit_defaults=True):
    """Text is repaired. ``registry`` and ``record_id`` are of the leading record; sites are those of all
    records, ``countries`` counts those with a site; any other value is that of the preferred record that
    states it. The languages are of the title, of the summary and of any other text ("": of several
    languages), None for the usual language of ``registry``."""

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
    title_language: str | None = None
    summary_language: str | None = None
    text_language: str | None = None


def result_summary(trial: Trial) -> ResultSummary:
    """The card of a trial."""
    record = trial.main
    enrolment = trial.value(lambda record: record.design.enrolment)
    sponsor = trial.value(lambda record: record.lead_sponsor.name if record.lead_sponsor else None)
    interventions = of_all(trial, lambda record: record.interventions)
    sites = sites_of(trial)
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
        title_language=_language(trial, lambda record: record.brief_title or record.official_title),
        summary_language=_language(trial, lambda record: record.brief_summary),
        text_language=_text_language(trial),
    )


def _language(trial: Trial, read: Callable[[TrialRecord], str | None]) -> str | None:
    language = language_of(trial.first(read).record)
    return None if language == usual_language(trial.main.registry) else language


def _text_language(trial: Trial) -> str | None:
    languages = {language_of(source.record) for source in trial.sources}
    return (
        None
        if languages == {usual_language(trial.main.registry)}
        else "".join(languages) * (len(languages) == 1)
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
