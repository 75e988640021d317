"""Trial → values of facets, with codes and labels. The facets are listed here.

``FACETS`` has one entry a facet; its name is also its parameter in addresses.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import TypeVar

from msgspec import Struct

from trialway.record import NO_RESULTS, MeshTerm, TrialRecord
from trialway.search.document.condition_concepts import broader_terms, condition_terms, lay_label
from trialway.search.document.facet_codes import FacetValue, registry_code
from trialway.search.document.sites import (
    UNSTATED,
    UNSTATED_LABEL,
    cities,
    regions,
    site_statuses,
)
from trialway.trial import Trial
from trialway.vocabulary.age_group import AGE_GROUP
from trialway.vocabulary.coded import Coded, Vocabulary
from trialway.vocabulary.country import country_label
from trialway.vocabulary.intervention_type import INTERVENTION_TYPE
from trialway.vocabulary.phase import PHASE
from trialway.vocabulary.purpose import PURPOSE
from trialway.vocabulary.sex import SEX
from trialway.vocabulary.sponsor_class import SPONSOR_CLASS
from trialway.vocabulary.status import STATUS
from trialway.vocabulary.study_type import STUDY_TYPE

T = TypeVar("T")
MEDICINES = {"drug", "biological"}
LONGEST_MEDICINE = 40


Reader = Callable[[Trial], Iterable[FacetValue]]


class Facet(Struct, frozen=True):
    """``labels`` has the codes that are known beforehand, in the order in which they are shown; without
    any, the most frequent value comes first. ``most``: how many values are counted for an answer."""

    name: str
    label: str
    read: Reader
    labels: Mapping[str, str] = {}
    most: int = 30


def _coded(vocabulary: Vocabulary, values: Iterable[Coded | None]) -> Iterable[FacetValue]:
    for value in values:
        if value is not None:
            yield FacetValue(value.code or registry_code("raw", value.raw), vocabulary.words(value))


def _chosen(vocabulary: Vocabulary, read: Callable[[TrialRecord], Coded | None]) -> Reader:
    return lambda trial: _coded(vocabulary, [trial.value(read)])


def _list(vocabulary: Vocabulary, read: Callable[[TrialRecord], tuple[Coded, ...]]) -> Reader:
    return lambda trial: _coded(vocabulary, trial.value(read) or ())


def of_all(trial: Trial, read: Callable[[TrialRecord], Iterable[T]]) -> Iterable[T]:
    """The items of every record's list; the same one may come several times."""
    return (item for source in trial.sources for item in read(source.record))


def _conditions(trial: Trial) -> Iterable[FacetValue]:
    """MeSH headings in lay words, stated or known by the list of concepts; of a record that has none, its own
    words."""
    for source in trial.sources:
        terms = condition_terms(source.record)
        yield from (_lay_term(term) for term in terms)
        if not terms:
            words = (" ".join(text.split()) for text in source.record.conditions)
            yield from (FacetValue(registry_code("text", text.casefold()), text) for text in words if text)


def _lay_term(term: MeshTerm) -> FacetValue:
    label = lay_label(term)
    return FacetValue(term.id or registry_code("text", label.casefold()), label)


def _term(term: MeshTerm) -> FacetValue:
    name = term.name or term.id or ""
    return FacetValue(term.id or registry_code("text", name.casefold()), name)


def _countries(trial: Trial) -> Iterable[FacetValue]:
    sites = of_all(trial, lambda record: record.sites)
    for code, name in dict.fromkeys((site.country_code, site.country) for site in sites):
        if code:
            yield FacetValue(code, country_label(code))
        elif name:
            yield FacetValue(registry_code("raw", name), name)


def has_results(trial: Trial) -> bool:
    """Whether any registry has posted results."""
    records = [source.record for source in trial.sources]
    return any(record.results != NO_RESULTS or record.results_status.posted for record in records)


def _yes_or_no(read: Callable[[Trial], bool | None]) -> Reader:
    def values(trial: Trial) -> Iterable[FacetValue]:
        answer = read(trial)
        return () if answer is None else (FacetValue("yes", "Yes") if answer else FacetValue("no", "No"),)

    return values


def _study_type(record: TrialRecord) -> Coded | None:
    return record.design.study_type


def _age_groups(record: TrialRecord) -> tuple[Coded, ...]:
    return record.eligibility.age_groups


def _sponsor_class(record: TrialRecord) -> Coded | None:
    return record.lead_sponsor.sponsor_class if record.lead_sponsor else None


def _intervention_types(trial: Trial) -> Iterable[FacetValue]:
    return _coded(
        INTERVENTION_TYPE, [item.kind for item in of_all(trial, lambda record: record.interventions)]
    )


def _condition_groups(trial: Trial) -> Iterable[FacetValue]:
    """What stands above the trial's subject headings."""
    return (_lay_term(term) for term in of_all(trial, broader_terms) if term.id or term.name)


def _treatments(trial: Trial) -> Iterable[FacetValue]:
    """Subject headings; of a record that has none, the short names of its medicines."""
    for source in trial.sources:
        terms = [term for term in source.record.intervention_terms.terms if term.id or term.name]
        yield from (_term(term) for term in terms)
        if not terms:
            given = source.record.interventions
            names = (item.name for item in given if item.kind and item.kind.code in MEDICINES)
            words = (" ".join(name.split()) for name in names if name and len(name) <= LONGEST_MEDICINE)
            yield from (FacetValue(registry_code("text", text.casefold()), text) for text in words)


def _sponsors(trial: Trial) -> Iterable[FacetValue]:
    leads = (source.record.lead_sponsor for source in trial.sources)
    names = (" ".join(lead.name.split()) for lead in leads if lead and lead.name)
    return (FacetValue(registry_code("text", name.casefold()), name) for name in names)


def _start_year(trial: Trial) -> Iterable[FacetValue]:
    start = trial.value(lambda record: record.dates.start)
    return [FacetValue(start.iso[:4], start.iso[:4])] if start else []


def _has_documents(trial: Trial) -> bool:
    return any(source.record.documents for source in trial.sources)


FACETS: Mapping[str, Facet] = {
    facet.name: facet
    for facet in (
        Facet("status", "Status", _chosen(STATUS, lambda record: record.recruitment.status), STATUS.labels),
        Facet("phase", "Phase", _list(PHASE, lambda record: record.design.phases), PHASE.labels),
        Facet(
            "type",
            "Type of study",
            _chosen(STUDY_TYPE, _study_type),
            STUDY_TYPE.labels,
        ),
        Facet("country", "Country", _countries, most=250),
        Facet(
            "sponsor_class",
            "Kind of sponsor",
            _chosen(SPONSOR_CLASS, _sponsor_class),
            SPONSOR_CLASS.labels,
        ),
        Facet("condition", "Condition", _conditions),
        Facet(
            "results", "Results", _yes_or_no(has_results), {"yes": "With results", "no": "Without results"}
        ),
        Facet("sex", "Sex", _chosen(SEX, lambda record: record.eligibility.sex), SEX.labels),
        Facet(
            "age_group",
            "Age group",
            _list(AGE_GROUP, _age_groups),
            AGE_GROUP.labels,
        ),
        Facet(
            "healthy_volunteers",
            "Healthy volunteers",
            _yes_or_no(lambda trial: trial.value(lambda record: record.eligibility.healthy_volunteers)),
            {"yes": "Takes healthy volunteers", "no": "Patients only"},
        ),
        Facet(
            "intervention_type",
            "Kind of intervention",
            _intervention_types,
            INTERVENTION_TYPE.labels,
        ),
        Facet("purpose", "Purpose", _chosen(PURPOSE, lambda record: record.design.purpose), PURPOSE.labels),
        Facet(
            "documents",
            "Documents",
            _yes_or_no(_has_documents),
            {"yes": "With files", "no": "Without files"},
        ),
        Facet("condition_group", "Kind of condition", _condition_groups),
        Facet("intervention", "Treatment", _treatments),
        Facet("sponsor", "Sponsor", _sponsors),
        Facet("start_year", "Year of start", _start_year, most=120),
        Facet("region", "State or region", regions, most=300),
        Facet("city", "City", cities, most=1000),
        Facet(
            "site_status", "Status at the place", site_statuses, {**STATUS.labels, UNSTATED: UNSTATED_LABEL}
        ),
    )
}
# These say something of one site: chosen together, they must hold on the same one. Each of PLACES lies in the
# one before it.
PLACES = ("country", "region", "city")
OF_SITES = {*PLACES, "site_status"}


def inner(facet: str) -> tuple[str, ...]:
    """The facets whose values lie within those of this one."""
    return PLACES[PLACES.index(facet) + 1 :] if facet in PLACES else ()


def inside(code: str, around: Collection[str]) -> bool:
    """Whether a place lies in one of those around, or none is given."""
    return not around or any(code.startswith(f"{outer}/") for outer in around)


# What pages and the command line show unless asked for more.
SHOWN = ("status", "phase", "type", "country", "sponsor_class", "condition", "results")
