"""Precision on 200 groups labelled by reading: labels.jsonl ─▶ **share of schedules that are right**.

A label lists the schedules that a person found right and wrong in a group's words. What is read now and
was not judged then counts as wrong, until somebody has looked at it and put it into the file.
"""

import json
from pathlib import Path
from typing import Any

from trialway.plain.regimen import regimens
from trialway.record import TrialRecord
from trialway.trial import Trial

LABELS = Path(__file__).parent / "labels.jsonl"


def print_precision(found: list[Trial]) -> None:
    """Both halves stand in the bundled sample, and both have been looked at: see docs/plain-text.md."""
    records = {trial.main.record_id: trial.main for trial in found}
    rows = [json.loads(row) for row in LABELS.read_text(encoding="utf-8").splitlines()]
    for half in ("tuning", "report"):
        judged = [pair for row in rows if row["half"] == half for pair in _judge(records[row["record"]], row)]
        right = sum(fine for _, fine in judged)
        print(f"schedules, {half} half: {len(judged)} read, {right} right ({right / len(judged):.1%})")
        for words in [words for words, fine in judged if not fine]:
            print("   ", words)


def _judge(record: TrialRecord, row: dict[str, Any]) -> list[tuple[str, bool]]:
    right = {tuple(pair) for pair in row["right"]}
    arm = next(arm for arm in record.arms if arm.label == row["arm"])
    read = [(one.name, schedule.english()) for one in regimens(record, arm) for schedule in one.schedules]
    return [(f"{record.record_id} {name}: {words}", (name, words) in right) for name, words in read]
