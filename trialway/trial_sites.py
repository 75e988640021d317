"""The sites of a trial, each once: Trial ─▶ **TrialSite** ─▶ pages, map, index.

Registries list the same hospital in their own ways. Two sites of different records are one where country
and town are the same and their names are alike, or one of them has no name. Within a record nothing is
merged: what it lists twice stays twice.
"""

from collections import defaultdict
from collections.abc import Callable
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace
from rapidfuzz import fuzz

from trialway.places.gazetteer import cities_named
from trialway.places.names import plain
from trialway.record import Site
from trialway.trial import Chosen, Claim, Source, Trial

T = TypeVar("T")

# A country, and a name or a point in it.
Town = tuple[str, str | tuple[float, float]]

# Of 100: "Hôpital St. Louis" and "Hopital Saint-Louis, Paris" are alike, two wards of one clinic are too.
ALIKE = 85


class TrialSite(Struct, frozen=True):
    """``site`` is as the preferred record states it, with what that leaves out taken from the others.

    ``claims``: what each record that lists it states, the preferred one first.
    """

    site: Site
    claims: tuple[Claim[Site], ...]

    @property
    def source(self) -> Source:
        """The preferred record that lists the site."""
        return self.claims[0].source

    def choose(self, read: Callable[[Site], T | None]) -> Chosen[T] | None:
        """A value of the site, whose it is, and what the other records say."""
        found = ((read(claim.value), claim.source) for claim in self.claims)
        claims = [Claim(value, source) for value, source in found if value]
        return Chosen(claims[0].value, claims[0].source, tuple(claims[1:])) if claims else None


def trial_sites(trial: Trial) -> tuple[TrialSite, ...]:
    """In the order of the preferred record, then what only others list."""
    found: list[TrialSite] = []
    for source in trial.sources:
        found = _joined(found, source) if found else [_alone(site, source) for site in source.record.sites]
    return tuple(found)


def _alone(site: Site, source: Source) -> TrialSite:
    return TrialSite(site, (Claim(site, source),))


def _joined(found: list[TrialSite], source: Source) -> list[TrialSite]:
    """The sites found so far, and those of one more record; each is one of this record's at most."""
    found, free = list(found), _by_town(found)
    new: dict[int, Site] = {}
    # A site without a name could be any of its town; those with a name choose before it.
    for place, site in sorted(enumerate(source.record.sites), key=lambda pair: not pair[1].facility):
        same = next((at for town in _towns(site) for at in free[town] if _alike(found[at].site, site)), None)
        if same is None:
            new[place] = site
        else:
            for town in _towns(found[same].site):
                free[town].remove(same)
            found[same] = _with(found[same], site, source)
    return [*found, *(_alone(new[place], source) for place in sorted(new))]


def _by_town(sites: list[TrialSite]) -> defaultdict[Town, list[int]]:
    """Positions of sites by every name and point of their town."""
    free: defaultdict[Town, list[int]] = defaultdict(list)
    for at, each in enumerate(sites):
        for town in _towns(each.site):
            free[town].append(at)
    return free


def sites_of(trial: Trial) -> tuple[Site, ...]:
    """The same without whose they are."""
    listed = [source.record.sites for source in trial.sources if source.record.sites]
    if len(listed) < 2:
        return listed[0] if listed else ()
    return tuple(each.site for each in trial_sites(trial))


def is_one_site(one: Site, other: Site) -> bool:
    """Whether two records mean the same place."""
    return not set(_towns(one)).isdisjoint(_towns(other)) and _alike(one, other)


def _alike(one: Site, other: Site) -> bool:
    names = [plain(site.facility or "") for site in (one, other)]
    return not all(names) or fuzz.token_sort_ratio(*names) >= ALIKE


def _towns(site: Site) -> tuple[Town, ...]:
    """What makes a town the same: its name, or its point where it has several names (München, Munich).
    Empty without a country or a town."""
    country, name = site.country_code or plain(site.country or ""), plain(site.city or "")
    if not country or not name:
        return ()
    points = {(town.lat, town.lon) for town in cities_named(name) if town.country == country}
    return ((country, name), *((country, point) for point in sorted(points)))


def _with(earlier: TrialSite, site: Site, source: Source) -> TrialSite:
    missing = {
        field: getattr(site, field)
        for field in Site.__struct_fields__
        if getattr(earlier.site, field) in (None, ())
    }
    return TrialSite(replace(earlier.site, **missing), (*earlier.claims, Claim(site, source)))
