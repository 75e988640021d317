"""The layers of the package: what stands left on the way of the data imports nothing right of it."""

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "trialway").rglob("*.py"))

# One row a package, in the order of the way: what each may import. "" is the package's own __init__.
MAY_IMPORT: dict[str, set[str]] = {
    "errors": set(),
    "vocabulary": set(),
    "setting_kinds": set(),
    "": set(),
    "atomic_files": set(),
    "language_rules": set(),
    "build_id": set(),
    "caches": set(),
    "urls": set(),
    "registry_text": set(),
    "sample": set(),
    "concepts": {"errors", "language_rules", "vocabulary"},
    "record": {"vocabulary"},
    "places": {"vocabulary"},
    "environment": {"errors", "setting_kinds"},
    "record_results": {"record", "vocabulary"},
    "trial": {"record", "vocabulary"},
    "criteria": {"concepts", "language_rules", "record", "vocabulary"},
    "data_folder": {"environment", "errors"},
    "registries": {"environment", "errors", "record", "record_results", "setting_kinds", "vocabulary"},
    "trial_sites": {"places", "record", "trial"},
    "fit": {"criteria", "errors", "record", "trial"},
    "settings": {"data_folder", "environment", "registries"},
    "arms": {"record", "registries", "registry_text"},
    "results": {"record", "record_results", "registries", "registry_text", "vocabulary"},
    "differences": {"record", "registries", "registry_text", "vocabulary"},
    "archive": {"data_folder", "errors", "record", "registries", "trial", "vocabulary"},
    "plain": {
        "arms",
        "criteria",
        "environment",
        "language_rules",
        "record",
        "registry_text",
        "results",
        "trial",
        "vocabulary",
    },
    "search": {
        "atomic_files",
        "caches",
        "concepts",
        "environment",
        "errors",
        "places",
        "plain",
        "record",
        "registries",
        "registry_text",
        "trial",
        "trial_sites",
        "vocabulary",
    },
    "interop": {"errors", "fit", "registry_text", "results", "search", "vocabulary"},
    "pipeline": {
        "archive",
        "build_id",
        "caches",
        "criteria",
        "data_folder",
        "differences",
        "errors",
        "fit",
        "record",
        "search",
    },
    "screening": {"archive", "criteria", "fit", "pipeline", "search", "trial"},
    "presenters": {
        "archive",
        "arms",
        "build_id",
        "concepts",
        "criteria",
        "differences",
        "fit",
        "interop",
        "places",
        "plain",
        "record",
        "record_results",
        "registries",
        "registry_text",
        "results",
        "sample",
        "screening",
        "search",
        "trial",
        "trial_sites",
        "vocabulary",
    },
    "site": {
        "archive",
        "build_id",
        "caches",
        "environment",
        "errors",
        "fit",
        "interop",
        "places",
        "plain",
        "presenters",
        "registries",
        "registry_text",
        "results",
        "screening",
        "search",
        "trial",
    },
    "wsgi": {"site"},
    "commands": {
        "archive",
        "criteria",
        "data_folder",
        "differences",
        "environment",
        "errors",
        "fit",
        "interop",
        "pipeline",
        "places",
        "plain",
        "presenters",
        "registries",
        "registry_text",
        "results",
        "sample",
        "screening",
        "search",
        "site",
        "trial",
        "vocabulary",
        "wsgi",
    },
    "cli": {"commands", "errors"},
    "__main__": {"cli"},
}
WITH_DJANGO = {"archive", "pipeline", "site", "cli", "commands", "settings", "urls", "wsgi"}


def part_of(module: str) -> str:
    """`trialway.search.engine.build` belongs to the part `search`, the package itself to `""`."""
    return module.split(".")[1] if "." in module else ""


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
    against_the_way = [
        module for module in sorted(ours) if part_of(module) not in {part, "", *MAY_IMPORT[part]}
    ]
    django = [
        module for module in sorted(found) if module.split(".")[0] == "django" and part not in WITH_DJANGO
    ]
    return against_the_way + django


def is_version(module: str) -> bool:
    return module == "trialway.__version__"


def test_every_row_of_the_table_is_a_package_and_every_package_has_one():
    parts = {part_of(name_of(file)) for file in MODULES}

    assert MAY_IMPORT.keys() == parts


def test_no_package_imports_itself_by_way_of_others():
    # Raises CycleError when there is a circle.
    assert set(TopologicalSorter(MAY_IMPORT).static_order()) >= MAY_IMPORT.keys()


@pytest.mark.parametrize("file", MODULES, ids=name_of)
def test_imports_run_one_way(file):
    assert offences(part_of(name_of(file)), file.read_text()) == []


@pytest.mark.parametrize(
    ("part", "source", "offence"),
    [
        ("record", "from trialway.search.query.query import Query", "trialway.search.query.query"),
        ("vocabulary", "from trialway import archive", "trialway.archive"),
        ("search", "def late():\n    import trialway.site.urls", "trialway.site.urls"),
        ("search", "from django.db import models", "django.db"),
        (
            "archive",
            "from trialway.search.document.encode_document import EncodedDocument",
            "trialway.search.document.encode_document",
        ),
        ("search", "from trialway.archive.trials import get_trial", "trialway.archive.trials"),
        ("pipeline", "from trialway.commands.common import say", "trialway.commands.common"),
        ("archive", "from trialway.cli import main", "trialway.cli"),
    ],
)
def test_an_import_against_the_way_is_seen(part, source, offence):
    assert offences(part, source) == [offence]


PRESENTERS = [file for file in MODULES if part_of(name_of(file)) == "presenters"]
# What these give is read from the database.
READING = ("trialway.archive", "trialway.pipeline", "trialway.screening.selection")


def fetches(source: str) -> list[str]:
    """What a presenter could read with: all that comes from there but classes, for they are what it shows."""
    return [
        f"{node.module}.{alias.name}"
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(READING)
        for alias in node.names
        if not alias.name[0].isupper() or alias.name.isupper()
    ]


@pytest.mark.parametrize("file", PRESENTERS, ids=name_of)
def test_a_presenter_is_given_what_it_shows(file):
    assert fetches(file.read_text()) == []


def test_a_presenter_that_fetches_is_seen():
    assert fetches("from trialway.archive.trials import get_trial") == ["trialway.archive.trials.get_trial"]
    assert fetches("from trialway.archive.history import RecordHistory") == []


def test_what_the_check_gives_to_presenters_reads_nothing():
    """Its methods neither: the module that defines it knows no archive."""
    source = (ROOT / "trialway" / "screening" / "trial_selection.py").read_text()

    assert not [module for module in imports_of(source) if module.startswith(READING)]


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
