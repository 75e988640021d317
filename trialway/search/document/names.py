"""Trial → TrialNames: what its records call condition, treatment, sponsor and place, for the lexicon."""

from collections.abc import Iterable

from msgspec import Struct

from trialway.record import Intervention, TrialRecord
from trialway.search.document.areas import mended
from trialway.search.document.facets import of_all
from trialway.trial import Trial

# Longer ones are sentences, and nobody asks by them.
LONGEST_NAME = 60


class TrialNames(Struct, frozen=True, array_like=True):
    """Names as stated, each once. ``condition_terms`` and ``treatment_terms`` are subject headings (MeSH).
    ``treatments`` has for each intervention its name and then its other names."""

    conditions: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    condition_terms: tuple[str, ...] = ()
    treatments: tuple[tuple[str, ...], ...] = ()
    treatment_terms: tuple[str, ...] = ()
    sponsors: tuple[str, ...] = ()
    towns: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()


def trial_names(trial: Trial) -> TrialNames:
    """The names of a trial, of all its records together."""
    return TrialNames(
        conditions=_once(of_all(trial, lambda record: record.conditions)),
        keywords=_once(of_all(trial, lambda record: record.keywords)),
        condition_terms=_once(
            term.name for term in of_all(trial, lambda record: record.condition_terms.terms)
        ),
        treatments=_treatments(trial),
        treatment_terms=_once(
            term.name for term in of_all(trial, lambda record: record.intervention_terms.terms)
        ),
        sponsors=_once(of_all(trial, _sponsors), longest=120),
        towns=_once(site.city for site in of_all(trial, lambda record: record.sites)),
        acronyms=_once(source.record.acronym for source in trial.sources),
    )


def _treatments(trial: Trial) -> tuple[tuple[str, ...], ...]:
    given = of_all(trial, lambda record: record.interventions)
    return tuple(dict.fromkeys(called for item in given if (called := _once(_called(item)))))


def _called(item: Intervention) -> Iterable[str | None]:
    return (item.name, *item.other_names)


def _sponsors(record: TrialRecord) -> Iterable[str | None]:
    leads = [record.lead_sponsor] if record.lead_sponsor else []
    return (party.name for party in (*leads, *record.collaborators))


def _once(values: Iterable[str | None], longest: int = LONGEST_NAME) -> tuple[str, ...]:
    shown = (" ".join(mended(value).split()) for value in values if value and len(value) <= longest)
    return tuple(dict.fromkeys(value for value in shown if value))
