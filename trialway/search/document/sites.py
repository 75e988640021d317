"""Trial → its sites as places to search (for columns) and as a list shows them.

A site without coordinates is placed by its city and country where one town alone has that name, and is marked
as placed by us; else it is counted and never near anything.
"""

from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from trialway.places.gazetteer import cities_named
from trialway.places.location import SAME_TOWN_KM, distance_km
from trialway.places.names import plain
from trialway.record import Point, Site, TrialRecord
from trialway.registries.known import language_of, usual_language
from trialway.registry_text import repair_name
from trialway.search.document.facet_codes import LONGEST_CODE, FacetValue, registry_code
from trialway.trial import Trial
from trialway.trial_sites import sites_of, trial_sites
from trialway.vocabulary.coded import Coded
from trialway.vocabulary.country import country_label
from trialway.vocabulary.status import STATUS

UNSTATED = "unstated"
UNSTATED_LABEL = "Not stated for the place"
# A site of such a trial takes nobody in, whatever is said of the site.
CLOSED = {"active_not_recruiting", "suspended", "terminated", "completed", "withdrawn", "unknown"}
# In the order in which "nearest recruiting first" shows them.
TIERS = ("recruiting", "unstated", "soon", "other")


class SitePlace(Struct, frozen=True, array_like=True):
    """Where sites stand: a point in degrees when it is known, and the values to narrow by."""

    lat: float | None
    lon: float | None
    country: FacetValue | None
    region: FacetValue | None
    city: FacetValue | None


class IndexedSite(Struct, frozen=True, array_like=True):
    """``status`` is a code of ours, ``raw:…`` or ``unstated``; ``tier`` counts in TIERS."""

    place: SitePlace
    status: str
    tier: int


class ShownSite(Struct, frozen=True, array_like=True):
    """What a hit shows of a site. ``placed``: its point is ours, not the registry's. ``language``: of its
    words, None for the usual language of the registry that the card names."""

    facility: str | None
    city: str | None
    region: str | None
    country: str | None
    status: Coded | None
    placed: bool
    language: str | None = None


def sites(trial: Trial) -> tuple[IndexedSite, ...]:
    """The sites of all records, each once; open or closed as the trial's preferred status says."""
    status = trial.value(lambda record: record.recruitment.status)
    code = status.code if status else None
    return tuple(IndexedSite(_place(site), status_code(site), tier(site, code)) for site in sites_of(trial))


def shown_sites(trial: Trial) -> tuple[ShownSite, ...]:
    """The same sites in words, in the same order."""
    usual = usual_language(trial.main.registry)
    return tuple(_shown(each.site, _other_than(usual, each.source.record)) for each in trial_sites(trial))


def _other_than(usual: str, record: TrialRecord) -> str | None:
    """A record's language where it is not the one that lists take for granted."""
    language = language_of(record)
    return None if language == usual else language


def _shown(site: Site, language: str | None) -> ShownSite:
    facility, city, region = map(_name, (site.facility, site.city, site.state))
    country = country_label(site.country_code) if site.country_code else site.country
    return ShownSite(facility, city, region, country, site.status, site.point is None, language)


@lru_cache(maxsize=1 << 16)
def _name(text: str | None) -> str | None:
    shown = " ".join(repair_name(text).split()).strip(" ,") if text else ""
    return shown or None


def status_code(site: Site) -> str:
    """Of the site itself."""
    if site.status is None:
        return UNSTATED
    return site.status.code or registry_code("raw", site.status.raw)


def tier(site: Site, trial_status: str | None) -> int:
    """Which place the site has in TIERS, given the status of its trial."""
    said = site.status.code if site.status else trial_status
    if trial_status in CLOSED or said not in {"recruiting", "not_yet_recruiting"}:
        return TIERS.index("other")
    if said == "not_yet_recruiting":
        return TIERS.index("soon")
    return TIERS.index("recruiting" if site.status else UNSTATED)


def _place(site: Site) -> SitePlace:
    # Trials share most of their towns, and the same town is asked for by several facets.
    return _placed(replace(site, facility=None, postcode=None, status=None, contacts=()))


@lru_cache(maxsize=1 << 16)
def _placed(site: Site) -> SitePlace:
    point = site_point(site)
    lat, lon = (point.latitude, point.longitude) if point else (None, None)
    return SitePlace(lat, lon, country_value(site), region_value(site), city_value(site))


def site_point(site: Site) -> Point | None:
    """The registry's point, or ours; None when neither is known."""
    if site.point is None:
        return point_of_city(site.city, site.state, site.country_code)
    possible = abs(site.point.latitude) <= 90 and abs(site.point.longitude) <= 180
    return site.point if possible else None


@lru_cache(maxsize=1 << 14)
def point_of_city(city: str | None, region: str | None, country: str | None) -> Point | None:
    """The point of the one town of that name in that country; None when there are several, or none."""
    if not city or not country:
        return None
    name = plain(city).split(" cedex")[0]  # what French post adds for firms
    towns = [town for town in cities_named(name) if town.country == country]
    # A town's own name goes before what else towns are called.
    towns = [town for town in towns if plain(town.name) == name] or towns
    towns = [town for town in towns if region and plain(town.region) == plain(region)] or towns
    if not towns or any(distance_km(towns[0], town) > SAME_TOWN_KM for town in towns):
        return None
    return Point(towns[0].lat, towns[0].lon)


def country_value(site: Site) -> FacetValue | None:
    """ISO code, or the registry's own word."""
    if site.country_code:
        return FacetValue(site.country_code, country_label(site.country_code))
    return FacetValue(registry_code("raw", site.country), site.country) if site.country else None


def region_value(site: Site) -> FacetValue | None:
    """A state or province: ``US/texas``."""
    country = country_value(site)
    if country is None or not site.state:
        return None
    return _inside(country, site.state)


def city_value(site: Site) -> FacetValue | None:
    """A city within its region: ``US/texas/paris``, ``FR//lyon`` when no region is stated."""
    country = country_value(site)
    if country is None or not site.city:
        return None
    region = region_value(site)
    city = _inside(region or FacetValue(f"{country.code}/", ""), site.city)
    return FacetValue(city.code, f"{city.label}, {region.label}") if region else city


def _inside(around: FacetValue, name: str) -> FacetValue:
    return FacetValue(f"{around.code}/{plain(name)}"[:LONGEST_CODE], _name(name) or name)


def regions(trial: Trial) -> Iterable[FacetValue]:
    """The regions of a trial's sites."""
    return (value for site in sites_of(trial) if (value := _place(site).region))


def cities(trial: Trial) -> Iterable[FacetValue]:
    """The cities of a trial's sites."""
    return (value for site in sites_of(trial) if (value := _place(site).city))


def site_statuses(trial: Trial) -> Iterable[FacetValue]:
    """What is said of each site, and that nothing is."""
    for site in sites_of(trial):
        yield FacetValue(status_code(site), STATUS.words(site.status) if site.status else UNSTATED_LABEL)
