"""Names written like one that is unknown: ``Lyno`` ─▶ **spelling** ─▶ Lyon, Lynn."""

import math

from rapidfuzz import process
from rapidfuzz.distance import OSA

from trialway.places.gazetteer import City, cities_named, every_name
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
    scorer = OSA.normalized_similarity
    found = process.extract(name, every_name(), scorer=scorer, limit=LOOKED_AT, score_cutoff=LEAST)
    rated: dict[City, float] = {}
    for like, score, _ in found:
        for city in cities_named(like)[:1]:
            foreign = FOREIGN * (plain(city.name) != like)
            rating = score - foreign + SIZE * math.log10(city.population + 1)
            rated[city] = max(rating, rated.get(city, 0.0))
    return tuple(sorted(rated, key=lambda city: -rated[city]))[:MOST]
