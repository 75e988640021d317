"""Trials that the generator does not make: with an exact number of sites."""

import json
import os
import random
import subprocess
import sys
import tempfile
from itertools import cycle, islice
from pathlib import Path

from bench.generator import read_studies

# A trial asked for again and again would be answered from what is remembered of it.
DRAWN = 20


def load_trials_of_sites(data: Path, *counts: int, drawn: int = DRAWN) -> list[list[str]]:
    """Load trials for each count of sites: real studies drawn with a seed, with the sites of the one that
    has the most. Returns their numbers, a list a count."""
    studies = read_studies([])
    sites = max(map(_sites, studies), key=len)
    chosen = random.Random(1).sample(studies, drawn)
    made = [[_of_sites(study, sites, count, at) for at, study in enumerate(chosen)] for count in counts]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "special.jsonl"
        file.write_text("\n".join(json.dumps(study) for row in made for study in row), "utf-8")
        command = [sys.executable, "-m", "trialway", "load", str(file), "--data", str(data), "--json"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=dict(os.environ))
    return [[study["protocolSection"]["identificationModule"]["nctId"] for study in row] for row in made]


def _of_sites(study: dict, sites: list[dict], count: int, at: int) -> dict:
    made = json.loads(json.dumps(study))
    made["protocolSection"]["identificationModule"]["nctId"] = f"NCT99{at:02}{count:04}"
    places = made["protocolSection"].setdefault("contactsLocationsModule", {})
    places["locations"] = list(islice(cycle(sites), count))
    return made


def _sites(study: dict) -> list[dict]:
    return study["protocolSection"].get("contactsLocationsModule", {}).get("locations", [])
