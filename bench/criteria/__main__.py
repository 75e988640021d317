"""How well and how fast criteria are read: ``python -m bench.criteria [--records FILE]... [--pairs FILE]
[--errors]``, or ``--leaf FILE [--leaf-draw SEED N OUT.tsv]``.

Precision and recall per kind on both halves of the labelled criteria; coverage and speed over records;
verdicts beside
those of experts. ``--errors`` shows what went wrong on the tuning half; the report half is only ever counted.
``--leaf`` measures annotated criteria alone: how many of their entities a finding touches (``leaf.py``);
``--leaf-draw`` writes N touched ones of each label, to be judged by readers.
Files can also come from TRIALWAY_BENCH_RECORDS and TRIALWAY_BENCH_PAIRS.
"""

import argparse
import os
import platform
import resource
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Any

from bench.criteria.coverage import cover, pace
from bench.criteria.leaf import draw, match_entities, print_tally, tally
from bench.criteria.measuring import labelled, score
from bench.criteria.pairs import judge
from bench.criteria.scoring import Score
from bench.criteria.sides import count_sides

BUNDLED = Path(__file__).parents[2] / "trialway" / "sample" / "sample.jsonl.zst"


def main() -> None:
    wanted = _arguments()
    _print_machine()
    if wanted.leaf:
        _print_leaf(wanted)
        return
    rows = labelled()
    for half in ("tuning", "report", "fresh", "second fresh", "third fresh", "spread"):
        mine = [row for row in rows if row["half"] == half]
        _print_score(
            f"{half} half, all {len(mine)} criteria",
            score(mine, _show if wanted.errors and half == "tuning" else None),
        )
        base = [row for row in mine if row["sample"] == "base"]
        _print_score(f"{half} half, the {len(base)} of the plain random draw", score(base))
    _print_coverage(wanted.records or [BUNDLED])
    _print_sides(wanted.records or [BUNDLED])
    _print_pairs(wanted.pairs)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    records = os.environ.get("TRIALWAY_BENCH_RECORDS", "")
    pairs = os.environ.get("TRIALWAY_BENCH_PAIRS")
    parser.add_argument(
        "--records", type=Path, nargs="*", default=[Path(name) for name in records.split(os.pathsep) if name]
    )
    parser.add_argument("--pairs", type=Path, default=Path(pairs) if pairs else None)
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--leaf", type=Path)
    parser.add_argument("--leaf-draw", nargs=3, metavar=("SEED", "N", "OUT"))
    wanted = parser.parse_args()
    if wanted.leaf_draw and not wanted.leaf:
        parser.error("--leaf-draw draws from the criteria that --leaf names; give both")
    return wanted


def _print_leaf(wanted: argparse.Namespace) -> None:
    matches = list(match_entities(wanted.leaf))
    print_tally(tally(matches))
    if wanted.leaf_draw:
        seed, count, out = wanted.leaf_draw
        print(f"{draw(matches, int(seed), int(count), Path(out))} touched entities in {out}")


def _print_machine() -> None:
    print(
        f"{platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, Python "
        f"{platform.python_version()}, msgspec {version('msgspec')}"
    )


def _print_score(title: str, total: Score) -> None:
    print(f"\n{title}\n{'kind':22} {'cases':>5} {'precision':>9} {'recall':>7}   right missed wrong")
    for kind in sorted(set(total.right) | set(total.missed) | set(total.wrong)):
        right, missed, wrong = total.right[kind], total.missed[kind], total.wrong[kind]
        precision = f"{right / (right + wrong):.3f}" if right + wrong else "–"
        recall = f"{right / (right + missed):.3f}" if right + missed else "–"
        print(f"{kind:22} {right + missed:5} {precision:>9} {recall:>7}   {right:5} {missed:6} {wrong:5}")


def _show(row: dict[str, Any], missed: list[str], wrong: list[str]) -> None:
    print(f"  missed {missed or '–'}, wrong {wrong or '–'}: {' '.join(row['text'].split())[:160]}")


def _print_coverage(files: list[Path]) -> None:
    covered = cover(files)
    whole, part, unread = (covered.readings[name] for name in ("whole", "part", "not"))
    count = sum(covered.readings.values())
    print(
        f"\n{covered.records} records, {count} criteria: {whole / count:.1%} read whole, "
        f"{part / count:.1%} in part, {unread / count:.1%} not"
    )
    print("found: " + ", ".join(f"{kind} {number}" for kind, number in covered.kinds.most_common()))
    print(
        f"{covered.records / covered.seconds:.0f} records a second of processor time on one core, "
        f"{covered.records / covered.wall:.0f} of the clock; a million turns of a plain loop took "
        f"{pace():.2f} s"
    )
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")


def _print_sides(files: list[Path]) -> None:
    sides = count_sides(files)
    print(
        f"\n{sides.headed} records have a heading of exclusions with words below it; of {len(sides.missed)} "
        f"no exclusion was read {' '.join(sides.missed)}"
    )


def _print_pairs(file: Path | None) -> None:
    if file is None or not file.exists():
        print(
            "\nNo file of judged pairs was named (--pairs, TRIALWAY_BENCH_PAIRS): verdicts were "
            "not compared with experts'."
        )
        return
    counts, wrong = judge(file)
    total = sum(counts.values())
    definite = {key: number for key, number in counts.items() if key[0] != "unknown"}
    settled = {key: number for key, number in definite.items() if key[1] != "unknown"}
    agreed = sum(number for (ours, theirs), number in settled.items() if ours == theirs)
    said = sum(definite.values())
    print(
        f"\n{total} pairs of a note and a criterion: {said} definite verdicts ({said / total:.1%}), "
        f"{(total - said) / total:.1%} unknown"
    )
    print(
        f"agreement with experts where both are definite: {agreed} of {sum(settled.values())}; "
        f"experts left {said - sum(settled.values())} of ours open"
    )
    print(f'wrong "does not fit": {len(wrong)} of {total} ({len(wrong) / total:.2%})')
    for one in wrong:
        print(f"  {one}")
    print(
        "ours ╲ experts: "
        + ", ".join(f"{ours}/{theirs} {number}" for (ours, theirs), number in sorted(counts.items()))
    )


if __name__ == "__main__":
    sys.exit(main())
