"""A full load, from raw files to a searchable index, and a day's change of 3,000 records.

python -m bench.load --count 50000
python -m bench.load --count 600000 --data /tmp/bench --keep     # also what bench.search and bench.pages use
"""

import argparse
import json
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

import zstandard

from bench import machine
from bench.generator import generate, read_studies
from bench.memory import Measured

CHANGED = 3000
_A_FILE = 20_000


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=50_000, help="how many trials")
    parser.add_argument(
        "--real", type=Path, nargs="*", default=[], help="files of real studies to make them from"
    )
    parser.add_argument("--data", type=Path, help="the data folder; a temporary one by default")
    parser.add_argument("--keep", action="store_true", help="leave the data folder behind")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    data = options.data or Path(tempfile.mkdtemp(prefix="trialway-bench-"))
    print(machine.describe())
    try:
        run(data, options)
    finally:
        if not options.keep:
            shutil.rmtree(data, ignore_errors=True)


def run(data: Path, options: argparse.Namespace) -> None:
    """Generating is not measured; files are zstandard JSON lines of 20,000 studies."""
    with tempfile.TemporaryDirectory(prefix="trialway-raw-") as folder:
        raw = Path(folder)
        studies = read_studies(options.real)
        sites = write(raw / "all", studies, options.count, options.seed)
        change(raw, min(CHANGED, options.count))
        size = sum(file.stat().st_size for file in (raw / "all").iterdir())
        made = f"{options.count:,} trials and {sites:,} sites made of {len(studies):,} real ones"
        print(f"{made}, {size / 1e9:.2f} GB packed\n")
        rows = [
            measured("full load", data, raw / "all", options.count),
            measured("the same again", data, raw / "all", options.count),
            measured(f"{CHANGED:,} changed", data, raw / "changed", CHANGED),
        ]
    print(
        machine.table(
            (
                "step",
                "trials",
                "seconds",
                "trials/s",
                "CPU ms/trial",
                "peak memory MB",
                "database MB",
                "index MB",
            ),
            rows,
        )
    )


def write(folder: Path, studies: list[dict], count: int, seed: int) -> int:
    """The raw files; returns how many sites the studies have in all."""
    folder.mkdir()
    sites = 0
    packer = zstandard.ZstdCompressor(level=1)
    lines: list[bytes] = []
    for number, study in enumerate(generate(studies, count, seed), 1):
        sites += study.count(b'"facility"')
        lines.append(study)
        if len(lines) == _A_FILE or number == count:
            (folder / f"{number:08}.jsonl.zst").write_bytes(packer.compress(b"\n".join(lines)))
            lines = []
    return sites


def change(raw: Path, count: int) -> None:
    """The first studies as they are a day later: another status under a later date."""
    first = min((raw / "all").iterdir())
    lines = zstandard.ZstdDecompressor().decompress(first.read_bytes()).split(b"\n")[:count]
    changed = []
    for line in lines:
        study = json.loads(line)
        status = study["protocolSection"]["statusModule"]
        status["lastUpdatePostDateStruct"] = {"date": "2030-01-01"}
        status["overallStatus"] = "SUSPENDED"
        changed.append(json.dumps(study).encode())
    (raw / "changed").mkdir()
    (raw / "changed" / "changed.jsonl.zst").write_bytes(
        zstandard.ZstdCompressor().compress(b"\n".join(changed))
    )


def measured(step: str, data: Path, files: Path, count: int) -> tuple[object, ...]:
    """One `trialway load`, until what it brought can be searched."""
    command = [sys.executable, "-m", "trialway", "load", str(files), "--data", str(data), "--json"]
    done = Measured(command, dict(os.environ))
    assert done.exit_code == 0, f"{step} ended with {done.exit_code}"
    told = json.loads(done.output)
    assert told["refused"] == 0, told
    assert told["new"] + told["changed"] + told["unchanged"] == count, told
    folder = sum(file.stat().st_size for file in (data / "index").rglob("*") if file.is_file())
    database = sum(file.stat().st_size for file in data.glob("trialway.sqlite3*"))
    return (
        step,
        count,
        done.seconds,
        round(count / done.seconds),
        done.processor_seconds / count * 1000,
        round(done.peak / 1e6),
        round(database / 1e6),
        round(folder / 1e6),
    )


if __name__ == "__main__":
    began = time.perf_counter()
    main()
    print(f"\nAll of it took {time.perf_counter() - began:,.0f} s.", file=sys.stderr)
