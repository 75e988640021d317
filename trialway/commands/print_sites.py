"""Places in an Answer on a terminal: the one that was asked for, the nearest of a hit, those farther away."""

from collections.abc import Iterator

from trialway.places.distances import FARTHEST_KM, distance_words
from trialway.search.results.answer import Answer, MatchedSite, Result
from trialway.vocabulary.status import STATUS


def place_lines(found: Answer) -> Iterator[str]:
    """Where was searched, which places could be meant, what is farther away."""
    where, near = found.where, found.query.near
    if where and where.spot:
        yield f"Near {where.spot.label}. Distances are from the middle of the town, as the crow flies."
    if where and where.others:
        heading = "Not this one? There are also" if where.spot else "Choose with --near"
        yield f"{heading}: {'; '.join(spot.ask for spot in where.others)}."
    if found.beyond and near:
        yield from _beyond(found, near.unit)


def _beyond(found: Answer, unit: str) -> Iterator[str]:
    assert found.beyond is not None, "nothing is farther away"
    if found.beyond.any_status:
        yield f"{found.beyond.any_status.trials:,} so near without --open-here."
    for wide in found.beyond.wider:
        assert wide.query.near is not None, "a wider radius is one"
        km = wide.query.near.km
        reach = "at any distance" if km == FARTHEST_KM else f"within {distance_words(km, unit)}"
        yield f"{wide.trials:,} {reach}."
    for hit in found.beyond.hits:
        yield f"Nearest beyond: {hit.card.slug} {site_line(hit, unit)}"


def site_line(hit: Result, unit: str) -> str:
    """``8 km: Hôpital, Lyon, France · Recruiting, as of June 2026``"""
    assert hit.site is not None, "the hit has no site to tell of"
    site = hit.site.site
    away = "" if hit.site.km is None else f"{distance_words(hit.site.km, unit)}: "
    name = ", ".join(part for part in (site.facility, site.city, site.country) if part) or "Site, not named"
    return f"{away}{name} · {status_words(hit.site)}{as_of(hit)}"


def status_words(found: MatchedSite) -> str:
    if found.site.status:
        return STATUS.words(found.site.status)
    return "status of this place not stated" + (
        "; the trial is recruiting" if found.group == "unstated" else ""
    )


def as_of(hit: Result) -> str:
    date = hit.card.verified or hit.card.updated
    return f", as of {date.iso}" if date else ""
