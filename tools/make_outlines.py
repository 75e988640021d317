"""Makes the outlines of countries that maps are drawn on: world-atlas ─▶ static/map/countries.json.

python -m tools.make_outlines COUNTRIES-110M.json

world-atlas 2.0.2 (ISC) holds Natural Earth's countries (public domain). Arcs are joined to rings, coordinates
rounded to a hundredth of a degree, which is a kilometre.
"""

import json
import sys
from itertools import accumulate
from pathlib import Path

OUT = Path(__file__).parent.parent / "trialway" / "site" / "static" / "map" / "countries.json"


def main() -> None:
    atlas = json.loads(Path(sys.argv[1]).read_bytes())
    arcs = [_degrees(arc, atlas["transform"]) for arc in atlas["arcs"]]
    polygons = []
    for country in atlas["objects"]["countries"]["geometries"]:
        parts = country.get("arcs", [])
        for part in [parts] if country["type"] == "Polygon" else parts:
            polygons += _within_the_world([_ring(ring, arcs) for ring in part])
    shape = {"type": "MultiPolygon", "coordinates": polygons}
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text(json.dumps(shape, separators=(",", ":")) + "\n")
    print(f"{len(polygons)} polygons, {OUT.stat().st_size:,} bytes")


def _degrees(arc: list, transform: dict) -> list[tuple[float, float]]:
    """Arcs hold steps from point to point in whole numbers."""
    (width, height), (left, top) = transform["scale"], transform["translate"]
    points = accumulate(arc, lambda last, step: [last[0] + step[0], last[1] + step[1]])
    return [(round(x * width + left, 2), round(y * height + top, 2)) for x, y in points]


def _ring(numbers: list[int], arcs: list) -> list[tuple[float, float]]:
    """Arcs one after another, backwards where the number is negative; a shared end stands once."""
    ring: list[tuple[float, float]] = []
    for number in numbers:
        points = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring += points[1 if ring else 0 :]
    return ring


def _within_the_world(rings: list) -> list[list]:
    """A polygon that crosses the date line as two, each on its side; others as they are."""
    whole = [_unbroken(ring) for ring in rings]
    if not any(abs(x) > 180 for ring in whole for x, _ in ring) or whole[0][0][0] != whole[0][-1][0]:
        return [rings]
    found = []
    for west in (-540, -180, 180):
        part = [_cut(_cut(ring, west, 1), west + 360, -1) for ring in whole]
        kept = [[(round(x - west - 180, 2), y) for x, y in ring] for ring in part if len(ring) > 2]
        found += [kept] if kept else []
    return found


def _unbroken(ring: list) -> list:
    """Longitudes that go on beyond 180 where the ring crosses it."""
    shift, last, made = 0, ring[0][0], []
    for x, y in ring:
        shift += -360 if x - last > 180 else 360 if last - x > 180 else 0
        last = x
        made.append((x + shift, y))
    return made


def _cut(ring: list, edge: float, side: int) -> list:
    """What of the ring lies east (1) or west (-1) of a meridian."""
    made = []
    for (x, y), (to_x, to_y) in zip(ring, [*ring[1:], *ring[:1]], strict=True):
        inside, goes_in = (x - edge) * side >= 0, (to_x - edge) * side >= 0
        made += [(x, y)] if inside else []
        if inside != goes_in:
            made.append((edge, round(y + (to_y - y) * (edge - x) / (to_x - x), 2)))
    return made


if __name__ == "__main__":
    main()
