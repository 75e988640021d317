"""What the trial is about: summary, description, conditions, keywords and MeSH terms."""

from collections.abc import Callable

from trialway.presenters.registry_text import Prose, RegistryText, said
from trialway.presenters.source_reader import Section, SourceReader
from trialway.record import MeshTerm, TrialRecord
from trialway.trial import Trial


class ProseSection(Section, frozen=True, kw_only=True):
    prose: Prose


class ConditionsSection(Section, frozen=True, kw_only=True):
    """``terms`` and ``broader`` are MeSH headings that the registry derived from the sponsor's words."""

    conditions: tuple[RegistryText, ...]
    keywords: tuple[RegistryText, ...]
    terms: tuple[RegistryText, ...]
    broader: tuple[RegistryText, ...]


def summary(trial: Trial) -> ProseSection | None:
    return _prose(
        trial,
        "summary",
        "Brief summary",
        "What the study asks and why, in the sponsor's words.",
        lambda record: record.brief_summary,
    )


def description(trial: Trial) -> ProseSection | None:
    return _prose(
        trial,
        "description",
        "Detailed description",
        "Background, aims and procedures at length, in the sponsor's words.",
        lambda record: record.detailed_description,
    )


def _prose(
    trial: Trial, name: str, title: str, about: str, read: Callable[[TrialRecord], str | None]
) -> ProseSection | None:
    reading = SourceReader(trial)
    text = reading.prose(read)
    if text is None:
        return None
    return ProseSection(
        id=name, title=title, help=about, template="expert/prose.jinja", prose=text, sources=reading.sources
    )


def conditions(trial: Trial) -> ConditionsSection | None:
    reading = SourceReader(trial)
    found = ConditionsSection(
        id="conditions",
        title="Conditions",
        help="The diseases and problems studied, and the subject headings that libraries use for them.",
        template="expert/conditions.jinja",
        conditions=_texts(reading, lambda record: record.conditions),
        keywords=_texts(reading, lambda record: record.keywords),
        terms=_terms(reading, lambda record: record.condition_terms.terms),
        broader=_terms(reading, lambda record: record.condition_terms.ancestors),
        sources=reading.sources,
    )
    return found if found.conditions or found.keywords or found.terms or found.broader else None


def _texts(reading: SourceReader, read: Callable[[TrialRecord], tuple[str, ...]]) -> tuple[RegistryText, ...]:
    found = reading.chosen(read)
    if found is None:
        return ()
    return tuple(words for text in found.value if (words := said(text, found.source.record)))


def _terms(
    reading: SourceReader, read: Callable[[TrialRecord], tuple[MeshTerm, ...]]
) -> tuple[RegistryText, ...]:
    found = reading.chosen(read)
    if found is None:
        return ()
    return mesh_words(found.value, found.source.record)


def mesh_words(terms: tuple[MeshTerm, ...], record: TrialRecord) -> tuple[RegistryText, ...]:
    """Each term with its MeSH number as a note."""
    return tuple(
        words
        for term in terms
        if (words := said(term.name or term.id, record, note=term.id or "" if term.name else ""))
    )
