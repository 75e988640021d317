"""Files that the registry holds: what they are, of which day, how large, and where."""

from msgspec import Struct

from trialway.presenters.dates import dated
from trialway.presenters.registry_text import RegistryText, joined, said
from trialway.presenters.source_reader import Section, SourceReader
from trialway.record import StudyDocument, TrialRecord
from trialway.registries.known import label_of
from trialway.trial import Trial


class DocumentLine(Struct, frozen=True):
    """``link_words`` tell two files of one kind apart; ``label`` is the registry's when it says more."""

    title: str
    link_words: str
    label: RegistryText | None
    details: str
    url: str | None


class DocumentsSection(Section, frozen=True, kw_only=True):
    documents: tuple[DocumentLine, ...]
    quiet: str


def documents(trial: Trial) -> DocumentsSection | None:
    reading = SourceReader(trial)
    found = reading.chosen(lambda record: record.documents)
    no_plan = reading.chosen(lambda record: record.no_analysis_plan or None)
    if found is None and no_plan is None:
        return None
    return DocumentsSection(
        id="documents",
        title="Documents",
        help="Protocol, analysis plan and consent form as the sponsor gave them to the registry.",
        template="expert/documents.jinja",
        documents=tuple(_document(each, found.source.record) for each in found.value) if found else (),
        quiet="The record says that there is no statistical analysis plan." if no_plan else "",
        sources=reading.sources,
    )


def _document(document: StudyDocument, record: TrialRecord) -> DocumentLine:
    title = _title(document)
    label = said(document.label, record)
    return DocumentLine(
        title=title,
        link_words=joined(title, dated("dated", document.date)),
        label=label if label and label.text.casefold() != title.casefold() else None,
        details=_details(document, record),
        url=document.url,
    )


def _details(document: StudyDocument, record: TrialRecord) -> str:
    text = joined(
        dated("uploaded", document.uploaded),
        None if document.size is None else size_words(document.size),
        None if document.url else f"held by {label_of(record.registry)}, no address known",
    )
    return text[:1].upper() + text[1:]


def _title(document: StudyDocument) -> str:
    kinds = (
        (document.has_protocol, "study protocol"),
        (document.has_analysis_plan, "statistical analysis plan"),
        (document.has_consent_form, "informed consent form"),
    )
    *firsts, last = [words for stated, words in kinds if stated] or ["document"]
    text = f"{', '.join(firsts)} and {last}" if firsts else last
    return text[0].upper() + text[1:]


def size_words(size: int) -> str:
    """``640 bytes``, ``850 kB``, ``1.2 MB``; decimal, as the registry counts."""
    if size < 1000:
        return f"{size} bytes"
    return f"{size / 1000:.0f} kB" if size < 1_000_000 else f"{size / 1_000_000:.1f} MB"
