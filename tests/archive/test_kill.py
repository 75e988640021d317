"""A load that is killed at any moment loses nothing, and the same command carries on."""

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.registries.ctgov.studies import sample

LOAD = """
import sys
from pathlib import Path
from trialway.commands.common import open_store
folder = open_store(None)
from trialway.archive import load
load._BATCH_RECORDS = 10
from trialway.data_folder import writing
with writing(folder):
    load.load_paths(folder, [Path(sys.argv[1])])
"""
KILLS = 50


@pytest.fixture
def studies(tmp_path) -> Path:
    """A hundred studies, each in two versions: enough work to be killed in the middle of."""
    path = tmp_path / "studies.jsonl"
    lines = []
    for raw in sample()[:100]:
        study = json.loads(raw)
        lines.append(raw)
        study["protocolSection"]["statusModule"]["lastUpdatePostDateStruct"] = {"date": "2030-01-01"}
        lines.append(json.dumps(study).encode())
    path.write_bytes(b"\n".join(lines))
    return path


def start(studies: Path, data: Path) -> subprocess.Popen:
    environment = {**os.environ, "TRIALWAY_DATA": str(data)}
    return subprocess.Popen(
        [sys.executable, "-c", LOAD, str(studies)], env=environment, stderr=subprocess.DEVNULL
    )


def contents(data: Path) -> dict[str, list]:
    """What the store holds, without what depends on the clock."""
    with sqlite3.connect(data / "trialway.sqlite3") as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        found = {
            "versions_of": "SELECT r.record_id, hex(v.content_hash), v.registry_updated, r.current_id = v.id "
            "FROM archive_record r JOIN archive_version v ON v.record_id = r.id ORDER BY 1, 3",
            "slugs": "SELECT slug, canonical FROM archive_slug ORDER BY 1",
            "links": "SELECT count(*), count(DISTINCT trial_id) FROM archive_link",
            "oddities": "SELECT r.record_id, o.place, o.raw FROM archive_oddity o "
            "JOIN archive_record r ON r.id = o.record_id ORDER BY 1, 2, 3",
        }
        return {name: database.execute(query).fetchall() for name, query in found.items()}


@pytest.mark.long
def test_fifty_kills_lose_nothing(studies, migrated_folder, tmp_path):
    dice = random.Random(3)
    undisturbed, killed = tmp_path / "undisturbed", tmp_path / "killed"
    began = time.monotonic()
    assert start(studies, undisturbed).wait() == 0
    whole = time.monotonic() - began

    killed_while_working = 0
    for _ in range(KILLS):
        began = time.monotonic()
        process = start(studies, killed)
        try:
            process.wait(dice.uniform(0.2, 1.1) * whole)
            # What there is left to do takes less than all, and the machine may be less busy than it was.
            whole = min(whole, time.monotonic() - began)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
            killed_while_working += 1
    assert start(studies, killed).wait() == 0

    assert killed_while_working > KILLS / 2
    assert contents(killed) == contents(undisturbed)
