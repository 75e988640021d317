"""Studies for tests: the bundled sample, and one made up with every leaf that the registry has."""

import copy
import csv
import functools
import io
from importlib import resources
from pathlib import Path

import zstandard

NUMBER = "NCT01234567"


@functools.cache
def sample() -> tuple[bytes, ...]:
    """The raw studies of the bundled sample."""
    packed = resources.files("trialway").joinpath("sample", "sample.jsonl.zst").read_bytes()
    with zstandard.ZstdDecompressor().stream_reader(io.BytesIO(packed)) as stream:
        return tuple(line for line in stream.read().splitlines() if line)


@functools.cache
def fields() -> dict[str, str]:
    """Path → type of every node of the registry's model (v2.0.5)."""
    with Path(__file__).with_name("fields.tsv").open(encoding="utf-8") as table:
        return {row["path"]: row["type"] for row in csv.DictReader(table, delimiter="\t")}


def leaves() -> list[str]:
    """The nodes that hold values; a point's latitude and longitude are not on the registry's list."""
    paths = fields()
    bare = [path for path in paths if not any(other.startswith(path + ".") for other in paths)]
    point = "protocolSection.contactsLocationsModule.locations.geoPoint"
    return [path for path in bare if path != point] + [f"{point}.lat", f"{point}.lon"]


def minimal() -> dict:
    """A study that states nothing but its number."""
    return {"protocolSection": {"identificationModule": {"nctId": NUMBER}}}


def with_leaf(path: str, value: object) -> dict:
    """The minimal study with one more leaf."""
    study = copy.deepcopy(minimal())
    node = study
    *branches, leaf = path.split(".")
    for depth, branch in enumerate(branches, 1):
        many = fields().get(".".join(path.split(".")[:depth]), "").endswith("[]")
        inside = node.setdefault(branch, [{}] if many else {})
        node = inside[0] if many else inside
    node[leaf] = [value] if fields().get(path, "").endswith("[]") else value
    return study


def value_for(path: str) -> object:
    """A value of the leaf's type."""
    kind = fields().get(path, "float").removesuffix("[]")
    return {
        "boolean": True,
        "integer": 7,
        "number": 7,
        "long": 7,
        "float": 7.5,
        "PartialDate": "2021-06",
        "NormalizedDate": "2021-06-07",
        "DateTimeMinutes": "2021-06-07T10:30",
        "NormalizedTime": "18 Years",
        "nct": "NCT07654321",
    }.get(kind, "Some value")
