"""The names and postcodes that the package carries: name ─▶ **gazetteer** ─▶ cities, the largest first.

The tables stay as the bytes they are and are searched by halving: 15 MB in memory, nothing parsed beforehand.
``tools/make_places.py`` makes them; GeoNames (CC BY 4.0) and a registry's own points: ``data/NOTICE.txt``.
"""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from importlib import resources

import numpy as np
import zstandard
from msgspec import Struct

from trialway.vocabulary.country import country_label


class City(Struct, frozen=True):
    """``region``: a state or province of a few countries, ``near Kassel`` where names are alike, or empty."""

    name: str
    region: str
    country: str
    lat: float
    lon: float
    population: int

    @property
    def label(self) -> str:
        """``Paris, Texas, United States``"""
        return ", ".join(part for part in (self.name, self.region, country_label(self.country)) if part)


class Postcode(Struct, frozen=True):
    """A postcode in capitals without spaces, and the town where a registry places it."""

    code: str
    country: str
    city: str
    lat: float
    lon: float

    @property
    def label(self) -> str:
        """``69008 Lyon, France``"""
        return f"{self.code} {self.city}, {country_label(self.country)}"


class _Table(Sequence[bytes]):
    """The lines of a packed file."""

    def __init__(self, name: str) -> None:
        packed = resources.files(__package__).joinpath("data", name).read_bytes()
        self._text = zstandard.ZstdDecompressor().decompress(packed)
        self._ends = np.flatnonzero(np.frombuffer(self._text, np.uint8) == ord("\n"))

    def __len__(self) -> int:
        return len(self._ends)

    def __getitem__(self, at: int) -> bytes:  # type: ignore[override]  # nobody slices it
        begin = int(self._ends[at - 1]) + 1 if at else 0
        return self._text[begin : int(self._ends[at])]

    def lines(self) -> list[str]:
        return self._text.decode().splitlines()


@cache
def _table(name: str) -> _Table:
    return _Table(f"{name}.tsv.zst")


def city(rank: int) -> City:
    """The city at a place in the list, the most populous first."""
    name, region, country, lat, lon, population = _table("cities")[rank].decode().split("\t")
    return City(name, region, country, float(lat), float(lon), int(population))


def cities_named(name: str) -> tuple[City, ...]:
    """Cities that have this plain name (names.plain), the most populous first."""
    wanted = f"{name}\t".encode()
    table = _table("names")
    at = bisect_left(table, wanted)
    if at == len(table) or not table[at].startswith(wanted):
        return ()
    return tuple(city(int(rank)) for rank in table[at].decode().split("\t")[1].split())


def postcodes(code: str) -> tuple[Postcode, ...]:
    """One a country that has this code."""
    return tuple(found for found in postcodes_from(code) if found.code == code)


def postcodes_from(start: str) -> tuple[Postcode, ...]:
    """Codes that begin with this, in order."""
    table, wanted = _table("postcodes"), start.encode()
    found = []
    for at in range(bisect_left(table, wanted), len(table)):
        if not table[at].startswith(wanted):
            break
        code, country, name, lat, lon = table[at].decode().split("\t")
        found.append(Postcode(code, country, name, float(lat), float(lon)))
    return tuple(found)


@cache
def every_name() -> list[str]:
    """All plain names, for spellings; taken out only when somebody misspells one."""
    return [line.split("\t")[0] for line in _table("names").lines()]
