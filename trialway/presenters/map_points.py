"""What a map shows, for the trials of a search or the sites of one trial ─▶ **points** ─▶ JSON, SVG."""

from collections.abc import Iterable

from msgspec import Struct

from trialway.presenters.expert.sites import site_name
from trialway.presenters.registry_text import counted, joined
from trialway.search.document.sites import TIERS, site_point, tier
from trialway.search.geo.map_points import SiteCluster
from trialway.trial import Trial
from trialway.trial_sites import trial_sites
from trialway.vocabulary.country import country_label
from trialway.vocabulary.status import STATUS

# What the shapes and colours of a map say, in the order of sites.TIERS.
LEGEND = {
    "recruiting": "Recruiting there",
    "unstated": "Trial recruiting, place not stated",
    "soon": "Not yet recruiting",
    "other": "Not recruiting, or not known",
}
MOST_LINES = 8


class MapPoint(Struct, frozen=True):
    """``kind``, a key of LEGEND, is the best of the sites here, ``count`` how many are of that kind;
    ``lines`` tell of all of them."""

    lat: float
    lon: float
    name: str
    kind: str
    count: int
    lines: tuple[str, ...]


def points_of_search(places: Iterable[SiteCluster]) -> tuple[MapPoint, ...]:
    return tuple(
        MapPoint(place.lat, place.lon, place.city, place.best, place.of_best, _of_search(place))
        for place in places
    )


def _of_search(place: SiteCluster) -> tuple[str, ...]:
    recruiting = (
        f"{counted(place.recruiting, 'place')} recruiting" if place.recruiting else "none says it recruits"
    )
    return (f"{counted(place.sites, 'place')} of these trials", recruiting)


def points_of_trial(trial: Trial) -> tuple[MapPoint, ...]:
    """Sites of one town together."""
    status = trial.value(lambda record: record.recruitment.status)
    towns: dict[tuple[float, float], list[tuple[int, str, str]]] = {}
    for each in trial_sites(trial):
        site = each.site
        point = site_point(site)
        if point is not None:
            name = site_name(each)
            said = STATUS.words(site.status) if site.status else "status not stated"
            country = country_label(site.country_code) if site.country_code else site.country
            kind = tier(site, status.code if status else None)
            line = f"{name.text}: {said}"
            towns.setdefault((point.latitude, point.longitude), []).append(
                (kind, line, joined(site.city, country))
            )
    return tuple(_town(lat, lon, sites) for (lat, lon), sites in towns.items())


def _town(lat: float, lon: float, sites: list[tuple[int, str, str]]) -> MapPoint:
    lines = tuple(line for _, line, _ in sorted(sites)[:MOST_LINES])
    more = (f"and {len(sites) - MOST_LINES} more",) if len(sites) > MOST_LINES else ()
    kinds = [kind for kind, *_ in sites]
    best = min(kinds)
    return MapPoint(lat, lon, sites[0][2], TIERS[best], kinds.count(best), lines + more)
