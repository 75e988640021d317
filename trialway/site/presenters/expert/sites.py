"""Where the study runs: sites by country, and countries whose sites were all removed."""

from msgspec import Struct
from msgspec.structs import replace

from trialway.record import Site, TrialRecord
from trialway.site.presenters.expert.people import ContactLine, contact_lines
from trialway.site.presenters.finder import Asked, Finder, by_distance, finder
from trialway.site.presenters.reading import Reading, Section
from trialway.site.presenters.status import Tag, status_tag
from trialway.site.presenters.words import Words, counted, joined, language, said_name
from trialway.trial import Trial
from trialway.vocabulary.country import LABELS

# Up to this many sites are shown unfolded.
MOST_OPEN = 12
NO_STATUS = "Status not stated by the registry"


class SiteWords(Struct, frozen=True):
    """``tag`` is None when the registry states no status for the site. ``distance`` is empty until a place
    is given; ``placed`` says that its point is ours."""

    name: Words
    place: Words | None
    tag: Tag | None
    contacts: tuple[ContactLine, ...]
    distance: str = ""
    placed: str = ""


class Country(Struct, frozen=True):
    name: Words
    count: str
    sites: tuple[SiteWords, ...]


class SitesSection(Section, frozen=True, kw_only=True):
    count: str
    countries: tuple[Country, ...]
    removed: tuple[Words, ...]
    folded: bool
    filterable: bool
    list_countries: bool
    finder: Finder | None
    nearest: tuple[SiteWords, ...]
    no_status: str = NO_STATUS


def sites(trial: Trial, asked: Asked | None = None) -> SitesSection | None:
    """By country, or the nearest first when a known place is asked for."""
    reading = Reading(trial)
    found = reading.chosen(lambda record: record.sites)
    removed = reading.chosen(lambda record: record.removed_countries)
    if found is None and removed is None:
        return None
    countries = _countries(found.value, found.source.record) if found else ()
    number = len(found.value) if found else 0
    nearest = _nearest(found.value, found.source.record, asked) if found and asked else ()
    return SitesSection(
        id="sites",
        title="Sites",
        help="Hospitals and centres that take or took part, and what is said of recruitment there.",
        template="expert/sites.jinja",
        count=_count(number, countries),
        countries=countries,
        removed=tuple(_country_name(None, name, removed.source.record) for name in removed.value)
        if removed
        else (),
        folded=number > MOST_OPEN,
        filterable=number > 2 * MOST_OPEN,
        finder=finder(found.source.record, asked) if found else None,
        nearest=nearest,
        # Folded, the countries are a list of their own already.
        list_countries=len(countries) > 1 and (number <= MOST_OPEN or removed is not None),
        sources=reading.sources,
    )


def _nearest(sites: tuple[Site, ...], record: TrialRecord, asked: Asked) -> tuple[SiteWords, ...]:
    if asked.where.spot is None:
        return ()
    return tuple(
        replace(_site(away.site, record, country=True), distance=away.distance, placed=away.placed)
        for away in by_distance(sites, asked)
    )


def _count(number: int, countries: tuple[Country, ...]) -> str:
    return f"{counted(number, 'site')} in {counted(len(countries), 'country', 'countries')}" if number else ""


def _countries(sites: tuple[Site, ...], record: TrialRecord) -> tuple[Country, ...]:
    """In the alphabet's order; sites of a country in the record's."""
    by_country: dict[Words, list[Site]] = {}
    for site in sites:
        by_country.setdefault(_country_name(site.country_code, site.country, record), []).append(site)
    return tuple(
        Country(name, counted(len(inside), "site"), tuple(_site(site, record) for site in inside))
        for name, inside in sorted(by_country.items(), key=lambda pair: pair[0].text.casefold())
    )


def _country_name(code: str | None, name: str | None, record: TrialRecord) -> Words:
    if code in LABELS:
        return Words(LABELS[code])
    return said_name(name, record) or Words("Country not stated")


def _site(site: Site, record: TrialRecord, *, country: bool = False) -> SiteWords:
    of = _country_name(site.country_code, site.country, record).text if country else None
    place = joined(*(part.text for text in (*_place(site), of) if (part := said_name(text, record))))
    return SiteWords(
        name=said_name(site.facility, record) or Words("Site, not named"),
        place=Words(place, language(record)) if place else None,
        tag=status_tag(site.status, record) if site.status else None,
        contacts=contact_lines(site.contacts, record),
    )


def _place(site: Site) -> tuple[str | None, ...]:
    return (site.city, site.state if site.state != site.city else None, site.postcode)
