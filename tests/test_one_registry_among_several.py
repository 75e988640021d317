"""ClinicalTrials.gov is one adapter among several: nothing outside its folder knows its name or its shape."""

import re
from pathlib import Path

import pytest

from trialway.registries.ctgov import results_schema, schema

PACKAGE = Path(__file__).parent.parent / "trialway"
ALLOWED = (
    "registries/ctgov/",
    "registries/known.py",
    # What each registry's words mean, the bundled records, and whom the bundled coordinates are credited to.
    "vocabulary/",
    "sample/",
    "places/data/NOTICE.txt",
)
TEXTS = {".py", ".jinja", ".css", ".js", ".svg", ".txt", ".tsv", ".md", ".typ", ".json", ".html"}
NAMES = re.compile(r"ctgov|clinicaltrials\.gov|\bnct(?:\d|[ _?\\(]|…|\b)|nctid", re.IGNORECASE)


# The browser's word for how old a position may be.
ALSO_OTHERS = {"maximumAge"}


def names_of_its_model() -> set[str]:
    """Names in the API's JSON that are more than one plain word: ``ciNumSides``."""
    kinds = [kind for each in (schema, results_schema) for kind in vars(each).values()]
    structs = [
        kind for kind in kinds if isinstance(kind, type) and kind.__module__.startswith(schema.__package__)
    ]
    names = {name for struct in structs for name in struct.__struct_encode_fields__}
    return {name for name in names if re.search(r"[a-z][A-Z]", name)} - ALSO_OTHERS


SHAPE = re.compile(rf"\b(?:{'|'.join(sorted(names_of_its_model()))})\b")


def offences(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if NAMES.search(line) or SHAPE.search(line)]


def outside() -> list[Path]:
    return [
        file
        for file in sorted(PACKAGE.rglob("*"))
        if file.suffix in TEXTS and not str(file.relative_to(PACKAGE)).startswith(ALLOWED)
    ]


@pytest.mark.parametrize("file", outside(), ids=lambda file: str(file.relative_to(PACKAGE)))
def test_no_file_outside_its_folder_knows_the_registry(file):
    assert offences(file.read_text()) == []


@pytest.mark.parametrize(
    "line",
    [
        'REGISTRY = "ctgov"',
        "from trialway.registries.ctgov.schema import Shape",
        "<p>Data from ClinicalTrials.gov</p>",
        '_NUMBER = re.compile(r"NCT\\d{8}")',
        '    "trialway show NCT04740918",',
        'sides = study["ciNumSides"]',
        'parts = {"adverseEventsModule": "adverse events"}',
    ],
)
def test_what_knows_the_registry_is_seen(line):
    assert offences(line) == [line.strip()]
