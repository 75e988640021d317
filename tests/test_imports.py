"""The layers of the package: what stands left on the way of the data imports nothing right of it."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "trialway").rglob("*.py"))

# Each layer may import itself and the layers above it in this table.
LAYERS = [
    {"", "errors", "environment", "setting_kinds", "data_folder", "sample"},
    {"record", "record_results", "vocabulary", "places"},
    {
        "registries",
        "registry_text",
        "arms",
        "criteria",
        "fit",
        "plain",
        "results",
        "linking",
        "trial",
        "trial_sites",
        "differences",
    }
    | {"index", "interop"},
    {"archive"},
    {"people", "editorial", "site", "api", "cli", "commands", "settings", "urls", "wsgi", "__main__"},
]
WITH_DJANGO = {"archive", "people", "editorial", "site", "api", "cli", "commands", "settings", "urls", "wsgi"}


def part_of(module: str) -> str:
    """`trialway.search.engine.build` belongs to the part `index`; the package itself to the part without a name."""
    return module.split(".")[1] if "." in module else ""


def layer_of(part: str) -> int:
    return next(number for number, parts in enumerate(LAYERS) if part in parts)


def name_of(file: Path) -> str:
    return ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def imports_of(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module == "trialway":
            yield from (f"trialway.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def offences(part: str, source: str) -> list[str]:
    found = set(imports_of(source))
    ours = {module for module in found if module.split(".")[0] == "trialway" and not is_version(module)}
    against_the_way = [module for module in sorted(ours) if layer_of(part_of(module)) > layer_of(part)]
    django = [
        module for module in sorted(found) if module.split(".")[0] == "django" and part not in WITH_DJANGO
    ]
    return against_the_way + django


def is_version(module: str) -> bool:
    return module == "trialway.__version__"


@pytest.mark.parametrize("file", MODULES, ids=name_of)
def test_imports_run_one_way(file):
    assert offences(part_of(name_of(file)), file.read_text()) == []


@pytest.mark.parametrize(
    ("part", "source", "offence"),
    [
        ("record", "from trialway.search.query.query import Query", "trialway.search.query.query"),
        ("vocabulary", "from trialway import archive", "trialway.archive"),
        ("index", "def late():\n    import trialway.site.urls", "trialway.site.urls"),
        ("linking", "from django.db import models", "django.db"),
        ("archive", "from trialway.cli import main", "trialway.cli"),
    ],
)
def test_an_import_against_the_way_is_seen(part, source, offence):
    assert offences(part, source) == [offence]


def test_every_module_opens_with_its_place():
    # Migrations and empty packages are Django's and Python's formalities.
    without = [
        name_of(file)
        for file in MODULES
        if file.read_text().strip()
        and "migrations" not in file.parts
        and not ast.get_docstring(ast.parse(file.read_text()))
    ]

    assert without == []
