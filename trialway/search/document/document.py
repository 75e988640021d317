"""Trial → Document: everything that any search engine takes in of a trial."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from trialway.search.document.areas import AreaTexts, area_texts
from trialway.search.document.dates import AgeRange, DateFields, age_range, date_fields, stated_days
from trialway.search.document.facet_codes import FacetValue
from trialway.search.document.facets import FACETS
from trialway.search.document.identifiers import normalise_identifier
from trialway.search.document.names import TrialNames, trial_names
from trialway.search.document.result_summary import ResultSummary, result_summary
from trialway.search.document.sites import (
    IndexedSite,
    ShownSite,
    shown_sites,
    sites,
)
from trialway.search.document.topic_profile import TopicProfile, topic_profile
from trialway.trial import Trial

# Raise it whenever documents or fields change: an index of another schema is made anew.
SCHEMA = 10


class Document(Struct, frozen=True):
    """``newest`` and ``updated`` are days as date.toordinal() counts them, 0 when none is stated.

    ``names``: what finds the trial when the whole of what was typed equals it, in the normal form of
    identifiers. ``names_used``: what its records call things, for suggestions and synonyms. ``sites`` and
    ``shown_sites`` have the same order.
    """

    number: int
    change: int
    names: tuple[str, ...]
    texts: AreaTexts
    facets: Mapping[str, tuple[FacetValue, ...]]
    newest: int
    updated: int
    card: ResultSummary
    topics: TopicProfile
    sites: tuple[IndexedSite, ...]
    shown_sites: tuple[ShownSite, ...]
    days: DateFields = DateFields()
    ages: AgeRange = AgeRange()
    names_used: TrialNames = TrialNames()


def document(trial: Trial) -> Document:
    """The document of a trial."""
    return Document(
        number=trial.number,
        change=trial.change,
        names=_names(trial),
        texts=area_texts(trial),
        facets={facet.name: _once(facet.read(trial)) for facet in FACETS.values()},
        newest=_newest(trial),
        updated=_updated(trial),
        card=result_summary(trial),
        topics=topic_profile(trial),
        sites=sites(trial),
        shown_sites=shown_sites(trial),
        days=date_fields(trial),
        ages=age_range(trial),
        names_used=trial_names(trial),
    )


def _once(values: Iterable[FacetValue]) -> tuple[FacetValue, ...]:
    """Each code once, with the label that came first."""
    first: dict[str, FacetValue] = {}
    for value in values:
        first.setdefault(value.code, value)
    return tuple(first.values())


def _names(trial: Trial) -> tuple[str, ...]:
    records = [source.record for source in trial.sources]
    values = [trial.slug]
    for record in records:
        values += [
            record.record_id,
            *(identifier.value for identifier in record.identifiers),
            record.acronym or "",
        ]
    return tuple(dict.fromkeys(name for name in map(normalise_identifier, values) if name))


def _newest(trial: Trial) -> int:
    """The day on which a registry first showed the trial."""
    return min(stated_days(trial, lambda dates: dates.first_posted or dates.first_submitted), default=0)


def _updated(trial: Trial) -> int:
    """The day on which a registry last changed what it says."""
    changed = stated_days(trial, lambda dates: dates.last_update_posted or dates.last_update_submitted)
    return max(changed, default=0)
