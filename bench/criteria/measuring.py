"""The labelled criteria read and scored, each half and sample apart."""

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from bench.criteria.scoring import Score, compare, found_labels
from trialway.criteria import read_text

# Read since the labels were made: labelled only in rows that are for nothing else.
LABELLED_ALONE = frozenset(("cancer spread",))
LABELS = Path(__file__).parent / "labels.jsonl"


def labelled() -> list[dict[str, Any]]:
    """Every labelled criterion: record, half, sample, side, topic, place, text, labels."""
    return [json.loads(line) for line in LABELS.read_text().splitlines()]


def score(
    rows: Iterable[dict[str, Any]], told: Callable[[dict[str, Any], list[str], list[str]], None] | None = None
) -> Score:
    """Counts over rows; ``told`` hears of each row with what was missed and what was found wrongly."""
    total = Score()
    for row in rows:
        criterion = read_text(row["text"], row["side"], row["topic"])
        # Some rows were labelled for one kind alone.
        wanted = [
            one
            for one in criterion.findings
            if row.get("only") == one.kind or (one.kind not in LABELLED_ALONE and "only" not in row)
        ]
        found = [label for one in wanted for label in found_labels(one.expression)]
        missed, wrong = compare(row["labels"], found, total)
        if told and (missed or wrong):
            told(row, missed, wrong)
    return total
