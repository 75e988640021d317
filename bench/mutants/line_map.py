"""A mutant ─▶ the tests that run its line, fastest first.

The map is made once, by a run of the suite under coverage; a test that does not pass is not in it.
"""

import ast
import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from pathlib import Path

import msgspec

from bench.mutants.draw import ROOT
from bench.mutants.sites import FUNCTIONS, Mutant

SUITES = (
    "tests/archive",
    "tests/pipeline",
    "tests/search",
    "tests/criteria",
    "tests/fit",
    "tests/plain",
    "tests/commands",
    "tests/test_trial.py",
)
# What runs in other processes is not seen by coverage, and takes long.
LEFT_OUT = (
    "tests/archive/test_kill.py",
    "tests/archive/sync/test_kill.py",
    "tests/archive/test_hosts.py",
    "tests/archive/test_upgrade.py",
)
LEFT_OUT_NAMES = "not killed"
LEFT_OUT_MARKERS = "not (slow or long or browser or postgres)"
# Beside those asked for, as many quick tests as take less than these seconds, the package's own first.
SECONDS, ALL_AT_ONCE = 2.0, 200
# Tests beyond these seconds are not asked while there are others.
BUDGET = 4.0


class Test(msgspec.Struct, frozen=True):
    """What a test takes without its wide fixtures, and which of these it uses."""

    seconds: float
    fixtures: list[str]


class LineMap(msgspec.Struct, frozen=True, dict=True):
    """Tests and fixtures by name, fixtures with their seconds; by file and line who runs it
    (nobody: it is run on import)."""

    tests: dict[str, Test]
    fixtures: dict[str, float]
    lines: dict[str, dict[int, list[str]]]

    def merge(self, newer: "LineMap") -> "LineMap":
        """Both, where a test or fixture of the newer takes the place of the older's."""
        renewed = {*newer.tests, *newer.fixtures}
        lines: dict[str, dict[int, list[str]]] = {}
        for file in {*self.lines, *newer.lines}:
            old, new = self.lines.get(file, {}), newer.lines.get(file, {})
            lines[file] = {
                line: [*(each for each in old.get(line, []) if each not in renewed), *new.get(line, [])]
                for line in {*old, *new}
            }
        return LineMap(self.tests | newer.tests, self.fixtures | newer.fixtures, lines)

    def covering(self, mutant: Mutant) -> set[str]:
        """The names of the tests that run the mutant's line, or what stands nearest to it."""
        users = defaultdict(set)
        for name, test in self.tests.items():
            for fixture in test.fixtures:
                users[fixture].add(name)
        direct = set() if _in_function(mutant) else self._importing(mutant.file)
        for file, lines in self._where(mutant):
            contexts = set(itertools.chain.from_iterable(self.lines.get(file, {}).get(n, []) for n in lines))
            names = contexts & set(self.tests)
            for fixture in contexts & set(self.fixtures):
                names |= users[fixture]
            if names:
                return names | direct
        return direct

    def _importing(self, file: str) -> set[str]:
        """The tests of the files that name something of a module: they may look at what it is made of."""
        files = {name.partition("::")[0] for name in self.tests}
        found = {
            name for name in files if (ROOT / name).exists() and _imports((ROOT / name).read_text(), file)
        }
        return {name for name in self.tests if name.partition("::")[0] in found}

    def _where(self, mutant: Mutant) -> Iterator[tuple[str, set[int]]]:
        """Where to look for tests, best first: the line, its statement, its function. What is run on import
        is run by all tests, and is given those that run functions of the module, or of modules
        that import it."""
        around = [
            node
            for node in ast.walk(_tree(mutant.file))
            if isinstance(node, (ast.stmt, ast.Lambda))
            and node.lineno <= mutant.line <= (node.end_lineno or node.lineno)
        ]
        functions = [node for node in around if isinstance(node, FUNCTIONS)]
        statement = _lines(min(around, key=_span))
        if functions:
            yield mutant.file, {mutant.line}
            yield mutant.file, statement
            yield mutant.file, set().union(*(_lines(node) - {node.lineno} for node in functions))
        if statement & self.lines.get(mutant.file, {}).keys():
            yield mutant.file, _in_functions(mutant.file)
            for file in _importers(mutant.file):
                yield file, _in_functions(file)

    def chosen(
        self, names: Iterable[str], most: int, package: str, ready: frozenset[str] = frozenset()
    ) -> tuple[list[str], float]:
        """At most some ``most`` tests, of different functions first, and their usual seconds. Of tests that
        take about as long, the one that runs the fewest lines looks at these the closest.

        After the first of them none that would make all of them take more than ``BUDGET``; fixtures
        that are ``ready`` cost nothing."""
        turns: dict[str, Iterator[int]] = defaultdict(itertools.count)
        by_cost = sorted(
            names, key=lambda name: (round(self._cost([name], ready), 1), self._breadth.get(name, 0), name)
        )
        in_turn = sorted(by_cost, key=lambda name: next(turns[name.partition("[")[0]]))
        picked: list[str] = []
        for name in in_turn[:most]:
            if not picked or self._cost([*picked, name], ready) <= BUDGET:
                picked.append(name)
        rest = set(in_turn) - set(picked)
        quick = sorted(
            (name for name in by_cost if name in rest), key=lambda name: package not in name.split("/")
        )
        spent = 0.0
        for name in quick[:ALL_AT_ONCE]:
            spent += self._cost([name], ready)
            if spent > SECONDS:
                break
            picked.append(name)
        return sorted(picked, key=lambda name: self._cost([name], ready)), self._cost(picked, ready)

    @cached_property
    def _breadth(self) -> Counter[str]:
        """How many lines each test runs."""
        return Counter(name for lines in self.lines.values() for names in lines.values() for name in names)

    def _cost(self, names: list[str], ready: frozenset[str] = frozenset()) -> float:
        tests = [self.tests[name] for name in names]
        fixtures = {fixture for test in tests for fixture in test.fixtures} - ready
        return sum(test.seconds for test in tests) + sum(self.fixtures.get(each, 0) for each in fixtures)


def _span(node: ast.stmt | ast.Lambda) -> int:
    return (node.end_lineno or node.lineno) - node.lineno


def _lines(node: ast.stmt | ast.expr) -> set[int]:
    return set(range(node.lineno, (node.end_lineno or node.lineno) + 1))


@cache
def _tree(file: str) -> ast.Module:
    return ast.parse((ROOT / file).read_bytes())


@cache
def _in_functions(file: str) -> set[int]:
    bodies = [node for node in ast.walk(_tree(file)) if isinstance(node, FUNCTIONS)]
    return set().union(*(_lines(node) - {node.lineno} for node in bodies)) if bodies else set()


def _in_function(mutant: Mutant) -> bool:
    return any(
        isinstance(node, FUNCTIONS) and node.lineno <= mutant.line <= (node.end_lineno or node.lineno)
        for node in ast.walk(_tree(mutant.file))
    )


def _imports(text: str, file: str) -> bool:
    module = file.removesuffix("/__init__.py").removesuffix(".py").replace("/", ".")
    return (
        f"from {module} import" in text
        or f"from {module.rpartition('.')[0]} import {Path(file).stem}" in text
    )


@cache
def _importers(file: str) -> list[str]:
    paths = sorted((ROOT / "trialway").rglob("*.py"))
    return [str(path.relative_to(ROOT)) for path in paths if _imports(path.read_text(), file)]
