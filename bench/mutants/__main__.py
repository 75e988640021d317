"""Draws mutants and runs the tests that cover them.

    python -m bench.mutants --map                          map which test runs which line (takes minutes)
    python -m bench.mutants --map tests/plain/test_a.py    renew it for tests that were written since
    python -m bench.mutants --seed 20261130 --count 400 --minutes 60
    python -m bench.mutants --again survived "no test"     try those anew, after tests were written
    python -m bench.mutants --packages archive fit --count 50 --folder .mutants/small
    python -m bench.mutants --report

Stopped at any time, a second run goes on with the mutants that have no result.
"""

import argparse
import sys
import time
from pathlib import Path

import msgspec

from bench.machine import describe
from bench.mutants.draw import PACKAGES, ROOT, draw
from bench.mutants.line_map import SUITES, LineMap
from bench.mutants.report import Result, read, report
from bench.mutants.sites import Mutant
from bench.mutants.trial_run import Trials, copy_tree, preload, record_lines


def main() -> int:
    wanted = _arguments()
    folder: Path = wanted.folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    if wanted.map is not None:
        return _make_map(folder, tuple(wanted.map))
    drawn = _drawn(folder, wanted)
    if not wanted.report:
        _run(folder, drawn, wanted)
    print(report(drawn, read(folder / "results.jsonl")))
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m bench.mutants", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--map", nargs="*", metavar="TESTS", help="make the map, or renew it for TESTS")
    parser.add_argument("--report", action="store_true", help="print what is known, run nothing")
    parser.add_argument("--seed", type=int, default=20261130)
    parser.add_argument("--count", type=int, default=400)
    parser.add_argument("--packages", nargs="+", default=list(PACKAGES), choices=PACKAGES)
    parser.add_argument("--minutes", type=float, default=180, help="stop after so long; 180")
    parser.add_argument("--tests", type=int, default=12, help="about so many tests a mutant; 12")
    parser.add_argument(
        "--again", nargs="+", default=[], metavar="OUTCOME", help="run anew those with these outcomes"
    )
    parser.add_argument(
        "--first", nargs="+", default=[], metavar="TESTS", help="files of tests to ask before others"
    )
    parser.add_argument("--folder", type=Path, default=ROOT / ".mutants", help="what is made; .mutants")
    return parser.parse_args()


def _make_map(folder: Path, suites: tuple[str, ...]) -> int:
    copy_tree(folder / "tree")
    fresh = folder / "fresh.json"
    fresh.unlink(missing_ok=True)
    passed = record_lines(folder / "tree", suites or SUITES, fresh)
    made = msgspec.json.decode(fresh.read_bytes(), type=LineMap)
    path = folder / "lines.json"
    if suites and path.exists():
        made = msgspec.json.decode(path.read_bytes(), type=LineMap).merge(made)
    path.write_bytes(msgspec.json.encode(made))
    print(f"{len(made.tests)} tests" + ("" if passed else "; those that failed are left out"))
    return 0


def _drawn(folder: Path, wanted: argparse.Namespace) -> list[Mutant]:
    """The draw is kept, so that what is run stays the same while tests are written."""
    path = folder / f"drawn-{wanted.seed}-{wanted.count}-{'-'.join(wanted.packages)}.json"
    if not path.exists():
        drawn, of = draw(tuple(wanted.packages), wanted.seed, wanted.count)
        print(f"drawn {len(drawn)} of {of}")
        path.write_bytes(msgspec.json.encode(drawn))
    return msgspec.json.decode(path.read_bytes(), type=list[Mutant])


def _run(folder: Path, drawn: list[Mutant], wanted: argparse.Namespace) -> None:
    print(describe())
    copy_tree(folder / "tree")
    preload()
    line_map = msgspec.json.decode((folder / "lines.json").read_bytes(), type=LineMap)
    done = read(folder / "results.jsonl")
    left = [one for one in drawn if one.key not in done or done[one.key].outcome in wanted.again]
    until = time.monotonic() + wanted.minutes * 60
    trials = Trials(folder / "tree", line_map, wanted.tests, tuple(wanted.first))
    left.sort(key=trials.is_run_anew)  # quick ones first
    with (folder / "results.jsonl").open("ab") as results:
        for number, mutant in enumerate(left, 1):
            if time.monotonic() > until:
                print(f"Stopped after {wanted.minutes:g} minutes; {len(left) - number + 1} mutants are left.")
                break
            result = Result(mutant.key, *trials.run(mutant))
            results.write(msgspec.json.encode(result) + b"\n")
            results.flush()
            print(
                f"{number}/{len(left)} {result.outcome} {result.seconds} s {mutant.file}:{mutant.line}",
                flush=True,
            )
    trials.close()


if __name__ == "__main__":
    sys.exit(main())
