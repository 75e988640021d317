"""Trial → TopicProfile: subject headings and medicines, by which related trials are found.

Terms are MeSH headings by name, which MeSH keeps unique: the registry's own, or of a record that has none
those that the list of concepts knows its conditions by.
"""

from collections.abc import Iterable

from msgspec import Struct

from trialway.record import Intervention, MeshTerm, TrialRecord
from trialway.registry_text.comparable import comparable
from trialway.search.document.condition_concepts import broader_terms, condition_terms
from trialway.search.document.facets import of_all
from trialway.trial import Trial
from trialway.vocabulary.treatment_line import lines_in

MOST_NAMES = 40
_MEDICINES = {"drug", "biological", "combination_product", "dietary_supplement", "genetic"}
# Names under which very different things are given.
_NO_MEDICINE = {"placebo", "placebos", "control", "standard of care", "chemotherapy", "vaccine", "saline"}


class TopicProfile(Struct, frozen=True, array_like=True):
    """``conditions`` and ``treatments`` are headings, those with ``broader`` stand above them in the tree.

    ``medicines``: names of medicines as the record has them, in small letters. ``lines``: codes of
    vocabulary/treatment_line.
    """

    conditions: tuple[str, ...] = ()
    broader_conditions: tuple[str, ...] = ()
    treatments: tuple[str, ...] = ()
    broader_treatments: tuple[str, ...] = ()
    medicines: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()


def topic_profile(trial: Trial) -> TopicProfile:
    """The kin of a trial, from all its records."""
    return TopicProfile(
        conditions=_headings(of_all(trial, condition_terms)),
        broader_conditions=_headings(of_all(trial, broader_terms)),
        treatments=_headings(of_all(trial, lambda record: record.intervention_terms.terms)),
        broader_treatments=_headings(of_all(trial, lambda record: record.intervention_terms.ancestors)),
        medicines=tuple(dict.fromkeys(_medicines(trial)))[:MOST_NAMES],
        lines=lines_in(of_all(trial, _telling)),
    )


def _headings(terms: Iterable[MeshTerm]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(term.name for term in terms if term.name))[:MOST_NAMES]


def _medicines(trial: Trial) -> Iterable[str]:
    for item in of_all(trial, lambda record: record.interventions):
        if item.kind and item.kind.code in _MEDICINES:
            yield from (name for name in map(comparable, _names(item)) if name and name not in _NO_MEDICINE)


def _names(item: Intervention) -> Iterable[str]:
    return (name for name in (item.name, *item.other_names) if name and len(name) <= 60)


def _telling(record: TrialRecord) -> Iterable[str]:
    return (text for text in (record.brief_title, record.official_title, *record.keywords) if text)
