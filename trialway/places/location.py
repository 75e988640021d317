"""A point with its name: city or postcode ─▶ **Spot** ─▶ what a reader is shown and can ask for."""

from typing import Protocol

import numpy as np
from msgspec import Struct

from trialway.places.distances import kilometres
from trialway.vocabulary.country import LABELS, country_code

# Two entries of one name so near each other are one town to whoever travels there.
SAME_TOWN_KM = 25.0
_SAID = {"USA": "US", "UK": "GB"}


class Location(Struct, frozen=True):
    """``ask`` is what to type to get this one and no other."""

    label: str
    ask: str
    lat: float
    lon: float


class HasPoint(Protocol):
    """Whatever has coordinates in degrees."""

    @property
    def lat(self) -> float: ...
    @property
    def lon(self) -> float: ...


def distance_km(one: HasPoint, other: HasPoint) -> float:
    """Kilometres from one to the other."""
    return float(kilometres(one.lat, one.lon, np.array([other.lat]), np.array([other.lon]))[0])


def country_of(name: str) -> str | None:
    """The code of a country by its name or its code."""
    code = _SAID.get(name.upper(), name.upper())
    return code if code in LABELS else country_code(name)
