"""One hit of a search: its card and why it matched, in words."""

from msgspec import Struct

from trialway.presenters.card_language import summary_language, text_language, title_language
from trialway.presenters.dates import date_words
from trialway.presenters.near_place import NearSite, near_site
from trialway.presenters.registry_text import RegistryText, counted
from trialway.presenters.status import TONES, Tag
from trialway.search.document.result_summary import ResultSummary
from trialway.search.query.query import Near
from trialway.search.results.answer import Result
from trialway.search.results.snippets import Snippet
from trialway.vocabulary.coded import Coded, Vocabulary
from trialway.vocabulary.phase import PHASE
from trialway.vocabulary.status import STATUS
from trialway.vocabulary.study_type import STUDY_TYPE

MOST_CONDITIONS = 4


class Why(Struct, frozen=True):
    """``segments`` are (text, whether it is what was asked for)."""

    label: str
    segments: tuple[tuple[str, bool], ...]
    lang: str


class HitWords(Struct, frozen=True):
    slug: str
    number: str
    title: RegistryText
    tag: Tag | None
    kinds: tuple[RegistryText, ...]
    conditions: tuple[RegistryText, ...]
    more_conditions: str
    sponsor: RegistryText | None
    places: str
    updated: RegistryText | None
    results: bool
    summary: RegistryText | None
    why: tuple[Why, ...]
    near: NearSite | None = None


def hit_words(found: Result, near: Near | None = None) -> HitWords:
    card = found.card
    lang = text_language(card)
    # The title stands above with all its words; what it matched needs no second showing.
    why = tuple(_why(excerpt, lang) for excerpt in found.why if excerpt.area != "title")
    return HitWords(
        slug=card.slug,
        number=card.record_id,
        title=RegistryText(card.title, title_language(card)),
        tag=card_tag(card, lang),
        kinds=_kinds(card, lang),
        conditions=tuple(RegistryText(text, lang) for text in card.conditions[:MOST_CONDITIONS]),
        more_conditions=_more(len(card.conditions) - MOST_CONDITIONS),
        sponsor=RegistryText(card.sponsor, lang) if card.sponsor else None,
        places=_places(card),
        updated=RegistryText(date_words(card.updated), iso=card.updated.iso) if card.updated else None,
        results=card.results,
        summary=RegistryText(card.summary, summary_language(card)) if card.summary and not why else None,
        why=why,
        near=near_site(found, near),
    )


def card_tag(card: ResultSummary, lang: str) -> Tag | None:
    """The status of the trial as a tag; None when the record states none."""
    if card.status is None:
        return None
    return Tag(_coded(STATUS, card.status, lang), TONES.get(card.status.code or "", "done"))


def _kinds(card: ResultSummary, lang: str) -> tuple[RegistryText, ...]:
    phases = [_coded(PHASE, phase, lang) for phase in card.phases if phase.code != "not_applicable"]
    kind = [_coded(STUDY_TYPE, card.study_type, lang)] if card.study_type else []
    return (*phases, *kind)


def _coded(vocabulary: Vocabulary, value: Coded, lang: str) -> RegistryText:
    return RegistryText(vocabulary.words(value), None if value.code else lang, own_word=value.code is None)


def _more(count: int) -> str:
    return f"and {count} more" if count > 0 else ""


def _places(card: ResultSummary) -> str:
    if not card.sites:
        return "No sites stated"
    where = f" in {counted(card.countries, 'country', 'countries')}" if card.countries else ""
    return counted(card.sites, "site") + where


def _why(excerpt: Snippet, lang: str) -> Why:
    return Why(excerpt.label, tuple((segment.text, segment.matched) for segment in excerpt.segments), lang)
