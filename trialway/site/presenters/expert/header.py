"""The head of the expert page: titles, number, tags, the facts that decide whether to read on."""

from msgspec import Struct
from msgspec.structs import replace

from trialway.record import Enrolment, TrialRecord
from trialway.site.presenters.disagreeing import status_words, with_disagreement
from trialway.site.presenters.reading import Reading
from trialway.site.presenters.sources import SourceLine, source_line
from trialway.site.presenters.status import Tag, status_tag
from trialway.site.presenters.words import Fact, Words, coded, counted, said
from trialway.trial import Chosen, Trial
from trialway.trial_sites import sites_of
from trialway.vocabulary.coded import Coded
from trialway.vocabulary.phase import PHASE
from trialway.vocabulary.stated_as import STATED_AS
from trialway.vocabulary.study_type import STUDY_TYPE

# A title of more characters is set smaller.
LONG = 110


class Header(Struct, frozen=True):
    title: Words
    long: bool
    official_title: Words | None
    acronym: Words | None
    tag: Tag | None
    kinds: tuple[Words, ...]
    facts: tuple[Fact, ...]
    sources: tuple[SourceLine, ...]


def header(trial: Trial) -> Header:
    reading = Reading(trial)
    title = reading.said(lambda record: record.brief_title)
    official = reading.said(lambda record: record.official_title)
    status = reading.chosen(lambda record: record.recruitment.status)
    heading = title or official or Words(trial.slug)
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


def _acronym(reading: Reading, title: Words | None) -> Words | None:
    acronym = reading.said(lambda record: record.acronym)
    return None if acronym and title and acronym.text in title.text else acronym


def _kinds(reading: Reading) -> tuple[Words, ...]:
    kind = reading.coded(STUDY_TYPE, lambda record: record.design.study_type)
    phases = phase_words(reading)
    return tuple(words for words in (kind, phases) if words)


def phase_words(reading: Reading) -> Words | None:
    """``Phase 2 and phase 3``; None for a study that has no phase."""
    found = reading.chosen(lambda record: record.design.phases)
    if found is None or (_has_none(found.value) and not found.disagreeing):
        return None
    return with_disagreement(_phases(found.value, found.source.record), found, _phases)


def _has_none(phases: tuple[Coded, ...]) -> bool:
    return [value.code for value in phases] == ["not_applicable"]


def _phases(values: tuple[Coded, ...], record: TrialRecord) -> Words:
    phases = [coded(PHASE, value, record) for value in values]
    own = next((words for words in phases if words.own_word), None)
    if own:
        return Words(" / ".join(words.text for words in phases), own.lang, own_word=True)
    first, *rest = [words.text for words in phases]
    return Words(" and ".join([first, *(text.lower() for text in rest)]))


def _facts(reading: Reading) -> tuple[Fact, ...]:
    words = (
        ("Participants", participants(reading)),
        ("Start", reading.date(lambda record: record.dates.start)),
        ("Primary completion", reading.date(lambda record: record.dates.primary_completion)),
        ("Study completion", reading.date(lambda record: record.dates.completion)),
        ("Sites", _sites(reading)),
        ("Lead sponsor", _sponsor(reading)),
    )
    return tuple(Fact(term, value) for term, value in words if value)


def participants(reading: Reading) -> Words | None:
    """Numbers alone can disagree: whether one is planned or actual is said beside it."""
    found = reading.chosen(lambda record: record.design.enrolment)
    words, counts = (_enrolment(found.value) if found else None), reading.value(_count, _people)
    return replace(words, disagreement=counts.disagreement) if words and counts else words


def _count(record: TrialRecord) -> int | None:
    return record.design.enrolment.count if record.design.enrolment else None


def _people(count: int, _record: TrialRecord) -> Words:
    return Words(counted(count, "person", "people"))


def _enrolment(enrolment: Enrolment) -> Words | None:
    if enrolment.count is None:
        return None
    note = STATED_AS.words(enrolment.kind).lower() if enrolment.kind else ""
    return Words(counted(enrolment.count, "person", "people"), note=note)


def _sites(reading: Reading) -> Words | None:
    sites = sites_of(reading.trial)
    if not sites:
        return None
    countries = {site.country_code or site.country for site in sites} - {None}
    note = f"in {counted(len(countries), 'country', 'countries')}" if countries else ""
    return Words(counted(len(sites), "site"), note=note)


def _sponsor(reading: Reading) -> Words | None:
    return reading.name(lambda record: record.lead_sponsor.name if record.lead_sponsor else None)


def page_title(trial: Trial) -> Words:
    """What the browser's tab says; the number makes it unlike every other page's."""
    title = header_title(trial)
    return Words(f"{title.text} ({trial.slug})", title.lang)


def header_title(trial: Trial) -> Words:
    found = trial.choose(lambda record: record.brief_title or record.official_title or None)
    return (said(found.value, found.source.record) if found else None) or Words(trial.slug)
