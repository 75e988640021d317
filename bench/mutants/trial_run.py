"""A copy of the tree, a mutant and its tests ─▶ killed, survived, time-out or no test.

The work tree itself is never changed. Python takes a compiled file for fresh when size and second of its
source are the same, so that every mutant gets a second of its own.
"""

import importlib
import itertools
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import NoReturn

import pytest

from bench.mutants.draw import ROOT, package_of
from bench.mutants.line_map import LEFT_OUT, LEFT_OUT_MARKERS, LEFT_OUT_NAMES, LineMap
from bench.mutants.sites import Mutant

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


def try_mutant(tree: Path, mutant: Mutant, line_map: LineMap, most: int) -> tuple[str, float, str]:
    """The outcome, how many seconds it took, and the test that failed (or how many passed)."""
    names, usual = line_map.chosen(line_map.covering(mutant), most, package_of(mutant.file))
    if not names:
        return "no test", 0.0, ""
    path = tree / mutant.file
    source, when = path.read_bytes(), path.stat().st_mtime
    second = next(_seconds)
    began = time.perf_counter()
    try:
        path.write_bytes(mutant.apply(source))
        os.utime(path, (second, second))
        outcome, seen = _run(tree, names, max(LEAST_SECONDS, TIMES_AS_USUAL * usual))
    finally:
        path.write_bytes(source)
        os.utime(path, (when, when))
    return outcome, round(time.perf_counter() - began, 1), seen


def _run(tree: Path, names: list[str], limit: float) -> tuple[str, str]:
    command = ["-p", "no:cacheprovider", "-q", "-x", "--no-header", "--tb=no", "--hypothesis-seed=0"]
    command += ["-W", "ignore::pytest.PytestAssertRewriteWarning", *names]
    told = tree.parent / "told.txt"
    sys.stdout.flush()
    process = os.fork()
    if process == 0:
        _become_pytest(tree, command, told)
    code = _wait(process, limit)
    if code is None:
        return "time-out", f"{limit:.0f} s"
    if code == 0:
        return "survived", f"{len(names)} tests passed"
    lines = told.read_text(errors="replace").splitlines()
    failed = [line for line in lines if line.startswith(("FAILED", "ERROR", "E "))]
    return "killed", (failed or lines or [""])[-1][:200]


def _wait(process: int, limit: float) -> int | None:
    """The code with which a process ended; nothing where it had to be ended after ``limit`` seconds."""
    until = time.monotonic() + limit
    while time.monotonic() < until:
        ended, status = os.waitpid(process, os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.05)
    os.killpg(process, signal.SIGKILL)
    os.waitpid(process, 0)
    return None


def _become_pytest(tree: Path, command: list[str], told: Path) -> NoReturn:
    """The rest of a forked process: what it needs of other people is imported already, the program is not."""
    code = 70
    try:
        os.setsid()
        with told.open("wb") as file:
            os.dup2(file.fileno(), 1)
            os.dup2(file.fileno(), 2)
        os.chdir(tree)
        os.environ.update(_environment(tree))
        for name in [
            name for name in sys.modules if name.partition(".")[0] in {"trialway", "bench", "tests"}
        ]:
            del sys.modules[name]
        sys.path[:] = [str(tree), *(path for path in sys.path if path not in {"", str(ROOT)})]
        code = int(pytest.main(command))
        sys.stdout.flush()
    finally:
        os._exit(code)


def _environment(tree: Path) -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(tree)}
