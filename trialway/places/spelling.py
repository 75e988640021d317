"""Names written like one that is unknown: ``Lyno`` ─▶ **spelling** ─▶ Lyon, Lynn."""

import math

from rapidfuzz import process
from rapidfuzz.distance import OSA

from trialway.places.gazetteer import City, cities_named, names_as_long_as
from trialway.places.names import plain

LOOKED_AT = 200
LEAST = 0.6
MOST = 6
# Ten times the people make up for so much less of likeness: more people mean the large town.
SIZE = 0.04
# Who mistypes a town means the name that it bears more often than one that it has in another language.
FOREIGN = 0.15


def nearest_cities(name: str) -> tuple[City, ...]:
    """Towns whose names differ by few letters, left out, added, changed or swapped; empty when none does."""
    if len(name) < 3:
        return ()
    rated: dict[City, float] = {}
    for like, score in names_written_like(name):
        for city in cities_named(like)[:1]:
            foreign = FOREIGN * (plain(city.name) != like)
            rating = score - foreign + SIZE * math.log10(city.population + 1)
            rated[city] = max(rating, rated.get(city, 0.0))
    return tuple(sorted(rated, key=lambda city: -rated[city]))[:MOST]


def names_written_like(name: str) -> list[tuple[str, float]]:
    """The names that are most like it with how much, at least LEAST; equals by name."""
    found: list[tuple[str, float]] = []
    # Each letter that one has more is one difference, so that names much shorter or longer are unlike.
    for names in names_as_long_as(math.floor(len(name) * LEAST), math.ceil(len(name) / LEAST)):
        alike = process.extract(
            name, names, scorer=OSA.normalized_similarity, limit=LOOKED_AT, score_cutoff=LEAST
        )
        found += [(like, score) for like, score, _ in alike]
    return sorted(found, key=lambda each: (-each[1], each[0].encode()))[:LOOKED_AT]
