"""A sync that is killed at random moments, again and again, ends in the same store as an undisturbed one."""

import datetime as dt
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.archive.test_kill import contents
from tests.registries.ctgov.replay import Registry, a_study

KILLS = 12


@pytest.fixture(scope="module")
def registry():
    day = dt.date(2024, 1, 1)
    studies = [a_study(number, day + dt.timedelta(number % 300)) for number in range(1, 1501)]
    with Registry(studies, largest_page=50) as registry:
        yield registry


def start(registry: Registry, data: Path) -> subprocess.Popen:
    settings = {
        "TRIALWAY_DATA": str(data),
        "TRIALWAY_CTGOV_URL": registry.address,
        "TRIALWAY_CTGOV_PAUSE": "0.01",
    }
    command = [sys.executable, "-m", "trialway", "sync", "ctgov", "--json"]
    return subprocess.Popen(
        command, env={**os.environ, **settings}, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )


def finish(process: subprocess.Popen) -> str:
    told, _ = process.communicate(timeout=120)
    assert process.returncode == 0
    return told


def test_many_kills_end_in_the_same_store(registry, tmp_path):
    dice = random.Random(11)
    undisturbed, killed = tmp_path / "undisturbed", tmp_path / "killed"
    began = time.monotonic()
    first = finish(start(registry, undisturbed))
    whole = time.monotonic() - began

    for _ in range(KILLS):
        process = start(registry, killed)
        time.sleep(dice.uniform(0.25, 0.8) * whole)
        process.send_signal(signal.SIGKILL)
        process.communicate()
    last = finish(start(registry, killed))

    assert '"new":1500' in first
    assert '"new":1500' in last or '"nothing new"' in last
    assert contents(killed) == contents(undisturbed)
