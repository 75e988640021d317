"""What somebody typed for a place, understood: ``Lyon``, ``69008``, ``Paris, Texas`` ─▶ **Where** ─▶ Near.

Nothing is guessed between places of one name unless one of them dominates, and then the others are offered.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from msgspec import Struct

from trialway.places import gazetteer
from trialway.places.gazetteer import City
from trialway.places.location import (
    SAME_TOWN_KM,
    Location,
    country_of,
    distance_km,
)
from trialway.places.names import plain
from trialway.places.postcode_lookup import find_by_postcode, similar_postcodes
from trialway.places.regions import short
from trialway.places.spelling import nearest_cities

# A place is taken for the one that is meant when it has so many times the people of the next of that name.
DOMINATES = 5
MOST_OFFERED = 8
LONGEST = 100
# Two numbers with a comma between; with a space alone they need a point, for ``110 00`` is a postcode.
_NUMBER = r"([+-]?\d+(?:\.\d+)?)°?"
_COORDINATES = re.compile(rf"{_NUMBER}\s*(?:[,;]|(?= [+-]?\d+\.))\s*{_NUMBER}")


class PlaceLookup(Struct, frozen=True):
    """``spot`` is None when the place is unknown or could be several. ``others``: further places of that
    name, those to choose from, or the nearest spellings. ``problem``: a sentence when there is no spot."""

    typed: str
    spot: Location | None = None
    others: tuple[Location, ...] = ()
    problem: str = ""


def find_place(typed: str) -> PlaceLookup:
    """The place, or the question which one, or a sentence that it is unknown. Never raises."""
    words = " ".join("".join(char if char.isprintable() else " " for char in typed).split())
    if len(words) > LONGEST:
        shown = f"{words[:40]}…"
        return PlaceLookup(shown, problem=f"‘{shown}’ is too long for a place; write a town or a postcode.")
    if not words:
        return PlaceLookup(
            "", problem="What was typed for a place has no letters; write a town or a postcode."
        )
    return _found(words)


@lru_cache(maxsize=1 << 12)
def _found(words: str) -> PlaceLookup:
    coordinates = _COORDINATES.fullmatch(words)
    if coordinates:
        return _at(words, float(coordinates[1]), float(coordinates[2]))
    if spots := find_by_postcode(words):
        return PlaceLookup(words, spots[0]) if len(spots) == 1 else _which(words, spots)
    return _named(words) or _unknown(words)


def _at(words: str, lat: float, lon: float) -> PlaceLookup:
    for value, most, what in ((lat, 90, "latitude"), (lon, 180, "longitude")):
        if not -most <= value <= most:
            sentence = f"{value:g} is no {what}; coordinates are a latitude from -90 to 90, a comma, and a "
            return PlaceLookup(words, problem=f"{sentence}longitude from -180 to 180, such as 45.76, 4.83.")
    return PlaceLookup(words, Location(f"{lat:g}, {lon:g}", f"{lat:g}, {lon:g}", lat, lon))


def _named(words: str) -> PlaceLookup | None:
    """A town by name, with what may stand behind it: a state, a country."""
    for name, behind in _as_name(words):
        cities = [city for city in gazetteer.cities_named(plain(name)) if _fits(city, behind)]
        if cities:
            return _chosen(words, _once(words, cities))
    return None


def _as_name(words: str) -> Iterable[tuple[str, tuple[str, ...]]]:
    parts = tuple(part.strip() for part in words.split(",") if part.strip())
    if not parts:
        return
    yield parts[0], parts[1:]
    if len(parts) == 1:
        typed = words.split()
        for cut in range(len(typed) - 1, 0, -1):
            yield " ".join(typed[:cut]), (" ".join(typed[cut:]),)


def _fits(city: City, behind: Sequence[str]) -> bool:
    return all(_is_region(city, part) or country_of(part) == city.country for part in behind)


def _is_region(city: City, part: str) -> bool:
    return bool(city.region) and plain(part) in {plain(city.region), short(city.country, city.region)}


def _once(words: str, cities: Sequence[City]) -> list[City]:
    """The cities without those in or beside a larger one of the list, unless they were named whole."""
    kept = [city for city in cities if plain(city.label) == plain(words)]
    for city in cities:
        if not any(distance_km(city, other) < SAME_TOWN_KM for other in kept):
            kept.append(city)
    return kept


def _chosen(words: str, cities: Sequence[City]) -> PlaceLookup:
    """The only one, the one whose whole label was typed, or the one that dominates; else the question."""
    exact = [city for city in cities if plain(city.label) == plain(words)][:1]
    cities = [*exact, *(city for city in cities if city not in exact)]
    spots = tuple(map(_spot, cities))
    if exact or len(cities) == 1 or cities[0].population >= DOMINATES * cities[1].population:
        return PlaceLookup(words, spots[0], spots[1:MOST_OFFERED])
    return _which(words, spots)


def _which(words: str, spots: tuple[Location, ...]) -> PlaceLookup:
    sentence = f"There are {len(spots)} places called ‘{words}’; choose the one you mean."
    return PlaceLookup(words, None, spots[:MOST_OFFERED], sentence)


def _unknown(words: str) -> PlaceLookup:
    known = f"‘{words}’ is no place that is known here"
    if any(map(str.isdigit, words)):
        near = similar_postcodes(words)
        remedy = "choose a postcode that begins alike, or write the name of a town."
    else:
        near = tuple(map(_spot, nearest_cities(plain(words.split(",", maxsplit=1)[0]))))
        remedy = "choose one that is written like it, or write the next larger town."
    if not near:
        remedy = "write the name of a town or a postcode."
    return PlaceLookup(words, None, near[:MOST_OFFERED], f"{known}; {remedy}")


def _spot(city: City) -> Location:
    return Location(city.label, city.label, city.lat, city.lon)
