"""Where the study runs: sites by country, and countries whose sites were all removed."""

from msgspec import Struct
from msgspec.structs import replace

from trialway.presenters.disagreeing import source_name, status_words, with_disagreement
from trialway.presenters.expert.people import ContactLine, contact_lines
from trialway.presenters.nearest_sites import (
    AskedPlace,
    Finder,
    by_distance,
    finder,
)
from trialway.presenters.registry_text import (
    RegistryText,
    counted,
    joined,
    language,
    said_name,
)
from trialway.presenters.source_reader import Section, SourceReader
from trialway.presenters.sources import source_line
from trialway.presenters.status import Tag, status_tag
from trialway.record import Site, TrialRecord
from trialway.trial import Trial
from trialway.trial_sites import TrialSite, trial_sites
from trialway.vocabulary.country import LABELS

# Up to this many sites are shown unfolded.
MOST_OPEN = 12
NO_STATUS = "Status not stated by the registry"


class SiteWords(Struct, frozen=True):
    """``tag`` is None when the registry states no status for the site. ``distance`` is empty until a place
    is given; ``placed`` says that its point is ours; ``listed_by`` names its records where a trial has
    several."""

    name: RegistryText
    place: RegistryText | None
    tag: Tag | None
    contacts: tuple[ContactLine, ...]
    distance: str = ""
    placed: str = ""
    listed_by: str = ""


class Country(Struct, frozen=True):
    name: RegistryText
    count: str
    sites: tuple[SiteWords, ...]


class SitesSection(Section, frozen=True, kw_only=True):
    count: str
    countries: tuple[Country, ...]
    removed: tuple[RegistryText, ...]
    folded: bool
    filterable: bool
    list_countries: bool
    finder: Finder | None
    nearest: tuple[SiteWords, ...]
    no_status: str = NO_STATUS


def sites(trial: Trial, asked: AskedPlace | None = None) -> SitesSection | None:
    """The sites of all records, each once, by country, or the nearest first when a known place is asked for.

    Whether the list is history is told by the status of the preferred record that lists sites.
    """
    reading = SourceReader(trial)
    found = trial_sites(trial)
    removed = reading.chosen(lambda record: record.removed_countries)
    if not found and removed is None:
        return None
    several = len(trial.sources) > 1
    countries = _countries(found, several)
    listing = trial.first(lambda record: record.sites).record
    return SitesSection(
        id="sites",
        title="Sites",
        help="Hospitals and centres that take or took part, and what is said of recruitment there.",
        template="expert/sites.jinja",
        count=_count(len(found), countries),
        countries=countries,
        removed=tuple(_country_name(None, name, removed.source.record) for name in removed.value)
        if removed
        else (),
        folded=len(found) > MOST_OPEN,
        filterable=len(found) > 2 * MOST_OPEN,
        finder=finder(listing, [each.site for each in found], asked) if found else None,
        nearest=_nearest(found, asked, several) if asked else (),
        # Folded, the countries are a list of their own already.
        list_countries=len(countries) > 1 and (len(found) <= MOST_OPEN or removed is not None),
        sources=tuple(
            source_line(source)
            for source in trial.sources
            if source.record.sites or (removed and source is removed.source)
        ),
    )


def _nearest(sites: tuple[TrialSite, ...], asked: AskedPlace, several: bool) -> tuple[SiteWords, ...]:
    if asked.where.spot is None or not sites:
        return ()
    return tuple(
        replace(_site(sites[away.at], several, country=True), distance=away.distance, placed=away.placed)
        for away in by_distance([each.site for each in sites], asked)
    )


def _count(number: int, countries: tuple[Country, ...]) -> str:
    return f"{counted(number, 'site')} in {counted(len(countries), 'country', 'countries')}" if number else ""


def _countries(sites: tuple[TrialSite, ...], several: bool) -> tuple[Country, ...]:
    """In the alphabet's order; sites of a country in the records'."""
    by_country: dict[RegistryText, list[TrialSite]] = {}
    for each in sites:
        name = _country_name(each.site.country_code, each.site.country, each.source.record)
        by_country.setdefault(name, []).append(each)
    return tuple(
        Country(name, counted(len(inside), "site"), tuple(_site(each, several) for each in inside))
        for name, inside in sorted(by_country.items(), key=lambda pair: pair[0].text.casefold())
    )


def _country_name(code: str | None, name: str | None, record: TrialRecord) -> RegistryText:
    if code in LABELS:
        return RegistryText(LABELS[code])
    return said_name(name, record) or RegistryText("Country not stated")


def _site(each: TrialSite, several: bool, *, country: bool = False) -> SiteWords:
    """``several``: the trial has several records, and the site says which of them list it."""
    site, record = each.site, each.source.record
    of = _country_name(site.country_code, site.country, record).text if country else None
    place = joined(*(part.text for text in (*_place(site), of) if (part := said_name(text, record))))
    return SiteWords(
        name=site_name(each),
        place=RegistryText(place, language(record)) if place else None,
        tag=_tag(each),
        contacts=_contacts(each),
        listed_by=", ".join(source_name(claim.source) for claim in each.claims) if several else "",
    )


def site_name(each: TrialSite) -> RegistryText:
    name = each.choose(lambda site: site.facility)
    return (said_name(name.value, name.source.record) if name else None) or RegistryText("Site, not named")


def _contacts(each: TrialSite) -> tuple[ContactLine, ...]:
    """Those of one record: the others may list the same people in other words."""
    contacts = each.choose(lambda site: site.contacts)
    return contact_lines(contacts.value, contacts.source.record) if contacts else ()


def _tag(each: TrialSite) -> Tag | None:
    status = each.choose(lambda site: site.status)
    if status is None:
        return None
    tag = status_tag(status.value, status.source.record)
    return replace(tag, words=with_disagreement(tag.words, status, status_words))


def _place(site: Site) -> tuple[str | None, ...]:
    return (site.city, site.state if site.state != site.city else None, site.postcode)
