"""Query and Answer ─▶ **the search page** in words and links; every choice is an address."""

from collections.abc import Iterator
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from trialway.presenters.active_filters import ChosenLink, active_filters, kept
from trialway.presenters.interpretation import (
    OfferLink,
    Problem,
    Understood,
    offered,
    offers,
    told,
    understood,
)
from trialway.presenters.near_place import (
    GROUPS,
    BeyondWords,
    PlaceAsked,
    WhereForm,
    beyond_words,
    near_words,
    place_asked,
    place_query,
    where_form,
)
from trialway.presenters.registry_text import RegistryText, counted, number
from trialway.presenters.result_item import HitWords, hit_words
from trialway.search.interpretation.interpret_request import InterpretedQuery
from trialway.search.query.fielded_text import split_fields
from trialway.search.query.query import SORTS, Query
from trialway.search.results.answer import Answer, NearestMatches
from trialway.search.results.facet_options import FacetAnswer, FacetOption

# What the form's own fields say.
OF_THE_FORM = {"q", "page", "near", "within", "lat", "lon", "km"}
OPEN_HERE = {("site_status", "recruiting")}
# Values of a facet that show at once; the others fold.
SHOWN = 7
BEST_MATCH = (
    "Trials with the words in their title, condition or treatment come first; among equals, those that take "
    "people and those updated lately."
)
OURS = {"status", "phase", "type", "sponsor_class", "results", "site_status"}
THEIRS = {"condition", "condition_group", "intervention", "sponsor", "region", "city"}


class ChoiceLink(Struct, frozen=True):
    label: RegistryText
    count: str
    query: str
    chosen: bool


class FacetLinks(Struct, frozen=True):
    name: str
    label: str
    shown: tuple[ChoiceLink, ...]
    folded: tuple[ChoiceLink, ...]


class SortLink(Struct, frozen=True):
    label: str
    query: str
    current: bool


class HitGroup(Struct, frozen=True):
    """Hits under one heading; without a heading when all stand together."""

    heading: str
    hits: tuple[HitWords, ...]


class SearchPage(Struct, frozen=True):
    title: str
    typed_before: str
    typed: str
    where: WhereForm
    place: PlaceAsked | None
    place_query: str
    kept: tuple[tuple[str, str], ...]
    total: str
    nothing: str
    range: str
    groups: tuple[HitGroup, ...]
    beyond: BeyondWords | None
    farther: tuple[HitWords, ...]
    closest: HitGroup | None
    chosen: tuple[ChosenLink, ...]
    without_filters: str
    facets: tuple[FacetLinks, ...]
    order: str
    sorts: tuple[SortLink, ...]
    previous: str | None
    next: str | None
    position: str
    problems: tuple[Problem, ...]
    understood: Understood | None
    offers: tuple[OfferLink, ...]
    guidance: tuple[str, ...]
    query: str


def search_page(question: InterpretedQuery, answer: Answer) -> SearchPage:
    """``question`` is what was asked; the answer may have turned to another page."""
    query = question.query.with_page(answer.query.page)
    at, pages = answer.query.page, answer.pages
    return SearchPage(
        title=_title(query, answer),
        typed_before=question.typed,
        typed=split_fields(query.text.typed).rest,
        where=where_form(query, answer.where.typed if answer.where else ""),
        place=place_asked(query, answer.where),
        place_query=place_query(query.near),
        kept=tuple(pair for pair in kept(query) if pair not in OPEN_HERE and pair[0] not in OF_THE_FORM),
        total=counted(answer.total, "trial"),
        nothing="" if answer.total else _nothing(query, answer),
        range=_range(answer),
        groups=tuple(_groups(query, answer)),
        beyond=beyond_words(answer.beyond) if answer.beyond else None,
        farther=tuple(hit_words(hit, query.near) for hit in answer.beyond.hits) if answer.beyond else (),
        closest=_closest(query, answer.closest) if answer.closest else None,
        chosen=(*active_filters(query), *_chosen(query, answer)),
        understood=understood(question, answer),
        offers=offers(answer, query),
        without_filters=_address(query.without_filters().with_text(split_fields(query.text.typed).rest)),
        facets=tuple(links for facet in answer.facets if (links := _facet(query, facet)).shown),
        order=BEST_MATCH if query.order == "relevance" and answer.total > 1 else "",
        sorts=tuple(_sorts(query)),
        previous=_address(query.with_page(at - 1)) if at > 1 else None,
        next=_address(query.with_page(at + 1)) if at < pages else None,
        position=f"Page {number(at)} of {number(pages)}" if pages > 1 else "",
        problems=tuple(told(each, question.typed) for each in answer.problems if each.parameter != "near"),
        guidance=answer.guidance,
        query=_address(query.with_page(1)),
    )


def _closest(query: Query, close: NearestMatches) -> HitGroup:
    found = tuple(hit_words(hit, None) for hit in close.hits)
    if close.offer is None:
        return HitGroup("Closest: trials with most of these words", found)
    given_up = offered(close.offer, query)
    return HitGroup(f"Closest: {given_up[0].lower()}{given_up[1:]}", found)


def _groups(query: Query, answer: Answer) -> Iterator[HitGroup]:
    """By what is said of the shown places when that is what they are sorted by."""
    if query.order != "nearest":
        yield HitGroup("", tuple(hit_words(hit, query.near) for hit in answer.hits))
        return
    for group, hits in groupby(answer.hits, key=lambda hit: hit.site.group if hit.site else "other"):
        yield HitGroup(GROUPS[group], tuple(hit_words(hit, query.near) for hit in hits))


def _address(query: Query) -> str:
    """``?q=asthma``; a lone question mark asks for everything."""
    return f"?{query.query_string()}"


def _title(query: Query, answer: Answer) -> str:
    what = f"{query.text.typed} – " if query.text.typed else ""
    page = f", page {answer.query.page}" if answer.query.page > 1 else ""
    filters = ", ".join(link.label.text for link in (*active_filters(query), *_chosen(query, answer)))
    return f"{what}{counted(answer.total, 'trial')}{f' ({filters})' if filters else ''}{page}"


def _range(answer: Answer) -> str:
    if not answer.hits:
        return ""
    if len(answer.hits) == answer.total:
        return counted(answer.total, "trial")
    first = (answer.query.page - 1) * answer.query.per_page + 1
    return f"{number(first)}–{number(first + len(answer.hits) - 1)} of {counted(answer.total, 'trial')}"


def _nothing(query: Query, answer: Answer) -> str:
    if query.near is None:
        return "No trials found"
    reach = near_words(query.near, answer.where)
    return f"No trials {reach[0].lower()}{reach[1:]}"


def _chosen(query: Query, answer: Answer) -> list[ChosenLink]:
    place = RegistryText(near_words(query.near, answer.where)) if query.near else None
    near = [ChosenLink("place", place, _address(query.with_near(None)))] if place else []
    return near + [
        ChosenLink(facet.label, _chip(facet, choice), _address(query.without_filter(facet.name, choice.code)))
        for facet in answer.facets
        for choice in facet.choices
        if choice.chosen
    ]


def _facet(query: Query, facet: FacetAnswer) -> FacetLinks:
    """Chosen values come first, then the vocabulary's or the counts' order; what no trial has is left out."""
    useful = [choice for choice in facet.choices if choice.count or choice.chosen]
    links = [_choice(query, facet, choice) for choice in sorted(useful, key=lambda choice: not choice.chosen)]
    # One more is no reason to fold.
    cut = len(links) if len(links) <= SHOWN + 1 else SHOWN
    return FacetLinks(facet.name, facet.label, tuple(links[:cut]), tuple(links[cut:]))


def _choice(query: Query, facet: FacetAnswer, choice: FacetOption) -> ChoiceLink:
    change = query.without_filter if choice.chosen else query.with_filter
    return ChoiceLink(
        label=label(facet.name, choice),
        count=number(choice.count),
        query=_address(change(facet.name, choice.code)),
        chosen=choice.chosen,
    )


def _chip(facet: FacetAnswer, choice: FacetOption) -> RegistryText:
    """A status alone would be taken for the trial's."""
    said = label(facet.name, choice)
    return replace(said, text=f"{facet.label}: {said.text.lower()}") if facet.name == "site_status" else said


def label(facet: str, choice: FacetOption) -> RegistryText:
    """Labels of our vocabularies are ours; subject headings and raw values are the registry's."""
    own = choice.code.startswith("raw:")
    if facet in THEIRS or own:
        return RegistryText(choice.label, "en", own_word=own and facet in OURS)
    return RegistryText(choice.label)


def _sorts(query: Query) -> list[SortLink]:
    """Best match is no order while there are no words to match."""
    return [
        SortLink(label, _address(query.with_sort(sort)), query.order == sort)
        for sort, label in SORTS.items()
        if (sort != "relevance" or query.text.tree is not None) and (sort != "nearest" or query.near)
    ]
