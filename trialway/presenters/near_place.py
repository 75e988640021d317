"""The place that was asked for and the places of hits, in words: Where, FoundSite ─▶ **near** ─▶ page."""

from urllib.parse import urlencode

from msgspec import Struct

from trialway.places.distances import FARTHEST_KM, distance_words, within
from trialway.places.location import Location
from trialway.places.lookup import PlaceLookup
from trialway.presenters.card_language import text_language
from trialway.presenters.dates import date_words
from trialway.presenters.registry_text import RegistryText, counted
from trialway.presenters.status import TONES, Tag
from trialway.search.document.result_summary import ResultSummary
from trialway.search.query.query import Near, Query
from trialway.search.results.answer import MatchedSite, Result, WiderRadius
from trialway.search.results.wider_radius import Wider
from trialway.vocabulary.status import STATUS

DISTANCES = ("25km", "50km", "100km", "200km", "500km", "any")
MILES = ("25mi", "50mi", "100mi", "200mi", "500mi", "any")
USUAL = "100km"
GROUPS = {
    "recruiting": "Recruiting at the place shown",
    "unstated": "The trial is recruiting; the status of the place is not stated",
    "soon": "Not yet recruiting at the place shown",
    "other": "Not recruiting at the place shown, or not known to be",
}
CENTRES = (
    "Distances are as the crow flies, from and to the middle of towns: registries do not give addresses."
)


class Distance(Struct, frozen=True):
    """One of the distances to choose from."""

    value: str
    label: str
    chosen: bool


class WhereForm(Struct, frozen=True):
    """What the fields for place and distance hold; ``open_here`` is whether places must say they recruit."""

    near: str
    distances: tuple[Distance, ...]
    open_here: bool


class SearchLink(Struct, frozen=True):
    """A search, and what it is called."""

    label: str
    query: str


class PlaceAsked(Struct, frozen=True):
    """``name`` is empty when the place is unknown or could be several; ``others`` are places to choose."""

    name: str
    problem: str
    centres: str
    others: tuple[SearchLink, ...]


class NearSite(Struct, frozen=True):
    """The best site of a hit. ``said`` is what to know of its status, ``as_of`` how old that is."""

    distance: str
    name: RegistryText
    place: str
    tag: Tag | None
    said: str
    as_of: str
    placed: str


class BeyondWords(Struct, frozen=True):
    """What is farther away than asked."""

    heading: str
    wider: tuple[SearchLink, ...]


def where_form(query: Query, typed: str = "") -> WhereForm:
    """``typed`` is what stands in the field when it could not be understood."""
    near = query.near
    value = within(near.km, near.unit) if near else USUAL
    offered = MILES if near and near.unit == "mi" else DISTANCES
    values = offered if value in offered else (value, *offered)
    return WhereForm(
        near=place_of(near) if near else typed,
        distances=tuple(Distance(each, _within_words(each), each == value) for each in values),
        open_here="recruiting" in query.chosen("site_status"),
    )


def _within_words(value: str) -> str:
    if value == "any":
        return "At any distance"
    unit = "miles" if value.endswith("mi") else "km"
    return f"Within {value.removesuffix('mi').removesuffix('km')} {unit}"


def place_of(near: Near) -> str:
    """What to type to get this point again."""
    return near.place or f"{near.lat:g}, {near.lon:g}"


def place_query(near: Near | None) -> str:
    """What leads from a hit to its places, the nearest first; empty without a place."""
    if near is None:
        return ""
    unit = [("unit", near.unit)] if near.unit != "km" else []
    return f"?{urlencode([('near', place_of(near)), *unit])}"


def near_words(near: Near, where: PlaceLookup | None) -> str:
    """``Within 100 km of Lyon, France``"""
    name = where.spot.label if where and where.spot else place_of(near)
    if near.km == FARTHEST_KM:
        return f"From {name}, at any distance"
    return f"Within {distance_words(near.km, near.unit)} of {name}"


def place_asked(query: Query, where: PlaceLookup | None) -> PlaceAsked | None:
    """What became of the place; None when none was asked for."""
    near = query.near
    if where is None and near is None:
        return None
    name = where.spot.label if where and where.spot else place_of(near) if near else ""
    others = where.others if where else ()
    links = tuple(SearchLink(spot.label, _elsewhere(query, spot)) for spot in others)
    return PlaceAsked(name, where.problem if where else "", CENTRES if near else "", links)


def _elsewhere(query: Query, spot: Location) -> str:
    """The same search near another place."""
    old = query.near
    near = Near(spot.lat, spot.lon, old.km if old else 100.0, spot.ask, old.unit if old else "km")
    return f"?{query.with_near(near).query_string()}"


def near_site(found: Result, near: Near | None) -> NearSite | None:
    if found.site is None:
        return None
    site, card = found.site.site, found.card
    lang = text_language(card) if site.language is None else site.language
    place = ", ".join(part for part in (site.city, site.country) if part)
    return NearSite(
        distance=_distance(found.site, near),
        name=RegistryText(site.facility, lang)
        if site.facility
        else RegistryText("A place that is not named"),
        place=place,
        tag=_tag(found.site, lang),
        said=_said(found.site),
        as_of=_as_of(card),
        placed="Placed by us in this town; the registry gives no coordinates." if site.placed else "",
    )


def _distance(found: MatchedSite, near: Near | None) -> str:
    if found.km is None or near is None:
        return ""
    return "In this town" if found.km < 1 else distance_words(found.km, near.unit)


def _tag(found: MatchedSite, lang: str) -> Tag | None:
    status = found.site.status
    if status is None:
        return None
    words = RegistryText(STATUS.words(status), None if status.code else lang, own_word=status.code is None)
    return Tag(words, TONES.get(status.code or "", "done"))


def _said(found: MatchedSite) -> str:
    if found.site.status is None:
        trial = "the trial is recruiting" if found.group == "unstated" else ""
        return f"Status of this place not stated{f'; {trial}' if trial else ''}"
    if found.site.status.code == "recruiting" and found.group != "recruiting":
        return "but the trial as a whole takes nobody in"
    return ""


def _as_of(card: ResultSummary) -> str:
    if card.verified:
        return f"as of {date_words(card.verified)}, when the sponsor last checked"
    return f"as of {date_words(card.updated)}" if card.updated else ""


def beyond_words(beyond: WiderRadius) -> BeyondWords:
    """Wider searches as links, and a heading for the nearest hits."""
    heading = "The nearest farther away" if beyond.hits else "None farther away either"
    links = [_wider(wide) for wide in beyond.wider]
    if beyond.any_status:
        trials = counted(beyond.any_status.trials, "trial")
        label = f"{trials} so near, with places that do not say that they are recruiting"
        links.insert(0, SearchLink(label, f"?{beyond.any_status.query.query_string()}"))
    return BeyondWords(heading, tuple(links))


def _wider(wide: Wider) -> SearchLink:
    near = wide.query.near
    assert near is not None, "a wider radius is one"
    far = near.km == FARTHEST_KM
    reach = "at any distance" if far else f"within {distance_words(near.km, near.unit)}"
    return SearchLink(f"{counted(wide.trials, 'trial')} {reach}", f"?{wide.query.query_string()}")
