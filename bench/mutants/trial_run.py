"""A copy of the tree, a mutant and its tests ─▶ killed, survived, time-out or no test.

The work tree itself is never changed. Python takes a compiled file for fresh when size and second of its
source are the same, so that every mutant gets a second of its own.
"""

import itertools
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

from bench.mutants.draw import ROOT
from bench.mutants.line_map import LEFT_OUT, LEFT_OUT_MARKERS, LEFT_OUT_NAMES, LineMap
from bench.mutants.sites import Mutant

LEAST_SECONDS, TIMES_AS_USUAL = 30.0, 5.0
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


def record_lines(tree: Path, suites: tuple[str, ...], line_map: Path) -> bool:
    """Write the map of what the tests of ``suites`` run; whether all of them passed."""
    left_out = [f"--ignore={name}" for name in LEFT_OUT]
    command = ["-q", "-p", "bench.mutants.record_lines", "--line-map", str(line_map)]
    command += ["-m", LEFT_OUT_MARKERS, "-k", LEFT_OUT_NAMES, *left_out, *suites]
    return subprocess.run(_pytest(command), cwd=tree, env=_environment(tree), check=False).returncode == 0


def try_mutant(tree: Path, mutant: Mutant, line_map: LineMap, most: int) -> tuple[str, float, str]:
    """The outcome, how many seconds it took, and the test that failed (or how many passed)."""
    names, usual = line_map.chosen(line_map.covering(mutant), most)
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
    command = _pytest(["-q", "-x", "--no-header", "--tb=no", "--hypothesis-seed=0", *names])
    with subprocess.Popen(
        command,
        cwd=tree,
        env=_environment(tree),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    ) as running:
        try:
            told, _ = running.communicate(timeout=limit)
        except subprocess.TimeoutExpired:
            os.killpg(running.pid, 9)
            return "time-out", f"{limit:.0f} s"
    if running.returncode == 0:
        return "survived", f"{len(names)} tests passed"
    last = [line for line in told.splitlines() if line.startswith(("FAILED", "ERROR", "E "))]
    return "killed", (last or told.splitlines() or [""])[-1][:200]


def _pytest(arguments: list[str]) -> list[str]:
    return [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *arguments]


def _environment(tree: Path) -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(tree), "PYTHONHASHSEED": "0"}
