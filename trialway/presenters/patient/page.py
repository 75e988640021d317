"""The whole patient page: the trial in one sentence, its questions and answers, its places and numbers."""

import datetime as dt

from markupsafe import Markup
from msgspec import Struct

from trialway.plain.choose_record import told_from
from trialway.plain.phrases import noun_of
from trialway.plain.statement import PatientText
from trialway.plain.tense import voice_of
from trialway.plain.text import patient_text
from trialway.presenters.disagreeing import Disagreement, weighty
from trialway.presenters.expert.header import LONG, header_title, page_title
from trialway.presenters.expert.identifiers import identifiers
from trialway.presenters.expert.sites import sites
from trialway.presenters.expert.stopped import withdrawn_banner
from trialway.presenters.nearest_sites import AskedPlace
from trialway.presenters.patient.explain_terms import PageTexts
from trialway.presenters.patient.lay_paths import PathStep, lay_paths
from trialway.presenters.patient.report_mistake import report_link
from trialway.presenters.patient.sentences import ShownSection, sentence, shown_section
from trialway.presenters.registry_text import RegistryText, language, said
from trialway.presenters.related import RelatedSection, related_sections
from trialway.presenters.source_reader import Section, SourceReader
from trialway.presenters.sources import SourceLine, source_line
from trialway.presenters.status import Tag, status_tag
from trialway.presenters.views import Tab, tabs
from trialway.record import NO_RESULTS
from trialway.search.related.related_trials import Related
from trialway.trial import Trial


class Topic(Struct, frozen=True):
    """A condition that leads to a search."""

    words: RegistryText
    query: str


class PatientPage(Struct, frozen=True):
    """``long``: whether the title needs smaller letters; ``noun``: what it is called, a trial, a study or
    a programme. Title, summary, ``noun`` and whether it ``may_be_open`` are told from the leading
    record; each section from the record that it names."""

    slug: str
    noun: str
    tabs: tuple[Tab, ...]
    page_title: RegistryText
    title: Markup
    long: bool
    registry_title: RegistryText | None
    scientific_title: RegistryText | None
    tag: Tag | None
    summary: Markup
    topics: tuple[Topic, ...]
    paths: tuple[tuple[PathStep, ...], ...]
    sections: tuple[ShownSection, ...]
    withdrawn: tuple[str, ...]
    may_be_open: bool
    sites: Section | None
    identifiers: Section | None
    sources: tuple[SourceLine, ...]
    disagreements: tuple[Disagreement, ...]
    has_results: bool
    related: RelatedSection | None
    report: str


def patient_page(
    trial: Trial,
    today: dt.date,
    related: Related | None = None,
    asked: AskedPlace | None = None,
    report_to: str = "",
) -> PatientPage:
    """``today`` decides how fresh the record is said to be; ``related`` is what the index finds beside it;
    sites are measured from the place ``asked``; ``report_to`` is where mistakes are reported."""
    text = patient_text(trial, today)
    record = trial.main
    reading = SourceReader(trial)
    status = reading.chosen(lambda record: record.recruitment.status)
    title = header_title(trial)
    return PatientPage(
        slug=trial.slug,
        noun=noun_of(record),
        tabs=tabs("trial"),
        page_title=page_title(trial),
        title=sentence(text.title, PageTexts(language(record))),
        long=len(text.title.text) > LONG,
        registry_title=title if title.text != text.title.text else None,
        scientific_title=_other_title(text, title, trial),
        tag=status_tag(status.value, status.source.record) if status else None,
        summary=sentence(text.summary, PageTexts(language(record))),
        topics=_topics(trial),
        paths=lay_paths(trial),
        sections=tuple(
            shown_section(
                section, told_from(trial, section.id), several=len(trial.sources) > 1, report_to=report_to
            )
            for section in text.sections
        ),
        withdrawn=withdrawn_banner(trial),
        may_be_open=voice_of(record).tense in ("future", "present"),
        sites=sites(trial, asked),
        identifiers=identifiers(trial),
        sources=tuple(map(source_line, trial.sources)),
        disagreements=weighty(trial),
        has_results=any(source.record.results != NO_RESULTS for source in trial.sources),
        related=next(iter(related_sections(trial, related, asked)), None),
        report=report_link(report_to, trial.main.record_id),
    )


def _other_title(text: PatientText, title: RegistryText, trial: Trial) -> RegistryText | None:
    other = said(text.scientific_title, trial.main)
    return other if other and other.text != title.text else None


def _topics(trial: Trial) -> tuple[Topic, ...]:
    """The conditions in the record's words; each is a search in the field of conditions."""
    conditions = trial.every(lambda record: record.conditions)
    found = [words for claim in conditions[:8] if (words := said(claim.value, claim.source.record))]
    return tuple(Topic(words, f'condition:"{words.text}"') for words in found)
