"""Publications, web pages and data sets that the record names."""

from msgspec import Struct

from trialway.presenters.registry_text import RegistryText, coded, said
from trialway.presenters.source_reader import Section, SourceReader
from trialway.record import (
    AvailableData,
    Reference,
    TrialRecord,
    WebLink,
)
from trialway.registry_text import repair
from trialway.trial import Trial
from trialway.vocabulary.reference_type import REFERENCE_TYPE


class Publication(Struct, frozen=True):
    citation: RegistryText
    kind: RegistryText | None
    pmid: str
    link: str
    retracted: tuple[RegistryText, ...]


class WebPage(Struct, frozen=True):
    """``words`` are the link's; ``url`` is empty when the record's is no web address."""

    words: RegistryText
    url: str
    details: tuple[RegistryText, ...] = ()


class ReferencesSection(Section, frozen=True, kw_only=True):
    publications: tuple[Publication, ...]
    folded: bool
    pages: tuple[WebPage, ...]
    data: tuple[WebPage, ...]


# A longer list of publications folds.
MOST_OPEN = 10


def references(trial: Trial) -> ReferencesSection | None:
    reading = SourceReader(trial)
    papers = reading.chosen(lambda record: record.references)
    pages = reading.chosen(lambda record: record.links)
    data = reading.chosen(lambda record: record.available_data)
    if not (papers or pages or data):
        return None
    return ReferencesSection(
        id="references",
        title="Publications and links",
        help="Papers and pages that the record names, and what each has to do with the study.",
        template="expert/references.jinja",
        publications=tuple(_publication(each, papers.source.record) for each in papers.value)
        if papers
        else (),
        folded=bool(papers) and len(papers.value) > MOST_OPEN if papers else False,
        pages=_pages(pages.value, pages.source.record) if pages else (),
        data=tuple(_data(each, data.source.record) for each in data.value) if data else (),
        sources=reading.sources,
    )


def _publication(reference: Reference, record: TrialRecord) -> Publication:
    pmid = (reference.pmid or "").strip()
    number = pmid if pmid.isascii() and pmid.isdigit() else ""
    return Publication(
        citation=said(reference.citation, record) or RegistryText("Citation not stated"),
        kind=coded(REFERENCE_TYPE, reference.kind, record) if reference.kind else None,
        pmid=number,
        link=f"https://pubmed.ncbi.nlm.nih.gov/{number}/" if number else "",
        retracted=tuple(
            said(notice.source, record, note=f"PMID {notice.pmid}" if notice.pmid else "")
            or RegistryText("Retraction", note=f"PMID {notice.pmid}" if notice.pmid else "")
            for notice in reference.retractions
        ),
    )


def web_address(url: str | None) -> str:
    """The address if it can be followed: of the web, and nothing that a browser would run."""
    address = repair(url).strip() if url else ""
    return address if address.lower().startswith(("http://", "https://")) and " " not in address else ""


def _pages(links: tuple[WebLink, ...], record: TrialRecord) -> tuple[WebPage, ...]:
    """Links that share their label ("Related Info", four times) are called by their addresses."""
    labels = [link.label for link in links]
    return tuple(
        WebPage(
            words=(said(link.label, record) if labels.count(link.label) == 1 else None)
            or said(link.url, record)
            or RegistryText("Page not named"),
            url=web_address(link.url),
        )
        for link in links
    )


def _data(data: AvailableData, record: TrialRecord) -> WebPage:
    words = said(data.kind, record) or said(data.record_id, record) or said(data.url, record)
    details = (said(data.record_id, record) if data.kind else None, said(data.comment, record))
    return WebPage(
        words or RegistryText("Data set, not named"),
        web_address(data.url),
        tuple(each for each in details if each),
    )
