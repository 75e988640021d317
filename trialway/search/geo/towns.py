"""Columns → Towns: one code for a town that records file under several names.

Some records state the region of a city and others leave it out or spell it otherwise: ``FR//lyon``,
``FR/rhone-alpes/lyon``. What has one name in one country and stands on one point is one town. It goes by the
city that most of its sites state, so with the region that most records state, or with none.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from trialway.search.document.facet_codes import FacetCodes
from trialway.search.geo.site_columns import NONE, SiteColumns
from trialway.search.query.query import Query


class Towns(Struct, frozen=True):
    """``cities``: for each place the integer of its town. ``names``: a city's integer → those of its towns,
    where they are others; cities on several points may be several towns."""

    cities: NDArray[np.int32]
    names: Mapping[int, tuple[int, ...]]

    def stated_as(self, towns: Iterable[int]) -> list[int]:
        """The cities that records state for these towns."""
        wanted = set(towns)
        return [*wanted, *(city for city, found in self.names.items() if wanted.intersection(found) - {city})]


def find_towns(columns: SiteColumns, codebook: FacetCodes) -> Towns:
    """The towns of all places."""
    codes = [value.code for value in codebook.values.get("city", ())]
    sites = np.diff(columns.site_starts).tolist()
    stated, points = columns.city.tolist(), zip(columns.lat.tolist(), columns.lon.tolist(), strict=True)
    together: defaultdict[tuple[str, str, float, float], list[int]] = defaultdict(list)
    for place, (city, (lat, lon)) in enumerate(zip(stated, points, strict=True)):
        if city != NONE and lat == lat:  # nobody knows whether two unknown points are one
            country, _, rest = codes[city].partition("/")
            together[country, rest.rpartition("/")[2], lat, lon].append(place)
    cities = columns.city.copy()
    for places in together.values():
        counts: Counter[int] = Counter()
        for place in places:
            counts[stated[place]] += sites[place]
        cities[places] = min(counts, key=lambda city: (-counts[city], city))
    return Towns(cities, _names(stated, cities.tolist()))


def _names(stated: Iterable[int], towns: Iterable[int]) -> Mapping[int, tuple[int, ...]]:
    found: defaultdict[int, set[int]] = defaultdict(set)
    for city, town in zip(stated, towns, strict=True):
        found[city].add(town)
    return {city: tuple(sorted(each)) for city, each in found.items() if each != {city}}


def merge_towns(query: Query, towns: Towns, codebook: FacetCodes) -> Query:
    """The query with the towns of the cities that are chosen: an older address may have another of their
    names."""
    chosen = set(query.chosen("city"))
    called = {name for code in chosen for name in _called(code, towns, codebook)}
    if called == chosen:
        return query
    query = query.without_filter("city")
    for name in sorted(called):
        query = query.with_filter("city", name)
    return query


def _called(code: str, towns: Towns, codebook: FacetCodes) -> Iterable[str]:
    number = codebook.find("city", code)
    names = () if number is None else towns.names.get(number, ())
    return [codebook.values["city"][name].code for name in names] if names else [code]
