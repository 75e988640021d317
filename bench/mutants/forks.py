"""What every fork that runs tests begins with and ends with."""

import contextlib
import os
import signal
import sys
import time
from pathlib import Path

from bench.mutants.draw import ROOT

OWN_PACKAGES = ("trialway", "bench", "tests")


def begin(tree: Path, told: Path) -> None:
    """In a fork: a group of processes of its own, output in a file, and the program to be imported from
    the copy of the tree; what it needs of other people is imported already."""
    os.setsid()
    with told.open("wb") as file:
        os.dup2(file.fileno(), 1)
        os.dup2(file.fileno(), 2)
    with open(os.devnull, "rb") as nothing:
        os.dup2(nothing.fileno(), 0)
    os.chdir(tree)
    os.environ["PYTHONPATH"] = str(tree)
    for name in [name for name in sys.modules if name.partition(".")[0] in OWN_PACKAGES]:
        del sys.modules[name]
    sys.path[:] = [str(tree), *(path for path in sys.path if path not in {"", str(ROOT)})]


def wait(process: int, limit: float) -> int | None:
    """The code with which a process ended; nothing where it had to be ended after ``limit`` seconds."""
    until, pause = time.monotonic() + limit, 0.005
    while time.monotonic() < until:
        ended, status = os.waitpid(process, os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status)
        time.sleep(pause)
        pause = min(pause * 1.5, 0.05)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process, signal.SIGKILL)
    os.waitpid(process, 0)
    return None
