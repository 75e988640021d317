"""A full sync of a registry replayed on this machine: undisturbed, with every fault once, killed many times.

    python -m bench.sync --count 20000 --kills 50

The pause between requests is taken out, so that the program is measured and not its manners.
"""

import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench import machine
from bench.generator import generate, read_studies
from tests.archive.test_kill import contents
from tests.registries.ctgov import replay
from tests.registries.ctgov.replay import Registry

FAULTS = (
    replay.busy,
    replay.failing,
    replay.truncated,
    replay.cut_short,
    replay.web_page,
    replay.hung_up,
    replay.forgets_tokens,
)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument(
        "--real", type=Path, nargs="*", default=[], help="files of real studies to make them from"
    )
    options = parser.parse_args()
    print(machine.describe())
    studies = [json.loads(study) for study in generate(read_studies(options.real), options.count)]
    work = Path(tempfile.mkdtemp(prefix="trialway-bench-sync-"))
    try:
        with Registry(studies, largest_page=1000) as registry:
            run(registry, work, options)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def run(registry: Registry, work: Path, options: argparse.Namespace) -> None:
    rows = []
    for step, faults in (("undisturbed", ()), ("every fault once", FAULTS)):
        registry.requests.clear()
        registry.faults = {4 + 4 * place: fault for place, fault in enumerate(faults)}
        seconds, told = finished(start(registry, work / step))
        assert (told["new"], told["refused"]) == (options.count, 0), told
        rows.append((step, options.count, len(registry.requests), seconds, round(options.count / seconds)))
    registry.faults = {}
    rows.append(killed(registry, work, options, longest=rows[0][3]))
    same = contents(work / "undisturbed")
    assert contents(work / "every fault once") == same
    assert contents(work / "killed") == same
    registry.timestamp = "2026-06-19T09:00:04"
    registry.requests.clear()
    for study in list(registry.studies.values())[:3000]:
        study["protocolSection"]["statusModule"] |= {"lastUpdatePostDateStruct": {"date": "2026-06-19"}}
    seconds, told = finished(start(registry, work / "undisturbed"))
    assert told["changed"] == min(3000, options.count), told
    rows.append(
        (
            "a day's 3,000 changes",
            told["fetched"],
            len(registry.requests),
            seconds,
            round(told["fetched"] / seconds),
        )
    )
    print(machine.table(("sync", "records", "requests", "seconds", "records/s"), rows))
    print("All three stores hold the same.")


def start(registry: Registry, data: Path) -> subprocess.Popen:
    settings = {
        "TRIALWAY_DATA": str(data),
        "TRIALWAY_CTGOV_URL": registry.address,
        "TRIALWAY_CTGOV_PAUSE": "0",
    }
    command = [sys.executable, "-m", "trialway", "sync", "ctgov", "--json"]
    return subprocess.Popen(
        command, env={**os.environ, **settings}, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )


def finished(process: subprocess.Popen) -> tuple[float, dict]:
    began = time.perf_counter()
    told, _ = process.communicate()
    assert process.returncode == 0, process.returncode
    return time.perf_counter() - began, json.loads(told)


def killed(registry: Registry, work: Path, options: argparse.Namespace, longest: float) -> tuple[object, ...]:
    """The same sync, killed at random moments, until it is let to its end."""
    dice = random.Random(5)
    registry.requests.clear()
    began = time.perf_counter()
    for _ in range(options.kills):
        process = start(registry, work / "killed")
        time.sleep(dice.uniform(0.5, min(longest, 6.0)))
        process.send_signal(signal.SIGKILL)
        process.communicate()
    _, told = finished(start(registry, work / "killed"))
    assert told["state"] == "nothing new" or told["new"] == options.count, told
    seconds = time.perf_counter() - began
    return (
        f"killed {options.kills} times",
        options.count,
        len(registry.requests),
        seconds,
        round(options.count / seconds),
    )


if __name__ == "__main__":
    main()
