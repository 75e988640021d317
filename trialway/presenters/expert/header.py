"""The head of the expert page: titles, number, tags, the facts that decide whether to read on."""

from msgspec import Struct
from msgspec.structs import replace

from trialway.presenters.disagreeing import status_words, with_disagreement
from trialway.presenters.registry_text import (
    HeaderFact,
    RegistryText,
    coded,
    counted,
    said,
)
from trialway.presenters.source_reader import SourceReader
from trialway.presenters.sources import SourceLine, source_line
from trialway.presenters.status import Tag, status_tag
from trialway.record import Enrolment, TrialRecord
from trialway.trial import Chosen, Trial
from trialway.trial_sites import sites_of
from trialway.vocabulary.coded import Coded
from trialway.vocabulary.phase import PHASE
from trialway.vocabulary.stated_as import STATED_AS
from trialway.vocabulary.study_type import STUDY_TYPE

# A title of more characters is set smaller.
LONG = 110


class Header(Struct, frozen=True):
    title: RegistryText
    long: bool
    official_title: RegistryText | None
    acronym: RegistryText | None
    tag: Tag | None
    kinds: tuple[RegistryText, ...]
    facts: tuple[HeaderFact, ...]
    sources: tuple[SourceLine, ...]


def header(trial: Trial) -> Header:
    reading = SourceReader(trial)
    title = reading.said(lambda record: record.brief_title)
    official = reading.said(lambda record: record.official_title)
    status = reading.chosen(lambda record: record.recruitment.status)
    heading = title or official or RegistryText(trial.slug)
    return Header(
        title=heading,
        long=len(heading.text) > LONG,
        official_title=official if title and official and official.text != title.text else None,
        acronym=_acronym(reading, title),
        tag=_tag(status) if status else None,
        kinds=_kinds(reading),
        facts=_facts(reading),
        sources=tuple(source_line(source) for source in trial.sources),
    )


def _tag(status: Chosen[Coded]) -> Tag:
    tag = status_tag(status.value, status.source.record)
    return replace(tag, words=with_disagreement(tag.words, status, status_words))


def _acronym(reading: SourceReader, title: RegistryText | None) -> RegistryText | None:
    acronym = reading.said(lambda record: record.acronym)
    return None if acronym and title and acronym.text in title.text else acronym


def _kinds(reading: SourceReader) -> tuple[RegistryText, ...]:
    kind = reading.coded(STUDY_TYPE, lambda record: record.design.study_type)
    phases = phase_words(reading)
    return tuple(words for words in (kind, phases) if words)


def phase_words(reading: SourceReader) -> RegistryText | None:
    """``Phase 2 and phase 3``; None for a study that has no phase."""
    found = reading.chosen(lambda record: record.design.phases)
    if found is None or (_has_none(found.value) and not found.disagreeing):
        return None
    return with_disagreement(_phases(found.value, found.source.record), found, _phases)


def _has_none(phases: tuple[Coded, ...]) -> bool:
    return [value.code for value in phases] == ["not_applicable"]


def _phases(values: tuple[Coded, ...], record: TrialRecord) -> RegistryText:
    phases = [coded(PHASE, value, record) for value in values]
    own = next((words for words in phases if words.own_word), None)
    if own:
        return RegistryText(" / ".join(words.text for words in phases), own.lang, own_word=True)
    first, *rest = [words.text for words in phases]
    return RegistryText(" and ".join([first, *(text.lower() for text in rest)]))


def _facts(reading: SourceReader) -> tuple[HeaderFact, ...]:
    words = (
        ("Participants", participants(reading)),
        ("Start", reading.date(lambda record: record.dates.start)),
        ("Primary completion", reading.date(lambda record: record.dates.primary_completion)),
        ("Study completion", reading.date(lambda record: record.dates.completion)),
        ("Sites", _sites(reading)),
        ("Lead sponsor", _sponsor(reading)),
    )
    return tuple(HeaderFact(term, value) for term, value in words if value)


def participants(reading: SourceReader) -> RegistryText | None:
    """Numbers alone can disagree: whether one is planned or actual is said beside it."""
    found = reading.chosen(lambda record: record.design.enrolment)
    words, counts = (_enrolment(found.value) if found else None), reading.value(_count, _people)
    return replace(words, disagreement=counts.disagreement) if words and counts else words


def _count(record: TrialRecord) -> int | None:
    return record.design.enrolment.count if record.design.enrolment else None


def _people(count: int, _record: TrialRecord) -> RegistryText:
    return RegistryText(counted(count, "person", "people"))


def _enrolment(enrolment: Enrolment) -> RegistryText | None:
    if enrolment.count is None:
        return None
    note = STATED_AS.words(enrolment.kind).lower() if enrolment.kind else ""
    return RegistryText(counted(enrolment.count, "person", "people"), note=note)


def _sites(reading: SourceReader) -> RegistryText | None:
    sites = sites_of(reading.trial)
    if not sites:
        return None
    countries = {site.country_code or site.country for site in sites} - {None}
    note = f"in {counted(len(countries), 'country', 'countries')}" if countries else ""
    return RegistryText(counted(len(sites), "site"), note=note)


def _sponsor(reading: SourceReader) -> RegistryText | None:
    return reading.name(lambda record: record.lead_sponsor.name if record.lead_sponsor else None)


def page_title(trial: Trial) -> RegistryText:
    """What the browser's tab says; the number makes it unlike every other page's."""
    title = header_title(trial)
    return RegistryText(f"{title.text} ({trial.slug})", title.lang)


def header_title(trial: Trial) -> RegistryText:
    found = trial.choose(lambda record: record.brief_title or record.official_title or None)
    return (said(found.value, found.source.record) if found else None) or RegistryText(trial.slug)
