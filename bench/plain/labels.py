"""Precision on groups labelled by reading: labels.jsonl ─▶ **share of schedules that are right**.

A label lists the schedules that a person found right and wrong in a group's words. What is read now and
was not judged then counts as wrong, until somebody has looked at it and put it into the file. The groups of
the halves ``fresh`` and ``unseen`` were drawn and read before anybody saw what the reader makes of them;
``stated`` is what the person found in their words.
"""

import json
from pathlib import Path
from typing import Any

from trialway.plain.dosing.compare_schedules import says_no_more
from trialway.plain.dosing.read_schedules import read_schedules
from trialway.plain.dosing.schedule import Schedule
from trialway.plain.regimen import RegimenReader
from trialway.record import TrialRecord
from trialway.trial import Trial

LABELS = tuple(
    Path(__file__).parent / f"{name}.jsonl" for name in ("labels", "fresh_labels", "unseen_labels")
)
HALVES = ("tuning", "report", "fresh", "unseen")


def print_precision(found: list[Trial]) -> None:
    """Only what is wrong in the tuning half is shown: who mends the reader must not see the others."""
    records = {trial.main.record_id: trial.main for trial in found}
    rows = [json.loads(row) for file in LABELS for row in file.read_text(encoding="utf-8").splitlines()]
    for half in HALVES:
        mine = [row for row in rows if row["half"] == half]
        here = [row for row in mine if row["record"] in records]
        judged = [pair for row in here for pair in judge(records[row["record"]], row)]
        right = sum(fine for _, fine in judged)
        share = f" ({right / len(judged):.1%})" if judged else ""
        print(
            f"schedules, {half} half: {len(here)} of {len(mine)} groups, "
            f"{len(judged)} schedules read, {right} right{share}"
        )
        for words in [words for words, fine in judged if not fine] if half == "tuning" else ():
            print("   ", words)


def judge(record: TrialRecord, row: dict[str, Any]) -> list[tuple[str, bool]]:
    arm = next(arm for arm in record.arms if arm.label == row["arm"])
    return [
        (f"{record.record_id} {one.name}: {schedule.english()}", _is_right(one.name, schedule, row["right"]))
        for one in RegimenReader(record).of(arm)
        for schedule in one.schedules
    ]


def _is_right(name: str, read: Schedule, right: list[list[str]]) -> bool:
    """What says the same as a label is right, and what says a part of it: "daily" of "once daily"."""
    labels = [words for labelled, words in right if labelled == name]
    return read.english() in labels or any(
        label.phase == read.phase and says_no_more(read, label)
        for words in labels
        for label in read_schedules(words)
    )
