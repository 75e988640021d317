"""How far it is: two points in degrees ─▶ **kilometres**, exactly, on a ball of the Earth's mean radius."""

import re
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Degrees: TypeAlias = NDArray[np.float64]
EARTH_KM = 6371.0088  # mean radius, IUGG
FARTHEST_KM = 20_038.0  # half way round the Earth, and a little
KM = {"km": 1.0, "mi": 1.609344}


def kilometres(lat: float, lon: float, lats: Degrees, lons: Degrees) -> NDArray[np.float64]:
    """From one point to many, by the haversine formula: exact to a metre also for points side by side."""
    a, b = np.radians(lat), np.radians(lats)
    up = np.sin((b - a) / 2) ** 2
    along = np.sin(np.radians(lons - lon) / 2) ** 2
    share = np.clip(up + np.cos(a) * np.cos(b) * along, 0.0, 1.0)
    found: NDArray[np.float64] = 2 * EARTH_KM * np.arcsin(np.sqrt(share))
    return found


_DISTANCE = re.compile(
    r"(\d+(?:\.\d+)?(?:e[+-]?\d+)?)\s*(km|kilometres?|kilometers?|mi|miles?|)", re.IGNORECASE
)
ANYWHERE = "any"


def read_distance(typed: str) -> tuple[float, str] | None:
    """``60 mi``, ``100km``, ``100``, ``any`` as kilometres and the unit; None for what is no distance."""
    text = typed.strip()
    if text.lower() == ANYWHERE:
        return FARTHEST_KM, "km"
    found = _DISTANCE.fullmatch(text)
    if not found:
        return None
    unit = "mi" if found[2].lower().startswith("mi") else "km"
    km = float(found[1]) * KM[unit]
    return (km, unit) if 0 < km <= FARTHEST_KM else None


def within(km: float, unit: str) -> str:
    """The distance as ``read_distance`` reads it back, exactly: ``60mi``, ``any``."""
    if km == FARTHEST_KM:
        return ANYWHERE
    given = f"{km / KM[unit]:.10g}"
    return f"{given}{unit}" if float(given) * KM[unit] == km else f"{km!r}km"


def distance_words(km: float, unit: str) -> str:
    """``0 km``, ``8 km``, ``1,250 miles``: whole ones, for the points are the middles of towns."""
    return (
        f"{km / KM[unit]:,.0f} {'km' if unit == 'km' else 'miles' if round(km / KM[unit]) != 1 else 'mile'}"
    )
