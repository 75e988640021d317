"""Postcodes found, with whatever stands beside them: ``69008``, ``Lyon 69008``, ``SW1A 1AA, UK`` ─▶ spots."""

from collections.abc import Iterable

from trialway.places import gazetteer
from trialway.places.gazetteer import Postcode
from trialway.places.location import (
    SAME_TOWN_KM,
    Location,
    country_of,
    distance_km,
)
from trialway.places.names import plain
from trialway.places.postcodes import (
    SHORTENING,
    bare,
    looks_like_postcode,
    outward_code,
)
from trialway.vocabulary.country import country_label


def find_by_postcode(words: str) -> tuple[Location, ...]:
    """The places of a postcode, alone or with its town or country beside it; none when nobody knows it."""
    for code, beside in _as_postcode(words):
        found = [each for each in _postcodes(code, country_of(beside)) if _stands_beside(each, beside)]
        spots = tuple(map(_spot, found)) or _of_its_kind(code, country_of(beside))
        if spots:
            return spots
    return ()


def similar_postcodes(words: str) -> tuple[Location, ...]:
    """Known postcodes that begin like one that is unknown."""
    return next(filter(None, (_nearest_codes(*each) for each in _as_postcode(words))), ())


def _as_postcode(words: str) -> Iterable[tuple[str, str]]:
    """Every way to read it as a code and what stands before or behind it."""
    parts = words.replace(",", " ").split()
    for cut in range(len(parts) - 1, 0, -1):
        for code, beside in ((parts[:cut], parts[cut:]), (parts[cut:], parts[:cut])):
            if looks_like_postcode(" ".join(code)):
                yield bare("".join(code)), " ".join(beside)
    if looks_like_postcode(words):
        yield bare(words), ""


def _postcodes(code: str, country: str | None) -> tuple[Postcode, ...]:
    """Those of this code, or of the part of it that says the place in some country."""
    if found := gazetteer.postcodes(code):
        return found
    parts = {each: outward_code(each, code) for each in (SHORTENING if country is None else (country,))}
    return tuple(
        found for each, part in parts.items() for found in gazetteer.postcodes(part) if found.country == each
    )


def _stands_beside(found: Postcode, beside: str) -> bool:
    own = {"", plain(found.city), plain(f"{found.city} {country_label(found.country)}")}
    return plain(beside) in own or country_of(beside) == found.country


def _of_its_kind(code: str, country: str | None) -> tuple[Location, ...]:
    """The town of all known codes that begin alike, for a code that is not known itself; nothing when they
    lie in several towns, or when nothing says the country."""
    country = country or next((each for each in ("GB", "CA") if outward_code(each, code) != code), None)
    for length in range(len(code) - 1, len(code) // 3, -1):
        found = [each for each in gazetteer.postcodes_from(code[:length]) if each.country == country]
        if found:
            alike = all(distance_km(found[0], each) < SAME_TOWN_KM for each in found)
            return (_kind_spot(code, code[:length], found[0]),) if alike and len(found) > 1 else ()
    return ()


def _kind_spot(code: str, start: str, town: Postcode) -> Location:
    country = country_label(town.country)
    label = f"{code} {town.city}, {country}, where the known postcodes that begin with {start} are"
    return Location(label, f"{code}, {country}", town.lat, town.lon)


def _spot(found: Postcode) -> Location:
    return Location(found.label, found.label, found.lat, found.lon)


def _nearest_codes(code: str, beside: str) -> tuple[Location, ...]:
    """Known postcodes with the same beginning, at least half of it, one a point."""
    country = country_of(beside)
    for length in range(len(code) - 1, max(2, len(code) // 2) - 1, -1):
        alike = gazetteer.postcodes_from(code[:length])
        found = [each for each in reversed(alike) if country in {None, each.country}]
        if found:
            return tuple({(each.lat, each.lon): _spot(each) for each in found}.values())
    return ()
