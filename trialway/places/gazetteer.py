"""The names and postcodes that the package carries: name ─▶ **gazetteer** ─▶ cities, the largest first.

The tables are text files mapped from the disk and searched by halving: nothing is parsed beforehand, all
workers of a machine share the pages that were read, and none keeps a copy. ``tools/make_places.py`` makes
them; GeoNames (CC BY 4.0) and a registry's own points: ``data/NOTICE.txt``.
"""

import mmap
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from msgspec import Struct

from trialway.vocabulary.country import country_label

DATA = Path(__file__).parent / "data"
# So much of the names is looked through at a time for spellings, and then forgotten.
CHUNK = 64 * 1024


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


class _Table:
    """A mapped file of lines in the order of their bytes; a line is named by the byte at which it begins."""

    def __init__(self, name: str) -> None:
        with (DATA / name).open("rb") as file:
            self._text = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    def __len__(self) -> int:
        return len(self._text)

    def line(self, begin: int) -> bytes:
        """The line that begins there, without its end."""
        return self._text[begin : self._text.find(b"\n", begin)]

    def first_from(self, wanted: bytes) -> int:
        """Where the first line begins that is not less than ``wanted``; the length of the file if none is."""
        return self.first_not(lambda line: line < wanted)

    def first_not(self, before: Callable[[bytes], bool]) -> int:
        """Where the first line begins of which this is not so; of all lines in front of it it must be so."""
        low, high = 0, len(self._text)
        while low < high:
            middle = (low + high) // 2
            begin = max(self._text.rfind(b"\n", low, middle) + 1, low)
            line = self.line(begin)
            if before(line):
                low = begin + len(line) + 1
            else:
                high = begin
        return low

    def chunks(self, begin: int, end: int) -> Iterator[list[str]]:
        """The lines between the two in order, some thousands at a time."""
        while begin < end:
            cut = self._text.rfind(b"\n", begin, min(begin + CHUNK, end)) + 1
            yield self._text[begin : cut - 1].decode().split("\n")
            begin = cut


@cache
def _table(name: str) -> _Table:
    return _Table(name)


def city(begin: int) -> City:
    """The city whose line begins at that byte of the list, the most populous first."""
    name, region, country, lat, lon, population = _table("cities.tsv").line(begin).decode().split("\t")
    return City(name, region, country, float(lat), float(lon), int(population))


def cities_named(name: str) -> tuple[City, ...]:
    """Cities that have this plain name (names.plain), the most populous first."""
    wanted, table = f"{name}\t".encode(), _table("names.tsv")
    line = table.line(table.first_from(wanted))
    return tuple(city(int(begin)) for begin in line[len(wanted) :].split()) if line.startswith(wanted) else ()


def postcodes(code: str) -> tuple[Postcode, ...]:
    """One a country that has this code."""
    return tuple(found for found in postcodes_from(code) if found.code == code)


def postcodes_from(start: str) -> tuple[Postcode, ...]:
    """Codes that begin with this, in order."""
    table, wanted = _table("postcodes.tsv"), start.encode()
    begin, found = table.first_from(wanted), []
    while (line := table.line(begin)).startswith(wanted) and line:
        code, country, name, lat, lon = line.decode().split("\t")
        found.append(Postcode(code, country, name, float(lat), float(lon)))
        begin += len(line) + 1
    return tuple(found)


def names_as_long_as(shortest: int, longest: int) -> Iterator[list[str]]:
    """All plain names of so many letters, some thousands at a time, for spellings; none is kept."""
    table = _table("spellings.txt")
    begin = table.first_not(lambda line: len(line.decode()) < shortest)
    end = table.first_not(lambda line: len(line.decode()) <= longest)
    return table.chunks(begin, end)
