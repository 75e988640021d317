"""The expert page as lines for a terminal: RecordPage ─▶ **(text, style)** ─▶ stdout."""

from collections.abc import Iterable, Iterator
from functools import singledispatch

from trialway.presenters.disagreeing import stated_text
from trialway.presenters.expert.about import ConditionsSection, ProseSection
from trialway.presenters.expert.documents import DocumentsSection
from trialway.presenters.expert.eligibility import EligibilitySection
from trialway.presenters.expert.groups import (
    GroupsSection,
    GroupWords,
    InterventionsSection,
    InterventionWords,
)
from trialway.presenters.expert.identifiers import IdentifiersSection
from trialway.presenters.expert.outcomes import OutcomesSection
from trialway.presenters.expert.people import ContactLine, Party, SponsorsSection
from trialway.presenters.expert.references import ReferencesSection, WebPage
from trialway.presenters.expert.sites import SitesSection
from trialway.presenters.record_page import RecordPage
from trialway.presenters.registry_text import (
    LabelledRow,
    Prose,
    RegistryText,
    joined,
)
from trialway.presenters.source_reader import RowsSection, Section
from trialway.registry_text import to_terminal

TITLE, HEADING, QUIET, PLAIN = "bold", "bold cyan", "dim", ""
Line = tuple[str, str]


def lines(page: RecordPage) -> Iterator[Line]:
    """The whole page, section by section."""
    yield from head(page)
    for section in page.sections:
        yield "", PLAIN
        yield section.title.upper(), HEADING
        yield from ((text, PLAIN) for text in body(section))
    sources = (f"{source.registry} {source.url or source.number}" for source in page.header.sources)
    yield "", PLAIN
    yield f"Source: {', '.join(sources)}", QUIET


def head(page: RecordPage) -> Iterator[Line]:
    header = page.header
    yield f"{page.slug}  {header.title.text}", TITLE
    if header.official_title:
        yield header.official_title.text, QUIET
    tags = [header.tag.words] if header.tag else []
    yield " · ".join(said(words) for words in (*tags, *header.kinds)), PLAIN
    for fact in header.facts:
        yield f"{fact.term}: {said(fact.value)}", PLAIN
    for sentence in page.withdrawn:
        yield sentence, TITLE
    if page.stopped:
        reason = said(page.stopped.reason) if page.stopped.reason else page.stopped.note
        yield f"{page.stopped.heading}: {reason}", TITLE
    if page.results:
        yield f"Results have been published: {page.results.parts or 'see the registry'}.", TITLE


def said(words: RegistryText) -> str:
    mark = " [registry's own word]" if words.own_word else ""
    note = f" ({words.note})" if words.note else ""
    every = f" [The registries disagree: {stated_text(words.disagreement)}]" if words.disagreement else ""
    return f"{words.text}{mark}{note}{every}"


def listed(items: Iterable[RegistryText]) -> str:
    return "; ".join(map(said, items))


def inset(text: str) -> str:
    return "\n".join(f"    {line}" if line else "" for line in text.split("\n"))


def prose(text: Prose | None) -> Iterator[str]:
    if text is not None:
        yield inset(to_terminal(text.original))


def rows(found: Iterable[LabelledRow]) -> Iterator[str]:
    for row in found:
        yield f"{row.term}: {listed(row.values)}" if row.prose is None else f"{row.term}:"
        yield from prose(row.prose)


@singledispatch
def body(section: Section) -> Iterator[str]:
    raise AssertionError(f"the terminal knows no section {type(section).__name__}; register it here")


@body.register
def _(section: RowsSection) -> Iterator[str]:
    yield from rows(section.rows)
    if section.quiet:
        yield section.quiet


@body.register
def _(section: ProseSection) -> Iterator[str]:
    yield to_terminal(section.prose.original)


@body.register
def _(section: ConditionsSection) -> Iterator[str]:
    yield from named(("Conditions", section.conditions), ("Keywords", section.keywords))
    yield from named(("MeSH terms", section.terms), ("Broader MeSH terms", section.broader))


def named(*lists: tuple[str, tuple[RegistryText, ...]]) -> Iterator[str]:
    for name, items in lists:
        if items:
            yield f"{name}: {listed(items)}"


@body.register
def _(section: GroupsSection) -> Iterator[str]:
    for group in section.groups:
        yield from one_group(group)


def one_group(group: GroupWords) -> Iterator[str]:
    yield f"• {joined(said(group.label), said(group.kind) if group.kind else None)}"
    yield from prose(group.description)
    for each in group.interventions:
        yield inset(f"– {joined(said(each.name), said(each.kind) if each.kind else None)}")
    for words in group.unmatched:
        yield inset(f"– {said(words)}")


@body.register
def _(section: InterventionsSection) -> Iterator[str]:
    for each in section.interventions:
        yield from intervention(each)
    yield from named(("MeSH terms", section.terms), ("Broader MeSH terms", section.broader))


def intervention(each: InterventionWords) -> Iterator[str]:
    yield f"• {joined(said(each.name), said(each.kind) if each.kind else None)}"
    yield from (inset(text) for text in named(("Also known as", each.other_names)))
    yield from prose(each.description)
    yield from (inset(text) for text in named(("Given in", each.groups)))


@body.register
def _(section: OutcomesSection) -> Iterator[str]:
    for group in section.groups:
        yield f"{group.title}:"
        for outcome in group.outcomes:
            when = f" [{said(outcome.time_frame)}]" if outcome.time_frame else ""
            yield f"• {said(outcome.measure)}{when}"
            yield from prose(outcome.description)


@body.register
def _(section: EligibilitySection) -> Iterator[str]:
    yield from rows(section.rows)
    if section.original:
        yield to_terminal(section.original)


@body.register
def _(section: SponsorsSection) -> Iterator[str]:
    yield from map(party, section.sponsors)
    yield from rows(section.responsible)
    yield from map(party, section.officials)
    yield from map(contact, section.contacts)


def party(each: Party) -> str:
    return f"{said(each.role)}: {joined(said(each.name), *map(said, each.details))}"


def contact(line: ContactLine) -> str:
    return "Contact: " + joined(
        *(said(words) for words in (line.name, line.role, line.phone, line.email) if words)
    )


@body.register
def _(section: SitesSection) -> Iterator[str]:
    if section.count:
        yield section.count
    for country in section.countries:
        yield f"{said(country.name)}: {country.count}"
        for site in country.sites:
            status = said(site.tag.words) if site.tag else section.no_status
            place = said(site.place) if site.place else None
            yield inset(f"• {joined(said(site.name), place)} – {status}")
            yield from (inset(inset(contact(line))) for line in site.contacts)
    yield from named(("Countries removed by the sponsor", section.removed))


@body.register
def _(section: DocumentsSection) -> Iterator[str]:
    for document in section.documents:
        label = said(document.label) if document.label else None
        yield f"• {joined(document.link_words, label, document.details or None, document.url)}"
    if section.quiet:
        yield section.quiet


@body.register
def _(section: IdentifiersSection) -> Iterator[str]:
    for line in section.identifiers:
        yield f"• {said(line.value)}: {joined(said(line.kind), said(line.issuer) if line.issuer else None)}"


@body.register
def _(section: ReferencesSection) -> Iterator[str]:
    for paper in section.publications:
        kind = f" ({said(paper.kind)})" if paper.kind else ""
        yield f"• {said(paper.citation)}{kind} {paper.link}".rstrip()
        yield from (inset(f"Retracted: {said(notice)}") for notice in paper.retracted)
    yield from map(web_page, (*section.pages, *section.data))


def web_page(page: WebPage) -> str:
    url = page.url if page.url != page.words.text else ""
    return f"• {joined(said(page.words), *map(said, page.details), url)}"
