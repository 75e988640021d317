"""A copy of the tree, a mutant and its tests ─▶ killed, survived, time-out or no test.

The work tree itself is never changed. Python takes a compiled file for fresh when size and second of its
source are the same, so that every mutant gets a second of its own.
"""

import importlib
import itertools
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import NoReturn

import pytest

from bench.mutants.draw import ROOT, as_it_stands, package_of
from bench.mutants.forks import begin, wait
from bench.mutants.line_map import LEFT_OUT, LEFT_OUT_MARKERS, LEFT_OUT_NAMES, LineMap
from bench.mutants.live_code import function_lines
from bench.mutants.server import WARM_UP, WARM_UP_SOURCE, Order, Server
from bench.mutants.sites import Mutant

# Of a pytest that imports all anew, no more than so many tests are asked.
MOST_ANEW = 12
LEAST_SECONDS, TIMES_AS_USUAL = 30.0, 5.0
PRELOADED = (
    "django.test",
    "httpx",
    "hypothesis",
    "jinja2",
    "msgspec",
    "numpy",
    "rich",
    "scipy.sparse",
    "tantivy",
)
_seconds = itertools.count(int(time.time()) - 10_000_000)


def copy_tree(to: Path) -> None:
    """What git knows of the tree, and new files that it does not ignore, as they stand in the work tree."""
    listed = subprocess.check_output(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT
    )
    shutil.rmtree(to, ignore_errors=True)
    for name in filter(None, listed.decode().split("\0")):
        if (ROOT / name).is_file():
            (to / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, to / name)


def preload() -> None:
    """Import what every run of pytest imports, so that forked ones need not."""
    for name in PRELOADED:
        importlib.import_module(name)


def record_lines(tree: Path, suites: tuple[str, ...], line_map: Path) -> bool:
    """Write the map of what the tests of ``suites`` run; whether all of them passed."""
    left_out = [f"--ignore={name}" for name in LEFT_OUT]
    command = ["-q", "-p", "bench.mutants.record_lines", "--line-map", str(line_map)]
    command += ["-m", LEFT_OUT_MARKERS, "-k", LEFT_OUT_NAMES, *left_out, *suites]
    run = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *command]
    return subprocess.run(run, cwd=tree, env=_environment(tree), check=False).returncode == 0


# What no line shows: the test of the migrations looks at every field of the models.
ALSO = {
    "trialway/archive/models.py": (
        "tests/archive/test_migrations.py::test_the_migrations_make_what_the_models_say",
    )
}


class Trials:
    """Two servers with the tests of a map, and what was seen of these tests without any mutant."""

    def __init__(self, tree: Path, line_map: LineMap, most: int, first: tuple[str, ...] = ()) -> None:
        """``first``: files of tests of which all that run a mutant's line are asked, before any others."""
        self.tree, self.line_map, self.most, self.first = tree, line_map, most, first
        (tree / WARM_UP).write_text(WARM_UP_SOURCE)
        suites = sorted({name.partition("::")[0] for name in line_map.tests})
        self.cold = Server(tree, suites, warm=False)
        self.warm = Server(tree, [*suites, WARM_UP], warm=True)
        self.sound: set[str] = set()
        self.unsound: set[str] = set()

    def close(self) -> None:
        self.cold.close()
        self.warm.close()

    def run(self, drawn: Mutant) -> tuple[str, float, str]:
        """The outcome, how many seconds it took, and the test that failed (or how many passed)."""
        mutant = as_it_stands(drawn)
        if mutant is None:
            return "gone", 0.0, "the code is no more"
        covering = self.line_map.covering(mutant) - self.unsound
        server = self._server(mutant)
        ready = frozenset(server.ready.fixtures) if server else frozenset()
        most = self.most if server else MOST_ANEW
        names, usual = self.line_map.chosen(covering, most, package_of(mutant.file), ready)
        also = [name for name in ALSO.get(mutant.file, ()) if name in self.line_map.tests]
        first = sorted(name for name in covering if name.partition("::")[0] in self.first)
        names = list(dict.fromkeys([*also, *first, *names]))
        if not names:
            return "no test", 0.0, ""
        began = time.perf_counter()
        limit = max(LEAST_SECONDS, TIMES_AS_USUAL * usual)
        outcome, seen = server.run(Order(mutant, names, limit)) if server else ("not live", "")
        if outcome == "killed" and server and not self._is_sound(seen, names, limit):
            return self.run(drawn)
        if outcome == "not live":
            outcome, seen = _run_anew(self.tree, mutant, names, limit)
        return outcome, round(time.perf_counter() - began, 1), seen

    def is_run_anew(self, mutant: Mutant) -> bool:
        """Whether the mutant is run on import, so that the program has to be imported anew."""
        now = as_it_stands(mutant)
        return now is not None and self._server(now) is None

    def _server(self, mutant: Mutant) -> Server | None:
        """The one whose fixtures do not run the mutant; none where it is run on import."""
        lines = function_lines(mutant, (self.tree / mutant.file).read_bytes())
        if not lines or lines & set(self.cold.ready.imported.get(mutant.file, ())):
            return None
        contexts = set().union(*(self.line_map.lines.get(mutant.file, {}).get(n, []) for n in lines))
        return self.cold if contexts & set(self.warm.ready.fixtures) else self.warm

    def _is_sound(self, seen: str, names: list[str], limit: float) -> bool:
        """Whether the test that failed passes after the same tests without the mutant."""
        name = seen.partition(" (")[0]
        if name in self.sound or name not in names:
            return True
        outcome, _ = self.warm.run(Order(None, names[: names.index(name) + 1], limit))
        (self.sound if outcome == "survived" else self.unsound).add(name)
        return outcome == "survived"


def _run_anew(tree: Path, mutant: Mutant, names: list[str], limit: float) -> tuple[str, str]:
    """The mutant in its file, and a pytest that imports all anew."""
    path = tree / mutant.file
    source, when = path.read_bytes(), path.stat().st_mtime
    second = next(_seconds)
    try:
        path.write_bytes(mutant.apply(source))
        os.utime(path, (second, second))
        return _run(tree, names, limit)
    finally:
        path.write_bytes(source)
        os.utime(path, (when, when))


def _run(tree: Path, names: list[str], limit: float) -> tuple[str, str]:
    command = ["-p", "no:cacheprovider", "-q", "-x", "--no-header", "--tb=no", "--hypothesis-seed=0"]
    command += ["-W", "ignore::pytest.PytestAssertRewriteWarning", *names]
    told = tree.parent / "anew.txt"
    sys.stdout.flush()
    process = os.fork()
    if process == 0:
        _become_pytest(tree, command, told)
    code = wait(process, limit)
    if code is None:
        return "time-out", f"{limit:.0f} s"
    if code == 0:
        return "survived", f"{len(names)} tests passed"
    lines = told.read_text(errors="replace").splitlines()
    failed = [line for line in lines if line.startswith(("FAILED", "ERROR", "E "))]
    return "killed", (failed or lines or [""])[-1][:200]


def _become_pytest(tree: Path, command: list[str], told: Path) -> NoReturn:
    code = 70
    try:
        begin(tree, told)
        code = int(pytest.main(command))
        sys.stdout.flush()
    finally:
        os._exit(code)


def _environment(tree: Path) -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(tree)}
