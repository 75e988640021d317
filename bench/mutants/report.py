"""Results ─▶ the share that the tests notice, by package, and every survivor with its line."""

import csv
from collections import Counter, defaultdict
from pathlib import Path

import msgspec

from bench.mutants.draw import ROOT, as_it_stands, package_of
from bench.mutants.sites import Mutant

EXPLAINED = Path(__file__).parent / "explained.tsv"


class Result(msgspec.Struct, frozen=True):
    """What became of the mutant with this key; of several for one key the last counts."""

    key: str
    outcome: str
    seconds: float
    seen: str


def read(path: Path) -> dict[str, Result]:
    """The results so far, by the mutant's key."""
    lines = path.read_bytes().splitlines() if path.exists() else []
    results = [msgspec.json.decode(line, type=Result) for line in lines]
    return {result.key: result for result in results}


def explained() -> dict[tuple[str, str, str], str]:
    """Why nobody could observe a change, by file, text of the line, and what the change makes of it."""
    if not EXPLAINED.exists():
        return {}
    with EXPLAINED.open(newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {(row["file"], row["line"], row["becomes"]): row["why"] for row in rows}


def lines_of(mutant: Mutant) -> tuple[str, str]:
    """The line of a mutant as it stands, and as the mutant has it; without spaces around."""
    source = (ROOT / mutant.file).read_bytes()
    begin = source.rfind(b"\n", 0, mutant.start) + 1
    end = source.find(b"\n", mutant.end)
    old = source[begin:end].decode()
    new = source[begin : mutant.start].decode() + mutant.new + source[mutant.end : end].decode()
    return " ".join(old.split()), " ".join(new.split())


def report(drawn: list[Mutant], results: dict[str, Result]) -> str:
    """A table by package, then the survivors that nobody explained, then those that were."""
    why = explained()
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    open_ones: list[str] = []
    settled: list[str] = []
    for mutant in drawn:
        if mutant.key not in results:
            continue
        outcome = results[mutant.key].outcome
        now = as_it_stands(mutant)
        outcome = outcome if now else "gone"
        old, new = lines_of(now) if now else ("", "")
        if outcome in {"survived", "no test"}:
            text = f"{mutant.file}:{mutant.line} {mutant.kind} ({outcome})\n    - {old}\n    + {new}"
            reason = why.get((mutant.file, old, new))
            outcome = "explained" if reason else outcome
            (settled if reason else open_ones).append(f"{text}\n    {reason}" if reason else text)
        counts[package_of(mutant.file)][outcome] += 1
    return "\n".join([*_table(counts), "", *open_ones, "", *settled])


def _table(counts: dict[str, Counter[str]]) -> list[str]:
    columns = ("killed", "time-out", "survived", "explained", "no test", "gone")
    total = sum(counts.values(), Counter[str]())
    lines = [f"{'package':10} {'run':>5} " + " ".join(f"{name:>9}" for name in columns) + "  noticed"]
    for name, count in [*sorted(counts.items()), ("all", total)]:
        run = sum(count.values())
        noticed = count["killed"] + count["time-out"]
        cells = " ".join(f"{count[column]:9}" for column in columns)
        lines.append(f"{name:10} {run:5} {cells}  {noticed / max(run, 1):6.1%}")
    return lines
