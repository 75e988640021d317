"""Names that differ in capitals and spaces alone are one name, and one module says so."""

import sys
from pathlib import Path

import pytest

from trialway.registry_text.comparable import comparable

PACKAGE = Path(sys.modules["trialway"].__file__).parent


@pytest.mark.parametrize(
    ("name", "key"),
    [("  Oral  PLACEBO\n", "oral placebo"), ("STRASSE", "strasse"), ("Straße", "strasse"), ("", "")],
)
def test_capitals_and_spaces_do_not_matter(name, key):
    assert comparable(name) == key


@pytest.mark.parametrize(("one", "other"), [("Sjogren", "Sjögren"), ("IL-2", "IL 2"), ("AIDS'", "AIDS")])
def test_accents_and_marks_do(one, other):
    assert comparable(one) != comparable(other)


@pytest.mark.parametrize(
    ("way", "modules"),
    [
        # Countries are compared without apostrophes, in a package below this one.
        ("casefold().split()", {"registry_text/comparable.py", "vocabulary/country.py"}),
        (
            "unicodedata.normalize",
            {
                "concepts/words.py",
                "places/names.py",
                "search/document/identifiers.py",
                "search/query/parser.py",
            },
        ),
    ],
)
def test_each_way_stands_where_it_is_described(way, modules):
    using = {
        file.relative_to(PACKAGE).as_posix() for file in PACKAGE.rglob("*.py") if way in file.read_text()
    }

    assert using == modules
