"""How much of all records is read: whole, in part, not; and how fast."""

import io
import json
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import zstandard

from trialway.criteria import Criterion, read_criteria
from trialway.record import Eligibility


@dataclass
class Coverage:
    """``seconds`` are of processor time, ``wall`` of the clock."""

    records: int = 0
    seconds: float = 0.0
    wall: float = 0.0
    readings: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)


def cover(files: Iterable[Path]) -> Coverage:
    """Reads every record of the files; only the reading of criteria is timed."""
    covered = Coverage()
    for text in _texts(files):
        began, clock = time.process_time(), time.perf_counter()
        criteria = read_criteria(Eligibility(criteria=text))
        covered.seconds += time.process_time() - began
        covered.wall += time.perf_counter() - clock
        covered.records += 1
        for criterion in criteria.criteria:
            _count(criterion, covered)
    return covered


def pace() -> float:
    """Seconds of processor time for a million turns of a plain loop: how busy the machine is."""
    began = time.process_time()
    total = 0
    for number in range(1_000_000):
        total += number * number % 7
    return time.process_time() - began


def _count(criterion: Criterion, covered: Coverage) -> None:
    covered.readings[criterion.reading] += 1
    covered.kinds.update(finding.kind for finding in criterion.findings)
    for child in criterion.children:
        _count(child, covered)


def _texts(files: Iterable[Path]) -> Iterable[str | None]:
    for file in files:
        with file.open("rb") as packed:
            for line in io.TextIOWrapper(
                zstandard.ZstdDecompressor().stream_reader(packed), encoding="utf-8"
            ):
                yield (
                    json.loads(line)["protocolSection"]
                    .get("eligibilityModule", {})
                    .get("eligibilityCriteria")
                )
