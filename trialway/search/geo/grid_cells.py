"""A point, or a circle to search in → cells of a grid, as terms that an engine of words can find.

Beside words the engine finds the trials of the squares that a circle touches; which of them are really inside
is told by the columns.
"""

import math
from collections.abc import Iterable

from trialway.places.distances import EARTH_KM
from trialway.search.query.query import Near

# Squares of one degree for a region, of ten for a continent; a circle that touches more than so many squares
# excludes too little to be worth asking.
SIDES = (1, 10)
MOST = 200
# Rounding must not lose the square that a circle touches with its edge.
EDGE = 1e-6


def cells_of_point(lat: float | None, lon: float | None) -> tuple[int, ...]:
    """The squares of a point, one of each size; none when it is unknown."""
    if lat is None or lon is None:
        return ()
    return tuple(_cell(side, _row(side, lat), _column(side, lon)) for side in SIDES)


def cells_around(near: Near) -> tuple[int, ...] | None:
    """The squares that the circle touches; None when there are too many."""
    for side in SIDES:
        found = _touched(side, near)
        if len(found) <= MOST:
            return found
    return None


def _touched(side: int, near: Near) -> tuple[int, ...]:
    up = math.degrees(near.km / EARTH_KM) + EDGE
    south, north = max(near.lat - up, -90.0), min(near.lat + up, 90.0)
    columns = _columns(side, near, up, south, north)
    rows = range(_row(side, south), _row(side, north) + 1)
    return tuple(_cell(side, row, column) for row in rows for column in columns)


def _columns(side: int, near: Near, up: float, south: float, north: float) -> Iterable[int]:
    if south <= -90 or north >= 90:  # the circle holds a pole, and so a bit of every meridian
        return range(360 // side)
    # How far the circle reaches east and west at its widest.
    widest = math.sin(math.radians(up)) / math.cos(math.radians(near.lat))
    half = math.degrees(math.asin(min(1.0, widest))) + EDGE
    first, last = math.floor((near.lon - half + 180) / side), math.floor((near.lon + half + 180) / side)
    return sorted({column % (360 // side) for column in range(first, last + 1)})


def _row(side: int, lat: float) -> int:
    return min(math.floor((lat + 90) / side), 180 // side - 1)


def _column(side: int, lon: float) -> int:
    return math.floor((lon + 180) / side) % (360 // side)


def _cell(side: int, row: int, column: int) -> int:
    return side * 1_000_000 + row * 1000 + column
