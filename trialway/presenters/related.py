"""Related trials in words: Related ─▶ **lists with reasons** for the three views and for their own page."""

from msgspec import Struct

from trialway.places.distances import distance_words
from trialway.places.location import Location
from trialway.places.lookup import PlaceLookup
from trialway.presenters.card_language import text_language, title_language
from trialway.presenters.dates import date_words
from trialway.presenters.expert.header import page_title
from trialway.presenters.nearest_sites import AskedPlace
from trialway.presenters.registry_text import RegistryText
from trialway.presenters.result_item import card_tag
from trialway.presenters.source_reader import Section
from trialway.presenters.status import Tag
from trialway.search.document.result_summary import ResultSummary
from trialway.search.related.mentioned_trials import MentionedTrial
from trialway.search.related.neighbours import Neighbour
from trialway.search.related.reasons import Reason
from trialway.search.related.related_trials import Related
from trialway.trial import Trial

OURS = {"line", "phase"}
# What is said of a trial whose status is unknown or not stated must not be that it is closed.
TAKES_NOBODY = {
    "active_not_recruiting", "suspended", "terminated", "completed", "withdrawn", "no_longer_available",
    "temporarily_not_available", "approved_for_marketing",
}  # fmt: skip


class Shared(Struct, frozen=True):
    """One reason: ``Same condition`` and what it is."""

    label: str
    names: tuple[RegistryText, ...]


class NeighbourWords(Struct, frozen=True):
    slug: str
    number: str
    title: RegistryText
    tag: Tag | None
    updated: RegistryText | None
    away: str
    reasons: tuple[Shared, ...]


class LinkedWords(Struct, frozen=True):
    """``slug`` is None for a study that is not in this collection."""

    slug: str | None
    number: str
    title: RegistryText | None
    tag: Tag | None
    who: str
    quote: RegistryText | None


class RelatedSection(Section, frozen=True, kw_only=True):
    """``closed``: this trial takes nobody, so that the recruiting ones come first."""

    slug: str
    closed: bool
    recruiting: tuple[NeighbourWords, ...]
    similar: tuple[NeighbourWords, ...]
    linked: tuple[LinkedWords, ...]

    @property
    def empty(self) -> bool:
        return not (self.recruiting or self.similar or self.linked)


class RelatedPage(Struct, frozen=True):
    """``problem``: why the place that was asked for cannot be measured from; ``others``: what it may mean."""

    slug: str
    page_title: RegistryText
    section: RelatedSection
    problem: str = ""
    others: tuple[Location, ...] = ()


def related_section(
    trial: Trial, found: Related, asked: AskedPlace | None = None, most: int = 8
) -> RelatedSection:
    """At most ``most`` of each list; distances from the place ``asked``."""
    unit = asked.unit if asked else "km"
    status = trial.value(lambda record: record.recruitment.status)
    return RelatedSection(
        id="related",
        title="Related trials",
        help="Found by this site from what the records say; the reasons stand beside each.",
        template="parts/related.jinja",
        slug=trial.slug,
        closed=bool(status and status.code in TAKES_NOBODY),
        recruiting=tuple(_neighbour(one, unit) for one in found.recruiting[:most]),
        similar=tuple(_neighbour(one, unit) for one in found.similar[:most]),
        linked=tuple(map(_linked, found.linked)),
    )


def related_sections(
    trial: Trial, found: Related | None, asked: AskedPlace | None = None
) -> tuple[RelatedSection, ...]:
    """The section, when there is something in it."""
    section = related_section(trial, found, asked) if found else None
    return () if section is None or section.empty else (section,)


def related_page(trial: Trial, found: Related, asked: AskedPlace | None = None) -> RelatedPage:
    section = related_section(trial, found, asked, most=20)
    where = asked.where if asked else PlaceLookup("")
    others = where.others if where.problem else ()
    return RelatedPage(trial.slug, page_title(trial), section, where.problem, others)


def _neighbour(found: Neighbour, unit: str) -> NeighbourWords:
    card = found.card
    lang = text_language(card)
    return NeighbourWords(
        slug=card.slug,
        number=card.record_id,
        title=RegistryText(card.title, title_language(card)),
        tag=card_tag(card, lang),
        updated=RegistryText(date_words(card.updated), iso=card.updated.iso) if card.updated else None,
        away=f"Nearest place {distance_words(found.km, unit)} away" if found.km is not None else "",
        reasons=tuple(_shared(reason, lang) for reason in found.reasons),
    )


def _shared(reason: Reason, lang: str) -> Shared:
    names = (RegistryText(name, None if reason.kind in OURS else lang) for name in reason.names)
    return Shared(reason.label, tuple(names))


def _linked(found: MentionedTrial) -> LinkedWords:
    card: ResultSummary | None = found.card
    lang = text_language(card) if card else "en"
    return LinkedWords(
        slug=card.slug if card else None,
        number=found.record_id,
        title=RegistryText(card.title, title_language(card)) if card else None,
        tag=card_tag(card, lang) if card else None,
        who="Its record says" if found.names_us else "This trial’s record says",
        quote=RegistryText(found.quote, lang) if found.quote and found.quote != found.record_id else None,
    )
