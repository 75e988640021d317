"""Matching sites → SiteCluster: points of a map with how many sites of each status."""

import numpy as np
from msgspec import Struct

from trialway.search.document.facet_codes import FacetCodes
from trialway.search.document.sites import TIERS
from trialway.search.geo.site_columns import NONE, SiteColumns
from trialway.search.geo.site_filters import SiteMatches

# So many points a map can still show; the places with the most sites are kept.
MOST = 3000


class SiteCluster(Struct, frozen=True):
    """A point with sites that fit: how many, how many say they recruit, the best of TIERS, and how many are
    of that."""

    lat: float
    lon: float
    city: str
    sites: int
    recruiting: int
    best: str
    of_best: int


def map_points(columns: SiteColumns, codebook: FacetCodes, found: SiteMatches) -> tuple[SiteCluster, ...]:
    """The places of the sites, those with the most first; places without coordinates are left out."""
    size = len(columns.lat)
    tier = columns.tier[found.sites]
    sites = np.bincount(found.places, minlength=size)
    recruiting = np.bincount(found.places[tier == TIERS.index("recruiting")], minlength=size)
    best = np.full(size, len(TIERS) - 1, np.int8)
    np.minimum.at(best, found.places, tier)
    of_best = np.bincount(found.places[tier == best[found.places]], minlength=size)
    shown = np.flatnonzero((sites > 0) & ~np.isnan(columns.lat))
    order = shown[np.argsort(-sites[shown], kind="stable")][:MOST]
    cities = codebook.values.get("city", [])
    return tuple(
        SiteCluster(
            float(columns.lat[at]),
            float(columns.lon[at]),
            cities[columns.city[at]].label if columns.city[at] != NONE else "",
            int(sites[at]),
            int(recruiting[at]),
            TIERS[best[at]],
            int(of_best[at]),
        )
        for at in order
    )
