"""Trials that the generator does not make: with an exact number of sites."""

import json
import os
import subprocess
import sys
import tempfile
from itertools import cycle, islice
from pathlib import Path

from bench.generator import read_studies


def load_trials_of_sites(data: Path, *counts: int) -> list[str]:
    """Load a trial for each count of sites, made of the real study with the most; returns their numbers."""
    richest = max(read_studies([]), key=lambda study: len(_sites(study)))
    numbers = [f"NCT9999{count:04}" for count in counts]
    lines = []
    for number, count in zip(numbers, counts, strict=True):
        study = json.loads(json.dumps(richest))
        study["protocolSection"]["identificationModule"]["nctId"] = number
        places = study["protocolSection"]["contactsLocationsModule"]
        places["locations"] = list(islice(cycle(_sites(richest)), count))
        lines.append(json.dumps(study))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "special.jsonl"
        file.write_text("\n".join(lines), "utf-8")
        command = [sys.executable, "-m", "trialway", "load", str(file), "--data", str(data), "--json"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=dict(os.environ))
    return numbers


def _sites(study: dict) -> list[dict]:
    return study["protocolSection"].get("contactsLocationsModule", {}).get("locations", [])
