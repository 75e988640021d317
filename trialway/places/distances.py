"""How far it is: two points in degrees ─▶ **kilometres**, exactly, on a ball of the Earth's mean radius."""

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
