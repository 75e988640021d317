"""Search as a slow and obvious loop over documents, to check the engine against."""

import datetime as dt
import math
from collections import Counter, defaultdict

from msgspec.structs import replace

from trialway.places.distances import EARTH_KM
from trialway.search.document.areas import AREAS
from trialway.search.document.document import Document
from trialway.search.document.facet_codes import FacetValue
from trialway.search.document.facets import OF_SITES, inner
from trialway.search.document.identifiers import as_name
from trialway.search.language.analysis import terms
from trialway.search.query.query import Query
from trialway.search.query.syntax_tree import (
    And,
    AtLeast,
    Field,
    Not,
    Or,
    Phrase,
    Synonyms,
    Term,
)

EVERYWHERE = [area.name for area in AREAS if area.everywhere]
NO_NAMES = [area.name for area in AREAS if area.everywhere and not area.names]


class Towns:
    """The documents with one city for all sites of a country that have its name and stand on one point: the
    one that most of them state, of several the one that came first."""

    def __init__(self, documents: list[Document]) -> None:
        stated = defaultdict(Counter)
        for document in sorted(documents, key=lambda each: each.number):
            for site in document.sites:
                stated[self._town(site)][says_of(site, "city")] += 1
        self.names = {town: codes.most_common(1)[0][0] for town, codes in stated.items()}
        self.of_city = defaultdict(set)
        for town, codes in stated.items():
            for code in codes:
                self.of_city[code].add(self.names[town])
        self.documents = [
            replace(each, sites=tuple(self._site(site) for site in each.sites)) for each in documents
        ]

    def _town(self, site) -> tuple:
        code, place = says_of(site, "city"), site.place
        if code is None or place.lat is None:
            return (code,)
        return code.split("/")[0], code.split("/")[-1], place.lat, place.lon

    def _site(self, site):
        code = self.names[self._town(site)]
        city = None if code is None else FacetValue(code, code)
        return replace(site, place=replace(site.place, city=city))

    def asked(self, query: Query) -> Query:
        """For towns by any of their names."""
        towns = [town for code in query.chosen("city") for town in self.of_city.get(code, {code})]
        query = query.without_filter("city")
        for town in towns:
            query = query.with_filter("city", town)
        return query


def find(documents: list[Document], query: Query) -> list[Document]:
    return [
        document
        for document in saying(documents, query)
        if passes(document, query.filters, query.near) and limited(document, query)
    ]


def saying(documents: list[Document], query: Query) -> list[Document]:
    return [document for document in documents if says(document, query)]


def count(said: list[Document], query: Query, facet: str) -> Counter:
    """By code, of the documents that say what was typed; the facet's own choice is left out."""
    others = [item for item in query.filters if item.facet not in {facet, *inner(facet)}]
    counts = Counter()
    for document in said:
        if facet in OF_SITES:
            fit = fitting(document, others, query.near) if passes(document, others, query.near) else []
            counts.update({says_of(site, facet) for site in fit} - {None})
        elif passes(document, others, query.near):
            counts.update({value.code for value in document.facets[facet]})
    return counts


def says(document: Document, query: Query) -> bool:
    if query.text.tree is None:
        return True
    return as_name(query.text.typed) in document.names or holds(document, query.text.tree, EVERYWHERE)


def passes(document: Document, filters, near=None) -> bool:
    asked_of_sites = near is not None or any(item.facet in OF_SITES for item in filters)
    return all(
        any(value.code in item.codes for value in document.facets[item.facet])
        for item in filters
        if item.facet not in OF_SITES
    ) and (bool(fitting(document, filters, near)) if asked_of_sites else True)


def fitting(document: Document, filters, near) -> list:
    """Sites on which all holds that is asked of a site."""
    return [
        site
        for site in document.sites
        if all(says_of(site, item.facet) in item.codes for item in filters if item.facet in OF_SITES)
        and (near is None or away(site, near) <= near.km)
    ]


def says_of(site, facet):
    value = site.status if facet == "site_status" else getattr(site.place, facet)
    return value if value is None or facet == "site_status" else value.code


def away(site, near) -> float:
    """Kilometres by the cosine between the two points as arrows from the middle of the Earth."""
    if site.place.lat is None:
        return math.inf
    one, other = arrow(near.lat, near.lon), arrow(site.place.lat, site.place.lon)
    across = math.hypot(*(a - b for a, b in zip(one, other, strict=True)))
    return 2 * EARTH_KM * math.asin(min(1.0, across / 2))


def arrow(lat: float, lon: float) -> tuple[float, float, float]:
    up, along = math.radians(lat), math.radians(lon)
    return math.cos(up) * math.cos(along), math.cos(up) * math.sin(along), math.sin(up)


def nearest(document: Document, query: Query) -> tuple[int, float]:
    """Tier and kilometres of the best site that fits."""
    return min((site.tier, away(site, query.near)) for site in fitting(document, query.filters, query.near))


def limited(document: Document, query: Query) -> bool:
    """Whether age, dates and numbers of the trial are those asked for."""
    return (
        (query.age is None or admits(document, query.age))
        and all(lies_in(document, period) for period in query.periods)
        and (not query.numbers or any(number in document.names for number in query.numbers))
    )


def admits(document: Document, years: int) -> bool:
    """Whether some quarter of a day of that year of life lies between the limits."""
    life = range(years * 1461, (years + 1) * 1461)
    return life.start < document.ages.end and document.ages.first <= life[-1]


def lies_in(document: Document, period) -> bool:
    day = day_of(document, period.date)
    return (
        day > 0
        and (period.first is None or day >= period.first.toordinal())
        and (period.last is None or day <= period.last.toordinal())
    )


def years(documents: list[Document], query: Query, date: str) -> Counter:
    """By year, of the documents that the query finds whatever its period of that date."""
    other = query.without(date)
    days = [day_of(each, date) for each in find(documents, other)]
    return Counter(dt.date.fromordinal(day).year if day else None for day in days)


def day_of(document: Document, date: str) -> int:
    return getattr(document, date) if date in {"newest", "updated"} else getattr(document.days, date)


def holds(document: Document, node, areas: list[str]) -> bool:
    match node:
        case Term(word):
            return stands(document, terms(word), areas)
        case Phrase(words):
            return stands(document, terms(" ".join(words)), areas)
        case And(parts):
            return all(holds(document, part, areas) for part in parts)
        case Or(parts):
            return any(holds(document, part, areas) for part in parts)
        case AtLeast(parts, least):
            return sum(holds(document, part, areas) for part in parts) >= least
        case Not(part):
            return not holds(document, part, areas)
        case Field(name, part):
            return holds(document, part, [name])
        case Synonyms(part, forms, names):
            areas = areas if names or areas != EVERYWHERE else NO_NAMES
            return any(holds(document, each, areas) for each in (part, *forms))


def stands(document: Document, asked: tuple[str, ...], areas: list[str]) -> bool:
    """Side by side within one text of one area."""
    if not asked:
        return False
    for area in areas:
        for text in document.texts.get(area, ()):
            found = terms(text)
            if any(found[at : at + len(asked)] == asked for at in range(len(found) - len(asked) + 1)):
                return True
    return False
