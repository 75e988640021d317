"""Names are those of docs/naming.md: a class name stands for one class, a module name for one module."""

import ast
import re
from collections import defaultdict
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "trialway"
TEXT = (ROOT / "docs" / "naming.md").read_text()
# A page, what prepares its words and the command that prints the same are one subject.
ONE_SUBJECT = {"presenters", "site/pages", "commands"}
# The same thing in a registry's own shape, in a table, in words, or as a node of another tree; and what
# Django asks for by name.
OTHER_SHAPES = ("registries/ctgov", "archive/models")
SAME_IN_OTHER_TREES = {"AtLeast", "Not", "Group", "Period", "Batch"}


def section(title: str) -> list[list[str]]:
    """The rows of a table, each with the words that stand in backticks in its cells."""
    part = TEXT.split(f"## {title}\n")[1].split("\n## ")[0]
    lines = [line for line in part.splitlines() if line.startswith("| `")]
    return [re.findall(r"`([^`]*)`", line) for line in lines]


def files() -> list[Path]:
    return [
        file
        for file in sorted(PACKAGE.rglob("*.py"))
        if "migrations" not in file.parts and file.stem != "__init__"
    ]


def folder_of(file: Path) -> str:
    return file.parent.relative_to(PACKAGE).as_posix()


def definitions(file: Path) -> set[str]:
    tree = ast.parse(file.read_text())
    names = {node.name for node in tree.body if isinstance(node, ast.ClassDef | ast.FunctionDef)}
    targets = [node.targets for node in tree.body if isinstance(node, ast.Assign)]
    return names | {one.id for each in targets for one in each if isinstance(one, ast.Name)}


def test_a_module_name_stands_once_but_for_those_that_the_page_lists():
    places = defaultdict(set)
    for file in files():
        places[file.stem].add(folder_of(file))
    shared = {
        name: found
        for name, found in places.items()
        if len(found) > 1
        and not {"presenters" if f.startswith("presenters") else f for f in found} <= ONE_SUBJECT
    }

    assert shared == {name: set(found) for name, *found in section("Modules that share a name")}


def test_a_class_name_stands_for_one_class():
    found = defaultdict(set)
    for file in files():
        for node in ast.parse(file.read_text()).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                found[node.name].add(file.relative_to(PACKAGE).with_suffix("").as_posix())
    twice = {
        name: where
        for name, where in found.items()
        if len({each for each in where if not each.startswith(OTHER_SHAPES)}) > 1
    }

    assert twice.keys() <= SAME_IN_OTHER_TREES, twice


@pytest.mark.parametrize("row", section("Module, before → now"), ids=lambda row: row[0])
def test_a_module_stands_where_the_page_says(row):
    before, *now = row

    assert not (PACKAGE / f"{before}.py").exists()
    assert all((PACKAGE / name).with_suffix(".py").exists() or (PACKAGE / name).is_dir() for name in now)


@pytest.mark.parametrize("row", section("Name, before → now"), ids=lambda row: f"{row[0]}-{row[1]}")
def test_a_name_is_what_the_page_says(row):
    before, now, *modules = row

    for module in modules:
        found = definitions(PACKAGE / f"{module}.py")
        assert now in found, module
        assert before not in found or before in {name for _, name, *_ in section("Name, before → now")}, (
            module
        )
