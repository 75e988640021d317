"""A map as a picture, for readers without scripts: points ─▶ **SVG**. The list beside it says the same."""

import math
from collections.abc import Sequence
from functools import cache
from html import escape
from itertools import pairwise
from pathlib import Path

import msgspec

from trialway.presenters.map_points import LEGEND, MapPoint
from trialway.presenters.registry_text import counted

OUTLINES = Path(__file__).parent.parent / "site" / "static" / "map" / "countries.json"
WIDTH, HEIGHT = 720.0, 400.0
# Towns nearer to each other than a mark is wide are one mark.
CELL = 7.0
# Never nearer than this many degrees: outlines are drawn for the whole Earth.
NEAREST = 12.0
STYLE = """
.l{fill:#e9ece7;stroke:#fff;stroke-width:.6}.s{fill:#f7f9f8}
.recruiting{fill:#0d5c2e}.unstated{fill:#0c4a86}.soon{fill:#664800}.other{fill:#3c4a56}
.p{stroke:#fff;stroke-width:1.2}
@media(prefers-color-scheme:dark){.l{fill:#2b3734;stroke:#101716}.s{fill:#16201e}.recruiting{fill:#8fdca6}
.unstated{fill:#9cc8f5}.soon{fill:#f0cd78}.other{fill:#c3ced8}.p{stroke:#101716}}
"""
Ring = list[tuple[float, float]]


class _Shape(msgspec.Struct):
    coordinates: list[list[Ring]]


@cache
def _land() -> list[list[Ring]]:
    return msgspec.json.decode(OUTLINES.read_bytes(), type=_Shape).coordinates


class View(msgspec.Struct, frozen=True):
    """The part of the Earth that is drawn, in degrees; a degree east is as wide as it is there."""

    west: float
    north: float
    scale: float
    narrow: float

    def place(self, lon: float, lat: float) -> tuple[float, float]:
        return (lon - self.west) * self.scale * self.narrow, (self.north - lat) * self.scale


def picture(points: Sequence[MapPoint], title: str) -> str:
    """The points on the outlines of countries, the best kind on top."""
    view = _view(points)
    land = "".join(path for polygon in _land() if (path := _path(polygon, view)))
    marks = "".join(_mark(point, view) for point in sorted(_apart(points, view), key=_rank, reverse=True))
    size = f'width="{WIDTH:g}" height="{HEIGHT:g}" viewBox="0 0 {WIDTH:g} {HEIGHT:g}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img"><title>{escape(title)}</title>'
        f'<style>{STYLE}</style><rect class="s" width="100%" height="100%"/>'
        f'<path class="l" d="{land}"/>{marks}</svg>'
    )


def _view(points: Sequence[MapPoint]) -> View:
    lats, lons = [point.lat for point in points] or [0.0], [point.lon for point in points] or [0.0]
    middle, across = (max(lats) + min(lats)) / 2, (max(lons) + min(lons)) / 2
    narrow = max(0.2, math.cos(math.radians(middle)))
    high = max(max(lats) - min(lats), NEAREST) * 1.2
    wide = max(max(lons) - min(lons), NEAREST) * 1.15
    scale = min(HEIGHT / high, WIDTH / (wide * narrow))
    return View(across - WIDTH / (scale * narrow) / 2, middle + HEIGHT / scale / 2, scale, narrow)


def _rank(point: MapPoint) -> int:
    return list(LEGEND).index(point.kind)


def _apart(points: Sequence[MapPoint], view: View) -> list[MapPoint]:
    """One point for those that would fall on one another: of the best kind among them."""
    cells: dict[tuple[float, float], list[MapPoint]] = {}
    for point in points:
        x, y = view.place(point.lon, point.lat)
        cells.setdefault((x // CELL, y // CELL), []).append(point)
    return [_together(towns) for towns in cells.values()]


def _together(towns: list[MapPoint]) -> MapPoint:
    best = min(towns, key=_rank)
    more = f" and {counted(len(towns) - 1, 'town')} nearby" if len(towns) > 1 else ""
    count = sum(town.count for town in towns if town.kind == best.kind)
    return msgspec.structs.replace(best, name=best.name + more, count=count)


def _path(polygon: list[Ring], view: View) -> str:
    """Empty for what lies outside; points that fall on one another are drawn once."""
    rings = []
    for ring in polygon:
        drawn = list(dict.fromkeys((round(x), round(y)) for x, y in (view.place(*point) for point in ring)))
        xs, ys = [x for x, _ in drawn], [y for _, y in drawn]
        if len(drawn) > 2 and min(xs) < WIDTH and max(xs) > 0 and min(ys) < HEIGHT and max(ys) > 0:
            steps = pairwise(drawn)
            rest = " ".join(f"{x - before_x} {y - before_y}" for (before_x, before_y), (x, y) in steps)
            rings.append(f"M{drawn[0][0]} {drawn[0][1]}l{rest}z")
    return "".join(rings)


def _mark(point: MapPoint, view: View) -> str:
    """A shape of its own for each kind, for readers who do not tell the colours apart."""
    x, y = view.place(point.lon, point.lat)
    r = min(9.0, 4.0 + math.log2(point.count))
    shapes = {
        "recruiting": f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{r:.1f}"',
        "unstated": f'<rect x="{x - r:.1f}" y="{y - r:.1f}" width="{2 * r:.1f}" height="{2 * r:.1f}"',
        "soon": f'<path d="M{x:.1f} {y - r:.1f}L{x + r:.1f} {y + r:.1f}H{x - r:.1f}Z"',
        "other": f'<path d="M{x:.1f} {y - r:.1f}l{r:.1f} {r:.1f}l{-r:.1f} {r:.1f}l{-r:.1f} {-r:.1f}Z"',
    }
    return (
        f'{shapes[point.kind]} class="p {point.kind}"><title>{escape(point.name)}</title></{_element(point)}>'
    )


def _element(point: MapPoint) -> str:
    return {"recruiting": "circle", "unstated": "rect"}.get(point.kind, "path")
